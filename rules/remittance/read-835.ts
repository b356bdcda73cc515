import type { Adjustment, GroupCode, Payment, Value } from '../reading/reading.ts';
import { centsOf, dateOf, quantityOf } from './elements.ts';
import type { Envelope, TransactionReader, TransactionSink, TransactionSummary } from './edi-events.ts';
import { blankDetail, componentInUse, composite, dateValue, found, keyOf, moneyValue, partyOf, textValue, workedOut } from './edi-values.ts';
import { finishClaim, imbalances, startClaim, startLine } from './remittance-claim.ts';
import type { ClaimInProgress } from './remittance-claim.ts';
import type { Segment } from './segment.ts';
import type { Separators } from './separators.ts';

const GROUP_CODES: ReadonlyMap<string, GroupCode> = new Map([['CO', 'CO'], ['PR', 'PR'], ['OA', 'OA'], ['PI', 'PI'], ['CR', 'CR']]);

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
  #foreignTold = false;
  /** Worked out once: header and trace are complete when the first claim is. */
  #key: string | null = null;

  constructor(envelope: Envelope, separators: Separators, sink: TransactionSink, segment: number) {
    this.#sink = sink;
    this.#separators = separators;
    this.#component = separators.component;
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
      case 'SVC': this.#service(segment); return;
      case 'CAS': this.#adjustments(segment); return;
      case 'DTM': this.#date(segment); return;
      case 'NM1':
        if (at !== null) nameParty(at, segment);
        // Some senders name the payer with NM1 where N1 belongs.
        else if (segment.get(1) === 'PR') this.#summary.payerName ??= orNull(segment.get(3));
        return;
      case 'REF': this.#reference(segment); return;
      case 'AMT': this.#amount(segment); return;
      case 'QTY': if (at !== null && at.line === null) quantity(at, segment); return;
      case 'LQ': if (at !== null) remark(at, segment); return;
      case 'MIA': if (at !== null) remarks(at, segment, [5, 20, 21, 22, 23]); return;
      case 'MOA': if (at !== null) remarks(at, segment, [3, 4, 5, 6, 7]); return;
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
    this.#creditDebit = segment.get(3);
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
    this.#finish();
    this.#refused = false;
    const code = segment.get(1);
    this.#party = code === 'PR' || code === 'PE' ? code : null;
    const name = segment.get(2);
    const qualifier = segment.get(3);
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
    const statusCode = segment.get(2);
    const charge = centsOf(segment.get(3));
    const paid = centsOf(segment.get(4));
    const responsibility = segment.get(5);
    const filing = segment.get(6);
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

  #service(segment: Segment): void {
    const at = this.#at;
    if (at === null) {
      if (!this.#refused) this.#sink.fault('stray-segment', segment.number, 'SVC');
      return;
    }
    const { line, lineDetail } = startLine(at);
    const parts = this.#composite(segment.get(1), segment.number);
    // A qualifier alone means that its code slipped into SVC02, and the amounts one place further.
    const slipped = parts.length === 1 && /^[A-Z]{2}$/.test(parts[0] ?? '');
    const [qualifier, code, ...modifiers] = parts.length === 1 && !slipped ? ['', parts[0] ?? ''] : parts;
    lineDetail.procedureQualifier = orNull(qualifier ?? '');
    line.procedure = textValue(code ?? '', 'SVC01');
    line.modifiers = modifiers.slice(0, 4).filter((modifier) => modifier !== '');
    const charge = segment.get(2);
    const paid = segment.get(3);
    if (slipped || centsOf(charge) === null || (paid !== '' && centsOf(paid) === null)) this.#sink.fault('malformed-line', segment.number);
    else {
      line.charge = moneyValue(charge, 'SVC02', this.#sink, segment.number);
      line.paid = moneyValue(paid, 'SVC03', this.#sink, segment.number);
    }
    if (slipped) return;
    lineDetail.revenueCode = orNull(segment.get(4));
    const units = segment.get(5);
    const count = units === '' ? 1 : quantityOf(units);
    line.units = count === null ? null : units === '' ? workedOut(1, '', 'SVC05') : found(count, units, 'SVC05');
    lineDetail.submittedProcedure = orNull(segment.get(6));
  }

  #adjustments(segment: Segment): void {
    const at = this.#at;
    if (at === null) {
      if (!this.#refused) this.#sink.fault('stray-segment', segment.number, 'CAS');
      return;
    }
    const into: Adjustment[] = at.line === null ? at.claim.adjustments : at.line.adjustments;
    const groupCode = GROUP_CODES.get(segment.get(1)) ?? null;
    let sound = groupCode !== null;
    for (let index = 2; index < segment.count + 1; index += 3) {
      const carc = segment.get(index);
      const amount = segment.get(index + 1);
      if (carc === '' && amount === '') continue;
      const cents = amount === '' ? null : centsOf(amount);
      // A group code among the reasons: two groups were written into one segment.
      if (cents === null || carc === '' || GROUP_CODES.has(carc)) sound = false;
      into.push({ groupCode, carc, cents });
    }
    if (!sound) this.#sink.fault('malformed-adjustment', segment.number);
  }

  #date(segment: Segment): void {
    const qualifier = segment.get(1);
    const at = this.#at;
    if (at === null) {
      if (qualifier === '405' && !this.#refused) {
        this.#production = dateValue(segment.get(2), 'DTM*405', this.#sink, segment.number);
        this.#summary.remittanceOn = this.#production?.value ?? null;
      }
      return;
    }
    const label = `DTM*${qualifier}`;
    // A period stands in DTM06 with RD8 in DTM05, or, against the guide, in DTM02, or written as a DTP.
    const second = segment.get(2);
    const written = second === '' ? segment.get(6) : second === 'D8' || second === 'RD8' ? segment.get(3) : second;
    const dash = written.indexOf('-');
    const day = (text: string): Value<string> => dateValue(text, label, this.#sink, segment.number);
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

  #reference(segment: Segment): void {
    const qualifier = segment.get(1);
    const value = segment.get(2);
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

  #amount(segment: Segment): void {
    const at = this.#at;
    if (at === null) return;
    const qualifier = segment.get(1);
    const amount = moneyValue(segment.get(2), `AMT*${qualifier}`, this.#sink, segment.number);
    if (amount === null) return;
    if (at.line !== null) {
      if (qualifier === 'B6') at.line.allowed ??= amount;
      at.lineDetail?.amounts.push({ qualifier, cents: amount.value });
    } else {
      if (qualifier === 'AU') at.claim.allowed ??= amount;
      at.detail.amounts.push({ qualifier, cents: amount.value });
    }
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
      const [code, reference] = this.#composite(identifier, segment.number);
      if (cents === null) {
        this.#sink.fault('bad-amount', segment.number, `PLB${String(index + 1).padStart(2, '0')}`);
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
        if (this.#separators.declared && !this.#foreignTold) this.#sink.fault('component-separator', number);
        this.#foreignTold = true;
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

function nameParty(at: ClaimInProgress, segment: Segment): void {
  const { detail } = at;
  switch (segment.get(1)) {
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

function quantity(at: ClaimInProgress, segment: Segment): void {
  const value = quantityOf(segment.get(2));
  if (value !== null) at.detail.quantities.push({ qualifier: segment.get(1), quantity: value });
}

function remark(at: ClaimInProgress, segment: Segment): void {
  const code = segment.get(2);
  if (code === '') return;
  const into = at.line ?? at.claim;
  if (segment.get(1) === 'HE') into.rarcs.push(code);
  else into.payerCodes.push({ code, text: null });
}

function remarks(at: ClaimInProgress, segment: Segment, places: readonly number[]): void {
  for (const place of places) {
    const code = segment.get(place);
    if (code !== '') at.claim.rarcs.push(code);
  }
}

function emptyPayment(): Payment {
  return { number: null, date: null, amount: null, method: null };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
