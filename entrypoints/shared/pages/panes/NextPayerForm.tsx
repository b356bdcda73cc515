import { useState } from 'react';
import { SelectField } from '../../../../components/ui/SelectField.tsx';
import { DialogForm } from '../../../../components/work/DialogForm.tsx';
import { listPayers } from '../../../../storage/payers.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';

/** Which payer of the practice pays after this one, so that its filing limit counts too. */
export function NextPayerForm({ session, own, isBusy, onSave, onClose }: { session: OpenVault; own: string; isBusy: boolean; onSave: (payerKey: string) => void; onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const payers = useQuery(() => listPayers(session.db), [session.db]);
  if (payers.state !== 'ready') return null;
  const options = payers.value.filter(({ key }) => key !== own).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <DialogForm title="Name the next payer" save="Save" isReady={chosen !== null} isBusy={isBusy} onSave={() => { if (chosen !== null) onSave(chosen); }} onClose={onClose}>
      <SelectField label="Payer after this one" hint="Its filing limit is counted from this payer's decision where its rules say so." options={options} value={chosen} onChange={setChosen} autoFocus />
    </DialogForm>
  );
}
