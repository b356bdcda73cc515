import { useRef, useState } from 'react';
import { dayOfIso } from '../words/day-words.ts';

/** What a form was left with the last time, and where each change of it is kept. Without them a form begins blank and forgets. */
export type Keeping = { kept?: unknown; onKeep?: (fields: Readonly<Record<string, unknown>>) => void };

export type Check = (value: unknown) => boolean;
export const isText: Check = (value) => typeof value === 'string';
export const isDayOrNone: Check = (value) => value === null || (typeof value === 'string' && dayOfIso(value) !== null);
export const isOneOf = (options: readonly { value: string }[], isNoneAllowed = false): Check => (value) => (value === null ? isNoneAllowed : options.some((one) => one.value === value));

/** The fields of a form with what was kept put over the blank ones, each only where it is still one the form could hold. */
export function restoredFields<T extends Readonly<Record<string, unknown>>>(blank: T, checks: { [K in keyof T]: Check }, kept: unknown): T {
  if (typeof kept !== 'object' || kept === null) return blank;
  const usable = Object.keys(blank).filter((name) => Object.hasOwn(kept, name) && checks[name]?.((kept as Record<string, unknown>)[name]) === true);
  return { ...blank, ...Object.fromEntries(usable.map((name) => [name, (kept as Record<string, unknown>)[name]])) };
}

/** The state of a form that outlives it: every change is handed on to be kept, so that Escape, a lock or a closed popup loses nothing. */
export function useFields<T extends Readonly<Record<string, unknown>>>(blank: T, checks: { [K in keyof T]: Check }, { kept, onKeep }: Keeping): [T, (part: Partial<T>) => void] {
  const [fields, setFields] = useState<T>(() => restoredFields(blank, checks, kept));
  // Two changes may come before the first is drawn: the second must not bring back what the first one changed.
  const newest = useRef(fields);
  return [fields, (part) => {
    const next = { ...newest.current, ...part };
    newest.current = next;
    setFields(next);
    onKeep?.(next);
  }];
}
