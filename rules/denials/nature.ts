import type { DenialInput } from './denial-input.ts';
import type { Reason } from './reasons.ts';
import type { StatusReason } from './status-reason.ts';
import type { Nature } from './vocabulary.ts';

/**
 * What kind of answer the payer gave. Adjudication beats acknowledgement: a 277 rejection counts only where nothing
 * was adjudicated, since a claim can be rejected once and decided later. MA130 always means unprocessable.
 */
export function natureOf(input: DenialInput, reasons: readonly Reason[], status: StatusReason | null): Nature {
  const refusing = reasons.filter((reason) => reason.decision.kind === 'denial');
  const somethingPaid = (input.paid ?? 0) > 0 || (input.lines ?? []).some((line) => (line.paid ?? 0) > 0);

  if (input.status === 'reversed') return 'reversal';
  if (input.status === 'rejected') return 'rejection';
  const stopped = reasons.filter((reason) => reason.decision.kind !== 'reduction');
  if (stopped.some((reason) => reason.unprocessable) && stopped.every((reason) => reason.unprocessable)) return 'rejection';
  if (refusing.length > 0) return partOrWhole(input, refusing, somethingPaid);

  const bySign = fromStatusWord(input) ?? fromStatusCodes(status);
  if (bySign === 'denial' || bySign === 'partial-denial') {
    // The payer says denied and the only codes shown give the money to the patient: that is the whole answer. With nothing but agreed cuts shown, the reason is still missing.
    return reasons.some((reason) => reason.decision.kind === 'patient-share') ? withoutRefusal(reasons, somethingPaid) : bySign;
  }
  if (reasons.some((reason) => reason.decision.kind === 'pending')) return 'pending';
  if (bySign !== null && bySign !== 'not-denied') return bySign;
  if (reasons.length > 0) return withoutRefusal(reasons, somethingPaid);
  return bySign ?? (somethingPaid ? 'not-denied' : input.paid === 0 && (input.charge ?? 0) > 0 ? 'denial' : 'unknown');
}

/** Only shares and cuts on the claim: nothing was refused, the question is only who owes what. */
function withoutRefusal(reasons: readonly Reason[], somethingPaid: boolean): Nature {
  return !somethingPaid && reasons.some((reason) => reason.decision.kind === 'patient-share') ? 'patient-share' : 'not-denied';
}

function partOrWhole(input: DenialInput, refusing: readonly Reason[], somethingPaid: boolean): Nature {
  if (somethingPaid || input.status === 'partially-denied') return 'partial-denial';
  if (input.status === 'denied' || refusing.some((reason) => reason.lines.length === 0)) return 'denial';
  const lines = input.lines ?? [];
  const refusedLines = new Set(refusing.flatMap((reason) => reason.lines));
  return lines.length > 0 && lines.some((line) => !refusedLines.has(line.line) && line.status !== 'denied') ? 'partial-denial' : 'denial';
}

function fromStatusWord(input: DenialInput): Nature | null {
  switch (input.status) {
    case 'denied': return 'denial';
    case 'partially-denied': return 'partial-denial';
    case 'pending': case 'acknowledged': return 'pending';
    case 'information-requested': return 'information-request';
    case 'forwarded': return 'forwarded';
    case 'not-found': return 'not-found';
    case 'paid': return 'not-denied';
    default: return null;
  }
}

function fromStatusCodes(status: StatusReason | null): Nature | null {
  switch (status?.outcome) {
    case 'rejected': return 'rejection';
    case 'finalized-denied': return 'denial';
    case 'finalized-paid': return 'not-denied';
    case 'request-for-information': return 'information-request';
    case 'not-found': return 'not-found';
    case 'pending': case 'accepted': return 'pending';
    default: return null;
  }
}
