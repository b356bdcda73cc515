import type { DenialCategory } from '../codes/vocabulary.ts';
import { clocksFor } from './clocks.ts';
import type { Classification } from './classification.ts';
import { deniedAmount, patientCents } from './denied-amount.ts';
import type { DenialInput } from './denial-input.ts';
import { categoryFromWords } from './payer-words.ts';
import { byLead } from './reasons.ts';
import type { Reason } from './reasons.ts';
import type { StatusReason } from './status-reason.ts';
import type { AdvisedPath, Appealable, Avoidable, CorrectionRoute, Nature } from './vocabulary.ts';
import { usualOrigin } from './vocabulary.ts';

type Advice = { path: AdvisedPath; because: string; appeal: Appealable; appealBecause: string; correction: CorrectionRoute | null };

/**
 * The classification of a claim without a usable reason code: from its 277 status, the payer's own words, or the bare
 * outcome. What is guessed is marked so.
 */
export function withoutReason(input: DenialInput, nature: Nature, status: StatusReason | null, reasons: readonly Reason[]): Classification {
  const messages = [...(input.payerCodes ?? []), ...(input.lines ?? []).flatMap((line) => line.payerCodes ?? [])];
  const fromWords = messages.map((message) => categoryFromWords(message.text)).find((category) => category !== null) ?? null;
  const category: DenialCategory = nature === 'rejection' && status?.category === 'other' ? 'claim-data'
    : nature === 'information-request' ? (status === null || status.category === 'other' || status.category === 'claim-data' ? 'documentation' : status.category)
    // Before a decision a code about claim data only says what was looked at, not what is wrong.
    : nature === 'pending' && status?.category === 'claim-data' ? 'other'
    : status !== null && status.category !== 'other' ? status.category : (fromWords ?? (nature === 'rejection' ? 'claim-data' : 'other'));
  const advice = adviceFor(nature, category, input);
  const refused = deniedAmount(input, reasons);
  const said = status === null ? '' : `${status.words} (${status.code}).`;
  const own = messages.length === 0 ? '' : `The payer's own codes stand here: ${messages.slice(0, 5).map((message) => message.code.slice(0, 20)).join(', ')}.`;
  const open = nature === 'denial' || nature === 'partial-denial' || nature === 'rejection' || nature === 'information-request';
  return {
    nature, category, originStep: open && category !== 'other' ? usualOrigin[category] : 'undecided', avoidable: avoidableBy(nature, category),
    path: advice.path, pathReason: advice.because, correction: advice.correction,
    appealable: advice.appeal, appealReason: advice.appealBecause,
    explanation: [natureWords[nature], said, own].filter(Boolean).join(' '),
    lead: null, leadReason: 'No standard reason code was read as the cause.',
    others: byLead(reasons).map(({ groupCode, carc, rarcs, lines, cents, decision }) => ({ groupCode, carc, rarcs, category: decision.category, path: decision.path, lines, cents })),
    deniedLines: open ? refused.lines : [], deniedCents: open ? refused.cents : 0, deniedBasis: open ? refused.basis : null, patientCents: patientCents(reasons), alternatives: [],
    clocks: clocksFor({ nature, path: advice.path, correction: advice.correction, appealable: advice.appeal, peerTalk: false, lineOfBusiness: input.lineOfBusiness ?? null }),
    basis: 'guess', rule: 'no-reason-code', ruleFrom: status === null ? 'Outcome of the claim only' : 'Claim status codes',
  };
}

const avoidableBy = (nature: Nature, category: DenialCategory): Avoidable => {
  if (nature === 'rejection') return 'yes';
  if (nature !== 'denial' && nature !== 'partial-denial') return 'no';
  return ['eligibility', 'patient-data', 'coordination-of-benefits', 'prior-authorization', 'claim-data', 'coding', 'bundling', 'documentation', 'timely-filing', 'duplicate'].includes(category) ? 'yes' : 'undecided';
};

const natureWords: Readonly<Record<Nature, string>> = {
  denial: 'Denied; no standard reason code is shown.',
  'partial-denial': 'Denied in part; no standard reason code is shown.',
  rejection: 'Rejected before it was decided, so not denied.',
  'information-request': 'The payer waits for information before it decides.',
  pending: 'Not decided yet.',
  'patient-share': 'Nothing was refused; the amount is the patient\'s.',
  'not-denied': 'Nothing was refused.',
  reversal: 'An earlier decision was taken back; money paid for it may be recovered.',
  forwarded: 'Passed on to another payer.',
  'not-found': 'The payer does not have this claim.',
  unknown: 'The outcome cannot be told from what is shown.',
};

function adviceFor(nature: Nature, category: DenialCategory, input: DenialInput): Advice {
  const noAppeal = (appealBecause: string) => ({ appeal: 'no' as const, appealBecause, correction: null });
  const undecided = noAppeal('Nothing has been decided, so there is nothing to appeal.');
  switch (nature) {
    case 'rejection':
      return { path: 'correct-and-resubmit', because: 'It never entered the payer\'s decision: correct what the status names and send it as a new claim before the filing limit.', ...undecided, appealBecause: 'Nothing was decided, so there is nothing to appeal; the filing limit goes on running until a clean claim arrives.', correction: 'new-claim' };
    case 'information-request':
      return { path: 'send-records', because: 'Send what is asked for before the date in the request, by a route that confirms receipt.', ...undecided };
    case 'pending':
      return { path: 'wait-for-payer', because: 'Look again when the payer\'s usual time has passed.', ...undecided };
    case 'not-found':
      return { path: 'call-payer', because: 'Check that it was sent to the right payer and accepted; if no acceptance can be shown, send it before the filing limit.', ...undecided };
    case 'forwarded':
      return { path: 'wait-for-payer', because: 'Another payer has it now: follow the claim there.', ...undecided };
    case 'reversal':
      return { path: 'call-payer', because: 'See whether a corrected decision follows on the same remittance; if not, ask why it was taken back and by when it can be disputed.', appeal: 'possible', appealBecause: 'Taking money back is a decision of its own with its own dispute window.', correction: null };
    case 'patient-share': case 'not-denied':
      return { path: 'none', because: 'Nothing is open with this payer.', ...noAppeal('There is no decision against payment to appeal.') };
    case 'unknown':
      return { path: 'call-payer', because: 'Read the remittance or ask the payer for the outcome.', appeal: 'possible', appealBecause: 'Not known until the outcome is.', correction: null };
    case 'denial': case 'partial-denial':
      if (category === 'timely-filing' && input.lineOfBusiness === 'medicare-ffs') {
        return { path: 'write-off', because: 'Medicare\'s one-year limit has passed and the patient may not be billed; ask the contractor if an exception fits.', ...noAppeal('A late-filing denial is no initial determination under Medicare, so it carries no appeal right.') };
      }
      return { path: 'call-payer', because: category === 'other' ? 'No reason code is shown: open the remittance or the lines, or ask the payer for reason and remark codes.' : 'Only the payer\'s own words or a status point at the cause: confirm reason and remark codes, then choose the path.', appeal: 'possible', appealBecause: 'It is a decision against payment; whether an appeal is the way depends on the reason.', correction: null };
  }
}
