import { useState } from 'react';
import { PayerEditor } from '../../components/practice/PayerEditor.tsx';
import { PayerPicker, payersAreComplete } from '../../components/practice/PayerPicker.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { payersDraft } from '../../rules/domain/payers-draft.ts';
import type { PayersDraft } from '../../rules/domain/payers-draft.ts';
import { listPayers } from '../../storage/payers.ts';
import { roleOf } from '../../storage/people.ts';
import { useDraft } from '../shared/pages/use-draft.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { sendCommand } from '../shared/send-command.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { libraryPayers } from './library-payers.ts';

const restore = (kept: unknown): PayersDraft | null => payersDraft.safeParse(kept).data ?? null;
const nothing = (): PayersDraft => ({ changed: [], added: [] });

/** The practice's payers: what decides which rules hold. Saving re-dates that payer's open cases. What is not saved yet is kept as a draft. */
export function PayersPane({ session }: { session: OpenVault }) {
  const state = useQuery(async () => ({ payers: await listPayers(session.db), role: await roleOf(session.db, session.userId) }), [session.db, session.userId]);
  const draft = useDraft(session, 'payers', restore, nothing);
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const [round, setRound] = useState(0);
  if (state.state !== 'ready' || draft === null) return null;

  const { payers, role } = state.value;
  const may = role === 'lead' ? 'all' : role === 'biller' ? 'no-window' : 'nothing';
  const { changed, added } = draft.value;
  const toSave = [...changed, ...added];
  const putAside = async () => {
    draft.change(nothing());
    await draft.drop();
    setRound(round + 1); // what a field held as typed goes as well
  };
  const save = async () => {
    for (const payer of toSave) {
      const reply = await sendCommand('payer:save', payer);
      if (!reply.ok) {
        setMessage({ tone: 'problem', text: `${payer.name}: ${errorWords(reply.error.code)}` });
        return;
      }
    }
    await putAside();
    setMessage({ tone: 'done', text: toSave.length === 1 ? 'Saved.' : `${toSave.length} payers saved.` });
  };

  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <h1 className="text-title font-semibold">Payers</h1>
      <p className="text-ink-2">Kind of plan, state and network decide which windows hold. A window from your own contract beats the library.</p>
      {payers.map((payer) => (
        <PayerEditor key={`${payer.key} ${round}`} may={may} payer={changed.find(({ key }) => key === payer.key) ?? payer} onRemove={null} onChange={(next) => draft.change({ ...draft.latest(), changed: [...draft.latest().changed.filter(({ key }) => key !== payer.key), next] })} />
      ))}
      {may === 'nothing' ? <p className="text-ink-2">Your role may look but not change this.</p> : (
        <>
          <h2 className="mt-3 text-lead font-semibold">Add payers</h2>
          <PayerPicker library={libraryPayers.filter((one) => !payers.some((payer) => payer.libraryPayer === one.name))} payers={added} may={may} hasOthers={payers.length > 0} onChange={(next) => draft.change({ ...draft.latest(), added: [...next] })} />
          <div className="sticky bottom-0 flex items-center gap-3 border-t border-line bg-ground py-3">
            <Button kind="primary" isDisabled={toSave.length === 0 || !payersAreComplete(toSave)} onPress={() => void save()}>Save</Button>
            {toSave.length > 0 && <Button onPress={() => void putAside()}>Put changes aside</Button>}
            <StatusLine message={message} />
            {toSave.length > 0 && message?.tone !== 'problem' && <span className="text-small text-ink-3">Not saved yet; kept while you look elsewhere.</span>}
          </div>
        </>
      )}
    </div>
  );
}
