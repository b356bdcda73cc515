/** A claim page before it has a shape: labelled cells, line columns, legend, decoys; and the truth that follows from them. */
import type { ClaimStatus } from '../../../rules/reading/reading.ts';
import { date, money, name } from '../format.ts';
import { MEANINGS } from '../demo/code-words.ts';
import type { Decoy, TruthAdjustment, TruthClaim, TruthLine } from '../truth.ts';
import type { Facts, FactLine } from './facts.ts';
import { COLUMN_SYNONYMS, SYNONYMS } from './houses.ts';
import type { HeaderField, House, LineField } from './houses.ts';
import type { Random } from './random.ts';
import { statusFrom } from './status.ts';

/** `field` null is a decoy: a labelled value that is none of ours. */
export type Cell = { field: HeaderField | null; label: string; text: string };
export type Column = { field: LineField | null; label: string };
export type Doc = {
  house: House; facts: Facts; cells: Cell[];
  columns: Column[]; rows: string[][]; totals: string[] | null; expandable: LineField[];
  legend: { code: string; text: string }[]; truth: TruthClaim; visible: string[]; decoys: Decoy[];
};
export type Mutation = { rename?: boolean; swap?: boolean; drop?: boolean; blank?: boolean; plant?: boolean };

/** Labelled values that stand beside claims and are none of a reading's fields. */
export function decoyCells(random: Random, facts: Facts, house: House, count: number): (Cell & { why: string })[] {
  const cash = (cents: number): string => money(cents, house.money);
  const day = (iso: string): string => date(iso, house.date);
  const all: (Cell & { why: string })[] = [
    { label: 'Check Amount', text: cash(facts.payment?.amount ?? 418200), why: 'the whole check' }, { label: 'Inquiry #', text: random.digits(7), why: 'an inquiry' },
    { label: 'Transaction ID', text: `${random.digits(6)}-${random.letters(3)}`, why: 'the inquiry, not the claim' }, { label: 'Clearinghouse Trace Number', text: random.digits(12), why: 'a clearinghouse number' },
    { label: 'Group #', text: `G${random.digits(5)}`, why: 'the employer group' }, { label: 'Subscriber', text: name(facts.subscriber, house.name), why: 'the subscriber may be someone else' },
    { label: 'Rendering Provider', text: name(facts.provider, house.name), why: 'a provider' }, { label: 'Billing Provider NPI', text: '1245319599', why: 'an NPI' }, { label: 'Tax ID', text: `84-${random.digits(7)}`, why: 'a tax id' },
    { label: 'Original Claim Number', text: facts.claimControlNumber.slice(0, -1) + '7', why: 'the claim that was replaced' }, { label: 'Authorization #', text: `A${random.digits(8)}`, why: 'an authorization' },
    { label: 'Entered Date', text: day(facts.enteredOn), why: 'keyed in, not received' }, { label: 'Data as of', text: day(facts.finalizedOn ?? facts.receivedOn), why: 'age of the data' },
    { label: 'Interest Paid', text: cash(random.int(1, 900)), why: 'interest' }, { label: 'Other Insurance Paid', text: cash(random.int(1000, 9000)), why: 'another payer' }, { label: 'Medical Record Number', text: `MR${random.digits(6)}`, why: 'a chart number' },
    { label: 'Diagnosis Code', text: random.pick(['M54.16', 'N18.31', 'E11.9', 'M17.11', 'J45.20']), why: 'a diagnosis' }, { label: 'Place of Service', text: random.pick(['11', '22', '23']), why: 'a place, not a reason code' }, { label: 'Type of Bill', text: '131', why: 'a bill type' },
    { label: 'Date of Birth', text: day('1961-04-09'), why: 'a birth date' }, { label: 'Network Status', text: 'In network', why: 'not a claim status' }, { label: 'Referral #', text: `RF${random.digits(6)}`, why: 'a referral' },
    { label: 'Deductible', text: cash(random.int(0, 40) * 100), why: 'one part of the patient share' }, { label: 'Batch ID', text: random.digits(9), why: 'a batch' }, { label: 'Plan', text: 'Choice PPO 40', why: 'a product' },
    { label: 'Eligibility Status', text: 'Active', why: 'not a claim status' }, { label: 'RA Number', text: random.digits(10), why: 'a remittance number, not the check' }, { label: 'Coverage Effective Date', text: day('2026-01-01'), why: 'coverage' },
  ].map((one) => ({ field: null, ...one }));
  return random.some(all, count);
}

function codeText(house: House, line: Pick<FactLine, 'adjustments' | 'rarcs'>): string {
  const one = ({ groupCode, carc }: FactLine['adjustments'][number]): string => {
    switch (house.codes) {
      case 'dash': return `${groupCode}-${carc}`;
      case 'blank': return `${groupCode} ${carc}`;
      case 'joined': return `${groupCode}${carc}`;
      case 'described': return `${groupCode}-${carc} - ${MEANINGS[carc] ?? 'See manual.'}`;
      default: return carc;
    }
  };
  const codes = line.adjustments.map(one);
  return [...codes, ...line.rarcs].join(house.codes === 'described' ? '; ' : ', ');
}

const GROUP_WORDS: Record<string, string> = { CO: 'Contractual Obligations (CO)', PR: 'Patient Responsibility (PR)', OA: 'Other Adjustments (OA)', PI: 'Payer Initiated (PI)', CR: 'Corrections (CR)' };

/** Which header fields a page shows. The number always; the rest as developers please. */
function chooseFields(random: Random, facts: Facts): HeaderField[] {
  const fields: HeaderField[] = ['claim'];
  const perhaps = (field: HeaderField, share: number): void => { if (random.chance(share)) fields.push(field); };
  perhaps('patient', 0.92); perhaps('member', 0.85); perhaps('account', 0.7);
  if (random.chance(0.7)) fields.push('service');
  else fields.push('serviceFrom', 'serviceTo');
  perhaps('status', 0.92); perhaps('charge', 0.92); perhaps('paid', 0.88); perhaps('allowed', 0.5); perhaps('share', 0.55); perhaps('received', 0.6); perhaps('finalized', 0.7);
  if (random.chance(0.65)) fields.push('payment', 'paymentOn');
  if (facts.outcome === 'rejected' || random.chance(0.15)) fields.push('category');
  return fields;
}

function lineColumns(random: Random, house: House, facts: Facts): { columns: LineField[]; adjustmentsShown: boolean } {
  const columns: LineField[] = [];
  const perhaps = (field: LineField, share: number): void => { if (random.chance(share)) columns.push(field); };
  perhaps('line', 0.5); perhaps('lineDate', 0.6); columns.push('procedure'); perhaps('modifiers', 0.6); perhaps('units', 0.6); perhaps('place', 0.3); perhaps('pointer', 0.15);
  const amounts: LineField[] = ['lineCharge'];
  const decided = facts.payment !== null;
  if (decided) { amounts.push('linePaid'); if (random.chance(0.6)) amounts.push('lineAllowed'); }
  columns.push(...random.shuffle(amounts));
  if (!decided) return { columns, adjustmentsShown: false };
  const shown = random.chance(0.8);
  if (shown) {
    if (house.codes === 'columns' || house.codes === 'words') columns.push('lineGroup', 'lineCarc', 'lineAdjustment', 'lineRarcs');
    else columns.push('lineCodes');
  }
  perhaps('linePayerCode', house.id === 'state' ? 0.6 : 0.08); perhaps('lineStatus', 0.2);
  return { columns, adjustmentsShown: shown };
}

/** Builds the page's content. `mutation` changes content and truth together, from its own seed, so that facts stay what they were. */
export function buildDoc(random: Random, facts: Facts, house: House, options: { mutation?: Mutation; mutationRandom?: Random; lines?: boolean } = {}): Doc {
  const { mutation = {}, mutationRandom = random } = options;
  const cash = (cents: number): string => money(cents, house.money);
  const day = (iso: string): string => date(iso, house.date);
  const decided = facts.payment !== null;
  const label = (field: HeaderField): string => {
    const own = random.chance(0.2) ? random.pick(SYNONYMS[field]) : house.labels[field];
    return mutation.rename ? mutationRandom.pick(SYNONYMS[field]) : own;
  };
  const word = random.pick(house.words[facts.outcome]);
  const single = facts.serviceFrom === facts.serviceTo && random.chance(0.5);
  const text = (field: HeaderField): string => {
    switch (field) {
      case 'claim': return facts.claimControlNumber;
      case 'account': return facts.patientControlNumber;
      case 'patient': return name(facts, house.name);
      case 'member': return facts.memberId;
      case 'service': return single ? day(facts.serviceFrom) : `${day(facts.serviceFrom)}${house.between}${day(facts.serviceTo)}`;
      case 'serviceFrom': return day(facts.serviceFrom);
      case 'serviceTo': return day(facts.serviceTo);
      case 'received': return day(facts.receivedOn);
      case 'finalized': return facts.finalizedOn ? day(facts.finalizedOn) : house.empty;
      case 'charge': return cash(facts.charge);
      case 'allowed': return decided ? cash(facts.allowed) : house.empty;
      case 'paid': return decided ? cash(facts.paid) : house.empty;
      case 'share': return decided ? cash(facts.share) : house.empty;
      case 'payment': return facts.payment?.number ?? house.empty;
      case 'paymentOn': return facts.payment ? day(facts.payment.date) : house.empty;
      case 'status': return word;
      case 'category': return `${facts.statusCode.category}:${facts.statusCode.status}${facts.statusCode.entity ? `:${facts.statusCode.entity}` : ''}`;
      case 'reason': return [...new Set(facts.lines.flatMap(({ adjustments }) => adjustments.map(({ groupCode, carc }) => house.codes === 'bare' ? carc : `${groupCode}-${carc}`)))].join(', ') || house.empty;
      case 'remark': return [...new Set(facts.lines.flatMap(({ rarcs }) => rarcs))].join(', ') || house.empty;
    }
  };
  let fields = chooseFields(random, facts);
  const withLines = options.lines ?? random.chance(0.82);
  // Without a line table a decided claim often says its codes in the header.
  if (!withLines && decided && random.chance(0.7)) fields.push('reason', 'remark');
  if (mutation.drop) fields = fields.filter((field) => field === 'claim' || !mutationRandom.chance(0.2));
  const blanked = new Set(mutation.blank ? fields.filter((field) => field !== 'claim' && mutationRandom.chance(0.2)) : []);
  const decoys = decoyCells(random, facts, house, random.int(2, 6));
  if (mutation.plant) decoys.push(...decoyCells(mutationRandom, facts, house, 12).filter(({ label: one }) => !decoys.some((other) => other.label === one)));
  const real: Cell[] = fields.map((field) => ({ field, label: label(field), text: blanked.has(field) ? house.empty : text(field) }));
  // A label may stand once only: two "Status" would be no fair page. Decoys that took a real label go.
  const used = new Set(real.map((one) => one.label.toLowerCase()));
  const fairDecoys = decoys.filter((one) => !used.has(one.label.toLowerCase()));
  const mixed = mixIn(random, groupPairs(real), fairDecoys.map(({ field, label: one, text: value }) => ({ field, label: one, text: value })));
  const cells = mutation.swap ? groupPairs(mutationRandom.shuffle(mixed)) : mixed;

  // Lines.
  const planned = withLines ? lineColumns(random, house, facts) : { columns: [], adjustmentsShown: false };
  let columnFields: LineField[] = planned.columns;
  if (mutation.drop) columnFields = columnFields.filter((one) => one === 'procedure' || one === 'lineCharge' || !mutationRandom.chance(0.15));
  if (columnFields.includes('lineAdjustment') && !columnFields.includes('lineCarc')) columnFields = columnFields.filter((one) => one !== 'lineAdjustment' && one !== 'lineGroup');
  if (mutation.swap) columnFields = mutationRandom.shuffle(columnFields);
  const columnLabel = (field: LineField): string => mutation.rename ? mutationRandom.pick(COLUMN_SYNONYMS[field]) : random.chance(0.15) ? random.pick(COLUMN_SYNONYMS[field]) : house.columns[field];
  const columns: Column[] = columnFields.map((field) => ({ field, label: columnLabel(field) }));
  let lines = facts.lines;
  if (mutation.drop && lines.length > 1) lines = lines.slice(0, -1);
  const joined = !columnFields.includes('modifiers') && columnFields.includes('procedure') && random.chance(0.5);
  const cellText = (field: LineField, line: FactLine, at: number): string => {
    switch (field) {
      case 'line': return String(at + 1);
      case 'lineDate': return day(facts.serviceFrom);
      case 'procedure': return joined ? [line.procedure, ...line.modifiers].join(house.codes === 'dash' ? '-' : ' ') : line.procedure;
      case 'modifiers': return line.modifiers.join(', ') || house.empty;
      case 'units': return String(line.units);
      case 'lineCharge': return cash(line.charge);
      case 'lineAllowed': return cash(line.allowed);
      case 'linePaid': return cash(line.paid);
      case 'lineStatus': return line.status === 'denied' ? 'Denied' : 'Paid';
      case 'lineCodes': return codeText(house, line) || house.empty;
      case 'lineGroup': return line.adjustments.map(({ groupCode }) => house.codes === 'words' ? GROUP_WORDS[groupCode] : groupCode).join('\n');
      case 'lineCarc': return line.adjustments.map(({ carc }) => carc).join('\n');
      case 'lineAdjustment': return line.adjustments.map(({ cents }) => cash(cents)).join('\n');
      case 'lineRarcs': return line.rarcs.join(', ') || house.empty;
      case 'linePayerCode': return line.payerCode ?? house.empty;
      case 'place': return '11';
      case 'pointer': return at % 2 ? '2' : '1';
    }
  };
  const rows = lines.map((line, at) => columnFields.map((field) => cellText(field, line, at)));
  const has = (field: LineField): boolean => columnFields.includes(field);
  const sum = (pick: (line: FactLine) => number): string => cash(lines.reduce((total, line) => total + pick(line), 0));
  const totals = lines.length > 1 && columnFields.length > 3 && random.chance(0.3)
    ? columnFields.map((field, at) => at === 0 ? 'Total' : field === 'lineCharge' ? sum((line) => line.charge) : field === 'linePaid' ? sum((line) => line.paid) : field === 'lineAllowed' ? sum((line) => line.allowed) : '') : null;

  // What a careful person reads from it.
  const shown = (field: HeaderField): boolean => fields.includes(field) && !blanked.has(field);
  const grouped = house.codes !== 'bare';
  const lineAdjustments = (line: FactLine): TruthAdjustment[] => {
    if (has('lineCodes')) return line.adjustments.map(({ groupCode, carc }) => ({ groupCode: grouped ? groupCode : null, carc, cents: null }));
    if (has('lineCarc')) return line.adjustments.map(({ groupCode, carc, cents }) => ({ groupCode: has('lineGroup') ? groupCode : null, carc, cents: has('lineAdjustment') ? cents : null }));
    return [];
  };
  const truthLines: TruthLine[] = columnFields.length === 0 ? [] : lines.map((line) => ({
    procedure: line.procedure, modifiers: has('modifiers') || joined ? line.modifiers : [], units: has('units') ? line.units : null, charge: line.charge,
    allowed: has('lineAllowed') ? line.allowed : null, paid: has('linePaid') ? line.paid : null, status: has('lineStatus') ? (line.status === 'denied' ? 'denied' : 'paid') : null,
    serviceFrom: has('lineDate') ? facts.serviceFrom : null, adjustments: lineAdjustments(line), rarcs: has('lineCodes') || has('lineRarcs') ? line.rarcs : [], payerCodes: has('linePayerCode') && line.payerCode ? [line.payerCode] : [],
  }));
  const headerAdjustments: TruthAdjustment[] = shown('reason') ? uniqueAdjustments(facts, grouped) : [];
  const optional: NonNullable<TruthClaim['optional']> = {};
  const truth: TruthClaim = { claimControlNumber: facts.claimControlNumber, lines: truthLines, adjustments: headerAdjustments, rarcs: shown('remark') ? [...new Set(facts.lines.flatMap(({ rarcs }) => rarcs))] : [], optional };
  if (shown('account')) truth.patientControlNumber = facts.patientControlNumber;
  if (shown('patient')) truth.patientName = name(facts, house.name);
  if (shown('member')) truth.memberId = facts.memberId;
  if (shown('service')) {
    truth.serviceFrom = facts.serviceFrom;
    if (single) optional['serviceTo'] = [facts.serviceFrom];
    else truth.serviceTo = facts.serviceTo;
  } else if (shown('serviceFrom') || shown('serviceTo')) {
    if (shown('serviceFrom')) truth.serviceFrom = facts.serviceFrom;
    if (shown('serviceTo')) truth.serviceTo = facts.serviceTo;
  }
  if (has('lineDate')) {
    // Without a period in the header the earliest and latest line may stand for it.
    if (!truth.serviceFrom) optional['serviceFrom'] = [facts.serviceFrom];
    if (!truth.serviceTo) optional['serviceTo'] = [facts.serviceFrom];
  }
  if (shown('serviceFrom') && !shown('serviceTo') && !shown('service')) optional['serviceTo'] = [facts.serviceFrom];
  if (shown('received')) truth.receivedOn = facts.receivedOn;
  if (decided) {
    if (shown('finalized')) truth.finalizedOn = facts.finalizedOn;
    if (shown('allowed')) truth.allowed = facts.allowed;
    if (shown('paid')) truth.paid = facts.paid;
    if (shown('share')) truth.patientResponsibility = facts.share;
    if (shown('payment')) truth.paymentNumber = facts.payment?.number ?? null;
    if (shown('paymentOn')) { truth.paymentOn = facts.payment?.date ?? null; if (facts.payment) optional['remittanceOn'] = [facts.payment.date]; }
  }
  if (shown('charge')) truth.charge = facts.charge;
  if (shown('category')) truth.statusCodes = [text('category')];
  const partSum = (pick: (line: FactLine) => number): number => lines.reduce((total, line) => total + pick(line), 0);
  // A total under the lines, or their sum, may fill a header amount that is not shown.
  if (!truth.charge && has('lineCharge')) optional['charge'] = [partSum((line) => line.charge)];
  if (truth.paid === undefined && has('linePaid')) optional['paid'] = [partSum((line) => line.paid)];
  if (truth.allowed === undefined && has('lineAllowed')) optional['allowed'] = [partSum((line) => line.allowed)];
  const charge = shown('charge') ? facts.charge : has('lineCharge') ? partSum((line) => line.charge) : null;
  const paid = truth.paid ?? (decided && has('linePaid') ? partSum((line) => line.paid) : null);
  const lineShapes = truthLines.map((line) => ({ charge: line.charge ?? null, paid: line.paid ?? null, adjustments: line.adjustments ?? [], status: line.status ?? null }));
  const resolved = statusFrom(shown('status') ? word : null, { charge, paid, adjustments: headerAdjustments, lines: lineShapes });
  if (resolved.status && resolved.also.length === 0) truth.status = resolved.status;
  else {
    optional['status'] = [...(resolved.status ? [resolved.status] : []), ...resolved.also];
    // The category code says it too.
    if (shown('category')) optional['status'].push(...categoryStatus(facts));
  }
  if (shown('status') && truth.paid === undefined && truth.status && truth.status !== 'denied' && paid !== null && !shown('paid')) {
    // The amounts came only from lines: a reader may prefer to leave it at "finalized".
    optional['status'] = [truth.status, 'finalized'];
    delete truth.status;
  }
  const legendCodes = random.chance(0.35) ? [...new Set([...(decided ? lines.flatMap((line) => [...line.adjustments.map(({ carc }) => carc), ...line.rarcs]) : []), ...(random.chance(0.5) ? random.some(Object.keys(MEANINGS), 3) : [])])] : [];
  // A legend without codes in the lines is no finding, but a reader that reads it as the claim's is not unreasonable when only its own codes stand there.
  return {
    house, facts, cells, columns, rows, totals, expandable: random.chance(0.25) ? columnFields.filter((one) => one === 'lineCodes' || one === 'lineRarcs') : [],
    legend: legendCodes.map((code) => ({ code, text: MEANINGS[code] ?? 'See the provider manual.' })),
    truth, visible: [facts.claimControlNumber, ...real.filter((one) => one.text.trim().length > 1 && one.field !== null && !blanked.has(one.field) && one.field !== 'claim').map((one) => one.text), ...rows.flatMap((row) => row.flatMap((one) => one.split('\n'))).filter((one) => one.trim().length > 1)],
    decoys: fairDecoys.map(({ text: value, why }) => ({ text: value, why })),
  };
}

function categoryStatus(facts: Facts): ClaimStatus[] {
  switch (facts.statusCode.category.charAt(0)) {
    case 'A': return ['rejected'];
    case 'P': return ['pending'];
    default: return facts.statusCode.category === 'F2' ? ['denied'] : ['paid', 'partially-denied'];
  }
}

function uniqueAdjustments(facts: Facts, grouped: boolean): TruthAdjustment[] {
  const seen = new Map<string, TruthAdjustment>();
  for (const { adjustments } of facts.lines) for (const { groupCode, carc } of adjustments) {
    const one = { groupCode: grouped ? groupCode : null, carc, cents: null };
    seen.set(`${one.groupCode ?? ''}-${carc}`, one);
  }
  return [...seen.values()];
}

/** From and To stay neighbours, and so do check number and date: portals never part them. */
function groupPairs(cells: Cell[]): Cell[] {
  const out = cells.filter(({ field }) => field !== 'serviceTo' && field !== 'paymentOn');
  for (const [first, second] of [['serviceFrom', 'serviceTo'], ['payment', 'paymentOn']] as const) {
    const follower = cells.find(({ field }) => field === second);
    if (!follower) continue;
    const at = out.findIndex(({ field }) => field === first);
    if (at < 0) out.push(follower);
    else out.splice(at + 1, 0, follower);
  }
  return out;
}

function mixIn(random: Random, real: Cell[], extra: Cell[]): Cell[] {
  const out = random.chance(0.5) ? [...real] : groupPairs(random.shuffle(real));
  for (const one of extra) {
    // Never between From and To.
    let at = random.int(0, out.length);
    if (out[at]?.field === 'serviceTo' || out[at]?.field === 'paymentOn') at += 1;
    out.splice(at, 0, one);
  }
  return out;
}
