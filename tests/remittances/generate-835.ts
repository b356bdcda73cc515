/**
 * Writes 835 files of any size with invented payers and people: the same seed gives the same file.
 * Used by the speed measurement and by tests of long imports.
 */
export type GenerateOptions = {
  seed?: number;
  claims: number;
  /** Claims per ST/SE; a new check with its own trace each. */
  claimsPerTransaction?: number;
  /** Number the claims from here, so that several files never share one. */
  firstClaim?: number;
  lineBreaks?: boolean;
};

const SURNAMES = ['LINDQVIST', 'OKAFOR', 'MARCHETTI', 'FENWICK', 'TANAKA', 'DUVAL', 'BRANDT', 'ESPINOZA', 'HOLLOWAY', 'KOWALSKI', 'NGUYEN', 'ABERNATHY', 'SORENSEN', 'IBARRA', 'WHITLOCK', 'PETROV'];
const GIVEN = ['ODA', 'MARISOL', 'PIERS', 'KEZIA', 'JONAH', 'GRETA', 'FELIX', 'CLEO', 'BRUNO', 'OPAL', 'LEON', 'MIRA', 'DESMOND', 'IRIS', 'NOEL', 'ESTHER'];
const PAYERS = [['CEDAR VALLEY HEALTH', '71001'], ['BLUE HERON MUTUAL', '71002'], ['LAKESHORE COMMUNITY PLAN', '71003'], ['SUMMIT RIDGE INSURANCE', '71004']] as const;
const PROCEDURES = ['99213', '99214', '99203', '93000', '80053', '36415', '97110', '20610', '71046', '85025', '90834', 'G0439', 'J1100'];
const FILING = ['12', 'CI', 'MB', 'MC', 'HM', '16'];

/** Group, reason, remark: what payers refuse for, roughly as often as they do. */
const DENIALS = [
  ['CO', '16', 'M127'], ['CO', '16', 'MA130'], ['CO', '97', 'M15'], ['CO', '50', 'N115'], ['CO', '197', ''], ['CO', '29', ''], ['CO', '18', 'N522'],
  ['PR', '27', ''], ['CO', '11', 'M76'], ['OA', '109', 'N418'], ['CO', '4', 'N519'], ['CO', '252', 'M127'], ['PI', '204', 'N130'], ['PR', '96', 'N130'],
] as const;

/** A small generator of numbers with a seed, so that a run can be repeated anywhere. */
export function seeded(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const money = (cents: number): string => {
  const sign = cents < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
};

/** The file in pieces of one transaction each, so that a file of any size can be written without holding it. */
export function* generate835(options: GenerateOptions): Generator<string, void, undefined> {
  const pick = seeded(options.seed ?? 1);
  const perTransaction = options.claimsPerTransaction ?? 200;
  const end = options.lineBreaks === true ? '~\n' : '~';
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const control = String(100_000_000 + pick(800_000_000));
  yield `ISA*00*          *00*          *ZZ*HERONCLEARING  *ZZ*RIVERBENDCLINIC*260302*0410*^*00501*${control}*0*T*:${end}GS*HP*HERONCLEARING*RIVERBENDCLINIC*20260302*0410*1*X*005010X221A1${end}`;
  let written = 0;
  let transactions = 0;
  while (written < options.claims || transactions === 0) {
    transactions += 1;
    const [payer, payerId] = one(PAYERS);
    const count = Math.min(perTransaction, options.claims - written);
    const body: string[] = [];
    let paidTotal = 0;
    for (let index = 0; index < count; index += 1) {
      written += 1;
      const claim = claimSegments((options.firstClaim ?? 1) + written - 1, pick, one);
      paidTotal += claim.paid;
      body.push(...claim.segments);
    }
    const day = `202603${String(1 + pick(28)).padStart(2, '0')}`;
    const st = String(transactions).padStart(4, '0');
    const head = [
      `ST*835*${st}*005010X221A1`, `BPR*I*${money(paidTotal)}*C*ACH*CCP*01*999999992*DA*000111222*1999999999**01*999999992*DA*000333444*${day}`,
      `TRN*1*EFT${control.slice(0, 5)}${st}*1999999999`, `DTM*405*${day}`, `N1*PR*${payer}*XV*${payerId}`, 'N3*1 INVENTED PLAZA', 'N4*SPRINGFIELD*IL*62701',
      'PER*BL*PROVIDER LINE*TE*8005550100', 'N1*PE*RIVERBEND CLINIC LLC*XX*1999999984', 'REF*TJ*990000001', 'LX*1',
    ];
    const segments = [...head, ...body];
    yield [...segments, `SE*${segments.length + 1}*${st}`].join(end) + end;
  }
  yield `GE*${transactions}*1${end}IEA*1*${control}${end}`;
}

/** One claim of one to four lines: most paid with a contractual part, some patient share, one in seven lines refused. */
function claimSegments(number: number, pick: (below: number) => number, one: <T>(list: readonly T[]) => T): { segments: string[]; paid: number } {
  const lines: string[] = [];
  let charge = 0;
  let paid = 0;
  let share = 0;
  const day = `2026${String(1 + pick(2)).padStart(2, '0')}${String(1 + pick(28)).padStart(2, '0')}`;
  const count = 1 + pick(4);
  for (let line = 1; line <= count; line += 1) {
    const lineCharge = 4_000 + pick(60_000);
    charge += lineCharge;
    const modifier = pick(3) === 0 ? ':25' : '';
    if (pick(7) === 0) {
      const [group, reason, remark] = one(DENIALS);
      if (group === 'PR') share += lineCharge;
      lines.push(`SVC*HC:${one(PROCEDURES)}${modifier}*${money(lineCharge)}*0**1`, `DTM*472*${day}`, `CAS*${group}*${reason}*${money(lineCharge)}`, `REF*6R*${number}-${line}`);
      if (remark !== '') lines.push(`LQ*HE*${remark}`);
      continue;
    }
    const contractual = pick(Math.trunc(lineCharge / 2));
    const patient = pick(4) === 0 ? pick(Math.trunc(lineCharge / 4)) : 0;
    const linePaid = lineCharge - contractual - patient;
    paid += linePaid;
    share += patient;
    lines.push(`SVC*HC:${one(PROCEDURES)}${modifier}*${money(lineCharge)}*${money(linePaid)}**1`, `DTM*472*${day}`, `CAS*CO*45*${money(contractual)}`);
    if (patient > 0) lines.push(`CAS*PR*${1 + pick(3)}*${money(patient)}`);
    lines.push(`REF*6R*${number}-${line}`, `AMT*B6*${money(linePaid + patient)}`);
  }
  const status = paid === 0 ? '4' : pick(8) === 0 ? '2' : '1';
  const middle = pick(2) === 0 ? 'Q' : '';
  return {
    paid,
    segments: [
      `CLP*RB${String(number).padStart(8, '0')}*${status}*${money(charge)}*${money(paid)}*${share === 0 ? '' : money(share)}*${one(FILING)}*26${String(number).padStart(10, '0')}*11*1`,
      `NM1*QC*1*${one(SURNAMES)}*${one(GIVEN)}*${middle}***MI*W${String(100_000_000 + pick(899_999_999))}`,
      'NM1*82*1*HALVORSEN*INGRID****XX*1999999976', `DTM*232*${day}`, `DTM*233*${day}`, ...lines,
    ],
  };
}
