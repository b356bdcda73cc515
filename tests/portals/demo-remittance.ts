/** The demo claims as an X12 005010X221A1 835: what the practice's clearinghouse would deliver for the same payments. */
import { demoClaims, DEMO_PAYERS, PRACTICE, providerAdjustmentsOf } from './demo-claims.ts';
import type { DemoClaim, DemoLine, DemoPayer, DemoPayerId } from './demo-claims.ts';

/** X12 writes no trailing zeros and no thousands separators. */
function amount(cents: number): string {
  const size = Math.abs(cents);
  const rest = size % 100;
  const text = rest === 0 ? String(size / 100) : `${Math.floor(size / 100)}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
  return cents < 0 ? `-${text}` : text;
}
const compact = (day: string): string => day.replaceAll('-', '');

/** CAS carries up to six triples of one group. */
function adjustments(line: DemoLine): string[][] {
  const groups = [...new Set(line.adjustments.map(({ groupCode }) => groupCode))];
  return groups.map((group) => ['CAS', group, ...line.adjustments.filter(({ groupCode }) => groupCode === group)
    .flatMap(({ carc, cents }, index) => index === 0 ? [carc, amount(cents)] : ['', carc, amount(cents)])]);
}

const FILING: Partial<Record<DemoPayerId, string>> = { 'tallgrass-medicaid': 'MC', 'heartland-mac': 'MB', 'summit-ridge': '16' };

function claimSegments(claim: DemoClaim): string[][] {
  return [
    ['CLP', claim.patientControlNumber, claim.status === 'denied' ? '4' : '1', amount(claim.charge), amount(claim.paid ?? 0), amount(claim.patientResponsibility ?? 0), FILING[claim.payer] ?? '12', claim.claimControlNumber, '11', '1'],
    ['NM1', 'QC', '1', claim.last, claim.first, claim.middle, '', '', 'MI', claim.memberId],
    ['NM1', '82', '1', PRACTICE.rendering.last, PRACTICE.rendering.first, '', '', '', 'XX', PRACTICE.rendering.npi],
    ['DTM', '232', compact(claim.serviceFrom)], ['DTM', '233', compact(claim.serviceTo)], ['DTM', '050', compact(claim.receivedOn)],
    ...claim.lines.flatMap((line, index) => [
      ['SVC', ['HC', line.procedure, ...line.modifiers].join(':'), amount(line.charge), amount(line.paid), '', String(line.units)],
      ['DTM', '472', compact(claim.serviceFrom)],
      ...adjustments(line),
      ['REF', '6R', String(index + 1)],
      ...(line.allowed > 0 ? [['AMT', 'B6', amount(line.allowed)]] : []),
      ...line.rarcs.map((rarc) => ['LQ', 'HE', rarc]),
    ]),
  ];
}

function transaction(payer: DemoPayer, claims: DemoClaim[], control: number): string[][] {
  const payment = claims[0]?.payment;
  if (!payment) return [];
  const [street, city, state, zip] = payer.address;
  const number = String(control).padStart(4, '0');
  const plb = providerAdjustmentsOf(payer.id);
  const body = [
    ['ST', '835', number],
    payment.amount > 0 ? ['BPR', 'I', amount(payment.amount), 'C', 'ACH', 'CCP', '01', '111000025', 'DA', '4400118', `1${PRACTICE.tin}`, '', '01', '111000025', 'DA', '7700221', compact(payment.date)]
      : ['BPR', 'H', '0', 'C', 'NON', '', '', '', '', '', `1${PRACTICE.tin}`, '', '', '', '', '', compact(payment.date)],
    ['TRN', '1', payment.number, `1${PRACTICE.tin}`],
    ['DTM', '405', compact(payment.date)],
    ['N1', 'PR', payer.name.toUpperCase()], ['N3', street.toUpperCase()], ['N4', city.toUpperCase(), state, zip], ['REF', '2U', payer.ediId],
    ['PER', 'BL', 'PROVIDER SERVICES', 'TE', '8005550142'],
    ['N1', 'PE', PRACTICE.name.toUpperCase(), 'XX', PRACTICE.npi], ['N3', PRACTICE.address[0].toUpperCase()], ['N4', PRACTICE.address[1].toUpperCase(), PRACTICE.address[2], PRACTICE.address[3]], ['REF', 'TJ', PRACTICE.tin],
    ['LX', '1'],
    ...claims.flatMap(claimSegments),
    ...(plb.length ? [['PLB', PRACTICE.npi, `${payment.date.slice(0, 4)}1231`, ...plb.flatMap(({ code, reference, cents }) => [`${code}:${reference}`, amount(cents)])]] : []),
  ];
  return [...body, ['SE', String(body.length + 1), number]];
}

/** The file's text, one segment a line. One transaction set per payment, so one for each payer. */
export function demoRemittance(today: string): string {
  const decided = demoClaims(today).filter(({ payment }) => payment !== null);
  const sets = DEMO_PAYERS.flatMap((payer) => {
    const claims = decided.filter((one) => one.payer === payer.id);
    return claims.length ? [{ payer, claims }] : [];
  });
  const stamp = compact(today);
  const envelope = ['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', 'CLEARPATH'.padEnd(15), 'ZZ', PRACTICE.npi.padEnd(15), stamp.slice(2), '0615', '^', '00501', '000004471', '0', 'T', ':'];
  const segments = [
    envelope,
    ['GS', 'HP', 'CLEARPATH', PRACTICE.npi, stamp, '0615', '4471', 'X', '005010X221A1'],
    ...sets.flatMap(({ payer, claims }, index) => transaction(payer, claims, index + 1)),
    ['GE', String(sets.length), '4471'], ['IEA', '1', '000004471'],
  ];
  return segments.map((parts) => `${parts.join('*').replace(/\*+$/, '')}~`).join('\n') + '\n';
}

if (import.meta.main) process.stdout.write(demoRemittance(process.argv[2] ?? Temporal.Now.plainDateISO().toString()));
