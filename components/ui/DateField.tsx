import { useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { dayOfIso, agoWords, numericDay, weekdayDay } from '../words/day-words.ts';
import { HalfTypedContext } from './half-typed.ts';
import { TextField } from './TextField.tsx';
import { typedDay } from './typed-day.ts';

export type DateFieldProps = {
  label: string;
  /** `YYYY-MM-DD`, or null where none is given. */
  value: string | null; onChange: (iso: string | null) => void;
  today: DayNumber; hint?: ReactNode; /** Why this very day stands there; said while it does. */ why?: { day: string; words: string }; error?: string | null; isRequired?: boolean; autoFocus?: boolean; hideLabel?: boolean;
};

const UNREADABLE = 'No such date. Write it as 12/3/2026.';

/**
 * A date typed as billers type it: `12/3`, `12/3/26`, `+14`, `fri`. What was understood is said below while typing,
 * and written out in US form on leaving. A plain text box on purpose: faster than segments, and one stop for Tab.
 * What cannot be read makes the box invalid, so that the form around it does not save an older date in its place.
 */
export function DateField({ label, value, onChange, today, hint, why, error, isRequired = false, autoFocus = false, hideLabel = false }: DateFieldProps) {
  const shown = value === null ? '' : numericDay(dayOfIso(value) ?? 0);
  const halfTyped = useContext(HalfTypedContext);
  const [typed, setTyped] = useState<string | null>(() => halfTyped?.of(label) ?? null);
  const text = typed ?? shown;
  const iso = text.trim() === '' ? null : typedDay(text, today);
  const day = iso === null ? null : dayOfIso(iso);
  const unreadable = text.trim() !== '' && iso === null && typed !== null;
  const box = useRef<HTMLInputElement>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => box.current?.setCustomValidity(unreadable ? UNREADABLE : ''), [unreadable]);
  useEffect(() => {
    const input = box.current;
    const refuse = () => setRefused(true);
    input?.addEventListener('invalid', refuse);
    return () => input?.removeEventListener('invalid', refuse);
  }, []);
  return (
    <TextField
      inputRef={box} label={label} value={text} isRequired={isRequired} autoFocus={autoFocus} hideLabel={hideLabel} isIdentifier placeholder="mm/dd/yyyy" autoComplete="off"
      hint={day === null ? (hint ?? 'As 12/3, +14 or fri') : `${weekdayDay(day)}, ${agoWords(day, today)}${why !== undefined && why.day === value ? `. ${why.words}` : ''}`}
      error={error ?? (unreadable && (isRefused || !/^[\d/.+-]{0,9}$/u.test(text.trim())) ? UNREADABLE : null)}
      onChange={(next) => {
        setTyped(next);
        const read = next.trim() === '' ? null : typedDay(next, today);
        const isHalf = read === null && next.trim() !== '';
        halfTyped?.keep(label, isHalf ? next : null);
        if (isHalf) return;
        setRefused(false);
        onChange(read);
      }}
      onBlur={() => {
        if (unreadable) setRefused(true);
        else setTyped(null);
      }}
    />
  );
}
