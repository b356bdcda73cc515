import { useState } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import { Checkbox } from '../../../components/ui/Checkbox.tsx';
import { Disclosure } from '../../../components/ui/Disclosure.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { SelectField } from '../../../components/ui/SelectField.tsx';
import type { StatusMessage } from '../../../components/ui/StatusLine.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { partWords } from '../../../components/words/appeal-words.ts';
import { momentWords } from '../../../components/words/day-words.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import { LETTER_FIELDS } from '../../../rules/appeals/letter-fields.ts';
import { faultOfTemplateText, SHIPPED_TEMPLATES, templateKey } from '../../../rules/appeals/letter-template.ts';
import type { LetterTemplate, TemplateCategory } from '../../../rules/appeals/letter-template.ts';
import { letterTextRows, ownTemplates, templateHistory } from '../../../storage/appeals/letter-texts.ts';
import { listPayers } from '../../../storage/payers.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useDraft } from '../../shared/pages/use-draft.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';

const EVERY = 'every-payer';
type Part = 'before' | 'argument' | 'after';
const FAULTS = { 'unknown-field': 'is no fact a letter can name', 'lone-brace': 'Write a fact as {{claim-number}}.', 'typed-fact': 'looks like a fact of one claim. Name the fact instead.' } as const;

/** The texts of letters by reason and payer. A lead changes them; every version stays. */
export function TemplatesPane({ session, onMessage }: { session: OpenVault; onMessage: (message: StatusMessage) => void }) {
  const { db, vault, userId } = session;
  const [category, setCategory] = useState<TemplateCategory>('prior-authorization');
  const [payer, setPayer] = useState<string>(EVERY);
  const payerKey = payer === EVERY ? null : payer;
  const key = templateKey(category, payerKey);
  const answer = useQuery(async () => {
    const [rows, payers, user] = await Promise.all([letterTextRows(db), listPayers(db), db.users.get(userId)]);
    return { own: await ownTemplates(vault, rows), payers, isLead: user?.role === 'lead' };
  }, [db, vault, userId]);
  const history = useQuery(() => templateHistory(db, vault, key), [db, vault, key]);
  if (answer.state !== 'ready') return <div aria-busy="true" />;
  const { own, payers, isLead } = answer.value;
  const shipped = SHIPPED_TEMPLATES.find((one) => one.category === category);
  const kept = own.find(({ id }) => id === key) ?? own.find(({ id }) => id === templateKey(category, null));
  const template = kept?.template ?? shipped;
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <div className="grid gap-3 md:grid-cols-2">
        <SelectField label="Reason of the denial" options={SHIPPED_TEMPLATES.map(({ category: value, title }) => ({ value, label: title }))} value={category} onChange={setCategory} />
        <SelectField label="For" options={[{ value: EVERY, label: 'Every payer' }, ...payers.map(({ key: value, name }) => ({ value, label: name }))]} value={payer} onChange={setPayer} />
      </div>
      {!isLead && <Notice tone="note">A lead may change these texts. You can read them.</Notice>}
      {template !== undefined && <TemplateEditor key={`${key}:${kept?.version ?? 0}`} session={session} draftKey={`letter-text:${key}`} template={template} payerKey={payerKey} isLead={isLead} isOwn={own.some(({ id }) => id === key)} onMessage={onMessage} />}
      {history.state === 'ready' && history.value.length > 0 && (
        <Disclosure title="Earlier versions" level={2} aside={`${history.value.length}`}>
          <ol>{history.value.map((one) => <li key={one.n}><span className="font-medium">{one.isShipped ? 'Back to the shipped text' : `Version ${one.n}`}</span> <span className="text-ink-2">{one.userName}, {momentWords(one.atMs)}: <span className="foreign">{one.reason}</span></span></li>)}</ol>
        </Disclosure>
      )}
    </div>
  );
}

function TemplateEditor({ session, draftKey, template, payerKey, isLead, isOwn, onMessage }: { session: OpenVault; draftKey: string; template: LetterTemplate; payerKey: string | null; isLead: boolean; isOwn: boolean; onMessage: (message: StatusMessage) => void }) {
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const draft = useDraft<LetterTemplate>(session, draftKey.slice(0, 120), (kept) => (typeof kept === 'object' && kept !== null && 'argument' in kept && 'before' in kept && 'after' in kept && 'parts' in kept ? (kept as LetterTemplate) : null), () => template);
  if (draft === null) return null;
  const { value } = draft;
  const groups: readonly Part[] = template.category === 'frame' ? ['before', 'after'] : ['argument'];
  const faults = groups.flatMap((part) => value[part]).flatMap(({ text }) => faultOfTemplateText(text) ?? []);
  const change = (part: Part, at: number, next: Partial<{ text: string; optional: boolean }> | null) => draft.change({ ...value, [part]: next === null ? value[part].filter((_one, index) => index !== at) : value[part].map((one, index) => (index === at ? { ...one, ...next } : one)) });
  const save = async (next: LetterTemplate | null) => {
    setBusy(true);
    const reply = await sendCommand('letter-text:save', { category: template.category, payerKey, template: next, reason });
    setBusy(false);
    if (reply.ok) { await draft.drop(); setReason(''); }
    onMessage(reply.ok ? { tone: 'done', text: next === null ? 'The shipped text holds again.' : 'Saved. Letters not sent yet use it from now on.' } : { tone: 'problem', text: errorWords(reply.error.code) });
  };
  return (
    <div className="flex flex-col gap-3">
      {groups.map((part) => (
        <div key={part} className="flex flex-col gap-3">
          {value[part].map(({ text, optional }, at) => {
            const fault = faultOfTemplateText(text);
            return (
              <div key={`${part}-${at}`} className="flex flex-col gap-1">
                <TextField label={`${part === 'before' ? 'First paragraphs' : part === 'after' ? 'Last paragraphs' : 'Argument'}, ${at + 1}`} value={text} onChange={(next) => change(part, at, { text: next })} rows={3} maxLength={4000} isReadOnly={!isLead} error={fault === null ? null : fault.fault === 'lone-brace' ? FAULTS['lone-brace'] : `“${fault.what}” ${FAULTS[fault.fault]}`} />
                {isLead && <div className="flex flex-wrap items-center gap-3"><Checkbox isSelected={optional} onChange={(on) => change(part, at, { optional: on })}>Leave out where a fact is missing</Checkbox><Button size="small" kind="quiet" isDisabled={value[part].length === 1} onPress={() => change(part, at, null)}>Take out paragraph {at + 1}</Button></div>}
              </div>
            );
          })}
          {isLead && <div><Button size="small" onPress={() => draft.change({ ...value, [part]: [...value[part], { text: 'New paragraph', optional: false }] })}>Add a paragraph</Button></div>}
        </div>
      ))}
      <fieldset className="flex flex-col gap-1"><legend className="text-small font-medium text-ink-2">Required in the packet</legend>
        {value.parts.map((part, at) => <Checkbox key={part.kind} isSelected={part.required} isDisabled={!isLead || part.kind === 'cover-letter'} onChange={(on) => draft.change({ ...value, parts: value.parts.with(at, { ...part, required: on }) })} hint={part.why}>{partWords(part.kind)}</Checkbox>)}
      </fieldset>
      <Disclosure title="Facts a letter can name" level={2}><p className="figures text-ink-2">{LETTER_FIELDS.map((field) => `{{${field}}}`).join('  ')}</p></Disclosure>
      {isLead && (
        <>
          <TextField label="Why it is changed" value={reason} onChange={setReason} maxLength={300} />
          <div className="flex flex-wrap gap-2">
            <Button kind="primary" isPending={isBusy} isDisabled={reason.trim() === '' || faults.length > 0} onPress={() => void save(value)}>Save as a new version</Button>
            {isOwn && <Button isPending={isBusy} isDisabled={reason.trim() === ''} onPress={() => void save(null)}>Back to the shipped text</Button>}
          </div>
        </>
      )}
    </div>
  );
}
