import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextField } from '../ui/TextField.tsx';
import { CHANNEL_FORMS, channelFieldWords } from '../words/call-words.ts';
import type { CallDraft } from './call-draft.ts';

const directions = [{ value: 'sent', label: 'Sent' }, { value: 'received', label: 'Received' }] as const;
/** Channels whose own fields are the point of the entry, so they stand open. */
const OPEN: ReadonlySet<string> = new Set(['fax', 'letter', 'email', 'portal-message', 'chat', 'peer-to-peer', 'ivr']);

/** What further belongs to a contact of this kind: the number used, ids, callback, pages of a fax, the doctors of a peer to peer. */
export function MoreContactFields({ draft, today, phones, onChange }: { draft: CallDraft; today: DayNumber; phones: readonly { label: string; number: string; path: string }[]; onChange: (part: Partial<CallDraft>) => void }) {
  const form = CHANNEL_FORMS[draft.channel];
  const filled = [draft.numberDialled, draft.representativeId, draft.department, draft.callbackNumber].filter((text) => text.trim() !== '').length;
  return (
    <Disclosure key={draft.channel} title={`${form.used}, callback and more`} level={2} isOpenAtFirst={OPEN.has(draft.channel)} {...(filled === 0 ? {} : { aside: `${filled} filled` })}>
      <div className="-ml-5.5 flex flex-col gap-2">
        <TextField label={form.used} value={draft.numberDialled} onChange={(numberDialled) => onChange({ numberDialled })} isIdentifier autoComplete="off" maxLength={300} />
        {form.isTimed && phones.length > 0 && (
          <ul className="flex flex-col gap-1" aria-label="Numbers of this payer">
            {phones.map((phone) => (
              <li key={`${phone.label}:${phone.number}`}>
                <button type="button" onClick={() => onChange({ numberDialled: phone.number, ...(phone.path === '' ? {} : { channelFields: { ...draft.channelFields, 'menu-path': phone.path } }) })} className="foreign min-h-6 w-full rounded-md border border-line px-2 py-1 text-left text-small hover:bg-hover">
                  {phone.label}: <span className="figures">{phone.number}</span>{phone.path !== '' && <span className="text-ink-2"> · {phone.path}</span>}
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
          <TextField label="Their ID or initial" value={draft.representativeId} onChange={(representativeId) => onChange({ representativeId })} autoComplete="off" maxLength={300} />
          <TextField label="Department" value={draft.department} onChange={(department) => onChange({ department })} autoComplete="off" maxLength={300} />
        </div>
        {form.fields.map((field) => (field === 'sent-or-received'
          ? <Choice key={field} label={channelFieldWords(field)} options={directions} value={directions.find(({ value }) => value === draft.channelFields[field])?.value ?? null} onChange={(value) => onChange({ channelFields: { ...draft.channelFields, [field]: value } })} />
          : <TextField key={field} label={channelFieldWords(field)} value={draft.channelFields[field] ?? ''} onChange={(value) => onChange({ channelFields: { ...draft.channelFields, [field]: value } })} autoComplete="off" maxLength={300} />))}
        <div className="grid grid-cols-[1fr_5rem] gap-2">
          <TextField label="Callback number" value={draft.callbackNumber} onChange={(callbackNumber) => onChange({ callbackNumber })} isIdentifier autoComplete="off" maxLength={300} />
          <TextField label="Extension" value={draft.callbackExtension} onChange={(callbackExtension) => onChange({ callbackExtension })} isIdentifier autoComplete="off" maxLength={300} />
        </div>
        <DateField label="They call back on" value={draft.callbackOn} onChange={(callbackOn) => onChange({ callbackOn })} today={today} />
      </div>
    </Disclosure>
  );
}
