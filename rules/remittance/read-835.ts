import type { Adjustment, GroupCode, Payment, Value } from '../reading/reading.ts';
import { centsOf, dateOf, element, quantityOf } from './elements.ts';
import type { Envelope, TransactionReader, TransactionSink, TransactionSummary } from './edi-events.ts';
import { blankDetail, componentInUse, composite, dateValue, found, keyOf, moneyValue, partyOf, textValue, workedOut } from './edi-values.ts';
import { finishClaim, imbalances, startClaim, startLine } from './remittance-claim.ts';
import type { ClaimInProgress } from './remittance-claim.ts';
import type { Separators } from './separators.ts';

const GROUP_CODES: ReadonlyMap<string, GroupCode> = new Map([['CO', 'CO'], ['PR', 'PR'], ['OA', 'OA'], ['PI', 'PI'], ['CR', 'CR']]);

/** CLP02 of 5010, and those of 4010 that old files still hold. */
const CLAIM_STATUS_CODES = new Set(['1', '2', '3', '4', '5', '10', '13', '15', '16', '17', '19', '20', '21', '22', '23', '25', '27']);

/** How many reversed accounts of one transaction are remembered to mark their corrections. */
const REMEMBERED_REVERSALS = 20_000;

/**
 * Reads one 835 (005010X221A1, also 004010X091A1) segment by segment and hands out each claim as soon as
 * the next one begins, so memory does not grow with the file.
 *
 * A claim is money: where CLP02 to CLP06 do not hold what belongs there no claim is made of it.
 */
export class Remittance835 implements TransactionReader {
  readonly kind = 'remittance';
  readonly #sink: TransactionSink;
  readonly #separators: Separators;
  readonly #summary: TransactionSummary;
  readonly #reversed = new Set<string>();
  #at: ClaimInProgress | null = null;
  /** Set while the segments of a refused claim pass by. */
  #refused = false;
  #party: 'PR' | 'PE' | null = null;
  #component: string;
  #paidCents = 0;
  #adjustedCents = 0;
  #paymentDate: Value<string> = null;
  #production: Value<string> = null;
  #payerIdSecond: string | null = null;
  #creditDebit = '';

  constructor(envelope: Envelope, separators: Separators, sink: TransactionSink, segment: number) {
    this.#sink = sink;
    this.#separators = separators;
    this.#component = separators.component;
    this.#summary = {
      kind: 'remittance', envelope, transactionKey: '', segment, claims: 0, payerName: null, payerId: null, payerContacts: [], payee: null,
      payment: null, traceOriginator: null, remittanceOn: null, providerAdjustments: [], balanced: null, batchStatuses: [], acknowledgement: null,
    };
  }

  segment(id: string, text: string, number: number): void {
    switch (id) {
      case 'N3': case 'N4': case 'TS2': case 'TS3': case 'CUR': case 'RDM':
        return;
      default:
    }
    const elements = text.split(this.#separators.element);
    const at = this.#at;
    switch (id) {
      case 'CLP': this.#claimPayment(elements, number); return;
      case 'SVC': this.#service(elements, number); return;
      case 'CAS': this.#adjustments(elements, number); return;
      case 'DTM': this.#date(elements, number); return;
      case 'NM1': if (at !== null) nameParty(at, elements); return;
      case 'REF': this.#reference(elements); return;
      case 'AMT': this.#amount(elements, number); return;
      case 'QTY': if (at !== null && at.line === null) quantity(at, elements); return;
      case 'LQ': if (at !== null) remark(at, elements); return;
      case 'MIA': if (at !== null) remarks(at, elements, [5, 20, 21, 22, 23]); return;
      case 'MOA': if (at !== null) remarks(at, elements, [3, 4, 5, 6, 7]); return;
      case 'LX': this.#finish(); return;
      case 'BPR': this.#payment(elements, number); return;
      case 'TRN': this.#trace(elements); return;
      case 'N1': this.#name(elements); return;
      case 'PER': this.#contact(elements); return;
      case 'PLB': this.#providerAdjustments(elements, number); return;
      default:
        // Segments of no use here (ADX, RMR, MSG …) pass silently: guides of payers differ.
    }
  }

  close(how: { ended: true } | { ended: false; rest: string }, number: number): void {
    if (how.ended || this.#isWhole(how.rest)) this.#finish();
    else if (this.#at !== null) {
      this.#sink.fault('withheld', this.#at.detail.segment);
      this.#at = null;
    }
    this.#balance(number);
    this.#sink.transaction(this.#finishedSummary());
  }

  /**
   * Whether the claim in progress is complete though the file ends here: the next claim had begun, or the file
   * ends at a segment's end and every amount adds up.
   */
  #isWhole(rest: string): boolean {
    if (this.#at === null) return false;
    if (rest !== '') return ['CLP', 'LX', 'PLB', 'SE', 'GE', 'IEA', 'ST', 'N1'].includes(rest);
    const off = imbalances(this.#at.claim);
    return off.claim === 0 && off.lines.length === 0 && this.#at.claim.lines.length > 0;
  }

  #payment(elements: readonly string[], number: number): void {
    const amount = moneyValue(element(elements, 2), 'BPR02', this.#sink, number);
    if (amount === null) this.#sink.fault('malformed-payment', number);
    this.#creditDebit = element(elements, 3);
    const method = element(elements, 4);
    this.#paymentDate = dateValue(element(elements, 16), 'BPR16', this.#sink, number);
    this.#summary.payment = { ...(this.#summary.payment ?? emptyPayment()), date: this.#paymentDate, amount, method: method === '' ? null : method };
  }

  #trace(elements: readonly string[]): void {
    if (this.#summary.payment?.number != null || this.#at !== null) return;
    this.#summary.payment = { ...(this.#summary.payment ?? emptyPayment()), number: textValue(element(elements, 2), 'TRN02') };
    this.#summary.traceOriginator = orNull(element(elements, 3));
  }

  #name(elements: readonly string[]): void {
    this.#finish();
    this.#refused = false;
    const code = element(elements, 1);
    this.#party = code === 'PR' || code === 'PE' ? code : null;
    const name = element(elements, 2);
    const qualifier = element(elements, 3);
    const id = element(elements, 4);
    if (code === 'PR') {
      this.#summary.payerName ??= orNull(name);
      this.#summary.payerId ??= orNull(id);
    } else if (code === 'PE') {
      this.#summary.payee ??= { name, npi: qualifier === 'XX' ? id : '', taxId: qualifier === 'FI' ? id : '' };
    }
  }

  #contact(elements: readonly string[]): void {
    const numbers: { kind: string; value: string }[] = [];
    for (let index = 3; index + 1 < elements.length; index += 2) {
      const value = element(elements, index + 1);
      if (value !== '') numbers.push({ kind: element(elements, index), value });
    }
    if (this.#at !== null) this.#at.detail.claimContact ??= numbers.map((one) => one.value).join(' ');
    else if (this.#party === 'PR' && this.#summary.payerContacts.length < 20) {
      this.#summary.payerContacts.push({ kind: element(elements, 1), name: element(elements, 2), numbers });
    }
  }

  #claimPayment(elements: readonly string[], number: number): void {
    this.#finish();
    const statusCode = element(elements, 2);
    const charge = centsOf(element(elements, 3));
    const paid = centsOf(element(elements, 4));
    const responsibility = element(elements, 5);
    const filing = element(elements, 6);
    // CLP06 is a two-sign code: a number with a point, or a long one, is an amount that slipped there.
    const sound = /^[0-9A-Z]{1,2}$/.test(statusCode) && charge !== null && paid !== null
      && (responsibility === '' || centsOf(responsibility) !== null) && !/^-?\d*\.\d+$|^-?\d{3,}$/.test(filing);
    this.#refused = !sound;
    if (!sound) {
      this.#sink.fault('malformed-claim', number);
      return;
    }
    if (!CLAIM_STATUS_CODES.has(statusCode)) this.#sink.fault('unknown-claim-status', number);
    if (statusCode === '25') this.#sink.fault('predetermination', number);
    const summary = this.#summary;
    const detail = blankDetail('remittance', summary.envelope, number);
    const at = startClaim(detail, statusCode);
    const { claim } = at;
    claim.patientControlNumber = textValue(element(elements, 1), 'CLP01');
    claim.claimControlNumber = textValue(element(elements, 7), 'CLP07');
    claim.charge = found(charge, element(elements, 3), 'CLP03');
    claim.paid = found(paid, element(elements, 4), 'CLP04');
    claim.patientResponsibility = moneyValue(responsibility, 'CLP05', this.#sink, number);
    claim.paymentNumber = summary.payment?.number ?? null;
    claim.paymentOn = this.#paymentDate;
    claim.remittanceOn = this.#production ?? (this.#paymentDate === null ? null : { ...this.#paymentDate, derived: true });
    detail.payerName = summary.payerName;
    detail.payerId = summary.payerId ?? this.#payerIdSecond;
    detail.payee = summary.payee;
    detail.claimStatusCode = statusCode;
    detail.filingIndicator = orNull(filing);
    detail.facilityCode = orNull(element(elements, 8));
    detail.frequencyCode = orNull(element(elements, 9));
    detail.drg = orNull(element(elements, 11));
    detail.reversal = statusCode === '22';
    this.#at = at;
  }

  #service(elements: readonly string[], number: number): void {
    const at = this.#at;
    if (at === null) {
      if (!this.#refused) this.#sink.fault('stray-segment', number, 'SVC');
      return;
    }
    const { line, lineDetail } = startLine(at);
    const parts = this.#composite(element(elements, 1), number);
    // A qualifier alone means that its code slipped into SVC02, and the amounts one place further.
    const slipped = parts.length === 1 && /^[A-Z]{2}$/.test(parts[0] ?? '');
    const [qualifier, code, ...modifiers] = parts.length === 1 && !slipped ? ['', parts[0] ?? ''] : parts;
    lineDetail.procedureQualifier = orNull(qualifier ?? '');
    line.procedure = textValue(code ?? '', 'SVC01');
    line.modifiers = modifiers.slice(0, 4).filter((modifier) => modifier !== '');
    const charge = element(elements, 2);
    const paid = element(elements, 3);
    if (slipped || centsOf(charge) === null || (paid !== '' && centsOf(paid) === null)) this.#sink.fault('malformed-line', number);
    else {
      line.charge = moneyValue(charge, 'SVC02', this.#sink, number);
      line.paid = moneyValue(paid, 'SVC03', this.#sink, number);
    }
    if (slipped) return;
    lineDetail.revenueCode = orNull(element(elements, 4));
    const units = element(elements, 5);
    const count = units === '' ? 1 : quantityOf(units);
    line.units = count === null ? null : units === '' ? workedOut(1, '', 'SVC05') : found(count, units, 'SVC05');
    lineDetail.submittedProcedure = orNull(element(elements, 6));
  }

  #adjustments(elements: readonly string[], number: number): void {
    const at = this.#at;
    if (at === null) {
      if (!this.#refused) this.#sink.fault('stray-segment', number, 'CAS');
      return;
    }
    const into: Adjustment[] = at.line === null ? at.claim.adjustments : at.line.adjustments;
    const groupCode = GROUP_CODES.get(element(elements, 1)) ?? null;
    let sound = groupCode !== null;
    for (let index = 2; index < elements.length; index += 3) {
      const carc = element(elements, index);
      const amount = element(elements, index + 1);
      if (carc === '' && amount === '') continue;
      const cents = amount === '' ? null : centsOf(amount);
      if (cents === null || carc === '') sound = false;
      into.push({ groupCode, carc, cents });
    }
    if (!sound) this.#sink.fault('malformed-adjustment', number);
  }

  #date(elements: readonly string[], number: number): void {
    const qualifier = element(elements, 1);
    const at = this.#at;
    if (at === null) {
      if (qualifier === '405' && !this.#refused) {
        this.#production = dateValue(element(elements, 2), 'DTM*405', this.#sink, number);
        this.#summary.remittanceOn = this.#production?.value ?? null;
      }
      return;
    }
    const label = `DTM*${qualifier}`;
    // A period stands in DTM06 with RD8 in DTM05, or, against the guide, in DTM02.
    const written = element(elements, 2) === '' ? element(elements, 6) : element(elements, 2);
    const dash = written.indexOf('-');
    const day = (text: string): Value<string> => dateValue(text, label, this.#sink, number);
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

  #reference(elements: readonly string[]): void {
    const qualifier = element(elements, 1);
    const value = element(elements, 2);
    const at = this.#at;
    if (value === '') return;
    if (at === null) {
      if (this.#party === 'PR' && qualifier === '2U') this.#payerIdSecond ??= value;
      if (this.#party === 'PE' && qualifier === 'TJ' && this.#summary.payee !== null && this.#summary.payee.taxId === '') this.#summary.payee.taxId = value;
      return;
    }
    if (at.line !== null && at.lineDetail !== null) {
      if (qualifier === '6R') at.lineDetail.lineControl ??= value;
      at.lineDetail.references.push({ qualifier, value });
      return;
    }
    at.detail.references.push({ qualifier, value });
    at.claim.references.push({ label: `REF*${qualifier}`, value });
  }

  #amount(elements: readonly string[], number: number): void {
    const at = this.#at;
    if (at === null) return;
    const qualifier = element(elements, 1);
    const amount = moneyValue(element(elements, 2), `AMT*${qualifier}`, this.#sink, number);
    if (amount === null) return;
    if (at.line !== null) {
      if (qualifier === 'B6') at.line.allowed ??= amount;
      at.lineDetail?.amounts.push({ qualifier, cents: amount.value });
    } else {
      if (qualifier === 'AU') at.claim.allowed ??= amount;
      at.detail.amounts.push({ qualifier, cents: amount.value });
    }
  }

  #providerAdjustments(elements: readonly string[], number: number): void {
    this.#finish();
    this.#refused = false;
    this.#party = null;
    const provider = element(elements, 1);
    const yearEnd = element(elements, 2);
    const fiscalYearEnd = yearEnd === '' ? null : dateOf(yearEnd);
    for (let index = 3; index < elements.length; index += 2) {
      const identifier = element(elements, index);
      const amount = element(elements, index + 1);
      if (identifier === '' && amount === '') continue;
      const cents = centsOf(amount);
      const [code, reference] = this.#composite(identifier, number);
      if (cents === null) {
        this.#sink.fault('bad-amount', number, `PLB${String(index + 1).padStart(2, '0')}`);
        continue;
      }
      this.#adjustedCents += cents;
      this.#summary.providerAdjustments.push({ code: code ?? '', cents, reference: orNull(reference ?? ''), provider, fiscalYearEnd });
    }
  }

  /** Splits by the separator in use; where that is not the declared one it is said once. */
  #composite(text: string, number: number): string[] {
    if (!text.includes(this.#component)) {
      const inUse = componentInUse(text, this.#component);
      if (inUse !== null) {
        // Only this composite: a file may mix both, one in SVC01 and the other in PLB03.
        if (this.#separators.declared) this.#sink.fault('component-separator', number);
        return composite(text, inUse);
      }
    }
    return composite(text, this.#component);
  }

  #finish(): void {
    const at = this.#at;
    if (at === null) return;
    this.#at = null;
    finishClaim(at);
    const { claim, detail } = at;
    const off = imbalances(claim);
    if (off.claim !== 0) this.#sink.fault('unbalanced', detail.segment, `claim off by ${off.claim} cents`);
    for (const line of off.lines) {
      // A claim that adds up as a whole and has its codes above the lines leaves the lines open by design of some payers.
      if (off.claim !== 0 || claim.adjustments.length === 0) this.#sink.fault('unbalanced', detail.segment, `line ${line.line} off by ${line.cents} cents`);
    }
    this.#paidCents += claim.paid?.value ?? 0;
    const account = claim.patientControlNumber?.value ?? '';
    if (detail.reversal) {
      if (this.#reversed.size < REMEMBERED_REVERSALS) this.#reversed.add(account);
    } else detail.correctsReversal = this.#reversed.has(account);
    detail.claimKey = keyOf([detail.payerId ?? detail.payerName, claim.claimControlNumber?.value ?? null, account, detail.reversal ? '-' : '+']);
    detail.transactionKey = this.#transactionKey();
    this.#summary.claims += 1;
    this.#sink.claim(claim, detail);
  }

  #transactionKey(): string {
    const { envelope, payment, traceOriginator } = this.#summary;
    return keyOf([envelope.interchangeControl, envelope.groupControl, envelope.transactionControl, payment?.number?.value ?? null, traceOriginator]);
  }

  #balance(number: number): void {
    const amount = this.#summary.payment?.amount?.value;
    if (amount === undefined) return;
    const expected = this.#paidCents - this.#adjustedCents;
    const balanced = amount === expected || (this.#creditDebit === 'D' && -amount === expected);
    this.#summary.balanced = balanced;
    if (!balanced) this.#sink.fault('unbalanced', number, `payment off by ${amount - expected} cents`);
  }

  #finishedSummary(): TransactionSummary {
    this.#summary.payerId ??= this.#payerIdSecond;
    return { ...this.#summary, transactionKey: this.#transactionKey() };
  }
}

function nameParty(at: ClaimInProgress, elements: readonly string[]): void {
  const { detail } = at;
  switch (element(elements, 1)) {
    case 'QC': detail.patient ??= partyOf(elements); return;
    case 'IL': detail.insured ??= partyOf(elements); return;
    case '74': detail.corrected ??= partyOf(elements); return;
    case '82':
      if (at.lineDetail === null) detail.rendering ??= partyOf(elements);
      else at.lineDetail.rendering ??= partyOf(elements);
      return;
    case 'TT': detail.crossoverCarrier ??= partyOf(elements); return;
    default:
  }
}

function quantity(at: ClaimInProgress, elements: readonly string[]): void {
  const value = quantityOf(element(elements, 2));
  if (value !== null) at.detail.quantities.push({ qualifier: element(elements, 1), quantity: value });
}

function remark(at: ClaimInProgress, elements: readonly string[]): void {
  const code = element(elements, 2);
  if (code === '') return;
  const into = at.line ?? at.claim;
  if (element(elements, 1) === 'HE') into.rarcs.push(code);
  else into.payerCodes.push({ code, text: null });
}

function remarks(at: ClaimInProgress, elements: readonly string[], places: readonly number[]): void {
  for (const place of places) {
    const code = element(elements, place);
    if (code !== '') at.claim.rarcs.push(code);
  }
}

function emptyPayment(): Payment {
  return { number: null, date: null, amount: null, method: null };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
