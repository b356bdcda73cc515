import type { Payment, Value } from '../reading/reading.ts';
import type { Envelope, TransactionReader, TransactionSink, TransactionSummary } from './edi-events.ts';
import { blankDetail, dateValue, keyOf, moneyValue, orNull, textValue } from './edi-values.ts';
import { centsOf, dateOf } from './elements.ts';
import { finishClaim, imbalances, startClaim } from './remittance-claim.ts';
import type { ClaimInProgress } from './remittance-claim.ts';
import { CompositeSplitter, readAdjustments, readAmount, readDate, readParty, readQuantity, readReference, readRemark, readRemarks, readService } from './remittance-segments.ts';
import type { Segment } from './segment.ts';
import type { Separators } from './separators.ts';

/** CLP02 of 5010, and those of 4010 that old files still hold. */
const CLAIM_STATUS_CODES = new Set(['1', '2', '3', '4', '5', '10', '11', '12', '13', '15', '16', '17', '19', '20', '21', '22', '23', '25', '27']);

/** An unfinished segment of these ids shows that the claim before it was complete. */
const BEHIND_A_CLAIM = new Set(['CLP', 'LX', 'PLB', 'SE', 'GE', 'IEA', 'ST', 'N1', 'TS3']);

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
  readonly #composites: CompositeSplitter;
  #at: ClaimInProgress | null = null;
  /** Set while the segments of a refused claim pass by. */
  #refused = false;
  #party: 'PR' | 'PE' | null = null;
  #paidCents = 0;
  #adjustedCents = 0;
  #paymentDate: Value<string> = null;
  #production: Value<string> = null;
  #payerIdSecond: string | null = null;
  #creditDebit = '';
  /** Worked out once: header and trace are complete when the first claim is. */
  #key: string | null = null;

  constructor(envelope: Envelope, separators: Separators, sink: TransactionSink, segment: number) {
    this.#sink = sink;
    this.#separators = separators;
    this.#composites = new CompositeSplitter(separators, sink);
    this.#summary = {
      kind: 'remittance', envelope, transactionKey: '', segment, claims: 0, payerName: null, payerId: null, payerContacts: [], payee: null,
      payment: null, traceOriginator: null, remittanceOn: null, providerAdjustments: [], balanced: null, batchStatuses: [], acknowledgement: null,
    };
  }

  segment(segment: Segment): void {
    switch (segment.id) {
      case 'N3': case 'N4': case 'TS2': case 'TS3': case 'CUR': case 'RDM':
        return;
      default:
    }
    const at = this.#at;
    switch (segment.id) {
      case 'CLP': this.#claimPayment(segment); return;
      case 'SVC':
        if (at !== null) readService(at, segment, this.#composites, this.#sink);
        else this.#stray(segment);
        return;
      case 'CAS':
        if (at !== null) readAdjustments(at, segment, this.#sink);
        else this.#stray(segment);
        return;
      case 'DTM':
        if (at !== null) readDate(at, segment, this.#sink);
        else this.#headerDate(segment);
        return;
      case 'NM1':
        if (at !== null) readParty(at, segment);
        // Some senders name the payer with NM1 where N1 belongs.
        else if (segment.code(1) === 'PR') this.#summary.payerName ??= orNull(segment.get(3));
        return;
      case 'REF':
        if (at !== null) readReference(at, segment);
        else this.#headerReference(segment);
        return;
      case 'AMT': if (at !== null) readAmount(at, segment, this.#sink); return;
      case 'QTY': if (at !== null && at.line === null) readQuantity(at, segment); return;
      case 'LQ': if (at !== null) readRemark(at, segment); return;
      case 'MIA': if (at !== null) readRemarks(at, segment, [5, 20, 21, 22, 23]); return;
      case 'MOA': if (at !== null) readRemarks(at, segment, [3, 4, 5, 6, 7]); return;
      case 'LX': this.#finish(); return;
      case 'BPR': this.#payment(segment); return;
      case 'TRN': this.#trace(segment); return;
      case 'N1': this.#name(segment); return;
      case 'PER': this.#contact(segment); return;
      case 'PLB': this.#providerAdjustments(segment); return;
      default:
        // Segments of no use here (ADX, RMR, MSG …) pass silently: guides of payers differ.
    }
  }

  close(how: { ended: true } | { ended: false; rest: string }, number: number): void {
    const at = this.#at;
    if (how.ended || BEHIND_A_CLAIM.has(how.rest)) this.#finish();
    else if (at !== null && how.rest === '' && this.#addsUp(at)) {
      this.#sink.fault('unconfirmed-end', at.detail.segment);
      this.#finish();
    } else if (at !== null) {
      this.#sink.fault('withheld', at.detail.segment);
      this.#at = null;
    }
    this.#balance(number);
    this.#sink.transaction(this.#finishedSummary());
  }

  /**
   * Whether the claim in progress has all its money though the file ends here, at the end of a segment: charges,
   * adjustments and payments add up in each line, in the claim, and with it in the whole payment.
   */
  #addsUp(at: ClaimInProgress): boolean {
    const { claim } = at;
    const off = imbalances(claim);
    if (off.claim !== 0 || off.lines.length > 0) return false;
    const amount = this.#summary.payment?.amount?.value;
    if (amount !== undefined && amount !== this.#paidCents + (claim.paid?.value ?? 0)) return false;
    if (claim.lines.length === 0) return claim.adjustments.length > 0 && at.detail.patient !== null;
    const charged = claim.lines.reduce((total, line) => total + (line.charge?.value ?? 0), 0);
    return charged === claim.charge?.value;
  }

  #payment(segment: Segment): void {
    const amount = moneyValue(segment.get(2), 'BPR02', this.#sink, segment.number);
    if (amount === null) this.#sink.fault('malformed-payment', segment.number);
    this.#creditDebit = segment.code(3);
    const method = segment.get(4);
    this.#paymentDate = dateValue(segment.get(16), 'BPR16', this.#sink, segment.number);
    this.#summary.payment = { ...(this.#summary.payment ?? emptyPayment()), date: this.#paymentDate, amount, method: method === '' ? null : method };
  }

  #trace(segment: Segment): void {
    if (this.#summary.payment?.number != null || this.#at !== null) return;
    this.#summary.payment = { ...(this.#summary.payment ?? emptyPayment()), number: textValue(segment.get(2), 'TRN02') };
    this.#summary.traceOriginator = orNull(segment.get(3));
  }

  #name(segment: Segment): void {
    const code = segment.code(1);
    // Another party within a claim, against the guide: the claim goes on behind it.
    if (this.#at !== null && code !== 'PR' && code !== 'PE') return;
    this.#finish();
    this.#refused = false;
    this.#party = code === 'PR' || code === 'PE' ? code : null;
    const name = segment.get(2);
    const qualifier = segment.code(3);
    const id = segment.get(4);
    if (code === 'PR') {
      this.#summary.payerName ??= orNull(name);
      this.#summary.payerId ??= orNull(id);
    } else if (code === 'PE') {
      this.#summary.payee ??= { name, npi: qualifier === 'XX' ? id : '', taxId: qualifier === 'FI' ? id : '' };
    }
  }

  #contact(segment: Segment): void {
    const numbers: { kind: string; value: string }[] = [];
    for (let index = 3; index + 1 < segment.count + 1; index += 2) {
      const value = segment.get(index + 1);
      if (value !== '') numbers.push({ kind: segment.get(index), value });
    }
    if (this.#at !== null) this.#at.detail.claimContact ??= numbers.map((one) => one.value).join(' ');
    else if (this.#party === 'PR' && this.#summary.payerContacts.length < 20) {
      this.#summary.payerContacts.push({ kind: segment.get(1), name: segment.get(2), numbers });
    }
  }

  #claimPayment(segment: Segment): void {
    this.#finish();
    const statusCode = segment.code(2).replace(/^0(?=\d$)/, '');
    const charge = centsOf(segment.get(3));
    const paid = centsOf(segment.get(4));
    const responsibility = segment.get(5);
    const filing = segment.code(6);
    // CLP06 is a two-sign code: a number with a point, or a long one, is an amount that slipped there.
    const sound = /^[0-9A-Z]{1,2}$/.test(statusCode) && charge !== null && paid !== null
      && (responsibility === '' || centsOf(responsibility) !== null) && !/^-?\d*\.\d+$|^-?\d{3,}$/.test(filing);
    this.#refused = !sound;
    if (!sound) {
      this.#sink.fault('malformed-claim', segment.number);
      return;
    }
    if (!CLAIM_STATUS_CODES.has(statusCode)) this.#sink.fault('unknown-claim-status', segment.number);
    if (statusCode === '25') this.#sink.fault('predetermination', segment.number);
    const summary = this.#summary;
    const detail = blankDetail('remittance', summary.envelope, segment.number);
    const at = startClaim(detail, statusCode);
    const { claim } = at;
    claim.patientControlNumber = textValue(segment.get(1), 'CLP01');
    claim.claimControlNumber = textValue(segment.get(7), 'CLP07');
    claim.charge = moneyValue(segment.get(3), 'CLP03', this.#sink, segment.number);
    claim.paid = moneyValue(segment.get(4), 'CLP04', this.#sink, segment.number);
    claim.patientResponsibility = moneyValue(responsibility, 'CLP05', this.#sink, segment.number);
    claim.paymentNumber = summary.payment?.number ?? null;
    claim.paymentOn = this.#paymentDate;
    claim.remittanceOn = this.#production ?? (this.#paymentDate === null ? null : { ...this.#paymentDate, derived: true });
    detail.payerName = summary.payerName;
    detail.payerId = summary.payerId ?? this.#payerIdSecond;
    detail.payee = summary.payee;
    detail.claimStatusCode = statusCode;
    detail.filingIndicator = orNull(filing);
    detail.facilityCode = orNull(segment.get(8));
    detail.frequencyCode = orNull(segment.get(9));
    detail.drg = orNull(segment.get(11));
    detail.reversal = statusCode === '22';
    this.#at = at;
  }

  #stray(segment: Segment): void {
    // Behind a refused claim its segments pass by without a word each.
    if (!this.#refused) this.#sink.fault('stray-segment', segment.number, segment.id);
  }

  #headerDate(segment: Segment): void {
    if (segment.get(1) !== '405' || this.#refused) return;
    this.#production = dateValue(segment.get(2), 'DTM*405', this.#sink, segment.number);
    this.#summary.remittanceOn = this.#production?.value ?? null;
  }

  #headerReference(segment: Segment): void {
    const qualifier = segment.code(1);
    const value = segment.get(2);
    if (value === '') return;
    if (this.#party === 'PR' && qualifier === '2U') this.#payerIdSecond ??= value;
    if (this.#party === 'PE' && qualifier === 'TJ' && this.#summary.payee !== null && this.#summary.payee.taxId === '') this.#summary.payee.taxId = value;
  }

  #providerAdjustments(segment: Segment): void {
    this.#finish();
    this.#refused = false;
    this.#party = null;
    const provider = segment.get(1);
    const yearEnd = segment.get(2);
    const fiscalYearEnd = yearEnd === '' ? null : dateOf(yearEnd);
    for (let index = 3; index < segment.count + 1; index += 2) {
      const identifier = segment.get(index);
      const amount = segment.get(index + 1);
      if (identifier === '' && amount === '') continue;
      const cents = centsOf(amount);
      const [code, reference] = this.#composites.split(identifier, segment.number);
      if (cents === null) {
        this.#sink.fault('bad-amount', segment.number, `PLB${String(index + 1).padStart(2, '0')}`);
        continue;
      }
      this.#adjustedCents += cents;
      this.#summary.providerAdjustments.push({ code: (code ?? '').toUpperCase(), cents, reference: orNull(reference ?? ''), provider, fiscalYearEnd });
    }
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
    this.#key ??= this.#transactionKey();
    detail.transactionKey = this.#key;
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

function emptyPayment(): Payment {
  return { number: null, date: null, amount: null, method: null };
}
