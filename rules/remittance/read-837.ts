import { blankClaim, blankLine } from '../reading/blank-reading.ts';
import type { ReadingClaim, ReadingLine } from '../reading/reading.ts';
import { centsOf, dateOf, quantityOf } from './elements.ts';
import type { Envelope, FileClaimDetail, FileLineDetail, PartyName, TransactionReader, TransactionSink, TransactionSummary } from './edi-events.ts';
import { blankDetail, blankLineDetail, componentInUse, composite, dateValue, displayName, found, keyOf, moneyValue, partyOf, textValue } from './edi-values.ts';
import type { Segment } from './segment.ts';
import type { Separators } from './separators.ts';

type SubmittedClaim = { claim: ReadingClaim; detail: FileClaimDetail; line: ReadingLine | null; lineDetail: FileLineDetail | null; otherPayer: boolean };

/** Where the procedure, charge and units of a line stand: professional, institutional, dental. */
const LINE_PLACES = {
  SV1: { procedure: 1, charge: 2, units: 4, revenue: 0 },
  SV2: { procedure: 2, charge: 3, units: 5, revenue: 1 },
  SV3: { procedure: 1, charge: 2, units: 6, revenue: 0 },
} as const;

/**
 * Reads one 837 (professional, institutional, dental): what was submitted, as the denominator of denial
 * counts and to compare a payer's answer with. Answers of other payers inside it are passed over.
 */
export class Submitted837 implements TransactionReader {
  readonly kind = 'claim-file';
  readonly #sink: TransactionSink;
  readonly #separators: Separators;
  readonly #summary: TransactionSummary;
  #level = '';
  #provider: PartyName | null = null;
  #subscriber: PartyName | null = null;
  #patient: PartyName | null = null;
  #payer: PartyName | null = null;
  #filing = '';
  #plan = '';
  /** Of the subscriber, and of the patient where that is somebody else. */
  #born: { subscriber: string | null; patient: string | null } = { subscriber: null, patient: null };
  #at: SubmittedClaim | null = null;
  #bht: string | null = null;
  #madeOn: string | null = null;

  constructor(envelope: Envelope, separators: Separators, sink: TransactionSink, segment: number) {
    this.#sink = sink;
    this.#separators = separators;
    this.#summary = {
      kind: 'claim-file', envelope, transactionKey: '', segment, claims: 0, payerName: null, payerId: null, payerContacts: [], payee: null,
      payment: null, traceOriginator: null, remittanceOn: null, providerAdjustments: [], balanced: null, batchStatuses: [], acknowledgement: null,
    };
  }

  segment(segment: Segment): void {
    switch (segment.id) {
      case 'BHT':
        this.#bht = segment.get(3);
        this.#madeOn = dateOf(segment.get(4));
        return;
      case 'HL': this.#hierarchy(segment); return;
      case 'SBR': this.#subscriberOf(segment); return;
      case 'NM1': this.#name(segment); return;
      case 'DMG': this.#demographics(segment); return;
      case 'CLM': this.#submitted(segment); return;
      case 'LX': this.#startLine(); return;
      case 'SV1': case 'SV2': case 'SV3': this.#service(segment, LINE_PLACES[segment.id]); return;
      case 'REF': this.#reference(segment); return;
      case 'DTP': this.#date(segment); return;
      case 'HI': this.#diagnoses(segment); return;
      default:
    }
  }

  close(how: { ended: true } | { ended: false; rest: string }): void {
    if (how.ended || ['HL', 'CLM', 'SE', 'GE', 'IEA'].includes(how.rest)) this.#finish();
    else if (this.#at !== null && how.rest === '' && linesAddUp(this.#at.claim)) {
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
    if (this.#level === '20') this.#provider = null;
    if (this.#level === '20' || this.#level === '22') {
      this.#subscriber = null;
      this.#payer = null;
      this.#filing = '';
      this.#plan = '';
      this.#born.subscriber = null;
    }
    this.#patient = null;
    this.#born.patient = null;
  }

  #subscriberOf(segment: Segment): void {
    if (this.#at === null) {
      this.#filing = segment.get(9);
      this.#plan = [segment.get(4), segment.get(3)].filter((part) => part !== '').join(', ');
    } else this.#at.otherPayer = true;
  }

  #demographics(segment: Segment): void {
    if (this.#at !== null || segment.code(1) !== 'D8') return;
    this.#born[this.#patient === null ? 'subscriber' : 'patient'] = dateOf(segment.get(2));
  }

  #name(segment: Segment): void {
    const party = partyOf(segment);
    const code = segment.code(1);
    const at = this.#at;
    if (at !== null) {
      if (code === '77' && at.lineDetail === null && !at.otherPayer) at.detail.serviceFacility ??= party;
      if (code !== '82') return;
      if (at.lineDetail !== null) at.lineDetail.rendering ??= party;
      else if (!at.otherPayer) at.detail.rendering ??= party;
      return;
    }
    switch (code) {
      case '85':
        this.#provider = party;
        this.#summary.payee ??= { name: displayName(party), npi: party.qualifier === 'XX' ? party.id : '', taxId: '' };
        return;
      case 'IL': this.#subscriber = party; return;
      case 'QC': this.#patient = party; return;
      case 'PR':
        this.#payer = party;
        this.#summary.payerName ??= party.last === '' ? null : party.last;
        this.#summary.payerId ??= party.id === '' ? null : party.id;
        return;
      default:
    }
  }

  #submitted(segment: Segment): void {
    this.#finish();
    const charge = segment.get(2);
    if (centsOf(charge) === null) {
      this.#sink.fault('malformed-claim', segment.number);
      return;
    }
    const detail = blankDetail('claim-file', this.#summary.envelope, segment.number);
    const claim = blankClaim();
    claim.patientControlNumber = textValue(segment.get(1), 'CLM01');
    claim.charge = moneyValue(charge, 'CLM02', this.#sink, segment.number);
    const [facility, , frequency] = composite(segment.get(5), this.#separators.component);
    detail.facilityCode = facility === undefined || facility === '' ? null : facility;
    detail.frequencyCode = frequency === undefined || frequency === '' ? null : frequency;
    this.#at = { claim, detail, line: null, lineDetail: null, otherPayer: false };
  }

  #startLine(): void {
    const at = this.#at;
    if (at === null) return;
    at.line = blankLine(at.claim.lines.length + 1);
    at.lineDetail = blankLineDetail();
    at.claim.lines.push(at.line);
    at.detail.lines.push(at.lineDetail);
  }

  #service(segment: Segment, places: (typeof LINE_PLACES)[keyof typeof LINE_PLACES]): void {
    if (this.#at !== null && this.#at.line === null) this.#startLine();
    const line = this.#at?.line;
    const lineDetail = this.#at?.lineDetail;
    if (line === null || line === undefined || lineDetail === null || lineDetail === undefined) return;
    const text = segment.get(places.procedure);
    const [qualifier, code, ...modifiers] = composite(text, componentInUse(text, this.#separators.component) ?? this.#separators.component);
    line.procedure = textValue(code ?? '', `SV-${String(places.procedure).padStart(2, '0')}`);
    line.modifiers = modifiers.slice(0, 4).filter((modifier) => modifier !== '');
    line.charge = moneyValue(segment.get(places.charge), `SV-${String(places.charge).padStart(2, '0')}`, this.#sink, segment.number);
    const units = quantityOf(segment.get(places.units));
    line.units = units === null ? null : found(units, segment.get(places.units), `SV-${String(places.units).padStart(2, '0')}`);
    lineDetail.procedureQualifier = qualifier === undefined || qualifier === '' ? null : qualifier.toUpperCase();
    if (places.revenue > 0) lineDetail.revenueCode = segment.get(places.revenue) || null;
  }

  #reference(segment: Segment): void {
    const at = this.#at;
    const qualifier = segment.code(1);
    const value = segment.get(2);
    if (at === null || value === '') return;
    if (at.lineDetail !== null) {
      if (qualifier === '6R') at.lineDetail.lineControl ??= value;
      at.lineDetail.references.push({ qualifier, value });
      return;
    }
    if (at.otherPayer) return;
    if (qualifier === 'F8') at.detail.originalClaimControlNumber ??= value;
    at.detail.references.push({ qualifier, value });
    at.claim.references.push({ label: `REF*${qualifier}`, value });
  }

  #date(segment: Segment): void {
    const at = this.#at;
    const qualifier = segment.code(1);
    if (at === null || (qualifier !== '472' && qualifier !== '434')) return;
    const into = at.line ?? at.claim;
    const written = segment.get(3);
    const dash = written.indexOf('-');
    into.serviceFrom ??= dateValue(dash < 0 ? written : written.slice(0, dash), `DTP*${qualifier}`, this.#sink, segment.number);
    if (dash >= 0) into.serviceTo ??= dateValue(written.slice(dash + 1), `DTP*${qualifier}`, this.#sink, segment.number);
    else if (into.serviceFrom !== null) into.serviceTo ??= { ...into.serviceFrom, derived: true };
  }

  #diagnoses(segment: Segment): void {
    const at = this.#at;
    if (at === null || at.line !== null) return;
    for (let index = 1; index <= segment.count; index += 1) {
      const [qualifier, code] = composite(segment.get(index), this.#separators.component);
      if (code !== undefined && code !== '' && /^A?B[KFJPN]$/i.test(qualifier ?? '')) at.detail.diagnoses.push(code);
    }
  }

  #finish(): void {
    const at = this.#at;
    if (at === null) return;
    this.#at = null;
    const { claim, detail } = at;
    const person = this.#patient ?? this.#subscriber;
    claim.patientName = textValue(person === null ? '' : displayName(person), this.#patient === null ? 'NM1*IL' : 'NM1*QC');
    claim.memberId = textValue(this.#subscriber?.id ?? '', 'NM1*IL-09') ?? textValue(this.#patient?.id ?? '', 'NM1*QC-09');
    if (claim.serviceFrom === null) {
      for (const line of claim.lines) {
        if (line.serviceFrom !== null && (claim.serviceFrom === null || line.serviceFrom.value < claim.serviceFrom.value)) claim.serviceFrom = { ...line.serviceFrom, derived: true };
        if (line.serviceTo !== null && (claim.serviceTo === null || line.serviceTo.value > claim.serviceTo.value)) claim.serviceTo = { ...line.serviceTo, derived: true };
      }
    }
    detail.payerName = this.#payer === null || this.#payer.last === '' ? null : this.#payer.last;
    detail.payerId = this.#payer === null || this.#payer.id === '' ? null : this.#payer.id;
    detail.payee = this.#provider === null ? null : { name: displayName(this.#provider), npi: this.#provider.qualifier === 'XX' ? this.#provider.id : '', taxId: '' };
    detail.birthDate = this.#patient === null ? this.#born.subscriber : this.#born.patient;
    detail.plan = this.#plan === '' ? null : this.#plan;
    detail.filingIndicator = this.#filing === '' ? null : this.#filing;
    detail.patient = person;
    detail.madeOn = this.#madeOn;
    detail.insured = this.#subscriber;
    detail.claimKey = keyOf([detail.payerId ?? detail.payerName, detail.originalClaimControlNumber, claim.patientControlNumber?.value ?? null, '+']);
    detail.transactionKey = this.#transactionKey();
    this.#summary.claims += 1;
    this.#sink.claim(claim, detail);
  }

  #transactionKey(): string {
    const { interchangeControl, groupControl, transactionControl } = this.#summary.envelope;
    return keyOf([interchangeControl, groupControl, transactionControl, this.#bht, null]);
  }
}

function linesAddUp(claim: ReadingClaim): boolean {
  return claim.lines.length > 0 && claim.lines.reduce((total, line) => total + (line.charge?.value ?? 0), 0) === claim.charge?.value;
}
