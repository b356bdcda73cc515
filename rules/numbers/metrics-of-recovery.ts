import type { DenialRow } from './denial-row.ts';
import type { Look, Metric } from './metric.ts';
import { isDenied, isInitial } from './metrics-of-denials.ts';
import { isWithin } from './period.ts';

const closedIn = (row: DenialRow, look: Look): boolean => isDenied(row) && !row.open && row.outcome !== null && isWithin(row.closedDay, look.period);
/** Paid at least in part after the denial. "Closed" without money and "billed to the patient" are ends, but no recovery. */
export const isRecovered = (row: DenialRow): boolean => !row.open && row.recoveredCents > 0;
const one = () => 1;
const isStillOpen = (row: DenialRow): boolean => isDenied(row) && row.open;
const writtenOff = (row: DenialRow): number => (row.outcome === 'written-off' ? Math.max(0, row.deniedCents - row.recoveredCents) : 0);
const decidedAppeals = (row: DenialRow, { period }: Look) => row.appeals.filter(({ decidedDay, result }) => isWithin(decidedDay, period) && result !== null && result !== 'withdrawn' && result !== 'dismissed');

export const METRICS_OF_RECOVERY: readonly Metric[] = [
  {
    id: 'recovery-rate-claims', title: 'Recovery rate, claims', group: 'recovery', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'higher',
    formula: 'Denied claims later paid in full or part ÷ denied claims with a final outcome × 100', numerator: 'denied claims later paid', denominator: 'denied claims with a final outcome',
    counted: 'By the day the work ended. Open claims are left out and named. Paid in part counts, and is shown apart.',
    measure: { kind: 'share', of: 'claims', counts: closedIn, top: (row) => (isRecovered(row) ? 1 : 0), bottom: one },
    leftOpen: isStillOpen,
    beside: [{ label: 'paid in full', unit: 'count', of: (row, look) => (closedIn(row, look) && isRecovered(row) && row.recoveredCents >= row.deniedCents ? 1 : 0) }, { label: 'paid in part', unit: 'count', of: (row, look) => (closedIn(row, look) && isRecovered(row) && row.recoveredCents < row.deniedCents ? 1 : 0) }],
  },
  {
    id: 'recovery-rate-dollars', title: 'Recovery rate, dollars', group: 'recovery', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'higher',
    formula: 'Dollars the payer paid on denied claims after the denial ÷ denied dollars of the same claims × 100', numerator: 'dollars paid by the payer', denominator: 'denied dollars of finished claims',
    counted: 'By the day the work ended. Payer\'s money only, never more than was denied; the patient\'s part is a second figure.',
    measure: { kind: 'share', of: 'cents', counts: closedIn, top: (row) => Math.min(row.recoveredCents, row.deniedCents), bottom: (row) => row.deniedCents },
    leftOpen: isStillOpen,
    beside: [{ label: 'owed by patients, not counted', unit: 'cents', of: (row, look) => (closedIn(row, look) ? row.patientCents : 0) }],
  },
  {
    id: 'recovery-rate-cohort', title: 'Recovery of what was sent', group: 'recovery', unit: 'percent', view: 'cohort', version: 1, changed: [], restsOn: [], better: 'higher',
    formula: 'Denied claims of the months sent that were later paid ÷ all denied claims of these months × 100', numerator: 'denied claims later paid', denominator: 'all denied claims, open ones too',
    counted: 'By the month the claim was sent (from an imported 837 or 277CA), whatever came when. Open claims count as not recovered, so this is a lower bound.',
    measure: { kind: 'share', of: 'claims', counts: (row, look) => isDenied(row) && isWithin(row.submittedDay, look.period), top: (row) => (isRecovered(row) ? 1 : 0), bottom: one },
    leftOpen: (row, look) => isStillOpen(row) && isWithin(row.submittedDay, look.period),
    beside: [{ label: 'denied claims whose sending is not on file', unit: 'count', of: (row) => (isDenied(row) && row.submittedDay === null ? 1 : 0) }],
  },
  {
    id: 'appeal-overturn-rate', title: 'Appeals won', group: 'recovery', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'higher',
    formula: 'Appeals overturned in full or part ÷ appeals decided × 100', numerator: 'appeals overturned', denominator: 'appeals decided',
    counted: 'By the day of the decision, every level by itself. Withdrawn and dismissed appeals are not decided. Appeals that wait are left out and named.',
    measure: {
      kind: 'share', of: 'appeals', counts: (row, look) => decidedAppeals(row, look).length > 0, size: (row, look) => decidedAppeals(row, look).length,
      top: (row, look) => decidedAppeals(row, look).filter(({ result }) => result === 'overturned' || result === 'partly-overturned').length, bottom: (row, look) => decidedAppeals(row, look).length,
    },
    leftOpen: (row) => row.open && row.appeals.some(({ decidedDay }) => decidedDay === null),
    beside: [{ label: 'overturned in part', unit: 'count', of: (row, look) => decidedAppeals(row, look).filter(({ result }) => result === 'partly-overturned').length }, { label: 'withdrawn or dismissed', unit: 'count', of: (row, { period }) => row.appeals.filter(({ decidedDay, result }) => isWithin(decidedDay, period) && (result === 'withdrawn' || result === 'dismissed')).length }],
  },
  {
    id: 'write-off-rate', title: 'Written off', group: 'recovery', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Dollars written off on denied claims ÷ denied dollars of the finished claims × 100', numerator: 'dollars written off', denominator: 'denied dollars of finished claims',
    counted: 'By the day the work ended. What the payer paid before is not written off.',
    measure: { kind: 'share', of: 'cents', counts: closedIn, top: writtenOff, bottom: (row) => row.deniedCents },
    leftOpen: isStillOpen,
    beside: [{ label: 'claims written off', unit: 'count', of: (row, look) => (closedIn(row, look) && row.outcome === 'written-off' ? 1 : 0) }],
  },
  {
    id: 'avoidable-write-offs', title: 'Avoidable write-offs', group: 'recovery', unit: 'cents', view: 'event', version: 1, changed: [], restsOn: ['partialsCount'], better: 'lower',
    formula: 'Dollars of avoidable initial denials that ended without being recovered', numerator: 'dollars lost', denominator: null,
    counted: 'By the day the work ended, of claims denied at first answer and marked avoidable.',
    measure: { kind: 'total', counts: (row, look) => closedIn(row, look) && isInitial(row, look) && row.avoidable === 'yes' && row.outcome === 'written-off', cents: writtenOff },
    beside: [{ label: 'written off, not decided whether avoidable', unit: 'cents', of: (row, look) => (closedIn(row, look) && row.avoidable === 'undecided' ? writtenOff(row) : 0) }],
  },
  {
    id: 'labour-cost', title: 'Labor cost per denial', group: 'cost', unit: 'cents', view: 'event', version: 1, changed: [], restsOn: ['hourlyCostCents', 'monthlyFeesCents'], better: 'lower',
    formula: '(Minutes logged × cost of an hour + tools and fees) ÷ denials closed', numerator: 'cost of the work', denominator: 'denials closed',
    counted: 'By the day the work ended. Only logged minutes count; claims without any are named.',
    measure: { kind: 'cost', what: 'per-denial', counts: closedIn },
    leftOpen: isStillOpen,
    beside: [{ label: 'closed without logged minutes', unit: 'count', of: (row, look) => (closedIn(row, look) && row.minutes === null ? 1 : 0) }],
  },
  {
    id: 'net-recovery', title: 'Net recovery', group: 'cost', unit: 'cents', view: 'event', version: 1, changed: [], restsOn: ['hourlyCostCents', 'monthlyFeesCents'], better: 'higher',
    formula: 'Recovered dollars − cost of the work', numerator: 'recovered dollars', denominator: null,
    counted: 'By the day the work ended.',
    measure: { kind: 'cost', what: 'net', counts: closedIn },
    leftOpen: isStillOpen,
    beside: [{ label: 'closed without logged minutes', unit: 'count', of: (row, look) => (closedIn(row, look) && row.minutes === null ? 1 : 0) }],
  },
];
