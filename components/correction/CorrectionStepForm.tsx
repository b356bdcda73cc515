import type { CorrectionAnswer } from '../../rules/corrections/correction-answer.ts';
import type { GuardFinding } from '../../rules/corrections/duplicate-guard.ts';
import { CORRECTION_CHANNELS } from '../../rules/domain/correction.ts';
import type { CorrectionKind, CorrectionState } from '../../rules/domain/correction.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { shownCents, typedCents } from '../../rules/review/typed-money.ts';
import type { Cadence } from '../../rules/work/payer-cadence.ts';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { correctionChannelOptions, correctionKindWords, correctionStateWords, guardWords } from '../words/correction-words.ts';
import { isoOfDay, usDates } from '../words/day-words.ts';
import { DialogForm } from '../work/DialogForm.tsx';
import { isDayOrNone, isOneOf, isText, useFields } from '../work/use-fields.ts';
import type { Keeping } from '../work/use-fields.ts';

export type CorrectionStepWords = {
  state: CorrectionState; on: string; channel: (typeof CORRECTION_CHANNELS)[number] | null; confirmation: string | null; noConfirmationReason: string | null; newClaimNumber: string | null;
  paidCents: number | null; note: string; followUpOn: string | null; duplicateReason: string | null; lateReason: string | null;
};
export type CorrectionStepFormProps = Keeping & {
  kind: CorrectionKind; state: CorrectionState; guard: readonly GuardFinding[]; /** What was read of its answer, as the first words of the step. */ answer?: CorrectionAnswer | null; lastDay: string | null; today: DayNumber; cadence: Cadence; isBusy: boolean; onSave: (step: CorrectionStepWords) => void; onClose: () => void;
};

type Fields = { on: string | null; channel: (typeof CORRECTION_CHANNELS)[number] | null; confirmation: string; reason: string; number: string; paid: string; note: string; followUpOn: string | null; duplicate: string; late: string };

/** One step of a correction: sent, accepted, rejected, paid. Sending shows what speaks against it first. */
export function CorrectionStepForm({ kind, state, guard, answer = null, lastDay, today, cadence, isBusy, onSave, onClose, ...keeping }: CorrectionStepFormProps) {
  const isSending = state === 'sent';
  const [fields, set] = useFields<Fields>(
    { on: answer?.on ?? isoOfDay(today), channel: isSending ? 'edi' : null, confirmation: '', reason: '', number: answer?.newClaimNumber ?? '', paid: answer?.paidCents == null ? '' : shownCents(answer.paidCents), note: '', followUpOn: ['paid', 'voided', 'withdrawn'].includes(state) ? null : isoOfDay(today + cadence.days), duplicate: '', late: '' },
    { on: isDayOrNone, channel: isOneOf(correctionChannelOptions, true), confirmation: isText, reason: isText, number: isText, paid: isText, note: isText, followUpOn: isDayOrNone, duplicate: isText, late: isText }, keeping,
  );
  const { on, channel, confirmation, reason, number, paid, note, followUpOn, duplicate, late } = fields;
  const stops = guard.filter(({ weight }) => weight === 'stop');
  const isLate = isSending && lastDay !== null && on !== null && on > lastDay;
  const cents = paid.trim() === '' ? null : typedCents(paid);
  const filled = (text: string) => (text.trim() === '' ? null : text.trim());
  const isReady = on !== null && (!isSending || (channel !== null && followUpOn !== null && (filled(confirmation) ?? filled(reason)) !== null && (stops.length === 0 || filled(duplicate) !== null))) && (state !== 'paid' || cents !== null);
  const save = () => {
    if (on === null) return;
    onSave({ state, on, channel, confirmation: filled(confirmation), noConfirmationReason: filled(confirmation) === null ? filled(reason) : null, newClaimNumber: filled(number), paidCents: state === 'paid' ? cents : null, note: note.trim(), followUpOn, duplicateReason: filled(duplicate), lateReason: isLate ? filled(late) : null });
  };
  return (
    <DialogForm title={`${correctionKindWords(kind)}: ${correctionStateWords(state).toLowerCase()}`} save="Save" isReady={isReady} isBusy={isBusy} onSave={save} onClose={onClose}>
      {isSending && guard.length > 0 && (
        <Notice tone={stops.length > 0 ? 'problem' : 'caution'} title={stops.length > 0 ? 'Before you send' : 'Worth a look'}>
          {guard.map((one) => <span key={`${one.code}:${one.caseId ?? ''}`} className="block">{guardWords(one.code)}{one.claimControlNumber !== null && <span className="foreign figures"> ({one.claimControlNumber})</span>}</span>)}
        </Notice>
      )}
      {isSending && stops.length > 0 && <TextField label="Why it goes out all the same" value={duplicate} onChange={(next) => set({ duplicate: next })} maxLength={300} />}
      <DateField label={isSending ? 'Sent on' : 'On'} value={on} onChange={(next) => set({ on: next })} today={today} />
      {isLate && <TextField label="Good cause for being late" hint={`The last day was ${usDates(lastDay ?? '')}.`} value={late} onChange={(next) => set({ late: next })} maxLength={300} />}
      {isSending && <Choice label="How" options={correctionChannelOptions} value={channel} onChange={(next) => set({ channel: next })} />}
      {isSending && <TextField label="Confirmation number" value={confirmation} onChange={(next) => set({ confirmation: next })} isIdentifier autoComplete="off" maxLength={300} />}
      {isSending && confirmation.trim() === '' && <TextField label="Why there is none" value={reason} onChange={(next) => set({ reason: next })} maxLength={300} placeholder="None issued" />}
      {!isSending && kind !== 'records' && <TextField label="Payer's number of the new claim" aside="If given" value={number} onChange={(next) => set({ number: next })} isIdentifier autoComplete="off" maxLength={300} />}
      {state === 'paid' && <TextField label="Paid" value={paid} onChange={(next) => set({ paid: next })} inputMode="decimal" isIdentifier autoComplete="off" placeholder="480.00" {...(paid.trim() !== '' && cents === null ? { error: 'No such amount.' } : {})} />}
      <DateField label="Follow up on" value={followUpOn} onChange={(next) => set({ followUpOn: next })} today={today} />
      <TextField label="Note" aside="Optional" rows={2} value={note} onChange={(next) => set({ note: next })} maxLength={20_000} />
    </DialogForm>
  );
}
