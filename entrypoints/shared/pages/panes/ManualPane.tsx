import { useState } from 'react';
import { blankManual, restoredManual } from '../../../../components/capture/manual-draft.ts';
import type { ManualDraft } from '../../../../components/capture/manual-draft.ts';
import { ManualClaimForm } from '../../../../components/capture/ManualClaimForm.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import type { ClaimFacts } from '../../../../rules/domain/denial-case.ts';
import { listPayers } from '../../../../storage/payers.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { KeepHalfTyped } from '../KeepHalfTyped.tsx';
import { useDraft } from '../use-draft.ts';
import { useQuery } from '../use-query.ts';
import { useToday } from '../use-today.ts';

/** A claim by hand, with pasted text as proof: what is left where no script may run. */
export function ManualPane({ session, onSaved, onBack, onMessage }: { session: OpenVault; onSaved: (caseId: string) => void; onBack: () => void; onMessage: (message: StatusMessage) => void }) {
  const { db } = session;
  const today = useToday();
  const draft = useDraft<ManualDraft>(session, 'manual-claim', restoredManual, blankManual);
  const payers = useQuery(async () => listPayers(db), [db]);
  const [isSaving, setSaving] = useState(false);
  const [errorCode, setErrorCode] = useState<string | null>(null);
  if (draft === null || payers.state === 'loading') return <div aria-busy="true" className="flex-1" />;

  const save = async (facts: ClaimFacts) => {
    const { payerKey, pasted, reference } = draft.value;
    if (payerKey === null) return;
    setSaving(true);
    setErrorCode(null);
    const edited = Object.entries(facts).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)).map(([field]) => field);
    const references = reference.trim() === '' ? [] : [{ label: 'Reference', value: reference.trim() }];
    const reply = await sendCommand('case:record', { payerKey, claim: { index: -1, facts, references, edited, noReferenceIssued: false }, source: pasted.trim() === '' ? 'form' : 'paste', pasted: pasted.trim() === '' ? null : pasted });
    setSaving(false);
    if (!reply.ok) {
      setErrorCode(reply.error.code);
      return;
    }
    await draft.drop();
    onMessage({ tone: 'done', text: reply.value.isNew ? 'Claim saved as a new case.' : 'Claim known already: added to its history.' });
    onSaved(reply.value.caseId);
  };
  return <KeepHalfTyped session={session} draftKey="manual-claim"><ManualClaimForm draft={draft.value} onDraft={draft.change} payers={payers.state === 'ready' ? payers.value : []} today={today} onSave={(facts) => void save(facts)} onBack={onBack} isSaving={isSaving} errorCode={errorCode} /></KeepHalfTyped>;
}
