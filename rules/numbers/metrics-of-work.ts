import type { ContactRowFact, DenialRow } from './denial-row.ts';
import type { Look, Metric } from './metric.ts';
import { isDenied } from './metrics-of-denials.ts';
import { isRecovered } from './metrics-of-recovery.ts';
import { isWithin } from './period.ts';

const one = () => 1;
const contactIn = (contact: ContactRowFact, look: Look): boolean => isWithin(contact.day, look.period);

/** Whether a claim ended the way the practice's "days to resolution" end. */
function isEnd(row: DenialRow, { settings }: Look): boolean {
  if (row.open || row.outcome === null) return false;
  if (settings.endPoint === 'any-close') return true;
  return isRecovered(row) || (settings.endPoint === 'payment-or-write-off' && row.outcome === 'written-off');
}

/** A last day that has come: it lies in the period, and is past or was used. A claim closed before its last day never fell due. */
function fellDue(row: DenialRow, { period, today }: Look): boolean {
  if (row.window === null || !isWithin(row.window.lastDay, period)) return false;
  if (row.window.actedDay === null && row.closedDay !== null && row.closedDay <= row.window.lastDay) return false;
  return row.window.lastDay < today || row.window.actedDay !== null;
}
const actedInTime = (row: DenialRow): boolean => row.window !== null && row.window.actedDay !== null && row.window.actedDay <= row.window.lastDay;
const appealableIn = (row: DenialRow, look: Look): boolean => isDenied(row) && row.appealable && isWithin(row.deniedDay, look.period);

export const METRICS_OF_WORK: readonly Metric[] = [
  {
    id: 'days-to-resolution', title: 'Days to resolution', group: 'speed', unit: 'days', view: 'event', version: 1, changed: [], restsOn: ['endPoint'], better: 'lower',
    formula: 'Median of the days from the first denial to the end', numerator: 'days', denominator: null,
    counted: 'Claims that ended in the period. What counts as the end is a setting; when it changes, the line breaks.',
    measure: { kind: 'middle', counts: (row, look) => isDenied(row) && isEnd(row, look) && isWithin(row.closedDay, look.period), days: (row) => (row.closedDay === null ? null : row.closedDay - row.deniedDay) },
    leftOpen: (row) => isDenied(row) && row.open,
  },
  {
    id: 'days-to-action', title: 'Days from denial to action', group: 'speed', unit: 'days', view: 'event', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Median of the days from the first denial to the first correction or appeal sent', numerator: 'days', denominator: null,
    counted: 'Claims whose first correction or appeal was sent in the period. Claims on which nothing was sent yet are named.',
    measure: { kind: 'middle', counts: (row, look) => isDenied(row) && isWithin(row.firstActDay, look.period), days: (row) => (row.firstActDay === null ? null : Math.max(0, row.firstActDay - row.deniedDay)) },
    leftOpen: (row) => isDenied(row) && row.open && row.firstActDay === null,
  },
  {
    id: 'missed-deadline-rate', title: 'Missed deadlines', group: 'speed', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Last days that passed without the step being taken ÷ last days that fell due × 100', numerator: 'last days missed', denominator: 'last days that fell due',
    counted: 'By the last day of the longest window a claim had. Claims closed before it, or without a known date, never fell due.',
    measure: { kind: 'share', of: 'claims', counts: fellDue, top: (row) => (actedInTime(row) ? 0 : 1), bottom: one },
    beside: [{ label: 'dollars on missed claims', unit: 'cents', of: (row, look) => (fellDue(row, look) && !actedInTime(row) ? row.deniedCents : 0) }, { label: 'open without a known date', unit: 'count', of: (row) => (row.open && row.window === null ? 1 : 0) }],
  },
  {
    id: 'acted-in-time-rate', title: 'Acted in time', group: 'speed', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'higher',
    formula: 'Last days by which the step was taken ÷ last days that fell due × 100', numerator: 'taken in time', denominator: 'last days that fell due',
    counted: 'The other side of missed deadlines, by the same days.',
    measure: { kind: 'share', of: 'claims', counts: fellDue, top: (row) => (actedInTime(row) ? 1 : 0), bottom: one },
  },
  {
    id: 'appeal-rate', title: 'Denials appealed', group: 'recovery', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'neither',
    formula: 'Denials on which an appeal was filed ÷ denials that can be appealed × 100', numerator: 'denials appealed', denominator: 'denials that can be appealed',
    counted: 'By the day of the denial. Whether a denial can be appealed is what its codes say.',
    measure: { kind: 'share', of: 'claims', counts: appealableIn, top: (row) => (row.appeals.length > 0 ? 1 : 0), bottom: one },
    leftOpen: (row, look) => appealableIn(row, look) && row.open && row.appeals.length === 0,
  },
  {
    id: 'promise-kept-rate', title: 'Promises kept', group: 'payer', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'higher',
    formula: 'Promises kept by their day ÷ promises that fell due × 100', numerator: 'promises kept', denominator: 'promises due and looked into',
    counted: 'By the day that was promised. Promises that nobody has looked into yet are left out and named.',
    measure: { kind: 'promises' },
  },
  {
    id: 'reference-coverage', title: 'Contacts with a reference number', group: 'payer', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'higher',
    formula: 'Contacts with a reference number ÷ contacts in which one could be given × 100', numerator: 'contacts with a reference', denominator: 'contacts in which one could be given',
    counted: 'By the day of the contact. Calls that were cut off and automated lines could give none.',
    measure: { kind: 'contacts', counts: (contact, look) => contactIn(contact, look) && contact.reference !== 'not-possible', hit: (contact) => contact.reference === 'given' },
  },
  {
    id: 'dropped-calls', title: 'Calls cut off', group: 'payer', unit: 'percent', view: 'event', version: 1, changed: [], restsOn: [], better: 'lower',
    formula: 'Calls cut off by the payer ÷ calls × 100', numerator: 'calls cut off', denominator: 'calls',
    counted: 'By the day of the call.',
    measure: { kind: 'contacts', counts: (contact, look) => contactIn(contact, look) && contact.channel === 'phone', hit: (contact) => contact.dropped },
  },
];
