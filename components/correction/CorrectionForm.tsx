import { Plus, X } from 'lucide-react';
import { correctionChange, requestedRecord } from '../../rules/domain/correction.ts';
import type { CorrectionChange, CorrectionKind, RequestedRecord } from '../../rules/domain/correction.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Choice } from '../ui/Choice.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { correctionFieldOptions, correctionFieldWords, correctionKindOptions } from '../words/correction-words.ts';
import { DialogForm } from '../work/DialogForm.tsx';
import { isOneOf, isText, useFields } from '../work/use-fields.ts';
import type { Keeping } from '../work/use-fields.ts';

export type CorrectionWords = { kind: CorrectionKind; originalClaimNumber: string | null; changes: CorrectionChange[]; reason: string; records: RequestedRecord[]; requestReference: string | null };
export type CorrectionFormProps = Keeping & { start: CorrectionWords; isNew: boolean; /** Last day of its window in words, where one is known. */ windowWords: string | null; isBusy: boolean; onSave: (words: CorrectionWords) => void; onClose: () => void };

type Fields = { kind: CorrectionKind; number: string; changes: CorrectionChange[]; reason: string; records: RequestedRecord[]; request: string };
// The first row stands ready, and the hand is in it: what is different is what a correction is about.
const blankChange: CorrectionChange = { field: 'other', was: '', now: '', why: '' };
const blankRecord: RequestedRecord = { name: '', isEnclosed: false, pages: null };
const isListOf = (shape: { safeParse: (value: unknown) => { success: boolean } }) => (value: unknown) => Array.isArray(value) && value.every((one) => shape.safeParse(one).success);

/** What goes back to the payer: which kind, under which number of theirs, and what is different this time. */
export function CorrectionForm({ start, isNew, windowWords, isBusy, onSave, onClose, ...keeping }: CorrectionFormProps) {
  const [{ kind, number, changes, reason, records, request }, set] = useFields<Fields>(
    { kind: start.kind, number: start.originalClaimNumber ?? '', changes: isNew && start.changes.length === 0 ? [blankChange] : start.changes, reason: start.reason, records: isNew && start.records.length === 0 ? [blankRecord] : start.records, request: start.requestReference ?? '' },
    { kind: isOneOf(correctionKindOptions), number: isText, changes: isListOf(correctionChange), reason: isText, records: isListOf(requestedRecord), request: isText }, keeping,
  );
  const isRecords = kind === 'records';
  // A row nobody filled is no change; of a kept draft whatever stands in it is kept.
  const given = changes.filter(({ was, now, why }) => [was, now, why].some((text) => text.trim() !== ''));
  const filled = (text: string) => (text.trim() === '' ? null : text.trim());
  const isReady = isRecords ? records.some(({ name }) => name.trim() !== '') : kind === 'replacement' ? given.length > 0 : true;
  const changeOf = (index: number, part: Partial<CorrectionChange>) => set({ changes: changes.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const recordOf = (index: number, part: Partial<RequestedRecord>) => set({ records: records.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <DialogForm title={isNew ? 'Correct and send again' : 'Change the draft'} save={isNew ? 'Begin' : 'Save'} isReady={isReady} isBusy={isBusy} onClose={onClose} onSave={() => onSave({ kind, originalClaimNumber: isRecords ? null : filled(number), changes: isRecords ? [] : given, reason: reason.trim(), records: isRecords ? records.filter(({ name }) => name.trim() !== '') : [], requestReference: filled(request) })}>
      {isNew && <Choice label="What goes out" options={correctionKindOptions} value={kind} onChange={(next) => set({ kind: next })} />}
      {windowWords !== null && <p className="text-ink-2">{windowWords}</p>}
      {!isRecords && <TextField label="Payer's number of the original claim" value={number} onChange={(next) => set({ number: next })} isIdentifier autoComplete="off" maxLength={300} {...(kind !== 'resubmission' && number.trim() === '' ? { hint: 'Without it the payer reads a new claim.' } : {})} />}
      {!isRecords && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-small font-medium text-ink-2">What is different</legend>
          {changes.map((change, index) => (
            <div key={index} className="flex flex-col gap-1.5 rounded-md border border-line p-2">
              <div className="flex items-end gap-1"><div className="min-w-0 flex-1"><SelectField label={`Change ${index + 1}`} options={correctionFieldOptions} value={change.field} onChange={(field) => changeOf(index, { field })} /></div><IconButton label={`Take away ${correctionFieldWords(change.field)}`} icon={<X aria-hidden className="size-3.5" />} onPress={() => set({ changes: changes.filter((_one, at) => at !== index) })} /></div>
              <div className="grid grid-cols-2 gap-2"><TextField label="Was" value={change.was} onChange={(was) => changeOf(index, { was })} autoComplete="off" maxLength={300} /><TextField label="Is now" value={change.now} autoFocus={isNew && index === 0} onChange={(now) => changeOf(index, { now })} autoComplete="off" maxLength={300} /></div>
            </div>
          ))}
          <div><Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => set({ changes: [...changes, blankChange] })}>Add a change</Button></div>
        </fieldset>
      )}
      {isRecords && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-small font-medium text-ink-2">What was asked for</legend>
          {records.map((record, index) => (
            <div key={index} className="flex flex-col gap-1 rounded-md border border-line p-2">
              <div className="grid grid-cols-[1fr_4.5rem] gap-2"><TextField label={`Record ${index + 1}`} value={record.name} autoFocus={isNew && index === 0} onChange={(name) => recordOf(index, { name })} autoComplete="off" maxLength={300} /><TextField label="Pages" value={record.pages === null ? '' : String(record.pages)} onChange={(text) => recordOf(index, { pages: /^\d{1,5}$/u.test(text) ? Number(text) : null })} inputMode="numeric" autoComplete="off" /></div>
              <Checkbox isSelected={record.isEnclosed} onChange={(isEnclosed) => recordOf(index, { isEnclosed })}>Enclosed</Checkbox>
            </div>
          ))}
          <div><Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => set({ records: [...records, blankRecord] })}>Add a record</Button></div>
          <TextField label="Number of the request" value={request} onChange={(next) => set({ request: next })} isIdentifier autoComplete="off" maxLength={300} />
        </fieldset>
      )}
      <TextField label="Why" aside="Optional" rows={2} value={reason} onChange={(next) => set({ reason: next })} maxLength={20_000} />
    </DialogForm>
  );
}
