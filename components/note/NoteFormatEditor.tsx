import { CONTACT_OUTCOMES } from '../../rules/domain/vocabulary.ts';
import type { ContactOutcome } from '../../rules/domain/vocabulary.ts';
import { NOTE_FIELDS } from '../../rules/notes/note-fields.ts';
import type { NoteValues } from '../../rules/notes/note-fields.ts';
import { DATE_FORMS } from '../../rules/notes/note-format.ts';
import type { NoteFormat } from '../../rules/notes/note-format.ts';
import { parseTemplate } from '../../rules/notes/note-template.ts';
import type { TemplateFault } from '../../rules/notes/note-template.ts';
import { noteParts, renderNote } from '../../rules/notes/render-note.ts';
import { Choice } from '../ui/Choice.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { outcomeWords } from '../words/contact-words.ts';

const faultWords: Record<TemplateFault['code'], string> = {
  'unknown-field': 'There is no such field', 'not-a-date': 'Days can be added to a date only', unclosed: 'Something is opened and not closed', 'no-if': 'There is no “if” before it', 'too-deep': 'Conditions stand too deep in one another',
  'too-long': 'The template is too long', 'not-understood': 'This is not understood',
};
const letterOptions = [{ value: 'as-typed', label: 'As typed' }, { value: 'capitals', label: 'Capitals' }] as const;
const lineOptions = [{ value: 'keep', label: 'Several lines' }, { value: 'one-line', label: 'One line' }] as const;
const characterOptions = [{ value: 'any', label: 'Any' }, { value: 'plain', label: 'Plain letters only' }] as const;
const moneyOptions = [{ value: '$1,234.56', label: '$1,234.56' }, { value: '1,234.56', label: '1,234.56' }, { value: '1234.56', label: '1234.56' }] as const;

/** Invented values, to see the note while its template is written. */
const SAMPLE: NoteValues = {
  today: '2026-03-09', initials: 'RI', user: 'Rosa Imbert', payer: 'Cedar Valley Health', claim_number: '26H0041177', account_number: 'JSF10276', member_end: '8812', service_from: '2026-02-03', service_to: '2026-02-03', provider: 'Dr Amit Sorrel',
  charge: 98_000, paid: 0, denied: 98_000, status: 'Denied', status_date: '2026-03-02', codes: 'CO-197, N54', channel: 'Phone', contact_date: '2026-03-09', dialled: '800-555-0100', rep: 'Dana K', rep_id: '20814', department: 'Claims', reference: 'CALL-77120',
  no_reference: null, callback: null, hold: 22, talk: 7, wrap: 1, outcome: 'In process', outcome_code: 'INPROC', answers: 'On which day did you receive the claim? 02/11/2026.', promise: 'Decision', promise_date: '2026-03-23', next_action: 'Check status', follow_up: '2026-03-24', last_day: '2026-08-29', note: 'Op report on file.',
};

/** The faults of a template in words; empty where it is sound. */
export function templateFaults(template: string): string[] {
  const parsed = parseTemplate(template);
  return 'faults' in parsed ? parsed.faults.map(({ code, text }) => `${faultWords[code]}${text === '' ? '' : `: ${text}`}`) : [];
}

function withCode(codes: NoteFormat['outcomeCodes'], outcome: ContactOutcome, code: string): NoteFormat['outcomeCodes'] {
  const { [outcome]: before, ...others } = codes;
  return code.trim() === '' && before !== undefined ? others : { ...codes, [outcome]: code };
}

/** How notes are written for the practice system in use: template, length, dates, codes; with the note it makes beside it. */
export function NoteFormatEditor({ format, onChange }: { format: NoteFormat; onChange: (format: NoteFormat) => void }) {
  const set = (part: Partial<NoteFormat>) => onChange({ ...format, ...part });
  const faults = templateFaults(format.template);
  return (
    <div className="flex flex-col gap-2.5">
      <TextField label="Name" value={format.name} onChange={(name) => set({ name })} maxLength={80} />
      <TextField label="Template" rows={7} value={format.template} onChange={(template) => set({ template })} maxLength={4000} hint="{{payer}}, {{follow_up + 5 days}}, {{today + 3 business days}}, {{if reference}} … {{else}} … {{end}}" />
      {faults.length > 0 && <Notice tone="problem" title="The template does not hold together">{faults.map((fault, index) => <span key={index} className="block">{fault}</span>)}</Notice>}
      {faults.length === 0 && noteParts(renderNote(format, SAMPLE).text, format.maxLength).map((part, index) => <p key={index} className="foreign figures rounded-md border border-line bg-sunken px-2.5 py-2 break-words whitespace-pre-line">{part}</p>)}
      <div className="grid grid-cols-2 gap-2">
        <TextField label="Longest note" value={format.maxLength === null ? '' : String(format.maxLength)} placeholder="No limit" inputMode="numeric" onChange={(text) => set({ maxLength: /^\d{1,5}$/u.test(text) ? Number(text) : null })} hint="Characters; more comes in parts" />
        <SelectField label="Dates" options={DATE_FORMS.map((value) => ({ value, label: value }))} value={format.dateForm} onChange={(dateForm) => set({ dateForm })} />
      </div>
      <Choice label="Amounts" options={moneyOptions} value={format.money} onChange={(money) => set({ money })} />
      <Choice label="Letters" options={letterOptions} value={format.letters} onChange={(letters) => set({ letters })} />
      <Choice label="Lines" options={lineOptions} value={format.lines} onChange={(lines) => set({ lines })} />
      <Choice label="Characters" options={characterOptions} value={format.characters} onChange={(characters) => set({ characters })} />
      <Disclosure title="Fields" level={2}><dl className="grid grid-cols-[9rem_1fr] gap-x-2 text-small">{Object.entries(NOTE_FIELDS).map(([name, { label }]) => <div key={name} className="contents"><dt className="figures text-ink-2">{name}</dt><dd>{label}</dd></div>)}</dl></Disclosure>
      <Disclosure title="Codes of the practice system" level={2}>
        <div className="grid grid-cols-2 gap-2">{CONTACT_OUTCOMES.map((outcome) => <TextField key={outcome} label={outcomeWords(outcome)} value={format.outcomeCodes[outcome] ?? ''} onChange={(code) => set({ outcomeCodes: withCode(format.outcomeCodes, outcome, code) })} maxLength={20} autoComplete="off" />)}</div>
      </Disclosure>
    </div>
  );
}
