import type { DayNumber } from '../../rules/domain/day-number.ts';
import { CLOCK_STARTS, DEADLINE_ACTIONS, FILING_PARTIES, LIMIT_UNITS, LINES_OF_BUSINESS } from '../../rules/payers/payer-rule.ts';
import type { ClockStart, DeadlineAction, FilingParty, LimitUnit, LineOfBusiness } from '../../rules/payers/payer-rule.ts';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { clockOptions, confidenceWords } from '../words/clock-words.ts';
import { partyOptions, startOptions, unitOptions } from '../words/library-words.ts';
import { lineOfBusinessOptions } from '../words/payer-words.ts';
import { stateOptions } from '../words/us-states.ts';
import { DialogForm } from '../work/DialogForm.tsx';
import { isDayOrNone, isOneOf, isText, useFields } from '../work/use-fields.ts';
import type { Check, Keeping } from '../work/use-fields.ts';

export type RuleFields = {
  action: DeadlineAction | null; value: string; unit: LimitUnit; startsFrom: ClockStart; lineOfBusiness: LineOfBusiness | null; state: string | null; party: FilingParty; scope: string;
  /** First notice the new window holds for; null where the old one was simply wrong. */
  from: string | null; confidence: 'high' | 'medium' | 'low'; sourceTitle: string; sourceUrl: string; citation: string; notes: string;
};

const oneOf = (values: readonly string[], isNoneAllowed = false): Check => isOneOf(values.map((value) => ({ value })), isNoneAllowed);
const checks: { [K in keyof RuleFields]: Check } = {
  action: oneOf(DEADLINE_ACTIONS, true), value: isText, unit: oneOf(LIMIT_UNITS), startsFrom: oneOf(CLOCK_STARTS), lineOfBusiness: oneOf(LINES_OF_BUSINESS, true), state: (value) => value === null || typeof value === 'string', party: oneOf(FILING_PARTIES), scope: isText,
  from: isDayOrNone, confidence: oneOf(['high', 'medium', 'low']), sourceTitle: isText, sourceUrl: isText, citation: isText, notes: isText,
};
const confidenceOptions = (['high', 'medium', 'low'] as const).map((value) => ({ value, label: confidenceWords(value) }));

const isNumber = (text: string) => /^\s*\d{1,4}\s*$/u.test(text) && Number(text) >= 1;
const isWeb = (text: string) => /^https?:\/\/[^\s/]+\.[^\s]+$/iu.test(text.trim());

/** A rule's window and what it rests on. `isNew`: a rule that is not there yet; else what it speaks to stays as it is. */
export function RuleForm({ given, isNew, payerName, today, isBusy, onNext, onClose, ...keeping }: Keeping & { given: RuleFields; isNew: boolean; payerName: string; today: DayNumber; isBusy: boolean; onNext: (fields: RuleFields) => void; onClose: () => void }) {
  const [fields, set] = useFields<RuleFields>(given, checks, keeping);
  const isReady = isNumber(fields.value) && fields.action !== null && fields.lineOfBusiness !== null && fields.sourceTitle.trim() !== '' && isWeb(fields.sourceUrl) && fields.notes.trim() !== '';
  return (
    <DialogForm wide title={isNew ? `New rule for ${payerName}` : 'Change the rule'} save="Next: which dates move" isReady={isReady} isBusy={isBusy} onSave={() => onNext(fields)} onClose={onClose}>
      {isNew && (
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField label="Step" options={clockOptions} value={fields.action} onChange={(action) => set({ action })} />
          <SelectField label="Kind of plan" options={lineOfBusinessOptions} value={fields.lineOfBusiness} onChange={(lineOfBusiness) => set({ lineOfBusiness })} />
          <SelectField label="Who may take it" options={partyOptions} value={fields.party} onChange={(party) => set({ party })} />
          <SelectField label="State, where it holds in one only" options={stateOptions} value={fields.state} onChange={(state) => set({ state })} placeholder="Every state" />
        </div>
      )}
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField label="Window" isIdentifier inputMode="numeric" value={fields.value} onChange={(value) => set({ value })} isRequired autoFocus error={fields.value.trim() === '' || isNumber(fields.value) ? null : 'A whole number, 1 to 9999.'} />
        <SelectField label="Of" options={unitOptions} value={fields.unit} onChange={(unit) => set({ unit })} />
        <SelectField label="Counted from" options={startOptions.filter(({ value }) => value !== 'other' || fields.startsFrom === 'other')} value={fields.startsFrom} onChange={(startsFrom) => set({ startsFrom })} />
      </div>
      {!isNew && <DateField label="Holds for notices from" value={fields.from} onChange={(from) => set({ from })} today={today} hint="Leave empty where the old window was wrong. With a day, older notices keep the old window." />}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Source" value={fields.sourceTitle} onChange={(sourceTitle) => set({ sourceTitle })} maxLength={300} isRequired placeholder="Provider manual 2026, chapter 10" />
        <TextField label="Its address" value={fields.sourceUrl} onChange={(sourceUrl) => set({ sourceUrl })} maxLength={500} isRequired placeholder="https://" error={fields.sourceUrl.trim() === '' || isWeb(fields.sourceUrl) ? null : 'A web address, such as https://payer.com/manual.'} />
        <TextField label="Page or paragraph" value={fields.citation} onChange={(citation) => set({ citation })} maxLength={200} placeholder="Page 12" />
        <SelectField label="How sure" options={confidenceOptions} value={fields.confidence} onChange={(confidence) => set({ confidence })} hint="What nobody verified gives a warning and no date." />
      </div>
      <TextField label="Only for" value={fields.scope} onChange={(scope) => set({ scope })} maxLength={300} placeholder="Every denial" hint="Where the rule is for some claims only, in words." />
      <TextField label="What the source says" rows={3} value={fields.notes} onChange={(notes) => set({ notes })} maxLength={3000} isRequired aside="No patient names" />
    </DialogForm>
  );
}
