import { useState } from 'react';
import { RuleForm } from '../../../components/library/RuleForm.tsx';
import type { RuleFields } from '../../../components/library/RuleForm.tsx';
import { DifferenceList } from '../../../components/library/DifferenceList.tsx';
import { ruleNameWords } from '../../../components/words/library-words.ts';
import type { PracticePayer } from '../../../rules/domain/practice.ts';
import { fieldDifferences } from '../../../rules/library/rule-difference.ts';
import { changedRuleItems, newRuleItem } from '../../../rules/library/rule-items.ts';
import type { LibraryItem } from '../../../rules/library/library-entry.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import { readRules } from '../../../storage/library/rule-set.ts';
import { sendCommand } from '../../shared/send-command.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { KeepHalfTyped } from '../../shared/pages/KeepHalfTyped.tsx';
import { useDraft } from '../../shared/pages/use-draft.ts';
import { ConfirmChange } from './ConfirmChange.tsx';
import { wishOf } from './rule-fields.ts';
import type { Reader } from './use-reader.ts';

export type RuleEditing = { rule: PayerRule | null; given: RuleFields; evidence: string; askId: string | null };

const asKept = (kept: unknown) => kept;
const nothing = (): unknown => null;

/** A rule changed or added: the form, then the last look with the dates it moves. What was typed in either outlives it. */
export function RuleEditor({ session, reader, editing, payer, payerName, onClose, onDone }: { session: OpenVault; reader: Reader; editing: RuleEditing; payer: PracticePayer | null; payerName: string; onClose: () => void; onDone: (text: string) => void }) {
  const { rule, askId } = editing;
  const key = `library-rule:${askId ?? rule?.id ?? `new-${payerName}`}`.replaceAll(/[^A-Za-z0-9:_-]/gu, '-').slice(0, 110);
  const draft = useDraft<unknown>(session, key, asKept, nothing);
  const [items, setItems] = useState<LibraryItem[] | null>(null);
  const [problem, setProblem] = useState(false);
  if (draft === null) return null;
  const next = async (fields: RuleFields) => {
    const wish = wishOf(fields);
    if (wish === null) return;
    const taken = new Set((await readRules(session.db)).map(({ id }) => id));
    const made = rule === null ? [newRuleItem({ name: payerName, aliases: payer?.aliases ?? [] }, wish, reader.todayIso, taken)] : changedRuleItems(rule, wish, reader.todayIso);
    setProblem(made === null);
    setItems(made);
  };
  if (items === null) return <KeepHalfTyped session={session} draftKey={key}><RuleForm given={problem ? { ...editing.given, from: null } : editing.given} isNew={rule === null} payerName={payerName} today={reader.today} isBusy={false} kept={draft.value} onKeep={draft.change} onNext={(fields) => void next(fields)} onClose={onClose} /></KeepHalfTyped>;
  const last = items.at(-1);
  const after = last?.kind === 'rule' ? last.body?.rule ?? null : null;
  const title = `${payerName}: ${after === null ? 'rule' : ruleNameWords(after)}`.slice(0, 300);
  return (
    <ConfirmChange
      session={session} reader={reader} onClose={() => setItems(null)} onDone={(text) => void draft.drop().then(() => onDone(text))}
      confirmation={{
        title, action: reader.isLead ? 'Put in force' : 'Propose to a lead', items, given: { reason: '', evidence: editing.evidence }, asks: 'reason-and-evidence', draftKey: `confirm:${key}`,
        body: <DifferenceList differences={fieldDifferences(rule, after).filter(({ field }) => field !== 'version' && field !== 'id' && !(rule === null && (field === 'payer' || field === 'payerAliases')))} wasTitle="In the library" nowTitle="New" />,
        send: ({ reason, evidence }, stamp) => sendCommand('library:change', { items, title, reason, evidence, approve: reader.isLead, askId, stamp }),
        done: reader.isLead ? 'In force. The open cases it touches are dated anew.' : 'Proposed. A lead decides.',
      }}
    />
  );
}
