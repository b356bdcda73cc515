import { useState } from 'react';
import { PayerEditor } from '../../components/practice/PayerEditor.tsx';
import { PayerPicker, payersAreComplete } from '../../components/practice/PayerPicker.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { listPayers } from '../../storage/payers.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { sendCommand } from '../shared/send-command.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { libraryPayers } from './library-payers.ts';

/** The practice's payers: what decides which rules hold. Saving re-dates that payer's open cases. */
export function PayersPane({ session }: { session: OpenVault }) {
  const payers = useQuery(() => listPayers(session.db), [session.db]);
  const [changed, setChanged] = useState<ReadonlyMap<string, PracticePayer>>(new Map());
  const [added, setAdded] = useState<PracticePayer[]>([]);
  const [message, setMessage] = useState<StatusMessage | null>(null);
  if (payers.state !== 'ready') return null;

  const toSave = [...changed.values(), ...added];
  const save = async () => {
    for (const payer of toSave) {
      const reply = await sendCommand('payer:save', payer);
      if (!reply.ok) {
        setMessage({ tone: 'problem', text: `${payer.name}: ${errorWords(reply.error.code)}` });
        return;
      }
    }
    setMessage({ tone: 'done', text: toSave.length === 1 ? 'Saved.' : `${toSave.length} payers saved.` });
    setChanged(new Map());
    setAdded([]);
  };

  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <h1 className="text-title font-semibold">Payers</h1>
      <p className="text-ink-2">Kind of plan, state and network decide which windows hold. A window from your own contract beats the library.</p>
      {payers.value.map((payer) => (
        <PayerEditor key={payer.key} payer={changed.get(payer.key) ?? payer} onRemove={null} onChange={(next) => setChanged((before) => new Map(before).set(payer.key, next))} />
      ))}
      <h2 className="mt-3 text-lead font-semibold">Add payers</h2>
      <PayerPicker library={libraryPayers.filter((one) => !payers.value.some((payer) => payer.libraryPayer === one.name))} payers={added} hasOthers={payers.value.length > 0} onChange={setAdded} />
      <div className="sticky bottom-0 flex items-center gap-3 border-t border-line bg-ground py-3">
        <Button kind="primary" isDisabled={toSave.length === 0 || !payersAreComplete(toSave)} onPress={() => void save()}>Save</Button>
        <StatusLine message={message} />
      </div>
    </div>
  );
}
