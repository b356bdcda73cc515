import { useState } from 'react';
import { AskCard } from '../../../components/library/AskCard.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { PracticePayer } from '../../../rules/domain/practice.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import { libraryOf } from '../../../storage/cases/find-cases.ts';
import type { RadarAsk } from '../../../storage/library/radar-asks.ts';
import { readRules } from '../../../storage/library/rule-set.ts';
import { listPayers } from '../../../storage/payers.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { RuleEditor } from './RuleEditor.tsx';
import type { RuleEditing } from './RuleEditor.tsx';
import { fieldsOfAsk } from './rule-fields.ts';
import type { Reader } from './use-reader.ts';

/** How an ask is told as the proof of a change: the sentence, and where it stood. */
const proofOf = ({ statement, source, host }: RadarAsk) => `${source === 'page' || source === 'remark' ? `Portal page${host === null ? '' : ` at ${host}`}` : source === 'letter' ? 'Letter' : 'Pasted text'}: "${statement.sentence}"`;

/** Windows that texts state otherwise than the library, each asked once. */
export function Asks({ session, reader, asks, onDone, onProblem }: { session: OpenVault; reader: Reader; asks: readonly RadarAsk[]; onDone: (text: string) => void; onProblem: (text: string) => void }) {
  const known = useQuery(async () => ({ rules: new Map((await readRules(session.db)).map((rule) => [rule.id, rule])), payers: new Map((await listPayers(session.db)).map((payer) => [payer.key, payer])) }), [session.db]);
  const [editing, setEditing] = useState<{ of: RuleEditing; payer: PracticePayer | null; payerName: string } | null>(null);
  if (known.state !== 'ready') return null;
  const { rules, payers } = known.value;
  const edit = (ask: RadarAsk, rule: PayerRule | null) => {
    const payer = payers.get(ask.payerKey) ?? null;
    setEditing({ of: { rule, given: fieldsOfAsk(ask, rule, payer), evidence: proofOf(ask), askId: ask.id }, payer, payerName: rule?.payer ?? libraryOf(payer) ?? payer?.name ?? ask.payerKey });
  };
  const dismiss = async (ask: RadarAsk) => {
    const reply = await sendCommand('radar:dismiss', { askId: ask.id });
    if (reply.ok) onDone('Noted. It is not asked again.');
    else onProblem(errorWords(reply.error.code));
  };
  return (
    <>
      {asks.map((ask) => (
        <AskCard
          key={ask.id} ask={ask} payerName={payers.get(ask.payerKey)?.name ?? ask.payerKey} rules={ask.ruleIds.flatMap((id) => rules.get(id) ?? [])} mayWork={reader.mayWork}
          onChange={(rule) => edit(ask, rule)} onAdd={() => edit(ask, null)} onDismiss={() => void dismiss(ask)}
        />
      ))}
      {editing !== null && <RuleEditor session={session} reader={reader} editing={editing.of} payer={editing.payer} payerName={editing.payerName} onClose={() => setEditing(null)} onDone={(text) => { setEditing(null); onDone(text); }} />}
    </>
  );
}
