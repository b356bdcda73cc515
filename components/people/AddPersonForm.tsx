import { useState } from 'react';
import type { Role } from '../../rules/domain/vocabulary.ts';
import { Choice } from '../ui/Choice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from '../work/DialogForm.tsx';
import { FirstPassphrase } from './FirstPassphrase.tsx';
import { roleHints, roleOptions } from './role-options.ts';

export type NewPerson = { name: string; role: Role; passphrase: string };

/** Somebody new, with a passphrase to begin with. `onAdd` says what stood in the way, or null. */
export function AddPersonForm({ onAdd, onClose }: { onAdd: (person: NewPerson) => Promise<{ field: string; words: string } | null>; onClose: () => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('biller');
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const [problem, setProblem] = useState<{ field: string; words: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isReady = name.trim() !== '' && typed.passphrase !== '' && typed.passphrase === typed.again;
  return (
    <DialogForm
      title="Add a person" save="Add" isReady={isReady} isBusy={isBusy} onClose={onClose}
      onSave={() => {
        setBusy(true);
        void onAdd({ name: name.trim(), role, passphrase: typed.passphrase }).then((fault) => {
          setBusy(false);
          setProblem(fault);
        });
      }}
    >
      <TextField label="Name" value={name} onChange={setName} maxLength={120} autoFocus error={problem?.field === 'name' ? problem.words : null} hint="As it should stand in the trail. Nobody shares a name or a passphrase." />
      <Choice label="Role" options={roleOptions} value={role} onChange={setRole} hint={roleHints[role]} />
      <FirstPassphrase value={typed.passphrase} again={typed.again} onChange={(passphrase, again) => setTyped({ passphrase, again })} error={problem !== null && problem.field !== 'name' ? problem.words : null} />
    </DialogForm>
  );
}
