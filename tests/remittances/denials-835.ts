/** An 835 with whole-claim denials on given days: for stories that need a history. Everybody in it is invented. */
export type DeniedOn = { day: string; payer: string; payerId: string; groupCode: string; carc: string; rarc?: string; procedure: string; chargeCents: number; claims: number };

const compact = (day: string): string => day.replaceAll('-', '');
const LAST = ['LINDQVIST', 'OKAFOR', 'MARCHETTI', 'FENWICK', 'TANAKA', 'DUVAL', 'BRANDT', 'ESPINOZA'];

export function denials835(denials: readonly DeniedOn[]): string {
  let number = 0;
  const transactions = denials.map((denial, at) => {
    const day = compact(denial.day);
    const amount = String(denial.chargeCents / 100);
    const claims = Array.from({ length: denial.claims }, () => {
      number += 1;
      return [
        `CLP*HX${String(number).padStart(6, '0')}*4*${amount}*0**12*77${String(number).padStart(9, '0')}*11*1`, `NM1*QC*1*${LAST[number % LAST.length] ?? ''}*PAT${number}****MI*HX${String(500_000_000 + number)}`,
        'NM1*82*1*HALVORSEN*INGRID****XX*1999999976', `DTM*232*${day}`, `DTM*233*${day}`, `SVC*HC:${denial.procedure}*${amount}*0**1`, `DTM*472*${day}`, `CAS*${denial.groupCode}*${denial.carc}*${amount}`, ...(denial.rarc === undefined ? [] : [`LQ*HE*${denial.rarc}`]),
      ];
    }).flat();
    const control = String(at + 1).padStart(4, '0');
    const body = [
      `ST*835*${control}`, `BPR*H*0*C*NON************${day}`, `TRN*1*HX${day}${control}*1999999999`, `DTM*405*${day}`, `N1*PR*${denial.payer.toUpperCase()}`, 'N3*1 INVENTED PLAZA', 'N4*SPRINGFIELD*IL*62701', `REF*2U*${denial.payerId}`,
      'PER*BL*PROVIDER LINE*TE*8005550100', 'N1*PE*JUNIPER STREET FAMILY PRACTICE*XX*1234567893', 'REF*TJ*840000000', 'LX*1', ...claims,
    ];
    return [...body, `SE*${body.length + 1}*${control}`];
  });
  const head = ['ISA*00*          *00*          *ZZ*INVENTEDCLEAR  *ZZ*JUNIPERSTREET  *260302*0410*^*00501*000000771*0*T*:', 'GS*HP*INVENTEDCLEAR*JUNIPERSTREET*20260302*0410*1*X*005010X221A1'];
  return `${[...head, ...transactions.flat(), `GE*${transactions.length}*1`, 'IEA*1*000000771'].join('~\n')}~\n`;
}
