import { element, quantityOf } from './elements.ts';
import type { EdiEvent, Envelope, TransactionReader, TransactionSink } from './edi-events.ts';
import { EDI_FAULTS } from './faults.ts';
import type { EdiFaultCode } from './faults.ts';
import { Acknowledgement999 } from './read-999.ts';
import { Status277 } from './read-277.ts';
import { Remittance835 } from './read-835.ts';
import { Submitted837 } from './read-837.ts';
import { SegmentReader } from './segments.ts';
import type { Separators } from './separators.ts';

/** Faults of one kind told one by one; more are only counted, or a broken file of 200 MB would fill memory with complaints. */
const FAULTS_TOLD = 250;

type ReaderClass = new (envelope: Envelope, separators: Separators, sink: TransactionSink, segment: number) => TransactionReader;

const READERS: ReadonlyMap<string, ReaderClass> = new Map<string, ReaderClass>([
  ['835', Remittance835], ['277', Status277], ['837', Submitted837], ['999', Acknowledgement999], ['997', Acknowledgement999],
]);

type OpenTransaction = { reader: TransactionReader | null; control: string; segments: number };

/**
 * Reads any mix of interchanges, groups and transactions as text arrives, and returns what became known:
 * claims as they complete, transactions as they end, faults as data. Never throws on bad input.
 *
 * Use one per file: `push` with chunks of any size, then `end` once. Memory is bounded by the largest claim.
 */
export class EdiReader {
  #events: EdiEvent[] = [];
  readonly #told = new Map<EdiFaultCode, number>();
  readonly #segments: SegmentReader;
  readonly #sink: TransactionSink;
  #interchange: { control: string; groups: number } | null = null;
  #group: { control: string; implementation: string; transactions: number } | null = null;
  #open: OpenTransaction | null = null;
  #last = 0;
  #sawText = false;
  /** Transactions by ST01, headers and interchange acknowledgements seen. */
  readonly seen = { transactions: new Map<string, number>(), interchanges: 0, interchangeAcknowledgements: 0, claims: 0 };

  constructor() {
    this.#sink = {
      claim: (claim, detail) => {
        this.seen.claims += 1;
        this.#events.push({ type: 'claim', claim, detail });
      },
      transaction: (summary) => this.#events.push({ type: 'transaction', summary }),
      fault: (code, segment, detail) => this.#fault(code, segment, detail),
    };
    this.#segments = new SegmentReader({
      segment: (text, number, separators) => this.#segment(text, number, separators),
      fault: (code, segment, detail) => this.#fault(code, segment, detail),
    });
  }

  get segments(): number {
    return this.#segments.count;
  }

  /** Takes the next piece of the file and returns what it completed. */
  push(text: string): EdiEvent[] {
    if (!this.#sawText && text.trim() !== '') this.#sawText = true;
    this.#segments.feed(text);
    return this.#taken();
  }

  /** The file is over: returns what was still open, as far as it is sound. */
  end(): EdiEvent[] {
    const rest = this.#segments.end();
    let cut: string | null = null;
    if (rest !== null) {
      const id = idOf(rest.text, rest.separators);
      this.#last = rest.number;
      // A trailer without its terminator, or the last line of a file that ends lines with LF, is complete.
      if (['SE', 'GE', 'IEA'].includes(id) && rest.text.length > id.length) this.#segment(rest.text, rest.number, rest.separators);
      else cut = id;
    }
    this.#closeFile(cut);
    this.#tellCounted();
    return this.#taken();
  }

  #taken(): EdiEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #closeFile(cut: string | null): void {
    if (cut !== null || this.#open !== null) this.#fault('truncated', this.#last);
    if (this.#open !== null) {
      this.#open.reader?.close({ ended: false, rest: cut ?? '' }, this.#last);
      this.#open = null;
    } else if (cut === null && this.#interchange !== null) this.#fault('missing-trailer', this.#last, this.#group === null ? 'IEA' : 'GE');
    if (!this.#sawText) this.#fault('empty', null);
    else if (this.segments === 0) this.#fault('not-x12', null);
    else if (this.seen.transactions.size === 0 && this.seen.interchangeAcknowledgements === 0) this.#fault('no-transactions', null);
  }

  #segment(text: string, number: number, separators: Separators): void {
    this.#last = number;
    const id = idOf(text, separators);
    switch (id) {
      case 'ISA': this.#startInterchange(text, separators); return;
      case 'GS': this.#startGroup(text, separators); return;
      case 'ST': this.#startTransaction(text, number, separators); return;
      case 'SE': this.#endTransaction(text, number, separators); return;
      case 'GE': this.#endGroup(text, number, separators); return;
      case 'IEA': this.#endInterchange(text, number, separators); return;
      default:
    }
    if (this.#open !== null) {
      this.#open.segments += 1;
      this.#open.reader?.segment(id, text, number);
    } else if (id === 'TA1') this.seen.interchangeAcknowledgements += 1;
    else this.#fault('stray-segment', number);
  }

  #startInterchange(text: string, separators: Separators): void {
    this.#dropTransaction('SE');
    if (this.#interchange !== null) this.#fault('missing-trailer', this.#last, 'IEA');
    this.seen.interchanges += 1;
    this.#interchange = { control: element(text.split(separators.element), 13), groups: 0 };
    this.#group = null;
  }

  #startGroup(text: string, separators: Separators): void {
    this.#dropTransaction('SE');
    if (this.#group !== null) this.#fault('missing-trailer', this.#last, 'GE');
    const elements = text.split(separators.element);
    if (this.#interchange !== null) this.#interchange.groups += 1;
    this.#group = { control: element(elements, 6), implementation: element(elements, 8), transactions: 0 };
  }

  #startTransaction(text: string, number: number, separators: Separators): void {
    this.#dropTransaction('SE');
    const elements = text.split(separators.element);
    const transactionSet = element(elements, 1);
    const control = element(elements, 2);
    if (this.#group !== null) this.#group.transactions += 1;
    this.seen.transactions.set(transactionSet, (this.seen.transactions.get(transactionSet) ?? 0) + 1);
    const envelope: Envelope = {
      interchangeControl: this.#interchange?.control ?? null, groupControl: this.#group?.control ?? null, transactionControl: control,
      transactionSet, implementation: element(elements, 3) || this.#group?.implementation || null,
    };
    const Reader = READERS.get(transactionSet);
    if (Reader === undefined) this.#fault('unsupported-transaction', number, /^\d{3}$/.test(transactionSet) ? transactionSet : '');
    this.#open = { reader: Reader === undefined ? null : new Reader(envelope, separators, this.#sink, number), control, segments: 1 };
  }

  #endTransaction(text: string, number: number, separators: Separators): void {
    const open = this.#open;
    if (open === null) {
      this.#fault('stray-segment', number, 'SE');
      return;
    }
    const elements = text.split(separators.element);
    if (quantityOf(element(elements, 1)) !== open.segments + 1) this.#fault('SE01', number, `${open.segments + 1} segments are there`);
    if (!sameControl(element(elements, 2), open.control)) this.#fault('SE02', number);
    this.#open = null;
    open.reader?.close({ ended: true }, number);
  }

  #endGroup(text: string, number: number, separators: Separators): void {
    this.#dropTransaction('SE');
    const group = this.#group;
    if (group === null) {
      this.#fault('stray-segment', number, 'GE');
      return;
    }
    const elements = text.split(separators.element);
    if (quantityOf(element(elements, 1)) !== group.transactions) this.#fault('GE01', number, `${group.transactions} transactions are there`);
    if (!sameControl(element(elements, 2), group.control)) this.#fault('GE02', number);
    this.#group = null;
  }

  #endInterchange(text: string, number: number, separators: Separators): void {
    this.#dropTransaction('SE');
    if (this.#group !== null) this.#fault('missing-trailer', number, 'GE');
    this.#group = null;
    const interchange = this.#interchange;
    if (interchange === null) {
      this.#fault('stray-segment', number, 'IEA');
      return;
    }
    const elements = text.split(separators.element);
    const groups = interchange.groups;
    if (quantityOf(element(elements, 1)) !== groups && !(groups === 0 && this.seen.interchangeAcknowledgements > 0)) this.#fault('IEA01', number, `${groups} groups are there`);
    if (!sameControl(element(elements, 2), interchange.control)) this.#fault('IEA02', number);
    this.#interchange = null;
  }

  /** The next header came and the trailer did not: the transaction is whole, its last claim was ended by the header. */
  #dropTransaction(trailer: string): void {
    const open = this.#open;
    if (open === null) return;
    this.#fault('missing-trailer', this.#last, trailer);
    this.#open = null;
    open.reader?.close({ ended: true }, this.#last);
  }

  #fault(code: EdiFaultCode, segment: number | null, detail?: string): void {
    const told = (this.#told.get(code) ?? 0) + 1;
    this.#told.set(code, told);
    if (told > FAULTS_TOLD) return;
    this.#events.push({ type: 'fault', fault: detail === undefined || detail === '' ? { code, segment } : { code, segment, detail } });
  }

  #tellCounted(): void {
    for (const [code, told] of this.#told) {
      if (told > FAULTS_TOLD && code in EDI_FAULTS) this.#events.push({ type: 'fault', fault: { code: 'more-faults', segment: null, detail: `${code}: ${told - FAULTS_TOLD} more` } });
    }
  }
}

function idOf(text: string, separators: Separators): string {
  const end = text.indexOf(separators.element);
  return end < 0 ? text : text.slice(0, end);
}

/** Control numbers are compared as written, and without the zeros in front that some senders drop. */
function sameControl(one: string, other: string): boolean {
  return one === other || one.replace(/^0+/, '') === other.replace(/^0+/, '');
}
