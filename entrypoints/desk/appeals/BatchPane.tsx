import { useState } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import { Checkbox } from '../../../components/ui/Checkbox.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { SelectField } from '../../../components/ui/SelectField.tsx';
import type { StatusMessage } from '../../../components/ui/StatusLine.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { categoryWords } from '../../../components/words/denial-words.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import { moneyWords } from '../../../components/words/money-words.ts';
import { patientWords } from '../../../components/words/queue-words.ts';
import { DENIAL_CATEGORIES } from '../../../rules/codes/vocabulary.ts';
import { openItems } from '../../../storage/queries/open-items.ts';
import { listPayers } from '../../../storage/payers.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useDraft } from '../../shared/pages/use-draft.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';

/** Claims of one batch; more are done in a second one. */
const MOST = 100;

type Typed = { paragraph: string; source: string };
const restore = (kept: unknown): Typed | null => {
  const { paragraph, source } = (kept ?? {}) as Partial<Typed>;
  return typeof paragraph === 'string' && typeof source === 'string' ? { paragraph, source } : null;
};

/** One pattern: open denials of one payer and one reason, an appeal each, with the same own paragraph. */
export function BatchPane({ session, onMessage }: { session: OpenVault; onMessage: (message: StatusMessage) => void }) {
  const { db, vault } = session;
  const [pattern, setPattern] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ name: string; reason: string }[]>([]);
  const draft = useDraft<Typed>(session, 'appeal-batch', restore, () => ({ paragraph: '', source: '' }));
  const answer = useQuery(async () => {
    const [payers, appeals] = await Promise.all([listPayers(db), db.appeals.toArray()]);
    // Keys alone: among a hundred thousand cases the pattern is found without opening one.
    const [byPayer, byCategory] = await Promise.all([
      Promise.all(payers.map(async ({ key }) => [key, await db.cases.where('[open+payerKey]').equals([1, key]).primaryKeys()] as const)),
      Promise.all(DENIAL_CATEGORIES.map(async (category) => [category, new Set(await db.cases.where('[open+category]').equals([1, category]).primaryKeys())] as const)),
    ]);
    const busy = new Set(appeals.filter(({ open }) => open === 1).map(({ caseId }) => caseId));
    const names = new Map(payers.map(({ key, name }) => [key, name]));
    const groups = byPayer.flatMap(([payerKey, ids]) => byCategory.map(([category, of]) => ({ value: `${payerKey}|${category}`, payerKey, category, ids: ids.filter((id) => of.has(id) && !busy.has(id)) }))).filter(({ ids }) => ids.length > 1);
    const chosen = (groups.find(({ value }) => value === pattern)?.ids ?? []).slice(0, MOST);
    const rows = (await db.cases.bulkGet(chosen)).filter((row) => row !== undefined);
    return {
      patterns: groups.sort((one, other) => other.ids.length - one.ids.length).map(({ value, payerKey, category, ids }) => ({ value, label: `${names.get(payerKey) ?? ''}: ${categoryWords(category)} (${ids.length})` })),
      items: await openItems(db, vault, rows),
    };
  }, [db, vault, pattern]);
  if (answer.state === 'failed') return <EmptyState title="The cases cannot be shown">{errorWords(answer.code)}</EmptyState>;
  if (answer.state !== 'ready' || draft === null) return <div aria-busy="true" />;
  const { patterns, items } = answer.value;
  if (patterns.length === 0 && items.length === 0) return <EmptyState title="No pattern to work">Where two or more open denials share payer and reason, they can be appealed together here.</EmptyState>;
  const chosen = items.filter(({ id }) => !left.has(id));
  const { paragraph, source } = draft.value;
  const start = async () => {
    setBusy(true);
    const reply = await sendCommand('appeal:start-batch', { caseIds: chosen.map(({ id }) => id), paragraph, source });
    setBusy(false);
    if (!reply.ok) { onMessage({ tone: 'problem', text: errorWords(reply.error.code) }); return; }
    setRefused(reply.value.refused.map(({ caseId, reason }) => ({ name: patientWords(items.find(({ id }) => id === caseId)?.patientName ?? null), reason })));
    await draft.drop();
    onMessage({ tone: 'done', text: `${reply.value.started.length} begun, ${reply.value.refused.length} not. Each needs its documents and its check.` });
  };
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <SelectField label="Pattern" options={patterns} value={pattern} onChange={(next) => { setPattern(next); setLeft(new Set()); }} />
      {items.length > 0 && (
        <fieldset className="flex flex-col gap-1 rounded-md border border-line px-3 py-2">
          <legend className="px-1 text-small text-ink-2">{chosen.length} of {items.length} claims</legend>
          {items.map((item) => <Checkbox key={item.id} isSelected={!left.has(item.id)} onChange={(on) => setLeft((before) => { const next = new Set(before); if (on) next.delete(item.id); else next.add(item.id); return next; })}><span className="foreign">{patientWords(item.patientName)}</span> <span className="figures text-ink-2">{moneyWords(item.deniedCents)}</span></Checkbox>)}
        </fieldset>
      )}
      <TextField label="Paragraph for all of them" hint="In your own words. Facts of each claim come from its case." value={paragraph} onChange={(next) => draft.change({ paragraph: next, source })} rows={5} maxLength={20_000} />
      <TextField label="Where it comes from" value={source} onChange={(next) => draft.change({ paragraph, source: next })} maxLength={300} />
      <div><Button kind="primary" isPending={isBusy} isDisabled={chosen.length === 0} onPress={() => void start()}>Begin {chosen.length} {chosen.length === 1 ? 'appeal' : 'appeals'}</Button></div>
      {refused.length > 0 && <Notice tone="note" title="Not begun"><ul>{refused.map(({ name, reason }) => <li key={name + reason}><span className="foreign">{name}</span>: {reason}</li>)}</ul></Notice>}
    </div>
  );
}
