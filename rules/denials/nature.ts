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
  const somethingPaid = typeof input.paid === 'number' ? input.paid > 0 : (input.lines ?? []).some((line) => (line.paid ?? 0) > 0);

  if (input.status === 'reversed') return 'reversal';
  if (input.status === 'rejected') return 'rejection';
  const stopped = reasons.filter((reason) => reason.decision.kind !== 'reduction');
  if (stopped.some((reason) => reason.unprocessable) && stopped.every((reason) => reason.unprocessable)) return 'rejection';
  if (refusing.length > 0) return partOrWhole(input, refusing, somethingPaid);

  const bySign = fromStatusWord(input) ?? fromStatusCodes(status);
  if (bySign === 'denial' || bySign === 'partial-denial') {
    const shares = reasons.filter((reason) => reason.decision.kind === 'patient-share');
    // Denied and the patient's: a refusal all the same, unless the codes show nothing but cost share.
    if (shares.some((reason) => reason.decision.category !== 'patient-responsibility')) return bySign;
    // A status worked out from amounts counts every cut as refused; where the codes account for the whole charge, none is.
    return shares.length > 0 || accountedFor(input, reasons, somethingPaid) ? withoutRefusal(reasons, somethingPaid) : bySign;
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

/** Whether the reasons shown explain every cent that was not paid, so that no further reason can be hidden. */
function accountedFor(input: DenialInput, reasons: readonly Reason[], somethingPaid: boolean): boolean {
  if (reasons.length === 0) return false;
  const shown = reasons.reduce((sum, reason) => sum + (reason.cents ?? 0), 0);
  const open = (input.charge ?? 0) - (input.paid ?? 0);
  return reasons.some((reason) => reason.cents === null) || typeof input.charge !== 'number' ? somethingPaid : shown >= open;
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
