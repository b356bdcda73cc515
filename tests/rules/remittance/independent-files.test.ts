import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FileClaimDetail } from '../../../rules/remittance/edi-events.ts';
import { EdiReader } from '../../../rules/remittance/edi-reader.ts';
import { EdiTextDecoder } from '../../../rules/remittance/decode-text.ts';
import { readEdiFile } from '../../../rules/remittance/read-file.ts';
import type { ReadingClaim } from '../../../rules/reading/reading.ts';

/** Public and invented files with their content as independent parsers saw it; not part of the project. */
const FOLDER = new URL('../../../../shared/edi/', import.meta.url);
const present = existsSync(FOLDER);

type TruthCas = { group: string; reason: string; cents: number | null };
type TruthParty = { last: string; first: string; middle: string; id: string } | null;
type TruthLine = {
  qualifier: string; code: string; modifiers: string[]; chargeCents: number | null; paidCents: number | null; revenue: string | null; units: string | null;
  dates: [string, string][]; cas: TruthCas[]; remarks: string[]; lineControl: string | null; allowedCents: number | null;
};
type TruthClaim = {
  pcn: string; status: string; chargeCents: number; paidCents: number; patientRespCents: number | null; filing: string; icn: string; facility: string; frequency: string;
  patient: TruthParty; insured: TruthParty; corrected: TruthParty; rendering: TruthParty; dates: [string, string][]; amts: [string, number][];
  cas: TruthCas[]; remarks: string[]; lines: TruthLine[]; balances?: boolean;
};
type Truth835 = {
  st: string; bpr: { cents: number; method: string; date: string }; trace: string; traceOriginator: string; productionDate: string | null; payer: string | null; payerId: string | null;
  payee: string | null; payeeTaxId: string | null; claims: TruthClaim[]; plb: { reason: string; ref: string | null; cents: number | null }[]; balances?: boolean;
};
type TruthStatus = { codes: { category: string; code: string | null; entity: string | null }[]; date: string; chargeCents: number | null; paidCents: number | null };
type Truth277 = {
  payer: string; claims: {
    trace: string; patient: { last: string; first: string; id: string }; statuses: TruthStatus[]; payerClaimControl: string | null; patientControl: string | null;
    dates: [string, string][]; lines: { code: string; chargeCents: number; paidCents: number; statuses: TruthStatus[] }[];
  }[]; otherStatuses: { level: string; codes: { category: string; code: string | null }[] }[];
};
type Truth = { kind: string; expect?: string; warnings?: string[]; wellFormed?: boolean; transactions: (Truth835 & Truth277)[]; interchanges: number };

const iso = (text: string): string => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
const truthOf = (path: URL): Truth => JSON.parse(readFileSync(path, 'utf8')) as Truth;

function read(path: URL): { claims: { claim: ReadingClaim; detail: FileClaimDetail }[]; transactions: { payment: number | null; trace: string | null; balanced: boolean | null; plb: number[] }[] } {
  const reader = new EdiReader();
  const decoder = new EdiTextDecoder();
  const events = [...reader.push(decoder.decode(readFileSync(path))), ...reader.push(decoder.end()), ...reader.end()];
  return {
    claims: events.flatMap((event) => (event.type === 'claim' ? [event] : [])),
    transactions: events.flatMap((event) => (event.type === 'transaction' && event.summary.kind === 'remittance'
      ? [{ payment: event.summary.payment?.amount?.value ?? null, trace: event.summary.payment?.number?.value ?? null, balanced: event.summary.balanced, plb: event.summary.providerAdjustments.map((one) => one.cents) }]
      : [])),
  };
}

const GROUPS = ['CO', 'PR', 'OA', 'PI', 'CR'];
const triple = (cas: TruthCas): unknown => ({ groupCode: GROUPS.includes(cas.group) ? cas.group : null, carc: cas.reason, cents: cas.cents });

function compareRemittance(transactions: Truth835[], seen: ReturnType<typeof read>): void {
  const expected = transactions.flatMap((transaction) => transaction.claims.map((claim) => ({ claim, transaction })));
  expect(seen.claims.length).toBe(expected.length);
  expect(seen.transactions.map((one) => one.trace)).toEqual(transactions.map((one) => one.trace));
  expect(seen.transactions.map((one) => one.payment)).toEqual(transactions.map((one) => one.bpr.cents));
  expect(seen.transactions.map((one) => one.plb)).toEqual(transactions.map((one) => one.plb.map((plb) => plb.cents).filter((cents) => cents !== null)));
  transactions.forEach((one, index) => {
    if (one.balances !== undefined) expect(seen.transactions[index]?.balanced).toBe(one.balances);
  });
  expected.forEach(({ claim: truth, transaction }, index) => {
    const one = seen.claims[index];
    if (one === undefined) throw new Error('fewer claims');
    const { claim, detail } = one;
    expect(claim.patientControlNumber?.value ?? '').toBe(truth.pcn);
    expect(claim.claimControlNumber?.value ?? '').toBe(truth.icn);
    expect(detail.claimStatusCode).toBe(truth.status);
    expect(claim.charge?.value).toBe(truth.chargeCents);
    expect(claim.paid?.value).toBe(truth.paidCents);
    expect(claim.patientResponsibility?.value ?? 0).toBe(truth.patientRespCents ?? 0);
    expect(detail.filingIndicator ?? '').toBe(truth.filing);
    expect(detail.facilityCode ?? '').toBe(truth.facility);
    expect(detail.frequencyCode ?? '').toBe(truth.frequency);
    expect(detail.payerName).toBe(transaction.payer);
    expect(detail.payerId).toBe(transaction.payerId);
    expect(claim.paymentNumber?.value ?? null).toBe(transaction.trace);
    const remittanceOn = transaction.productionDate ?? transaction.bpr.date;
    expect(claim.remittanceOn?.value ?? '').toBe(iso(remittanceOn));
    expect(claim.adjustments).toEqual(truth.cas.map(triple));
    expect(claim.rarcs).toEqual(truth.remarks);
    expect(claim.allowed?.value ?? null).toBe(truth.amts.find(([qualifier]) => qualifier === 'AU')?.[1] ?? null);
    const start = truth.dates.find(([qualifier]) => qualifier === '232')?.[1];
    if (start !== undefined) expect(claim.serviceFrom?.value).toBe(iso(start));
    const received = truth.dates.find(([qualifier]) => qualifier === '050')?.[1];
    expect(claim.receivedOn?.value ?? null).toBe(received === undefined ? null : iso(received));
    expect(claim.memberId?.value ?? '').toBe([truth.corrected?.id, truth.patient?.id, truth.insured?.id].find((id) => id !== undefined && id !== '') ?? '');
    for (const who of ['patient', 'insured', 'corrected', 'rendering'] as const) {
      const { last, first, middle, id } = truth[who] ?? { last: '', first: '', middle: '', id: '' };
      expect({ last: detail[who]?.last ?? '', first: detail[who]?.first ?? '', middle: detail[who]?.middle ?? '', id: detail[who]?.id ?? '' }).toEqual({ last, first, middle, id });
    }
    expect(claim.lines.length).toBe(truth.lines.length);
    truth.lines.forEach((line, at) => {
      const own = claim.lines[at];
      const ownDetail = detail.lines[at];
      expect(own?.adjustments).toEqual(line.cas.map(triple));
      expect(own?.rarcs).toEqual(line.remarks);
      // SVC01 is a qualifier alone: the other parser took the code for the charge, this reader takes nothing.
      if (line.qualifier === 'HC' && line.code === '') {
        expect([own?.procedure, own?.charge, own?.paid]).toEqual([null, null, null]);
        return;
      }
      // Composites written with a sign the header does not declare: the other parser left them whole.
      const [, code = '', ...modifiers] = line.code === '' ? line.qualifier.split('>') : ['', line.code, ...line.modifiers];
      expect(own?.procedure?.value ?? '').toBe(code);
      expect(own?.modifiers).toEqual(modifiers);
      expect(own?.charge?.value ?? null).toBe(line.chargeCents);
      expect(own?.paid?.value ?? null).toBe(line.paidCents);
      expect(own?.units?.value).toBe(line.units === null || line.units === '' ? 1 : Number(line.units));
      expect(own?.allowed?.value ?? null).toBe(line.allowedCents);
      expect(ownDetail?.lineControl ?? null).toBe(line.lineControl);
      expect(ownDetail?.revenueCode ?? null).toBe(line.revenue);
      const day = line.dates.find(([qualifier]) => qualifier === '472' || qualifier === '150')?.[1];
      expect(own?.serviceFrom?.value ?? null).toBe(day === undefined ? null : iso(day));
    });
  });
}

function compareStatus(transactions: Truth277[], seen: ReturnType<typeof read>): void {
  const expected = transactions.flatMap((transaction) => transaction.claims);
  expect(seen.claims.length).toBe(expected.length);
  expected.forEach((truth, index) => {
    const one = seen.claims[index];
    if (one === undefined) throw new Error('fewer claims');
    const { claim, detail } = one;
    expect(claim.statusCodes).toEqual(truth.statuses.flatMap((status) => status.codes.map((code) => ({ category: code.category, status: code.code, entity: code.entity }))));
    expect(claim.charge?.value ?? null).toBe(truth.statuses[0]?.chargeCents ?? null);
    expect(claim.paid?.value ?? null).toBe(truth.statuses[0]?.paidCents ?? null);
    expect(claim.claimControlNumber?.value ?? null).toBe(truth.payerClaimControl);
    if (truth.patientControl !== null) expect(claim.patientControlNumber?.value).toBe(truth.patientControl);
    expect(detail.patient?.last).toBe(truth.patient.last);
    expect(claim.lines.map((line) => [line.procedure?.value, line.charge?.value, line.paid?.value])).toEqual(truth.lines.map((line) => [line.code, line.chargeCents, line.paidCents]));
    const [from, to] = (truth.dates.find(([qualifier]) => qualifier === '472')?.[1] ?? '').split('-');
    if (from !== undefined && from !== '') {
      expect(claim.serviceFrom?.value).toBe(iso(from));
      expect(claim.serviceTo?.value).toBe(iso(to ?? from));
    }
  });
}

const files = (folder: string): string[] => (present ? readdirSync(new URL(`${folder}/`, FOLDER)).filter((name) => !name.endsWith('.json')) : []);

describe.skipIf(!present)('files of other origins', () => {
  test.each(files('samples'))('%s', async (name) => {
    const path = new URL(`samples/${name}`, FOLDER);
    const truth = truthOf(new URL(`samples/${name}.json`, FOLDER));
    const seen = read(path);
    if (truth.wellFormed !== true) expect(seen.claims).toEqual([]);
    else if (truth.kind === '277') compareStatus(truth.transactions, seen);
    else compareRemittance(truth.transactions, seen);
    const reading = await readEdiFile([readFileSync(path)], name);
    expect(reading.kind).toBe(truth.kind === '277' ? 'status-file' : 'remittance');
    expect(reading.claims).toEqual(seen.claims.map((one) => one.claim));
  });

  test.each(files('odd'))('%s', async (name) => {
    const path = new URL(`odd/${name}`, FOLDER);
    const truth = truthOf(new URL(`odd/${name}.json`, FOLDER));
    compareRemittance(truth.transactions, read(path));
    const reading = await readEdiFile([readFileSync(path)], name);
    expect(reading.kind === 'remittance').toBe(truth.expect !== 'refuse');
    const codes = new Set(reading.warnings.map((warning) => warning.code));
    if (truth.expect !== 'refuse') expect([...codes].sort()).toEqual([...(truth.warnings ?? [])].sort());
  });
});
