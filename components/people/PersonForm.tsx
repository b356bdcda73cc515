import { useState } from 'react';
import type { Person, PersonDetails, WorkPool } from '../../rules/domain/person.ts';
import type { Role } from '../../rules/domain/vocabulary.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from '../work/DialogForm.tsx';
import { absenceDrafts, AbsenceRows, wholeAbsences } from './AbsenceRows.tsx';
import type { AbsenceDraft } from './AbsenceRows.tsx';
import { roleHints, roleOptions } from './role-options.ts';

export type PersonChange = { name: string; role: Role } & PersonDetails;

const listOf = (text: string) => [...new Set(text.split(',').map((word) => word.trim()).filter((word) => word !== ''))];
const toggled = (list: readonly string[], one: string, isOn: boolean) => (isOn ? [...list, one] : list.filter((other) => other !== one));

/** Name, role, and what assigning work goes by. Nothing ticked means: anything. */
export function PersonForm({ person, payers, pools, others, today, onSave, onClose }: {
  person: Person; payers: readonly { key: string; name: string }[]; pools: readonly WorkPool[]; others: readonly { id: string; name: string }[]; today: number;
  onSave: (change: PersonChange) => Promise<string | null>; onClose: () => void;
}) {
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const [skills, setSkills] = useState(person.skills.join(', '));
  const [payerKeys, setPayerKeys] = useState<readonly string[]>(person.payerKeys);
  const [poolKeys, setPoolKeys] = useState<readonly string[]>(person.pools);
  const [away, setAway] = useState<AbsenceDraft[]>(() => absenceDrafts(person.away));
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const absences = wholeAbsences(away);
  return (
    <DialogForm
      title={`Change ${person.name}`} save="Save" wide isReady={name.trim() !== '' && absences !== null} isBusy={isBusy} onClose={onClose}
      onSave={() => {
        setBusy(true);
        void onSave({ name: name.trim(), role, skills: listOf(skills).slice(0, 40), payerKeys: [...payerKeys], pools: [...poolKeys], away: absences ?? [] }).then((fault) => {
          setBusy(false);
          setProblem(fault);
        });
      }}
    >
      <TextField label="Name" value={name} onChange={setName} maxLength={120} autoFocus />
      <Choice label="Role" options={roleOptions} value={role} onChange={setRole} hint={roleHints[role]} />
      <TextField label="Skills" value={skills} onChange={setSkills} hint="Kinds of denials or words of your own, with commas between: coding, therapy, Spanish" />
      {payers.length > 0 && (
        <fieldset>
          <legend className="mb-1 text-small font-medium text-ink-2">Payers they take (none ticked: all)</legend>
          <div className="grid max-h-40 grid-cols-1 gap-x-4 overflow-y-auto rounded-md border border-line p-2 sm:grid-cols-2">
            {payers.map(({ key, name: payer }) => <Checkbox key={key} isSelected={payerKeys.includes(key)} onChange={(isOn) => setPayerKeys(toggled(payerKeys, key, isOn))}><span className="foreign wrap-anywhere">{payer}</span></Checkbox>)}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend className="mb-1 text-small font-medium text-ink-2">Pools they take from</legend>
        <div className="flex flex-wrap gap-x-4">{pools.map(({ key, name: pool }) => <Checkbox key={key} isSelected={poolKeys.includes(key)} onChange={(isOn) => setPoolKeys(toggled(poolKeys, key, isOn))}><span className="foreign">{pool}</span></Checkbox>)}</div>
      </fieldset>
      <AbsenceRows rows={away} others={others} today={today} onChange={setAway} />
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
    </DialogForm>
  );
}
