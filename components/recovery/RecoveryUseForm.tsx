import { useState } from 'react';
import { readRecoveryKey } from '../../rules/recovery/recovery-key.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { typedKeyWords } from '../words/recovery-words.ts';

/** Emergency access from the lock screen: the printed key gives a person a new passphrase. Everybody is told of it. */
export function RecoveryUseForm({ users, userId, problem, isBusy, onUse, onBack }: {
  users: readonly { id: string; name: string }[]; userId: string | null; problem: string | null; isBusy: boolean; onUse: (userId: string, key: string, next: string) => void; onBack: () => void;
}) {
  const [person, setPerson] = useState(userId ?? users[0]?.id ?? null);
  const [typed, setTyped] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const read = readRecoveryKey(typed);
  const fits = person !== null && read.kind === 'whole' && next !== '' && next === again;
  return (
    <form
      noValidate className="mx-auto flex w-full max-w-80 flex-col gap-3 px-6 py-10"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits && !isBusy) onUse(person, read.key, next);
      }}
    >
      <h1 className="text-title font-semibold">Use the recovery key</h1>
      <p className="text-ink-2">The printed key gives a person a new passphrase and opens Overturn. It stands in the audit trail, and everybody is told at their next sign-in.</p>
      <SelectField label="New passphrase for" options={users.map(({ id, name }) => ({ value: id, label: name }))} value={person} onChange={setPerson} />
      <TextField label="Recovery key" isIdentifier autoFocus autoComplete="off" spellCheck="false" value={typed} onChange={setTyped} maxLength={80} hint="Seven groups of four, from the printed sheet" error={typedKeyWords(read, null)} />
      <TextField label="New passphrase" type="password" autoComplete="new-password" value={next} onChange={setNext} maxLength={1000} hint="At least 12 characters that are not easily guessed" />
      <TextField label="New passphrase again" type="password" autoComplete="new-password" value={again} onChange={setAgain} maxLength={1000} error={again !== '' && !next.startsWith(again) ? 'Not the same.' : problem} />
      <Button type="submit" kind="primary" wide size="large" isDisabled={!fits || isBusy}>{isBusy ? 'Opening' : 'Set and unlock'}</Button>
      <Button kind="quiet" wide isDisabled={isBusy} onPress={onBack}>Back to signing in</Button>
    </form>
  );
}
