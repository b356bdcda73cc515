import { useState } from 'react';
import { payerKeyOf } from '../../rules/payers/payer-key.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { LineOfBusiness } from '../../rules/domain/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PayerEditor } from './PayerEditor.tsx';

export type LibraryPayer = { name: string; linesOfBusiness: LineOfBusiness[] };

/** Whether every window a person typed names where it is written. */
export function payersAreComplete(payers: readonly PracticePayer[]): boolean {
  return payers.every((payer) => (payer.contractWindows ?? []).every((window) => window.evidence.trim() !== ''));
}

/** Which payers the practice bills: from the library by typing, or by name where the library has none. `hasOthers`: payers stand above already. */
export function PayerPicker({ library, payers, may = 'all', hasOthers = false, onChange }: { library: readonly LibraryPayer[]; payers: readonly PracticePayer[]; may?: 'all' | 'no-window'; hasOthers?: boolean; onChange: (payers: PracticePayer[]) => void }) {
  const [ownName, setOwnName] = useState('');
  const [round, setRound] = useState(0);
  const isTaken = (key: string) => payers.some((payer) => payer.key === key);

  const add = (name: string, libraryPayer: string | null, lineOfBusiness: LineOfBusiness | null) => {
    const key = payerKeyOf(name);
    if (name.trim() === '' || isTaken(key)) return;
    onChange([...payers, { key, name: name.trim(), libraryPayer, lineOfBusiness, state: null, network: null, aliases: [] }]);
  };

  const addOwn = () => {
    const known = library.find((one) => one.name.toLowerCase() === ownName.trim().toLowerCase());
    add(ownName, known?.name ?? null, null);
    setOwnName('');
  };

  return (
    <div className="flex flex-col gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <ComboField
          key={round} label="Add a payer from the library" placeholder="Type part of its name" value={null} hint={`${library.length}${hasOthers ? ' more' : ''} payers and programs with sourced rules`}
          options={library.filter((one) => !isTaken(payerKeyOf(one.name))).map((one) => ({ value: one.name, label: one.name }))}
          onChange={(name) => {
            const chosen = library.find((one) => one.name === name);
            if (chosen === undefined) return;
            add(chosen.name, chosen.name, chosen.linesOfBusiness.length === 1 ? (chosen.linesOfBusiness[0] ?? null) : null);
            setRound((count) => count + 1);
          }}
        />
        {/* No form of its own: first run stands inside one, and forms do not nest. */}
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              label="Or one that is not in it" maxLength={200} placeholder="Name as on the remittance" value={ownName} onChange={setOwnName}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                addOwn();
              }}
            />
          </div>
          <Button onPress={addOwn} isDisabled={ownName.trim() === ''}>Add</Button>
        </div>
      </div>
      {payers.length === 0
        ? !hasOthers && <p className="text-ink-3">None yet. You can add payers later; a payer that turns up in a file is asked about then.</p>
        : payers.map((payer) => (
            <PayerEditor key={payer.key} may={may} payer={payer} onRemove={() => onChange(payers.filter((one) => one.key !== payer.key))} onChange={(next) => onChange(payers.map((one) => (one.key === payer.key ? next : one)))} />
          ))}
    </div>
  );
}
