/**
 * The demo practice's claims: invented people, invented payers, dates counted back from `today`.
 * The demo portals draw them and `demo-remittance.ts` writes the same claims as X12 835, so that a claim
 * that came in with the file is met again on the portal.
 */
import type { ClaimStatus, GroupCode } from '../../rules/reading/reading.ts';

export type DemoAdjustment = { groupCode: GroupCode; carc: string; cents: number };
export type DemoLine = {
  procedure: string; modifiers: string[]; units: number; charge: number; allowed: number; paid: number;
  adjustments: DemoAdjustment[]; rarcs: string[]; payerCodes: string[];
};
export type DemoPayerId =
  | 'cedar-valley' | 'harborlight' | 'prairie-mutual' | 'summit-ridge' | 'meridian-united' | 'tallgrass-medicaid'
  | 'bluewater' | 'northgate' | 'lakeshore' | 'redwood' | 'granite' | 'heartland-mac';
export type DemoClaim = {
  payer: DemoPayerId;
  claimControlNumber: string; patientControlNumber: string;
  last: string; first: string; middle: string; memberId: string;
  /** All dates YYYY-MM-DD. */
  serviceFrom: string; serviceTo: string; receivedOn: string; finalizedOn: string | null;
  status: ClaimStatus;
  /** The portal's own word: `Finalized`, `Processed`, `Pended`; what it means is `status`. */
  statusWord: string;
  statusCodes: { category: string; status: string; entity: string | null }[];
  charge: number; allowed: number | null; paid: number | null; patientResponsibility: number | null;
  payment: { number: string; date: string; amount: number } | null;
  lines: DemoLine[];
};
export type DemoPayer = { id: DemoPayerId; name: string; ediId: string; address: [street: string, city: string, state: string, zip: string] };

export const PRACTICE = {
  name: 'Juniper Street Family Practice', npi: '1234567893', tin: '840000000',
  address: ['410 Juniper Street', 'Ashgrove', 'CO', '80999'], rendering: { last: 'OKONJO', first: 'TESSA', npi: '1245319599' },
} as const;

export const DEMO_PAYERS: readonly DemoPayer[] = [
  { id: 'cedar-valley', name: 'Cedar Valley Health', ediId: 'CVH01', address: ['1 Cedar Plaza', 'Cedar Falls', 'IA', '50613'] },
  { id: 'harborlight', name: 'Harborlight Health Plan', ediId: 'HLHP7', address: ['90 Pier Road', 'Portland', 'ME', '04101'] },
  { id: 'prairie-mutual', name: 'Prairie Mutual', ediId: 'PRM22', address: ['2200 Grain Street', 'Salina', 'KS', '67401'] },
  { id: 'summit-ridge', name: 'Summit Ridge Advantage', ediId: 'SRA45', address: ['700 Crest Way', 'Golden', 'CO', '80401'] },
  { id: 'meridian-united', name: 'Meridian United Care', ediId: 'MUC88', address: ['15 Equator Avenue', 'Edina', 'MN', '55424'] },
  { id: 'tallgrass-medicaid', name: 'Tallgrass State Medicaid', ediId: 'TGMCD', address: ['300 Capitol Mall', 'Topeka', 'KS', '66612'] },
  { id: 'bluewater', name: 'Bluewater Community Plan', ediId: 'BWCP3', address: ['66 Harbor Loop', 'Duluth', 'MN', '55802'] },
  { id: 'northgate', name: 'Northgate Choice', ediId: 'NGC19', address: ['12 Northgate Center', 'Fargo', 'ND', '58102'] },
  { id: 'lakeshore', name: 'Lakeshore Benefit Trust', ediId: 'LBT04', address: ['8 Lakeshore Drive', 'Racine', 'WI', '53402'] },
  { id: 'redwood', name: 'Redwood Employers Plan', ediId: 'RWEP2', address: ['500 Redwood Highway', 'Eureka', 'CA', '95501'] },
  { id: 'granite', name: 'Granite Federal Alliance', ediId: 'GFA60', address: ['44 Quarry Lane', 'Concord', 'NH', '03301'] },
  { id: 'heartland-mac', name: 'Heartland Medicare Services', ediId: 'HMS99', address: ['77 Federal Square', 'Omaha', 'NE', '68102'] },
];

export type DemoProviderAdjustment = { code: string; reference: string; cents: number };

/** What a payer kept back from the whole payment (PLB): positive cents lower it. */
export function providerAdjustmentsOf(payer: DemoPayerId): DemoProviderAdjustment[] {
  return payer === 'cedar-valley' ? [{ code: 'WO', reference: '26H0033107', cents: 2500 }] : [];
}

type Ago = { service: number; stay?: number; received: number; finalized?: number };
type Paid = { number: string; ago: number };

/** `CO-45:8215` is group, code and cents. */
function adjustment(text: string): DemoAdjustment {
  const match = /^(CO|PR|OA|PI|CR)-([A-Z0-9]+):(-?\d+)$/.exec(text);
  if (!match) throw new Error(`demo adjustment ${text}`);
  return { groupCode: match[1] as GroupCode, carc: match[2] ?? '', cents: Number(match[3]) };
}

/** One line; what is paid and allowed follows from the adjustments, so that every demo claim balances. */
function line(code: string, charge: number, adjustments: string[], extra: { rarcs?: string[]; payerCodes?: string[]; units?: number } = {}): DemoLine {
  const [procedure = '', ...modifiers] = code.split(' ');
  const parsed = adjustments.map(adjustment);
  const taken = parsed.reduce((sum, { cents }) => sum + cents, 0);
  const patient = parsed.filter(({ groupCode }) => groupCode === 'PR').reduce((sum, { cents }) => sum + cents, 0);
  const paid = charge - taken;
  return { procedure, modifiers, units: extra.units ?? 1, charge, allowed: paid + patient, paid, adjustments: parsed, rarcs: extra.rarcs ?? [], payerCodes: extra.payerCodes ?? [] };
}

/** The demo claims as they stand on `today` (YYYY-MM-DD). The same day always gives the same claims. */
export function demoClaims(today: string): DemoClaim[] {
  const day = Temporal.PlainDate.from(today);
  const ago = (days: number): string => day.subtract({ days }).toString();
  const claims: DemoClaim[] = [];
  const add = (
    payer: DemoPayerId, ids: [claim: string, account: string, member: string], name: string, when: Ago,
    outcome: { status: ClaimStatus; word: string; codes?: string[] }, payment: Paid | null, lines: DemoLine[],
  ): void => {
    const [last = '', first = '', middle = ''] = name.split(' ');
    const decided = payment !== null;
    const sum = (pick: (one: DemoLine) => number): number => lines.reduce((total, one) => total + pick(one), 0);
    claims.push({
      payer, claimControlNumber: ids[0], patientControlNumber: ids[1], memberId: ids[2], last, first, middle,
      serviceFrom: ago(when.service), serviceTo: ago(when.service - (when.stay ?? 0)), receivedOn: ago(when.received),
      finalizedOn: when.finalized === undefined ? null : ago(when.finalized),
      status: outcome.status, statusWord: outcome.word,
      statusCodes: (outcome.codes ?? []).map((text) => {
        const [category = '', status = '', entity] = text.split(':');
        return { category, status, entity: entity ?? null };
      }),
      charge: sum((one) => one.charge), allowed: decided ? sum((one) => one.allowed) : null, paid: decided ? sum((one) => one.paid) : null,
      patientResponsibility: decided ? sum((one) => one.adjustments.filter(({ groupCode }) => groupCode === 'PR').reduce((total, { cents }) => total + cents, 0)) : null,
      payment: payment ? { number: payment.number, date: ago(payment.ago), amount: 0 } : null,
      lines,
    });
  };

  const cedar: Paid = { number: '0087741250', ago: 18 };
  add('cedar-valley', ['26H0041177', 'JSF10231', 'CVH904417702'], 'LINDQVIST ODA M', { service: 52, received: 47, finalized: 20 }, { status: 'denied', word: 'Denied' }, cedar,
    [line('99214 25', 24500, ['CO-50:24500'], { rarcs: ['N115'] }), line('93000', 8600, ['CO-50:8600'], { rarcs: ['N115'] })]);
  add('cedar-valley', ['26H0041902', 'JSF10244', 'CVH911820045'], 'ABERNATHY COLE J', { service: 49, received: 45, finalized: 20 }, { status: 'partially-denied', word: 'Finalized' }, cedar,
    [line('99213', 16800, ['CO-45:5410', 'PR-3:2500']), line('20610 RT', 31000, ['CO-97:31000'], { rarcs: ['M15'] }), line('J3301', 4200, ['CO-45:1980'], { units: 4 })]);
  add('cedar-valley', ['26H0042318', 'JSF10259', 'CVH902255613'], 'MARLOWE DELIA R', { service: 44, received: 41, finalized: 19 }, { status: 'paid', word: 'Finalized' }, cedar,
    [line('99396', 28500, ['CO-45:9700'])]);
  add('cedar-valley', ['26H0039506', 'JSF10102', 'CVH917730118'], 'TANAKA RUI', { service: 118, received: 21, finalized: 19 }, { status: 'denied', word: 'Denied' }, cedar,
    [line('99215', 32200, ['CO-29:32200'], { rarcs: ['N211'] })]);

  const harbor: Paid = { number: 'EFT7702219034', ago: 9 };
  add('harborlight', ['HL26-88104-2207', 'JSF10307', 'HBL55120934'], 'FERREIRA INES P', { service: 38, received: 35, finalized: 11 }, { status: 'denied', word: 'FINALIZED' }, harbor,
    [line('70553', 184000, ['CO-197:184000'], { rarcs: ['M62'] }), line('A9585', 21000, ['CO-197:21000'], { rarcs: ['M62'], units: 10 })]);
  add('harborlight', ['HL26-88117-5530', 'JSF10311', 'HBL55194471'], 'OYELARAN SAMUEL T', { service: 36, received: 33, finalized: 11 }, { status: 'partially-denied', word: 'FINALIZED' }, harbor,
    [line('99214 25', 24500, ['CO-45:9120', 'PR-3:4000']), line('17000', 18900, ['CO-97:18900'], { rarcs: ['N19'] })]);
  add('harborlight', ['HL26-88120-0046', 'JSF10318', 'HBL55102260'], 'KOWALCZYK BEATA', { service: 33, received: 30, finalized: 10 }, { status: 'paid', word: 'PAID' }, harbor,
    [line('99213', 16800, ['CO-45:6050', 'PR-1:10750'])]);
  add('harborlight', ['HL26-88133-9071', 'JSF10330', 'HBL55177803'], 'NDIAYE MOUSSA', { service: 15, received: 12 }, { status: 'pending', word: 'PENDING', codes: ['P1:20'] }, null,
    [line('99204', 39800, [])]);

  const prairie: Paid = { number: '55012938', ago: 27 };
  add('prairie-mutual', ['PM2604418830', 'JSF10188', 'W220918845'], 'HOLLOWAY JUNE A', { service: 71, received: 66, finalized: 29 }, { status: 'denied', word: 'Denied' }, prairie,
    [line('97110 GP', 22800, ['CO-119:22800'], { rarcs: ['N362'], units: 4 })]);
  add('prairie-mutual', ['PM2604419207', 'JSF10192', 'W220977312'], 'BRANDVOLD ERIK S', { service: 69, stay: 2, received: 64, finalized: 29 }, { status: 'partially-denied', word: 'Partially Paid' }, prairie,
    [line('99231', 14200, ['CO-45:4100', 'PR-2:2020']), line('99232', 19600, ['CO-16:19600'], { rarcs: ['N290'] })]);
  add('prairie-mutual', ['PM2604420015', 'JSF10203', 'W220914608'], 'SALAZAR PILAR', { service: 66, received: 61, finalized: 29 }, { status: 'paid', word: 'Paid' }, prairie,
    [line('99213', 16800, ['CO-45:5900', 'PR-3:3000'])]);
  add('prairie-mutual', ['PM2605001442', 'JSF10340', 'W220930027'], 'WHITCOMB ADA L', { service: 12, received: 9 }, { status: 'pending', word: 'In Process' }, null,
    [line('99215', 32200, [])]);

  const summit: Paid = { number: '9920011457', ago: 33 };
  add('summit-ridge', ['SR0092208814', 'JSF10155', '8842019930'], 'DUQUESNE MARTIN', { service: 84, received: 80, finalized: 35 }, { status: 'denied', word: 'Denied' }, summit,
    [line('G0439', 19900, ['CO-151:19900'], { rarcs: ['N362'] })]);
  add('summit-ridge', ['SR0092209377', 'JSF10161', '8842075518'], 'PELLETIER NADIA C', { service: 82, received: 78, finalized: 35 }, { status: 'denied', word: 'Denied' }, summit,
    [line('99214', 24500, ['CO-22:24500'], { rarcs: ['MA04'] })]);

  const meridian: Paid = { number: '1TR88450026', ago: 14 };
  add('meridian-united', ['FD 60114482 01', 'JSF10276', '993310027'], 'AUSTERLITZ PAUL', { service: 58, received: 55, finalized: 16 }, { status: 'denied', word: 'Finalized' }, meridian,
    [line('99215 25', 32200, ['CO-252:32200'], { rarcs: ['M127'], payerCodes: ['KX'] }), line('96372', 6400, ['CO-252:6400'], { rarcs: ['M127'], payerCodes: ['KX'] })]);
  add('meridian-united', ['FD 60119035 01', 'JSF10281', '993318844'], 'RASMUSSEN LENE K', { service: 55, received: 51, finalized: 16 }, { status: 'partially-denied', word: 'Finalized' }, meridian,
    [line('99213', 16800, ['CO-45:6200', 'PR-3:2000']), line('81002', 2400, ['CO-97:2400'], { rarcs: ['M15'], payerCodes: ['IS'] })]);

  const medicaid: Paid = { number: '004410988', ago: 41 };
  add('tallgrass-medicaid', ['2026118004471', 'JSF10120', '00388120945'], 'QUINTERO LUZ', { service: 97, received: 92, finalized: 43 }, { status: 'denied', word: 'Finalized Denied' }, medicaid,
    [line('99214', 24500, ['CO-16:24500'], { rarcs: ['N290'], payerCodes: ['1012'] })]);
  add('tallgrass-medicaid', ['2026118004502', 'JSF10124', '00388177310'], 'BOATENG AMA S', { service: 95, received: 90, finalized: 43 }, { status: 'paid', word: 'Finalized Paid' }, medicaid,
    [line('99392', 17800, ['CO-45:8040'], { payerCodes: ['9918'] })]);
  add('tallgrass-medicaid', ['2026204118830', 'JSF10351', '00388190052'], 'VENTURA OSCAR', { service: 19, received: 16 }, { status: 'pending', word: 'Suspended' }, null,
    [line('99213', 16800, [], { payerCodes: ['0603'] })]);

  const bluewater: Paid = { number: 'BW-0003301', ago: 6 };
  add('bluewater', ['BWC-7740-118', 'JSF10322', 'BC4471880'], 'THORSEN KAI', { service: 31, received: 29, finalized: 8 }, { status: 'denied', word: 'Denied' }, bluewater,
    [line('90837', 21000, ['CO-109:21000'], { rarcs: ['N104'] })]);
  add('bluewater', ['BWC-7740-254', 'JSF10325', 'BC4471902'], 'ESPARZA GLORIA', { service: 30, received: 28, finalized: 8 }, { status: 'paid', word: 'Paid' }, bluewater,
    [line('90834', 16500, ['CO-45:4500', 'PR-3:1500'])]);

  const northgate: Paid = { number: '700114482', ago: 74 };
  add('northgate', ['NG-26-0440187', 'JSF10077', 'NGC00918274'], 'HARGREAVE ELSIE', { service: 131, received: 126, finalized: 76 }, { status: 'denied', word: 'Denied' }, northgate,
    [line('64483 LT', 98000, ['CO-50:98000'], { rarcs: ['N130'] })]);
  add('northgate', ['NG-26-0440961', 'JSF10081', 'NGC00927735'], 'MBEKI THEO', { service: 128, received: 124, finalized: 76 }, { status: 'denied', word: 'Denied' }, northgate,
    [line('99205', 41500, ['CO-B7:41500'], { rarcs: ['N570'] })]);

  const lakeshore: Paid = { number: '3301772', ago: 22 };
  add('lakeshore', ['LBT88021940', 'JSF10240', 'L4410092'], 'VANCE ROWAN', { service: 60, received: 57, finalized: 24 }, { status: 'denied', word: 'Processed' }, lakeshore,
    [line('98941', 7200, ['CO-96:7200'], { rarcs: ['N30'] })]);
  add('lakeshore', ['LBT88022375', 'JSF10246', 'L4410375'], 'CASTELLANO MIRA', { service: 59, received: 57, finalized: 24 }, { status: 'paid', word: 'Processed' }, lakeshore,
    [line('97140 59', 9400, ['CO-45:3000', 'PR-2:1280'])]);

  const redwood: Paid = { number: '88-104577', ago: 30 };
  add('redwood', ['R1140028877', 'JSF10215', 'REP330187'], 'FAIRWEATHER NOEL', { service: 67, received: 62, finalized: 32 }, { status: 'denied', word: 'Not covered' }, redwood,
    [line('J1885', 8800, ['CO-18:8800'], { rarcs: ['N522'], units: 2 })]);

  const granite: Paid = { number: '4102299', ago: 12 };
  add('granite', ['GF7700182265', 'JSF10290', 'G10044871'], 'ODHIAMBO GRACE', { service: 50, received: 46, finalized: 13 }, { status: 'denied', word: 'Denied' }, granite,
    [line('27447 RT', 412000, ['CO-197:412000'], { rarcs: ['M62'] })]);

  const mac: Paid = { number: '890114477', ago: 55 };
  add('heartland-mac', ['1126089351480', 'JSF10140', '1EG4TE5MK73'], 'WINSLOW EDITH', { service: 90, received: 85, finalized: 57 }, { status: 'denied', word: 'Processed' }, mac,
    [line('G0283 GP', 5200, ['CO-50:5200'], { rarcs: ['N115'] })]);

  // Not decided by a payer: what the clearinghouse turned back.
  add('prairie-mutual', ['CX40018822', 'JSF10360', 'W220944120'], 'ZIMMER HOLT', { service: 10, received: 8 }, { status: 'rejected', word: 'Rejected by Payer', codes: ['A7:562:85'] }, null,
    [line('99213', 16800, [])]);
  add('harborlight', ['CX40018840', 'JSF10362', 'HBL55100000'], 'LARSSON EBBA', { service: 9, received: 7 }, { status: 'rejected', word: 'Rejected', codes: ['A3:164:IL'] }, null,
    [line('99214', 24500, [])]);

  // The amount of a payment is the sum of its claims: known only when all of them are.
  const sums = new Map<string, number>();
  for (const { payment, paid } of claims) if (payment) sums.set(payment.number, (sums.get(payment.number) ?? 0) + (paid ?? 0));
  for (const one of claims) {
    if (!one.payment) continue;
    const kept = providerAdjustmentsOf(one.payer).reduce((sum, { cents }) => sum + cents, 0);
    one.payment.amount = (sums.get(one.payment.number) ?? 0) - kept;
  }
  return claims;
}

/** The claims of one payer, in the order of the table. Clearinghouse rejections (numbers `CX…`) are not among them. */
export function claimsOf(payer: DemoPayerId, today: string): DemoClaim[] {
  return demoClaims(today).filter((one) => one.payer === payer && !one.claimControlNumber.startsWith('CX'));
}
