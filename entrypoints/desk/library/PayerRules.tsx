import { useState } from 'react';
import { RuleList } from '../../../components/library/RuleList.tsx';
import type { ShownRule } from '../../../components/library/RuleList.tsx';
import { SourceLink } from '../../../components/denial/SourceLink.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Disclosure } from '../../../components/ui/Disclosure.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { clockWords } from '../../../components/words/clock-words.ts';
import { ruleNameWords, ruleWindowWords } from '../../../components/words/library-words.ts';
import { checkedRuleItem, withdrawnRuleItem } from '../../../rules/library/rule-items.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import type { LibraryPayerPage } from '../../../storage/queries/library.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { ConfirmChange } from './ConfirmChange.tsx';
import type { Confirmation } from './ConfirmChange.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import type { RuleEditing } from './RuleEditor.tsx';
import { blankRule, fieldsOfRule } from './rule-fields.ts';
import type { Reader } from './use-reader.ts';

/** The rules of a payer: read, checked, changed, taken away; contradictions decided. */
export function PayerRules({ session, reader, page, onDone }: { session: OpenVault; reader: Reader; page: LibraryPayerPage; onDone: (text: string) => void }) {
  const [editing, setEditing] = useState<RuleEditing | null>(null);
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const [history, setHistory] = useState<PayerRule | null>(null);
  const windows = page.payer?.contractWindows ?? [];
  const done = (text: string) => {
    setEditing(null);
    setConfirmation(null);
    setHistory(null);
    onDone(text);
  };
  const words = (title: string) => `${page.name}: ${title}`.slice(0, 300);
  const ask = (rule: PayerRule, title: string, item: Confirmation['items'][number], how: Pick<Confirmation, 'asks' | 'given'>, said: string) => {
    const full = words(`${title}, ${ruleNameWords(rule)}`);
    setConfirmation({
      title: full, action: reader.isLead ? title : 'Propose to a lead', items: [item], draftKey: `${title}:${rule.id}`, ...how,
      send: ({ reason, evidence }, stamp) => sendCommand('library:change', { items: [item], title: full, reason, evidence, approve: reader.isLead, askId: null, stamp }), done: reader.isLead ? said : 'Proposed. A lead decides.',
    });
  };
  const withdraw = (rule: PayerRule, reason = '') => ask(rule, 'Stop using', withdrawnRuleItem(rule), { asks: 'reason-and-evidence', given: { reason, evidence: '' } }, 'Not applied any more. The open cases it touches are dated anew.');
  const actionsOf = ({ rule, isSuperseded }: ShownRule) => (
    <div className="flex flex-wrap gap-1.5">
      {reader.mayWork && !isSuperseded && <Button size="small" onPress={() => setEditing({ rule, given: fieldsOfRule(rule), evidence: '', askId: null })}>Change</Button>}
      {reader.mayWork && !isSuperseded && <Button size="small" onPress={() => ask(rule, 'Checked today', checkedRuleItem(rule, reader.todayIso), { asks: 'nothing', given: { reason: 'Looked up in its source and found as it stands', evidence: rule.source.url } }, 'Noted as checked today.')}>Checked today</Button>}
      {reader.mayWork && !isSuperseded && <Button size="small" kind="quiet" onPress={() => withdraw(rule)}>Stop using</Button>}
      <Button size="small" kind="quiet" onPress={() => setHistory(rule)}>History</Button>
    </div>
  );
  const current = page.rules.filter(({ isSuperseded }) => !isSuperseded);
  const former = page.rules.filter(({ isSuperseded }) => isSuperseded);
  const conflicting = new Set(page.conflicts.flatMap(({ left, right }) => [left.id, right.id]));
  return (
    <div className="flex flex-col gap-3">
      {page.conflicts.map(({ left, right }) => (
        <Notice key={`${left.id} ${right.id}`} tone="caution" title={`${ruleNameWords(left)}: two rules disagree, so there is no date`}>
          <div className="mt-1 grid gap-3 sm:grid-cols-2">
            {[left, right].map((rule) => (
              <div key={rule.id} className="min-w-0">
                <p className="font-medium text-ink">{ruleWindowWords(rule)}</p>
                <p className="foreign text-ink-2">{rule.notes}</p>
                <p className="text-small"><SourceLink source={rule.source} /></p>
                {reader.mayWork && <div className="mt-1.5"><Button size="small" aria-label={`This one holds: ${ruleWindowWords(rule)}`} onPress={() => withdraw(rule === left ? right : left, `The other rule holds: ${ruleWindowWords(rule)}`)}>This one holds</Button></div>}
              </div>
            ))}
          </div>
        </Notice>
      ))}
      {windows.length > 0 && <p className="text-ink-2">By your own contract, which goes before every rule: {windows.map((window) => `${clockWords(window.action).toLowerCase()}, ${ruleWindowWords({ limit: window, clockStartsFrom: window.startsFrom })}`).join('; ')}. It is kept under <a href="#/payers" className="text-accent underline">Payers</a>.</p>}
      {current.length === 0 && windows.length > 0 && <p className="text-ink-2">The library has no rules of this payer.</p>}
      {current.length === 0 && windows.length === 0 && <p className="text-ink-2">No rules yet. Dates must come from the payer&rsquo;s letters and contracts until one is added.</p>}
      <RuleList rules={current} conflicting={conflicting} actionsOf={actionsOf} />
      {former.length > 0 && <Disclosure title={`Earlier rules, for older notices (${former.length})`}><RuleList rules={former} conflicting={conflicting} actionsOf={actionsOf} /></Disclosure>}
      {page.withdrawn.length > 0 && (
        <Disclosure title={`Not used here (${page.withdrawn.length})`}>
          <ul className="flex flex-col gap-1">{page.withdrawn.map((rule) => <li key={rule.id} className="flex items-center gap-2"><span className="min-w-0 flex-1">{ruleNameWords(rule)}: {ruleWindowWords(rule)}</span><Button size="small" kind="quiet" onPress={() => setHistory(rule)}>History</Button></li>)}</ul>
        </Disclosure>
      )}
      {reader.mayWork && <div><Button onPress={() => setEditing({ rule: null, given: blankRule(page.payer), evidence: '', askId: null })}>Add a rule</Button></div>}
      {editing !== null && <RuleEditor session={session} reader={reader} editing={editing} payer={page.payer} payerName={page.rulePayer ?? page.name} onClose={() => setEditing(null)} onDone={done} />}
      {confirmation !== null && <ConfirmChange key={confirmation.draftKey} session={session} reader={reader} confirmation={confirmation} onClose={() => setConfirmation(null)} onDone={done} />}
      {history !== null && <HistoryDialog session={session} reader={reader} entryId={history.id} title={ruleNameWords(history)} onClose={() => setHistory(null)} onDone={done} />}
    </div>
  );
}
