import { parseCalendarDay } from '../../../rules/calendar/calendar-day.ts';
import type { AppealFact, ContactRowFact, DenialRow, PromiseFact, SubmittedFact } from '../../../rules/numbers/denial-row.ts';
import { withRepeats } from '../../../rules/numbers/repeats.ts';

/** A day of 2026, as `3/5`. */
export function day(text: string): number {
  const [month = '', of = ''] = text.split('/');
  const found = parseCalendarDay(`2026-${month.padStart(2, '0')}-${of.padStart(2, '0')}`);
  if (found === null) throw new Error(text);
  return found;
}
const dayOrNull = (text: string): number | null => (text === '-' ? null : day(text));

/**
 * Twelve denials of an invented practice, looked at on April 10, 2026. One line a denial; `-` is nothing.
 * windows: last day>acted. appeals: sent>decided:result. resent/again(day of it).
 */
const TABLE = `
id payer reason   code   step       spec  loc  prov svc   own first   denied sent charge denied$ avoid      appl open stage      outcome        closed rec$ pat$ act  window      resent again    appeal                           min
01 A     auth     CO-197 scheduling ortho main Dr1  29881 u1  denial  3/2    2/20 1000   1000    yes        y    -    payer      overturned     3/30   1000 0    3/10 5/1>3/10    1      -        3/10>3/28:overturned             40
02 A     auth     CO-197 scheduling ortho main Dr1  29881 u1  denial  3/9    2/25 500    500     yes        y    -    decision   written-off    3/25   0    0    -    3/20>-      0      -        -                                10
03 A     elig     CO-27  front-desk ortho east Dr2  99213 u2  denial  3/12   3/1  200    200     yes        n    -    decision   patient-billed 3/20   0    200  -    -           0      -        -                                5
04 B     coding   CO-4   coding     ortho main Dr1  99214 u2  partial 3/15   3/3  400    150     no         n    -    payer      corrected-paid 4/2    100  0    3/20 6/1>3/20    1      -        -                                20
05 B     coding   CO-4   coding     ortho main Dr1  99214 u2  denial  3/16   3/5  300    300     undecided  y    open payer      -              -      0    0    3/18 4/5>3/18    1      1@4/1    4/3>-                            -
06 B     need     CO-50  clinical   derm  east Dr3  11102 u1  denial  3/20   3/10 800    800     no         y    open appeal     -              -      0    0    -    4/8>-       0      -        -                                -
07 A     auth     CO-197 scheduling ortho main Dr1  29881 u1  other   3/28   -    600    600     undecided  y    open correction -              -      0    0    -    6/26>-      0      -        -                                -
08 A     data     CO-16  billing    ortho main Dr1  29881 u1  reject  3/29   3/28 250    250     yes        n    -    payer      corrected-paid 4/1    250  0    3/30 -           1      -        -                                8
09 B     late     CO-29  billing    derm  east Dr3  11102 u2  denial  2/10   1/5  700    700     yes        n    -    decision   written-off    3/5    0    0    -    -           0      -        -                                15
10 A     auth     CO-197 scheduling ortho main Dr1  29881 u1  denial  2/12   2/1  900    900     yes        y    -    payer      overturned     3/18   450  0    2/20 4/12>2/20   1      -        2/20>3/15:partly-overturned      30
11 C     other    CO-96  undecided  derm  east Dr3  11102 u2  denial  2/15   2/2  100    100     no         y    -    payer      closed         3/28   0    0    3/12 3/10>3/12   1      1@3/25   3/12>3/25:upheld                 25
12 C     other    CO-96  undecided  derm  east Dr3  17110 u2  denial  1/20   1/10 120    120     undecided  n    -    payer      paid           2/5    120  0    -    -           0      -        -                                -
`;

const firsts: Record<string, DenialRow['first']> = { denial: 'denial', partial: 'partial-denial', reject: 'rejection', other: 'other' };

function appealOf(text: string): AppealFact[] {
  if (text === '-') return [];
  const [sent = '', rest = ''] = text.split('>');
  const [decided = '', result = ''] = rest.split(':');
  return [{ level: 'appeal-level-1', sentDay: day(sent), decidedDay: dayOrNull(decided), result: decided === '-' ? null : (result as AppealFact['result']) }];
}

export const EXAMPLE_ROWS: readonly DenialRow[] = withRepeats(TABLE.trim().split('\n').slice(1).map((line): DenialRow => {
  const [id = '', payerKey = '', category = '', code = '', step = '', specialty = '', location = '', provider = '', service = '', ownerId = '', first = '', denied = '', sent = '', charge = '', deniedDollars = '', avoidable = '', appealable = '', open = '', stage = '', outcome = '', closed = '', recovered = '', patient = '', act = '', window = '', resent = '', again = '', appeal = '', minutes = ''] = line.trim().split(/\s+/u);
  const [last = '-', acted = '-'] = window.split('>');
  const time = minutes === '-' ? null : Number(minutes);
  return {
    id, payerKey, category, code, step, specialty, location, provider, service, ownerId, first: firsts[first] ?? 'other', deniedDay: day(denied), submittedDay: dayOrNull(sent), chargeCents: Number(charge) * 100,
    deniedCents: Number(deniedDollars) * 100, avoidable: avoidable as DenialRow['avoidable'], appealable: appealable === 'y', open: open === 'open', stage: stage as DenialRow['stage'],
    outcome: outcome === '-' ? null : (outcome as DenialRow['outcome']), closedDay: dayOrNull(closed), recoveredCents: Number(recovered) * 100, patientCents: Number(patient) * 100, firstActDay: dayOrNull(act),
    window: last === '-' ? null : { lastDay: day(last), actedDay: dayOrNull(acted) }, resent: Number(resent), deniedAgain: again === '-' ? 0 : Number(again.split('@')[0]), deniedAgainDay: again === '-' ? null : day(again.split('@')[1] ?? ''),
    appeals: appealOf(appeal), touches: 3, contacts: 1, minutes: time, work: [{ userId: ownerId, touches: 3, minutes: time }], openedDay: day(denied), sinceSameDays: null,
  };
}));

const contact = (id: string, more: Partial<ContactRowFact>): ContactRowFact => ({
  id, caseIds: [id.replace('c', 'case')], payerKey: 'A', userId: 'u1', day: day('3/10'), hour: 10, weekday: 2, channel: 'phone', minutes: 20, holdMinutes: null, dropped: false, reference: 'given', noReferenceReason: '', ...more,
});
/** Eight contacts: six with payer A at the same hour of a Tuesday, two with payer B. */
export const EXAMPLE_CONTACTS: readonly ContactRowFact[] = [
  contact('c1', { holdMinutes: 10 }), contact('c2', { holdMinutes: 20 }), contact('c3', { holdMinutes: 30 }),
  contact('c4', { holdMinutes: 40, reference: 'none', noReferenceReason: 'refused' }), contact('c5', { holdMinutes: 90, dropped: true, reference: 'not-possible', noReferenceReason: 'cut-off' }), contact('c6', {}),
  contact('c7', { payerKey: 'B', userId: 'u2', channel: 'fax', reference: 'none', noReferenceReason: 'none-issued' }), contact('c8', { payerKey: 'B', userId: 'u2', holdMinutes: 5, weekday: 3 }),
];

/** Two promises kept, one broken, one past its day that nobody looked into. */
export const EXAMPLE_PROMISES: readonly PromiseFact[] = [['3/20', true], ['3/21', false], ['3/25', true], ['3/27', null]].map(([due, kept]) => ({ caseId: `case of ${String(due)}`, payerKey: 'A', userId: 'u1', dueDay: day(String(due)), kept: kept as boolean | null }));

/** March as the practice system says it: 40 claims for $20,000.00, 30 of them clean; $90,000.00 receivable at $2,000.00 a day. */
export const EXAMPLE_SUBMITTED: readonly SubmittedFact[] = [
  { month: 2026 * 12 + 2, payerKey: '', source: 'typed', claims: 40, cents: 2_000_000, cleanClaims: 30, receivablesCents: 9_000_000, dailyChargesCents: 200_000 },
];
