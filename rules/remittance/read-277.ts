import { blankClaim, blankLine } from '../reading/blank-reading.ts';
import type { ClaimStatus, ReadingClaim, ReadingLine, Value } from '../reading/reading.ts';
import { statusOfCategory } from './claim-status-category.ts';
import { dateOf, quantityOf } from './elements.ts';
import type { Envelope, FileClaimDetail, FileLineDetail, PartyName, TransactionReader, TransactionSink, TransactionSummary } from './edi-events.ts';
import { blankDetail, blankLineDetail, checkedDate, componentInUse, composite, dateValue, displayName, found, keyOf, moneyValue, orNull, partyOf, textValue, workedOut } from './edi-values.ts';
import type { Segment } from './segment.ts';
import type { Separators } from './separators.ts';

type Composite = { category: string; status: string | null; entity: string | null };
type Decision = { composites: Composite[]; raw: string; on: string | null; charge: Value<number>; paid: Value<number> };
type StatusClaim = { claim: ReadingClaim; detail: FileClaimDetail; decisions: Decision[]; line: ReadingLine | null; lineDetail: FileLineDetail | null; lineDecisions: Decision[] };

/** Levels whose statuses speak of a claim; those of 20, 21 and 19 speak of a batch or a provider. */
const PATIENT_LEVELS = new Set(['22', '23', 'PT']);

/**
 * Reads one 277: the answer to a status inquiry (005010X212), the acknowledgement of submitted claims
 * (277CA, 005010X214), and the request for information (005010X213). A claim is each TRN, or each STC
 * without one, at the patient's level.
 */
export class Status277 implements TransactionReader {
  readonly kind = 'status-file';
  readonly #sink: TransactionSink;
  readonly #separators: Separators;
  readonly #summary: TransactionSummary;
  #acknowledgement: boolean;
  #level = '';
  #payerName: string | null = null;
  #payerId: string | null = null;
  #statedBy: FileClaimDetail['statedBy'] = null;
  #provider: PartyName | null = null;
  #subscriber: PartyName | null = null;
  #patient: PartyName | null = null;
  #sourceReceived: Value<string> = null;
  #at: StatusClaim | null = null;
  #bht: string | null = null;
  #madeOn: string | null = null;

  constructor(envelope: Envelope, separators: Separators, sink: TransactionSink, segment: number) {
    this.#sink = sink;
    this.#separators = separators;
    this.#acknowledgement = /X(214|167)/i.test(envelope.implementation ?? '');
    this.#summary = {
      kind: 'status-file', envelope, transactionKey: '', segment, claims: 0, payerName: null, payerId: null, payerContacts: [], payee: null,
      payment: null, traceOriginator: null, remittanceOn: null, providerAdjustments: [], balanced: null, batchStatuses: [], acknowledgement: null,
    };
  }

  segment(segment: Segment): void {
    switch (segment.id) {
      case 'BHT':
        this.#bht = segment.get(3);
        this.#madeOn = dateOf(segment.get(4));
        // Where no header names the guide, the purpose does: 0085 acknowledges submitted claims.
        if (segment.get(1) === '0085') this.#acknowledgement = true;
        return;
      case 'HL': this.#hierarchy(segment); return;
      case 'NM1': this.#name(segment); return;
      case 'TRN': this.#trace(segment); return;
      case 'STC': this.#status(segment); return;
      case 'REF': this.#reference(segment); return;
      case 'DTP': this.#date(segment); return;
      case 'SVC': this.#service(segment); return;
      case 'PER': return;
      default:
    }
  }

  close(how: { ended: true } | { ended: false; rest: string }): void {
    if (how.ended || ['HL', 'TRN', 'SE', 'GE', 'IEA'].includes(how.rest)) this.#finish();
    else if (this.#at !== null && how.rest === '' && this.#at.decisions.length > 0 && this.#at.claim.serviceFrom !== null) {
      // The service date stands last in a status without lines.
      this.#sink.fault('unconfirmed-end', this.#at.detail.segment);
      this.#finish();
    } else if (this.#at !== null) {
      this.#sink.fault('withheld', this.#at.detail.segment);
      this.#at = null;
    }
    this.#sink.transaction({ ...this.#summary, transactionKey: this.#transactionKey() });
  }

  #hierarchy(segment: Segment): void {
    this.#finish();
    this.#level = segment.code(3);
    switch (this.#level) {
      case '20': this.#statedBy = null; this.#payerName = null; this.#payerId = null; this.#provider = null; this.#subscriber = null; this.#patient = null; this.#sourceReceived = null; return;
      case '21': case '19': this.#provider = null; this.#subscriber = null; this.#patient = null; return;
      case '22': this.#subscriber = null; this.#patient = null; return;
      default: this.#patient = null;
    }
  }

  #name(segment: Segment): void {
    const party = partyOf(segment);
    switch (segment.code(1)) {
      case 'PR':
        this.#payerName = orNull(party.last);
        this.#payerId = orNull(party.id);
        if (this.#level === '20') this.#statedBy = { role: 'payer', name: displayName(party), id: party.id };
        this.#summary.payerName ??= this.#payerName;
        this.#summary.payerId ??= this.#payerId;
        return;
      case 'AY': case 'ACV':
        this.#statedBy = { role: 'clearinghouse', name: displayName(party), id: party.id };
        return;
      case '1P': case '85': case 'SJ':
        this.#provider = party;
        this.#summary.payee ??= { name: displayName(party), npi: party.qualifier === 'XX' ? party.id : '', taxId: party.qualifier === 'FI' ? party.id : '' };
        return;
      case 'IL': this.#subscriber = party; return;
      case 'QC': this.#patient = party; return;
      default:
    }
  }

  #trace(segment: Segment): void {
    if (!PATIENT_LEVELS.has(this.#level)) return;
    this.#finish();
    const at = this.#start(segment.number);
    const trace = segment.get(2);
    // In a 277CA the trace repeats the account number of the submitted claim; elsewhere it is the inquiry's own.
    if (this.#acknowledgement) at.claim.patientControlNumber = textValue(trace, 'TRN02');
    else if (trace !== '') at.claim.references.push({ label: 'TRN02', value: trace });
  }

  #start(number: number): StatusClaim {
    const at: StatusClaim = {
      claim: blankClaim(), detail: blankDetail('status-file', this.#summary.envelope, number), decisions: [], line: null, lineDetail: null, lineDecisions: [],
    };
    this.#at = at;
    return at;
  }

  #status(segment: Segment): void {
    const composites: Composite[] = [];
    for (const index of [1, 10, 11]) {
      const text = segment.get(index);
      if (text === '') continue;
      const inUse = componentInUse(text, this.#separators.component) ?? this.#separators.component;
      const [category, status, entity] = composite(text, inUse).map((part) => (part.length <= 5 ? part.toUpperCase() : part));
      if (category !== undefined && category !== '') composites.push({ category, status: orNull(status ?? ''), entity: orNull(entity ?? '') });
    }
    const on = segment.get(2) === '' ? null : checkedDate(segment.get(2), 'STC02', this.#sink, segment.number);
    if (!PATIENT_LEVELS.has(this.#level)) {
      this.#batchStatus(segment, composites, on);
      return;
    }
    const at = this.#at ?? this.#start(segment.number);
    const decision: Decision = {
      composites, raw: segment.get(1), on,
      charge: moneyValue(segment.get(4), 'STC04', this.#sink, segment.number), paid: moneyValue(segment.get(5), 'STC05', this.#sink, segment.number),
    };
    if (at.line !== null && at.lineDetail !== null) {
      at.lineDecisions.push(decision);
      at.lineDetail.statusCodes.push(...composites);
      this.#message(segment, composites, at.line);
      return;
    }
    at.decisions.push(decision);
    const { claim } = at;
    claim.statusCodes.push(...composites);
    claim.charge ??= decision.charge;
    claim.paid ??= decision.paid;
    claim.finalizedOn ??= dateValue(segment.get(6), 'STC06', this.#sink, segment.number);
    claim.remittanceOn ??= dateValue(segment.get(8), 'STC08', this.#sink, segment.number);
    claim.paymentOn ??= claim.remittanceOn;
    claim.paymentNumber ??= textValue(segment.get(9), 'STC09');
    this.#message(segment, composites, claim);
  }

  #message(segment: Segment, composites: readonly Composite[], into: { payerCodes: { code: string; text: string | null }[] }): void {
    const message = segment.get(12);
    const first = composites[0];
    if (message !== '' && first !== undefined) into.payerCodes.push({ code: first.status === null ? first.category : `${first.category}:${first.status}`, text: message });
  }

  #batchStatus(segment: Segment, composites: readonly Composite[], on: string | null): void {
    for (const one of composites) {
      const meaning = statusOfCategory(one.category, null, null)?.status ?? null;
      if (this.#summary.batchStatuses.length < 1_000) {
        this.#summary.batchStatuses.push({ level: this.#level, category: one.category, status: one.status, entity: one.entity, on, action: orNull(segment.get(3)), meaning });
      }
      const codes = `level ${this.#level}: ${one.category}${one.status === null ? '' : `:${one.status}`}`;
      if (meaning === 'rejected' || segment.code(3) === 'U') this.#sink.fault('batch-rejected', segment.number, codes);
      else if (one.category.startsWith('E')) this.#sink.fault('batch-status', segment.number, codes);
    }
  }

  #reference(segment: Segment): void {
    const at = this.#at;
    const qualifier = segment.code(1);
    const value = segment.get(2);
    if (at === null || value === '') return;
    if (at.lineDetail !== null) {
      if (qualifier === 'FJ' || qualifier === '6R') at.lineDetail.lineControl ??= value;
      at.lineDetail.references.push({ qualifier, value });
      return;
    }
    at.detail.references.push({ qualifier, value });
    if (qualifier === '1K') at.claim.claimControlNumber ??= textValue(value, 'REF*1K');
    else if (qualifier === 'EJ') at.claim.patientControlNumber = textValue(value, 'REF*EJ');
    else {
      if (qualifier === 'BLT') at.detail.facilityCode ??= value.slice(0, 2);
      at.claim.references.push({ label: `REF*${qualifier}`, value });
    }
  }

  #date(segment: Segment): void {
    const qualifier = segment.code(1);
    const written = segment.get(3);
    const label = `DTP*${qualifier}`;
    if (qualifier === '050' && !PATIENT_LEVELS.has(this.#level)) {
      this.#sourceReceived ??= dateValue(written, label, this.#sink, segment.number);
      return;
    }
    const at = this.#at;
    if (at === null) return;
    if (qualifier === '050') {
      at.claim.receivedOn = dateValue(written, label, this.#sink, segment.number);
      return;
    }
    if (!['472', '232', '434'].includes(qualifier)) return;
    const into = at.line ?? at.claim;
    const dash = written.indexOf('-');
    into.serviceFrom ??= dateValue(dash < 0 ? written : written.slice(0, dash), label, this.#sink, segment.number);
    if (dash >= 0) into.serviceTo ??= dateValue(written.slice(dash + 1), label, this.#sink, segment.number);
    else if (into.serviceFrom !== null) into.serviceTo ??= { ...into.serviceFrom, derived: true };
  }

  #service(segment: Segment): void {
    const at = this.#at;
    if (at === null) return;
    this.#finishLine(at);
    const line = blankLine(at.claim.lines.length + 1);
    const lineDetail = blankLineDetail();
    const text = segment.get(1);
    const parts = composite(text, componentInUse(text, this.#separators.component) ?? this.#separators.component);
    const [qualifier, code, ...modifiers] = parts.length === 1 ? ['', parts[0] ?? ''] : parts;
    lineDetail.procedureQualifier = orNull((qualifier ?? '').toUpperCase());
    lineDetail.revenueCode = orNull(segment.get(4));
    line.procedure = textValue(code ?? '', 'SVC01');
    line.modifiers = modifiers.slice(0, 4).filter((modifier) => modifier !== '');
    line.charge = moneyValue(segment.get(2), 'SVC02', this.#sink, segment.number);
    line.paid = moneyValue(segment.get(3), 'SVC03', this.#sink, segment.number);
    const units = quantityOf(segment.get(7));
    line.units = units === null ? null : found(units, segment.get(7), 'SVC07');
    at.claim.lines.push(line);
    at.detail.lines.push(lineDetail);
    at.line = line;
    at.lineDetail = lineDetail;
  }

  #finishLine(at: StatusClaim): void {
    if (at.line !== null) at.line.status = statusValue(at.lineDecisions, at.line.charge, at.line.paid);
    at.lineDecisions = [];
    at.line = null;
    at.lineDetail = null;
  }

  #finish(): void {
    const at = this.#at;
    if (at === null) return;
    this.#at = null;
    this.#finishLine(at);
    const { claim, detail } = at;
    const person = this.#patient ?? this.#subscriber;
    claim.patientName = textValue(person === null ? '' : displayName(person), this.#patient === null ? 'NM1*IL' : 'NM1*QC');
    claim.memberId = textValue(this.#patient?.id ?? '', 'NM1*QC-09') ?? textValue(this.#subscriber?.id ?? '', 'NM1*IL-09');
    claim.receivedOn ??= this.#sourceReceived === null ? null : { ...this.#sourceReceived, derived: true };
    claim.status = statusValue(at.decisions, claim.charge, claim.paid);
    if (claim.serviceFrom === null) spanOfLines(claim);
    detail.payerName = this.#payerName;
    detail.payerId = this.#payerId;
    detail.statedBy = this.#statedBy;
    detail.patient = this.#patient ?? this.#subscriber;
    detail.insured = this.#subscriber;
    detail.rendering = this.#provider;
    detail.payee = this.#summary.payee;
    detail.madeOn = this.#madeOn;
    detail.claimKey = keyOf([detail.payerId ?? detail.payerName, claim.claimControlNumber?.value ?? null, claim.patientControlNumber?.value ?? null, '+']);
    detail.transactionKey = this.#transactionKey();
    this.#summary.claims += 1;
    this.#sink.claim(claim, detail);
  }

  #transactionKey(): string {
    const { interchangeControl, groupControl, transactionControl } = this.#summary.envelope;
    return keyOf([interchangeControl, groupControl, transactionControl, this.#bht, null]);
  }
}

/** The latest status counts; of several on that day a rejection counts before the rest. */
function statusValue(decisions: readonly Decision[], charge: Value<number>, paid: Value<number>): Value<ClaimStatus> {
  let latest = '';
  for (const decision of decisions) if ((decision.on ?? '') > latest) latest = decision.on ?? '';
  let first: Value<ClaimStatus> = null;
  for (const decision of decisions) {
    if ((decision.on ?? '') !== latest) continue;
    for (const one of decision.composites) {
      const said = statusOfCategory(one.category, (decision.charge ?? charge)?.value ?? null, (decision.paid ?? paid)?.value ?? null);
      if (said === null) continue;
      const value = said.derived ? workedOut(said.status, decision.raw, 'STC01') : found(said.status, decision.raw, 'STC01');
      if (said.status === 'rejected') return value;
      first ??= value;
    }
  }
  return first;
}

function spanOfLines(claim: ReadingClaim): void {
  for (const line of claim.lines) {
    if (line.serviceFrom !== null && (claim.serviceFrom === null || line.serviceFrom.value < claim.serviceFrom.value)) claim.serviceFrom = { ...line.serviceFrom, derived: true };
    if (line.serviceTo !== null && (claim.serviceTo === null || line.serviceTo.value > claim.serviceTo.value)) claim.serviceTo = { ...line.serviceTo, derived: true };
  }
}
