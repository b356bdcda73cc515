import type { DenialRow } from './denial-row.ts';
import type { Look, Metric } from './metric.ts';
import { isWithin } from './period.ts';

/** Whether the payer's first answer was a denial, as the practice counts it. A rejection never is: it was not taken in. */
export const isInitial = (row: DenialRow, { settings }: Pick<Look, 'settings'>): boolean => row.first === 'denial' || (row.first === 'partial-denial' && settings.partialsCount);
export const isDenied = (row: DenialRow): boolean => row.first !== 'rejection';
const deniedIn = (row: DenialRow, look: Look): boolean => isDenied(row) && isWithin(row.deniedDay, look.period);
const initialIn = (row: DenialRow, look: Look): boolean => isInitial(row, look) && isWithin(row.deniedDay, look.period);
const one = () => 1;

export const METRICS_OF_DENIALS: readonly Metric[] = [
  {
    id: 'initial-denial-rate-claims', title: 'Initial denial rate, claims', group: 'denials', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: ['partialsCount'], better: 'lower',
    formula: 'Claims whose first payer answer is a denial ÷ claims submitted in the same months × 100', numerator: 'claims denied at first answer', denominator: 'claims submitted',
    counted: 'By the day of the first denial. A claim denied twice counts once. Rejections are left out. Claims denied in part count or not by a setting.',
    measure: { kind: 'per-submitted', of: 'claims', counts: initialIn, top: one },
    beside: [{ label: 'denied dollars', unit: 'cents', of: (row, look) => (initialIn(row, look) ? row.deniedCents : 0) }, { label: 'denied in part', unit: 'count', of: (row, look) => (row.first === 'partial-denial' && deniedIn(row, look) ? 1 : 0) }, { label: 'rejections, left out', unit: 'count', of: (row, look) => (row.first === 'rejection' && isWithin(row.deniedDay, look.period) ? 1 : 0) }],
  },
  {
    id: 'initial-denial-rate-dollars', title: 'Initial denial rate, dollars', group: 'denials', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: ['partialsCount'], better: 'lower',
    formula: 'Billed dollars denied at first answer ÷ billed dollars submitted in the same months × 100', numerator: 'billed dollars denied at first answer', denominator: 'billed dollars submitted',
    counted: 'By the day of the first denial. Of a claim denied in part only the part that was denied.',
    measure: { kind: 'per-submitted', of: 'cents', counts: initialIn, top: (row) => (row.first === 'partial-denial' || row.chargeCents === 0 ? row.deniedCents : row.chargeCents) },
    beside: [{ label: 'claims', unit: 'count', of: (row, look) => (initialIn(row, look) ? 1 : 0) }],
  },
  {
    id: 'denial-rate-simple', title: 'Denial rate, simple', group: 'denials', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Denied claims ÷ claims submitted in the same months × 100', numerator: 'claims denied, at whatever answer', denominator: 'claims submitted',
    counted: 'By the day of the denial, whether it was the first answer or not. Not the same as the initial denial rate: do not compare the two.',
    measure: { kind: 'per-submitted', of: 'claims', counts: deniedIn, top: one },
  },
  {
    id: 'avoidable-denial-rate', title: 'Avoidable denials', group: 'denials', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: ['partialsCount'], better: 'lower',
    formula: 'Initial denials that could have been avoided ÷ initial denials for which that is decided, by a person or the table of codes × 100', numerator: 'avoidable initial denials', denominator: 'initial denials with a decision',
    counted: 'By the day of the denial. Decided by what a person said of the claim, else by Overturn\'s own table of codes; codes that leave it open are left out and named as a gap.',
    measure: { kind: 'share', of: 'claims', counts: (row, look) => initialIn(row, look) && row.avoidable !== 'undecided', top: (row) => (row.avoidable === 'yes' ? 1 : 0), bottom: one },
    beside: [{ label: 'not decided yet', unit: 'count', of: (row, look) => (initialIn(row, look) && row.avoidable === 'undecided' ? 1 : 0) }],
  },
  {
    id: 'avoidable-per-submitted', title: 'Avoidable denials of everything sent', group: 'denials', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: ['partialsCount'], better: 'lower',
    formula: 'Initial denials that could have been avoided ÷ claims submitted in the same months × 100', numerator: 'avoidable initial denials', denominator: 'claims submitted',
    counted: 'By the day of the denial. Undecided claims count as not avoidable here, so this is a lower bound.',
    measure: { kind: 'per-submitted', of: 'claims', counts: (row, look) => initialIn(row, look) && row.avoidable === 'yes', top: one },
    beside: [{ label: 'not decided yet', unit: 'count', of: (row, look) => (initialIn(row, look) && row.avoidable === 'undecided' ? 1 : 0) }],
  },
  {
    id: 'denied-dollars', title: 'Denied dollars', group: 'denials', unit: 'cents', view: 'event', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Sum of the dollars refused', numerator: 'denied dollars', denominator: null,
    counted: 'By the day of the denial. Agreed cuts and the patient\'s part are no denial. A code that is not known keeps its own group under its raw value.',
    measure: { kind: 'total', counts: deniedIn, cents: (row) => row.deniedCents },
  },
  {
    id: 'open-denial-dollars', title: 'Open denial dollars', group: 'denials', unit: 'cents', view: 'now', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Sum of denied dollars that are not resolved, by what they wait for', numerator: 'unresolved denied dollars', denominator: null,
    counted: 'As things stand now, whenever it was denied.',
    measure: { kind: 'total', counts: (row) => row.open, cents: (row) => row.deniedCents, part: (row) => row.stage, parts: ['correction', 'appeal', 'payer', 'decision'] },
  },
  {
    id: 'repeat-after-resend', title: 'Denied again after a correction or appeal', group: 'prevention', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Claims denied again after a correction or appeal ÷ claims sent again × 100', numerator: 'claims denied again', denominator: 'claims sent again',
    counted: 'Claims whose first correction or appeal was sent in the period. A claim counts once.',
    measure: { kind: 'share', of: 'claims', counts: (row, look) => row.resent > 0 && isWithin(row.firstActDay, look.period), top: (row) => (row.deniedAgain > 0 ? 1 : 0), bottom: one },
    leftOpen: (row, look) => row.resent > 0 && row.open && row.deniedAgain === 0 && isWithin(row.firstActDay, look.period),
  },
  {
    id: 'repeat-pattern', title: 'The same denial again', group: 'prevention', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: ['repeatDays'], better: 'lower',
    formula: 'Denials whose payer, reason and service (or provider) occurred already within the last days ÷ denials × 100', numerator: 'denials seen before', denominator: 'denials',
    counted: 'By the day of the denial. How many days back is a setting.',
    measure: { kind: 'share', of: 'claims', counts: deniedIn, top: (row, { settings }) => (row.sinceSameDays !== null && row.sinceSameDays <= settings.repeatDays ? 1 : 0), bottom: one },
  },
  {
    id: 'clean-claim-rate', title: 'Clean claims', group: 'denials', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'higher',
    formula: 'Claims accepted and paid without being touched again ÷ claims submitted × 100', numerator: 'clean claims, typed for the month', denominator: 'claims submitted, typed for the month',
    counted: 'From figures of your practice system, typed by the month. Nothing else here knows the claims that were paid at once.',
    measure: { kind: 'typed', what: 'clean-claims' },
  },
  {
    id: 'days-in-receivables', title: 'Days in A/R', group: 'speed', unit: 'days', view: 'event', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Total accounts receivable at the month\'s end ÷ average charges a day', numerator: 'total receivables, typed', denominator: 'average daily charges, typed',
    counted: 'From figures of your practice system, typed by the month. Of several months the last one tells.',
    measure: { kind: 'typed', what: 'days-in-receivables' },
  },
];
