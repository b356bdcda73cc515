/** Invented claims from a seed: balanced amounts, plausible codes, dates in order. */
import type { ClaimStatus, GroupCode } from '../../../rules/reading/reading.ts';
import type { Random } from './random.ts';

export type FactAdjustment = { groupCode: GroupCode; carc: string; cents: number };
export type FactLine = {
  procedure: string; modifiers: string[]; units: number; charge: number; allowed: number; paid: number; status: ClaimStatus;
  adjustments: FactAdjustment[]; rarcs: string[]; payerCode: string | null;
};
export type Outcome = 'denied' | 'partially-denied' | 'paid' | 'deductible' | 'pending' | 'rejected';
export type Facts = {
  claimControlNumber: string; patientControlNumber: string; memberId: string;
  last: string; first: string; middle: string; subscriber: { last: string; first: string; middle: string };
  provider: { last: string; first: string; middle: string };
  serviceFrom: string; serviceTo: string; receivedOn: string; finalizedOn: string | null; enteredOn: string;
  outcome: Outcome; charge: number; allowed: number; paid: number; share: number;
  payment: { number: string; date: string; amount: number } | null;
  statusCode: { category: string; status: string; entity: string | null };
  lines: FactLine[];
};

const LAST = ['ARCHULETA', 'BJORNSTAD', 'CHAKRABARTI', 'DELACROIX', 'EASTERLING', 'FITZWATER', 'GUNDERSEN', 'HERNANDEZ-RUIZ', 'IBARRA', 'JANKOWSKI', 'KEALOHA', "O'MALLORY", 'MACALLUM', 'NGUYEN', 'OSTROWSKI', 'PAIGE', 'QUARLES', 'ROSENTHAL', 'SVENSDOTTIR', 'TREMBLAY', 'UNDERHILL', 'VASQUEZ', 'WETHERBY', 'YAMAMOTO', 'ZAPATA'];
const FIRST = ['ALMA', 'BORIS', 'CLEMENTINE', 'DARNELL', 'ESTHER', 'FLOYD', 'GITA', 'HUGO', 'IMANI', 'JONAH', 'KIRSTEN', 'LEOPOLD', 'MARISOL', 'NILS', 'OPHELIA', 'PRESTON', 'RENATA', 'STELLAN', 'TABITHA', 'VIKTOR', 'WINIFRED'];
const CODES = ['99213', '99214', '99203', '99396', '93000', '20610', '97110', '97140', '70553', '36415', '80053', '81002', '90834', '90837', '11721', '17000', '64483', '96372', '45378', '71046', 'G0439', 'J3301', 'J1885', 'A4253', 'E0601'];
const MODIFIERS = ['25', '59', 'RT', 'LT', 'GP', '26', 'TC', '22', '50', '76', 'KX', 'CR', 'XU'];
/** A whole line lost: group, CARC, and remarks that go with it. */
const DENIALS: readonly (readonly [GroupCode, string, readonly string[]])[] = [
  ['CO', '50', ['N115']], ['CO', '197', ['M62']], ['CO', '29', []], ['CO', '16', ['N290', 'MA130']], ['CO', '16', ['M51']], ['CO', '97', ['M15']], ['CO', '97', ['N19']], ['PR', '204', ['N130']],
  ['CO', '109', ['N104']], ['CO', 'B7', ['N570']], ['OA', '18', ['N522']], ['CO', '22', ['MA04']], ['CO', '11', ['M76']], ['CO', '4', ['N519']], ['CO', '252', ['M127', 'N706']], ['CO', '151', ['N362']],
  ['PR', '96', ['N30']], ['CO', '96', ['N130']], ['CO', 'B15', ['N20']], ['PI', '236', []], ['CO', '24', []], ['PR', '27', ['N30']], ['CO', '119', ['N362']],
];

function person(random: Random): { last: string; first: string; middle: string } {
  return { last: random.pick(LAST), first: random.pick(FIRST), middle: random.chance(0.4) ? random.letters(1) : '' };
}

/** Claim numbers as payers make them. Never ten digits that begin with 1 or 2: that would be an NPI. */
function claimNumber(random: Random): string {
  return random.pick([
    () => `2026${random.digits(9)}`, () => `${random.letters(1)}${random.digits(9)}`, () => `26${random.letters(1)}${random.digits(7)}`,
    () => `${random.letters(2)} ${random.digits(8)} ${random.pick(['01', '02'])}`, () => `26-${random.digits(3)}-${random.digits(6)}`, () => random.digits(13),
    () => `E${random.letters(2)}${random.digits(2)}${random.letters(1)}${random.digits(3)}00`, () => `${random.letters(3)}${random.digits(6)}-${random.digits(2)}`, () => `0${random.digits(14)}`, () => random.digits(11),
  ])();
}

function memberId(random: Random): string {
  return random.pick([() => `${random.letters(3)}${random.digits(9)}`, () => random.digits(9), () => `W${random.digits(9)}`, () => `${random.digits(9)}00`, () => `${random.letters(2)}${random.digits(5)}${random.letters(1)}`, () => '1EG4-TE5-MK73'])();
}

function account(random: Random): string {
  return random.pick([() => `${random.letters(2)}${random.digits(5)}`, () => random.digits(7), () => `${random.digits(5)}-${random.digits(2)}`, () => `${random.letters(4)}0${random.digits(3)}`, () => `PAT${random.digits(6)}X1`])();
}

function lineOf(random: Random, fate: 'denied' | 'paid' | 'deductible' | 'open'): FactLine {
  const charge = random.int(40, 3200) * 100 + random.pick([0, 0, 0, 25, 40, 75, 99]);
  const base = { procedure: random.pick(CODES), modifiers: random.chance(0.4) ? random.some(MODIFIERS, random.chance(0.2) ? 2 : 1) : [], units: random.chance(0.75) ? 1 : random.int(2, 12), charge, payerCode: null };
  if (fate === 'open') return { ...base, allowed: 0, paid: 0, status: 'pending', adjustments: [], rarcs: [] };
  if (fate === 'denied') {
    const [groupCode, carc, rarcs] = random.pick(DENIALS);
    return { ...base, allowed: 0, paid: 0, status: 'denied', adjustments: [{ groupCode, carc, cents: charge }], rarcs: [...rarcs].slice(0, random.int(0, rarcs.length)), payerCode: random.chance(0.5) ? random.digits(4) : null };
  }
  const contract = Math.round(charge * (0.2 + random.next() * 0.4));
  const allowed = charge - contract;
  const share = fate === 'deductible' ? allowed : random.chance(0.5) ? Math.round(allowed * random.pick([0.1, 0.2, 0.3])) : 0;
  const adjustments: FactAdjustment[] = [{ groupCode: 'CO', carc: random.chance(0.06) ? '253' : '45', cents: contract }];
  if (share > 0) adjustments.push({ groupCode: 'PR', carc: fate === 'deductible' ? '1' : random.pick(['2', '3']), cents: share });
  return { ...base, allowed, paid: allowed - share, status: 'paid', adjustments, rarcs: [], payerCode: null };
}

/** One claim. Dates are counted back from `today` (YYYY-MM-DD). */
export function facts(random: Random, today: string, wanted?: Outcome): Facts {
  const outcome = wanted ?? random.pick<Outcome>(['denied', 'denied', 'denied', 'partially-denied', 'partially-denied', 'paid', 'paid', 'deductible', 'pending']);
  const service = random.int(25, 300);
  const stay = random.chance(0.25) ? random.int(1, 6) : 0;
  const day = Temporal.PlainDate.from(today);
  const ago = (days: number): string => day.subtract({ days }).toString();
  const received = service - stay - random.int(1, 6);
  const finalized = received - random.int(3, 12);
  const decided = outcome !== 'pending' && outcome !== 'rejected';
  const count = outcome === 'partially-denied' ? random.int(2, 6) : random.int(1, 5);
  const lines = Array.from({ length: count }, (_, at) => {
    if (!decided) return lineOf(random, 'open');
    if (outcome === 'partially-denied') return lineOf(random, at === 0 ? 'paid' : at === 1 ? 'denied' : random.pick(['paid', 'denied'] as const));
    return lineOf(random, outcome === 'denied' ? 'denied' : outcome);
  });
  const sum = (pick: (line: FactLine) => number): number => lines.reduce((total, line) => total + pick(line), 0);
  const paid = sum((line) => line.paid);
  const patient = person(random);
  return {
    claimControlNumber: claimNumber(random), patientControlNumber: account(random), memberId: memberId(random), ...patient,
    subscriber: random.chance(0.5) ? patient : { ...person(random), last: patient.last }, provider: person(random),
    serviceFrom: ago(service), serviceTo: ago(service - stay), receivedOn: ago(received), enteredOn: ago(received - 1), finalizedOn: decided ? ago(finalized) : null,
    outcome, charge: sum((line) => line.charge), allowed: sum((line) => line.allowed), paid,
    share: sum((line) => line.adjustments.filter(({ groupCode }) => groupCode === 'PR').reduce((total, { cents }) => total + cents, 0)),
    payment: decided ? { number: random.pick([random.digits(8), `EFT${random.digits(9)}`, `00${random.digits(7)}`, `1TR${random.digits(8)}`]), date: ago(finalized - random.int(0, 3)), amount: paid + random.int(100, 900) * 100 } : null,
    statusCode: outcome === 'rejected' ? random.pick([{ category: 'A7', status: '562', entity: '85' }, { category: 'A3', status: '164', entity: 'IL' }, { category: 'A6', status: '255', entity: null }, { category: 'A7', status: '21', entity: null }, { category: 'A8', status: '496', entity: '85' }])
      : outcome === 'pending' ? random.pick([{ category: 'P1', status: '20', entity: null }, { category: 'P3', status: '317', entity: null }])
        : outcome === 'denied' ? { category: 'F2', status: random.pick(['88', '107', '1', '585']), entity: null } : { category: 'F1', status: '65', entity: null },
    lines,
  };
}
