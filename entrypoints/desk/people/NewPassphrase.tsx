import { useState } from 'react';
import { FirstPassphrase } from '../../../components/people/FirstPassphrase.tsx';
import { DialogForm } from '../../../components/work/DialogForm.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { Person } from '../../../rules/domain/person.ts';
import { sendCommand } from '../../shared/send-command.ts';

/** A new first passphrase for somebody who forgot theirs. */
export function NewPassphrase({ person, onDone, onClose }: { person: Person; onDone: () => void; onClose: () => void }) {
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const reply = await sendCommand('person:set-passphrase', { personId: person.id, passphrase: typed.passphrase });
    setBusy(false);
    if (reply.ok) onDone();
    else setProblem(errorWords(reply.error.code));
  };
  return (
    <DialogForm title={`New passphrase for ${person.name}`} save="Set it" isReady={typed.passphrase !== '' && typed.passphrase === typed.again} isBusy={isBusy} onSave={() => void save()} onClose={onClose}>
      <FirstPassphrase value={typed.passphrase} again={typed.again} onChange={(passphrase, again) => setTyped({ passphrase, again })} error={problem} />
    </DialogForm>
  );
}
