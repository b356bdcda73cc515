import { explainRarc } from '../codes/explain.ts';
import type { LineOfBusiness } from '../domain/vocabulary.ts';
import { clocksFor } from './clocks.ts';
import type { Classification, ReasonSummary } from './classification.ts';
import type { Decision } from './decide.ts';
import { deniedAmount, nothingRefused, patientCents } from './denied-amount.ts';
import type { DenialInput } from './denial-input.ts';
import { explainReason } from './explain-reason.ts';
import { natureOf } from './nature.ts';
import type { Alternative } from './situation.ts';
import { byLead, reasonsOf, TIE_BREAK } from './reasons.ts';
import type { Reason } from './reasons.ts';
import { leadingStatus } from './status-reason.ts';
import { withoutReason } from './without-reason.ts';
import type { Appealable, CorrectionRoute, Nature } from './vocabulary.ts';

/**
 * Says what a claim's codes mean together, what kind of answer it is, where its cause lies and what to do next.
 * Never throws: unknown codes become "ask the payer". The verdicts come from the table in `situations/`.
 */
export function classifyDenial(input: DenialInput): Classification {
  const reasons = reasonsOf(input);
  const status = leadingStatus(input.statusCodes ?? []);
  const nature = natureOf(input, reasons, status);
  const lead = leadOf(nature, reasons);
  if (lead === undefined || nature === 'not-found' || nature === 'reversal' || nature === 'forwarded') return withoutReason(input, nature, status, reasons);

  const decision = wholeChargeCut(input, lead) ?? lead.decision;
  const lineOfBusiness = input.lineOfBusiness ?? null;
  const others = byLead(reasons.filter((reason) => reason !== lead));
  const open = nature === 'denial' || nature === 'partial-denial' || nature === 'rejection';
  const refused = open ? deniedAmount(input, reasons) : nothingRefused;
  const rejected = nature === 'rejection';
  const appeal = rejected ? rejectedAppeal : appealOf(lead, decision, nature);
  const path = rejected && decision.path !== 'bill-other-payer' ? ('correct-and-resubmit' as const) : decision.path;
  const correction = path === 'correct-and-resubmit' ? correctionRoute(lead, nature, lineOfBusiness) : null;
  const unsure = lineOfBusiness === 'medicare-ffs' && lead.carc === '16' && (nature === 'denial' || nature === 'partial-denial');
  const peerTalk = lead.rarcs.includes('N939');
  return {
    nature, category: decision.category, originStep: decision.origin, avoidable: decision.avoidable,
    path, correction,
    pathReason: [rejected && path !== decision.path ? 'The claim was returned unread: correct what the codes name and send it as a new claim.' : decision.because, correctionSentence(correction)].filter(Boolean).join(' '),
    appealable: appeal.appealable, appealReason: appeal.because,
    explanation: [rejected ? 'Returned as unprocessable, so not denied: nothing was decided on the service.' : '', explainReason(lead)].filter(Boolean).join(' '),
    lead: summary(lead), leadReason: others.length === 0 ? 'The only reason on the claim.' : TIE_BREAK, others: others.map(summary),
    deniedLines: refused.lines, deniedCents: refused.cents, deniedBasis: refused.basis, patientCents: patientCents(reasons),
    alternatives: rejected ? [] : [...(unsure ? [perhapsUnprocessable] : []), ...(decision.alternatives ?? [])],
    clocks: [...clocksFor({ nature, path, correction, appealable: appeal.appealable, peerTalk, lineOfBusiness }), ...(unsure ? (['timely-filing'] as const) : [])],
    basis: decision.rule === 'default' ? 'default' : 'table', rule: decision.rule, ruleFrom: decision.from,
  };
}

/** A "discount" of the whole charge is no discount: a rate is missing or another code is not shown. */
function wholeChargeCut(input: DenialInput, lead: Reason): Decision | null {
  const cut = lead.decision.rule === 'contract-cut' && input.paid === 0 && (input.charge ?? 0) > 0 && lead.cents !== null && lead.cents >= (input.charge ?? 0);
  return cut ? {
    ...lead.decision, path: 'call-payer', because: 'The whole charge was cut as if the fee were nothing: ask whether a rate is missing from the contract file before posting it.',
    appeal: 'possible', appealBecause: 'A fee of nothing can be disputed with the contract.', alternatives: [{ path: 'write-off', because: 'If the contract really pays nothing for it.' }],
  } : null;
}

/** The leading reason among those that fit the nature: refused money before held money before shares before cuts. */
function leadOf(nature: Nature, reasons: readonly Reason[]): Reason | undefined {
  const ofKind = (...kinds: string[]) => byLead(reasons.filter((reason) => kinds.includes(reason.decision.kind)))[0];
  switch (nature) {
    case 'denial': case 'partial-denial': return ofKind('denial') ?? ofKind('patient-share');
    case 'rejection': return ofKind('denial') ?? ofKind('patient-share');
    case 'pending': return ofKind('pending');
    case 'patient-share': return ofKind('patient-share');
    case 'not-denied': return ofKind('patient-share') ?? ofKind('reduction');
    default: return undefined;
  }
}

function summary(reason: Reason): ReasonSummary {
  const { groupCode, carc, rarcs, lines, cents, decision } = reason;
  return { groupCode, carc, rarcs, category: decision.category, path: decision.path, lines, cents };
}

/** Medicare returns nearly all claims with reason 16 unread; a page that shows the line's codes alone hides MA130. */
const perhapsUnprocessable: Alternative = {
  path: 'correct-and-resubmit', because: 'If the remittance carries MA130, which a page of lines may not show: it was returned unread, so send a new claim within the filing limit.',
};

type AppealAnswer = { appealable: Appealable; because: string };

const rejectedAppeal: AppealAnswer = {
  appealable: 'no', because: 'Nothing was decided, so there is nothing to appeal; the filing limit goes on running until a clean claim arrives.',
};

const usualAppealWords: Record<Appealable, string> = {
  yes: 'The payer judged the service, so the decision can be appealed.',
  possible: 'A right of appeal normally exists, but it does not mend what stopped the claim; keep its date in view.',
  no: 'There is no decision against payment to appeal.',
};

/** What the remarks themselves say about appealing beats the table, except that a notice of rights creates none by itself. */
function appealOf(lead: Reason, decision: Decision, nature: Nature): AppealAnswer {
  for (const code of lead.rarcs) {
    const remark = explainRarc(code);
    if (code === 'N139' || code === 'N140') return { appealable: 'no', because: 'TRICARE takes no appeal from this provider; the patient may appeal.' };
    if (remark?.appeal === false) return { appealable: 'no', because: `The payer says that there is no appeal (${remark.code}).` };
  }
  const { appeal, appealBecause } = decision;
  const granted = lead.rarcs.find((code) => explainRarc(code)?.appeal === true);
  // Notices of rights stand on paid remittances as well, so they only help where a decision can be appealed at all.
  const decided = nature === 'denial' || nature === 'partial-denial';
  if (granted !== undefined && decided && appeal !== 'no') return { appealable: 'yes', because: `${appealBecause ?? usualAppealWords.yes} The payer says so itself (${granted}).` };
  return { appealable: appeal, because: appealBecause ?? usualAppealWords[appeal] };
}

function correctionRoute(lead: Reason, nature: Nature, lineOfBusiness: LineOfBusiness | null): CorrectionRoute {
  if (nature === 'rejection' || lead.rarcs.some((code) => code === 'N142' || code === 'N517' || code === 'N798')) return 'new-claim';
  if (lead.rarcs.includes('N380')) return 'replacement-claim';
  return lineOfBusiness === 'medicare-ffs' ? 'reopening' : 'replacement-claim';
}

function correctionSentence(route: CorrectionRoute | null): string {
  switch (route) {
    case 'new-claim': return 'It goes as a new claim.';
    case 'replacement-claim': return 'It goes as a replacement (frequency 7) with the payer\'s claim number.';
    case 'reopening': return 'Medicare takes it as a clerical error reopening (Part B) or an adjusted bill (Part A); a new claim would be denied as a duplicate.';
    case null: return '';
  }
}
