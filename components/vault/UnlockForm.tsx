import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { LockKeyhole } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { errorWords } from '../words/error-words.ts';

export type UnlockFormProps = {
  users: readonly { id: string; name: string }[];
  /** Who signed in last, chosen at first. */
  lastUserId: string | null;
  errorCode: string | null;
  /** Until when no try is taken, in epoch milliseconds. */
  backOffUntilMs: number | null;
  isBusy: boolean; now: () => number;
  onUnlock: (userId: string, passphrase: string) => void;
};

/** Seconds left, counted while shown. */
function useSecondsLeft(untilMs: number | null, now: () => number): number {
  const [left, setLeft] = useState(() => (untilMs === null ? 0 : Math.max(0, Math.ceil((untilMs - now()) / 1000))));
  useEffect(() => {
    const count = () => setLeft(untilMs === null ? 0 : Math.max(0, Math.ceil((untilMs - now()) / 1000)));
    count();
    if (untilMs === null) return undefined;
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [untilMs, now]);
  return left;
}

/** Alt and a figure picks the person at that place, also from within the passphrase, whose own figures are typed without Alt. */
function usePersonKeys(users: readonly { id: string }[], onPick: (userId: string) => void): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const picked = event.altKey && !event.ctrlKey && !event.metaKey ? /^Digit([1-9])$/u.exec(event.code)?.[1] : undefined;
    const person = picked === undefined ? undefined : users[Number(picked) - 1];
    if (person === undefined) return;
    event.preventDefault();
    onPick(person.id);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => act(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

const waitWords = (seconds: number) => (seconds === 1 ? '1 second' : seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`);

/** Signs a named user in. After wrong tries the form waits and says how long. */
export function UnlockForm({ users, lastUserId, errorCode, backOffUntilMs, isBusy, now, onUnlock }: UnlockFormProps) {
  const [userId, setUserId] = useState(() => users.find((user) => user.id === lastUserId)?.id ?? users[0]?.id ?? null);
  const [passphrase, setPassphrase] = useState('');
  const left = useSecondsLeft(backOffUntilMs, now);
  const people = users.map((user) => ({ value: user.id, label: user.name }));
  const isWaiting = left > 0;
  const box = useRef<HTMLInputElement>(null);
  usePersonKeys(users, (picked) => {
    setUserId(picked);
    setPassphrase('');
    box.current?.focus();
  });
  const pickHint = users.length > 1 ? `Alt 1${users.length > 2 ? ` to Alt ${Math.min(users.length, 9)}` : ' or Alt 2'} picks a name.` : undefined;
  return (
    <form
      noValidate
      className="mx-auto flex w-full max-w-80 flex-col gap-3 px-6 py-10"
      onSubmit={(event) => {
        event.preventDefault();
        if (userId === null || passphrase === '' || isBusy || isWaiting) return;
        onUnlock(userId, passphrase);
        setPassphrase('');
      }}
    >
      <div className="flex flex-col items-center gap-2 pb-2 text-center">
        <LockKeyhole aria-hidden className="size-6 text-ink-3" />
        <h1 className="text-title font-semibold">Overturn is locked</h1>
        <p className="text-ink-2">Reminders go on. Names and claims stay sealed until you sign in.</p>
      </div>
      {users.length === 1 && <p className="foreign text-center font-medium">{users[0]?.name}</p>}
      {users.length > 1 && users.length <= 3 && <Choice label="Who are you" options={people} value={userId} onChange={setUserId} hint={pickHint} />}
      {users.length > 3 && <SelectField label="Who are you" options={people.map((one, at) => (at < 9 ? { ...one, hint: `Alt ${at + 1}` } : one))} value={userId} onChange={setUserId} hint={pickHint} />}
      <TextField
        label="Passphrase" type="password" inputRef={box} autoComplete="current-password" autoFocus value={passphrase} onChange={setPassphrase} maxLength={1000}
        error={isWaiting ? `Too many tries. Wait ${waitWords(left)}.` : errorCode === null || (errorCode === 'backed-off' && !isWaiting) ? null : errorWords(errorCode)}
      />
      <Button type="submit" kind="primary" wide size="large" isPending={isBusy} isDisabled={isWaiting}>{isBusy ? 'Unlocking' : 'Unlock'}</Button>
    </form>
  );
}
