import type { Adjustment, GroupCode, Value } from '../reading/reading.ts';
import type { TransactionSink } from './edi-events.ts';
import { componentInUse, composite, dateValue, found, moneyValue, orNull, partyOf, textValue, workedOut } from './edi-values.ts';
import { centsOf, quantityOf } from './elements.ts';
import { startLine } from './remittance-claim.ts';
import type { ClaimInProgress } from './remittance-claim.ts';
import type { Segment } from './segment.ts';
import type { Separators } from './separators.ts';

const GROUP_CODES: ReadonlyMap<string, GroupCode> = new Map([['CO', 'CO'], ['PR', 'PR'], ['OA', 'OA'], ['PI', 'PI'], ['CR', 'CR']]);

/**
 * Splits composites of one transaction. Where one is not written with the declared separator but with another
 * sign, that is taken for this composite alone (a file may mix both) and said once.
 */
export class CompositeSplitter {
  readonly #separators: Separators;
  readonly #sink: TransactionSink;
  #told = false;

  constructor(separators: Separators, sink: TransactionSink) {
    this.#separators = separators;
    this.#sink = sink;
  }

  split(text: string, segment: number): string[] {
    const declared = this.#separators.component;
    const inUse = componentInUse(text, declared);
    if (inUse === null) return composite(text, declared);
    if (this.#separators.declared && !this.#told) this.#sink.fault('component-separator', segment);
    this.#told = true;
    return composite(text, inUse);
  }
}

/** SVC: begins a service line. */
export function readService(at: ClaimInProgress, segment: Segment, composites: CompositeSplitter, sink: TransactionSink): void {
  const { line, lineDetail } = startLine(at);
  const parts = composites.split(segment.get(1), segment.number);
  // A qualifier alone means that its code slipped into SVC02, and the amounts one place further.
  const slipped = parts.length === 1 && /^[A-Z]{2}$/i.test(parts[0] ?? '');
  const [qualifier, code, ...modifiers] = parts.length === 1 && !slipped ? ['', parts[0] ?? ''] : parts;
  lineDetail.procedureQualifier = orNull((qualifier ?? '').toUpperCase());
  line.procedure = textValue(code ?? '', 'SVC01');
  line.modifiers = modifiers.slice(0, 4).filter((modifier) => modifier !== '');
  const charge = segment.get(2);
  const paid = segment.get(3);
  if (slipped || centsOf(charge) === null || (paid !== '' && centsOf(paid) === null)) sink.fault('malformed-line', segment.number);
  else {
    line.charge = moneyValue(charge, 'SVC02', sink, segment.number);
    line.paid = moneyValue(paid, 'SVC03', sink, segment.number);
  }
  if (slipped) return;
  lineDetail.revenueCode = orNull(segment.get(4));
  const units = segment.get(5);
  const count = units === '' ? 1 : quantityOf(units);
  line.units = count === null ? null : units === '' ? workedOut(1, '', 'SVC05') : found(count, units, 'SVC05');
  lineDetail.submittedProcedure = orNull(segment.get(6));
}

/** CAS, up to six triplets, of the line where one is open, else of the claim. Signs stay as written, empty triplets are left out. */
export function readAdjustments(at: ClaimInProgress, segment: Segment, sink: TransactionSink): void {
  const into: Adjustment[] = at.line === null ? at.claim.adjustments : at.line.adjustments;
  const groupCode = GROUP_CODES.get(segment.code(1)) ?? null;
  let sound = groupCode !== null;
  for (let index = 2; index < segment.count + 1; index += 3) {
    const carc = segment.code(index);
    const amount = segment.get(index + 1);
    if (carc === '' && amount === '') continue;
    const cents = amount === '' ? null : centsOf(amount);
    // A group code among the reasons: two groups were written into one segment.
    if (cents === null || carc === '' || GROUP_CODES.has(carc)) sound = false;
    into.push({ groupCode, carc, cents });
  }
  if (!sound) sink.fault('malformed-adjustment', segment.number);
}

/** DTM of the claim or of the line that is open. */
export function readDate(at: ClaimInProgress, segment: Segment, sink: TransactionSink): void {
  const qualifier = segment.code(1);
  const label = `DTM*${qualifier}`;
  // A period stands in DTM06 with RD8 in DTM05, or, against the guide, in DTM02, or written as a DTP.
  const second = segment.code(2);
  const written = second === '' ? segment.get(6) : second === 'D8' || second === 'RD8' ? segment.get(3) : second;
  const dash = written.indexOf('-');
  const day = (text: string): Value<string> => dateValue(text, label, sink, segment.number);
  const from = dash < 0 ? written : written.slice(0, dash);
  const to = dash < 0 ? '' : written.slice(dash + 1);
  switch (qualifier) {
    case '232': at.statementFrom ??= day(from); if (to !== '') at.statementTo ??= day(to); return;
    case '233': at.statementTo ??= day(from); return;
    case '050': at.claim.receivedOn ??= day(from); return;
    default:
  }
  if (at.line === null) return;
  switch (qualifier) {
    case '472': case '150':
      at.line.serviceFrom ??= day(from);
      if (to !== '') at.line.serviceTo ??= day(to);
      return;
    case '151': at.line.serviceTo ??= day(from); return;
    default:
  }
}

/** REF: of a line it stays a detail, of a claim it is shown. */
export function readReference(at: ClaimInProgress, segment: Segment): void {
  const qualifier = segment.code(1);
  const value = segment.get(2);
  if (value === '') return;
  if (at.line !== null && at.lineDetail !== null) {
    if (qualifier === '6R') at.lineDetail.lineControl ??= value;
    at.lineDetail.references.push({ qualifier, value });
    return;
  }
  at.detail.references.push({ qualifier, value });
  at.claim.references.push({ label: `REF*${qualifier}`, value });
}

/** AMT: AU is what the plan covers of the claim, B6 what it allows of the line. */
export function readAmount(at: ClaimInProgress, segment: Segment, sink: TransactionSink): void {
  const qualifier = segment.code(1);
  const amount = moneyValue(segment.get(2), `AMT*${qualifier}`, sink, segment.number);
  if (amount === null) return;
  if (at.line !== null) {
    if (qualifier === 'B6') at.line.allowed ??= amount;
    at.lineDetail?.amounts.push({ qualifier, cents: amount.value });
  } else {
    if (qualifier === 'AU') at.claim.allowed ??= amount;
    at.detail.amounts.push({ qualifier, cents: amount.value });
  }
}

/** NM1 of the claim: patient, insured, corrected, rendering, crossover carrier. */
export function readParty(at: ClaimInProgress, segment: Segment): void {
  const { detail } = at;
  switch (segment.code(1)) {
    case 'QC': detail.patient ??= partyOf(segment); return;
    case 'IL': detail.insured ??= partyOf(segment); return;
    case '74': detail.corrected ??= partyOf(segment); return;
    case '82':
      if (at.lineDetail === null) detail.rendering ??= partyOf(segment);
      else at.lineDetail.rendering ??= partyOf(segment);
      return;
    case 'TT': detail.crossoverCarrier ??= partyOf(segment); return;
    default:
  }
}

/** QTY of the claim. */
export function readQuantity(at: ClaimInProgress, segment: Segment): void {
  const value = quantityOf(segment.get(2));
  if (value !== null) at.detail.quantities.push({ qualifier: segment.code(1), quantity: value });
}

/** LQ: HE is a remark code; other lists are codes of the payer. */
export function readRemark(at: ClaimInProgress, segment: Segment): void {
  const code = segment.code(2);
  if (code === '') return;
  const into = at.line ?? at.claim;
  if (segment.code(1) === 'HE') into.rarcs.push(code);
  else into.payerCodes.push({ code, text: null });
}

/** MIA and MOA: remark codes among amounts. */
export function readRemarks(at: ClaimInProgress, segment: Segment, places: readonly number[]): void {
  for (const place of places) {
    const code = segment.code(place);
    if (code !== '') at.claim.rarcs.push(code);
  }
}
