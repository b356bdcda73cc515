import { nextSteps } from '../../rules/corrections/correction-steps.ts';
import type { CorrectionAnswer } from '../../rules/corrections/correction-answer.ts';
import type { GuardFinding } from '../../rules/corrections/duplicate-guard.ts';
import type { Correction, CorrectionState } from '../../rules/domain/correction.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Notice } from '../ui/Notice.tsx';
import { correctionFieldWords, correctionKindWords, correctionStateWords, guardWords } from '../words/correction-words.ts';
import { outcomeWords } from '../words/contact-words.ts';
import { usDates } from '../words/day-words.ts';
import { moneyWords } from '../words/money-words.ts';

export type CorrectionCardProps = {
  content: Correction; state: CorrectionState; guard: readonly GuardFinding[]; windowWords: string | null; isOpen: boolean;
  /** What came in since it was sent and looks like its answer. */
  answer?: CorrectionAnswer | null; onAnswer?: () => void; /** The case may be closed: the correction was paid. */ onClose?: () => void;
  onStep: (state: CorrectionState) => void; onCheck: () => void; onChange: () => void;
};

/** One correction from draft to its end: what is different, what speaks against sending, every step with its number. */
export function CorrectionCard({ content, state, guard, windowWords, isOpen, answer = null, onAnswer, onClose, onStep, onCheck, onChange }: CorrectionCardProps) {
  const { kind, originalClaimNumber, changes, records, statusCheck, steps, reason, duplicateReason, requestReference } = content;
  const isWaiting = state === 'draft' || state === 'rejected';
  return (
    <article className="flex flex-col gap-2 rounded-md border border-line px-2.5 py-2">
      <div className="flex flex-wrap items-center gap-1.5"><h3 className="font-medium">{correctionKindWords(kind)}</h3><Chip>{correctionStateWords(state)}</Chip></div>
      {windowWords !== null && state === 'draft' && <p className="text-small text-ink-2">{windowWords}</p>}
      {originalClaimNumber !== null && <p className="text-small text-ink-2">Original claim <span className="foreign figures">{originalClaimNumber}</span></p>}
      {requestReference !== null && <p className="text-small text-ink-2">Request <span className="foreign figures">{requestReference}</span></p>}
      {changes.length > 0 && <ul className="flex flex-col gap-0.5">{changes.map((change, index) => <li key={index} className="foreign break-words">{correctionFieldWords(change.field)}: {change.was === '' ? 'none' : change.was} → <span className="font-medium">{change.now === '' ? 'none' : change.now}</span></li>)}</ul>}
      {records.length > 0 && <ul className="flex flex-col gap-0.5">{records.map((record, index) => <li key={index} className="foreign break-words">{record.name}: {record.isEnclosed ? 'enclosed' : 'missing'}{record.pages === null ? '' : `, ${record.pages} pages`}</li>)}</ul>}
      {reason !== '' && <p className="foreign break-words text-ink-2">{reason}</p>}
      {statusCheck !== null && <p className="text-small text-ink-2">Status on {usDates(statusCheck.on)}: {outcomeWords(statusCheck.outcome).toLowerCase()}{statusCheck.reference === null ? '' : <span className="foreign figures">, {statusCheck.reference}</span>}</p>}
      {duplicateReason !== null && <p className="foreign text-small break-words text-ink-2">Sent all the same: {duplicateReason}</p>}
      {isWaiting && guard.length > 0 && <Notice tone="caution" title="Before it goes out">{guard.map((one) => <span key={`${one.code}:${one.caseId ?? ''}`} className="block">{guardWords(one.code)}</span>)}</Notice>}
      {steps.length > 0 && (
        <ol className="flex flex-col gap-0.5 border-l-2 border-line pl-2 text-small">
          {steps.map((step, index) => <li key={index} className="foreign break-words">{usDates(step.on)} {correctionStateWords(step.state).toLowerCase()}{step.channel === null ? '' : ` by ${step.channel}`}{step.confirmation === null ? step.noConfirmationReason === null ? '' : `, no number: ${step.noConfirmationReason}` : `, ${step.confirmation}`}{step.newClaimNumber === null ? '' : `, new claim ${step.newClaimNumber}`}{step.paidCents === null ? '' : `, ${moneyWords(step.paidCents)}`}{step.note === '' ? '' : `. ${step.note}`}</li>)}
        </ol>
      )}
      {isOpen && answer !== null && onAnswer !== undefined && (
        <Notice title={`Looks answered: ${correctionStateWords(answer.state).toLowerCase()}`} action={<Button size="small" onPress={onAnswer}>Record it</Button>}>
          {answer.from === 'remittance' ? 'A remittance' : answer.from === 'portal' ? 'The portal' : "The payer's answer to the file"} of {usDates(answer.on)}{answer.paidCents === null ? '' : `, ${moneyWords(answer.paidCents)} paid`}{answer.newClaimNumber === null ? '' : <span className="foreign">, claim {answer.newClaimNumber}</span>}.
        </Notice>
      )}
      {isOpen && state === 'paid' && onClose !== undefined && <Notice title="Paid" action={<Button size="small" onPress={onClose}>Close the case</Button>}>Nothing more is on its way with this correction.</Notice>}
      {isOpen && (
        <div className="flex flex-wrap gap-1.5">
          {isWaiting && kind !== 'records' && <Button size="small" onPress={onCheck}>Check status first</Button>}
          {nextSteps(kind, state).map((next) => <Button key={next} size="small" onPress={() => onStep(next)}>{correctionStateWords(next)}</Button>)}
          {state === 'draft' && <Button size="small" kind="quiet" onPress={onChange}>Change</Button>}
        </div>
      )}
    </article>
  );
}
