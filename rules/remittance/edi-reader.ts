import { quantityOf } from './elements.ts';
import type { EdiEvent, Envelope, TransactionReader, TransactionSink } from './edi-events.ts';
import { EDI_FAULTS } from './faults.ts';
import type { EdiFaultCode } from './faults.ts';
import { Acknowledgement999 } from './read-999.ts';
import { Status277 } from './read-277.ts';
import { Remittance835 } from './read-835.ts';
import { Submitted837 } from './read-837.ts';
import type { Segment } from './segment.ts';
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
      segment: (segment, separators) => this.#segment(segment, separators),
      cut: (segment) => this.#cut(segment),
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
      const { segment } = rest;
      this.#last = segment.number;
      // A trailer without its terminator, or the last line of a file that ends lines with LF, is complete.
      if (['SE', 'GE', 'IEA'].includes(segment.id) && segment.count > 0) this.#segment(segment, rest.separators);
      else cut = segment.count === 0 ? '?' : segment.id;
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

  #segment(segment: Segment, separators: Separators): void {
    this.#last = segment.number;
    switch (segment.id) {
      case 'ISA': this.#startInterchange(segment); return;
      case 'GS': this.#startGroup(segment); return;
      case 'ST': this.#startTransaction(segment, separators); return;
      case 'SE': this.#endTransaction(segment); return;
      case 'GE': this.#endGroup(segment); return;
      case 'IEA': this.#endInterchange(segment); return;
      default:
    }
    if (this.#open === null && (segment.id === 'BPR' || segment.id === 'CLP')) {
      this.#fault('no-ST', segment.number);
      this.#open = this.#opened('835', '', '', segment.number, separators);
    }
    if (this.#open !== null) {
      this.#open.segments += 1;
      this.#open.reader?.segment(segment);
    } else if (segment.id === 'TA1') this.seen.interchangeAcknowledgements += 1;
    else this.#fault('stray-segment', segment.number);
  }

  /** The file was cut within this segment and another one follows: its transaction ends as one at a cut end does. */
  #cut(segment: Segment): void {
    this.#last = segment.number;
    this.#fault('truncated', segment.number);
    this.#open?.reader?.close({ ended: false, rest: segment.count === 0 ? '?' : segment.id }, segment.number);
    this.#open = null;
  }

  #startInterchange(segment: Segment): void {
    if (this.#open !== null) {
      // Three trailers are missing at once: the file before it was cut, perhaps in the middle of a claim.
      this.#fault('missing-trailer', this.#last, 'SE');
      this.#open.reader?.close({ ended: false, rest: '' }, this.#last);
      this.#open = null;
    }
    if (this.#interchange !== null) this.#fault('missing-trailer', this.#last, 'IEA');
    this.seen.interchanges += 1;
    this.#interchange = { control: segment.get(13), groups: 0 };
    this.#group = null;
  }

  #startGroup(segment: Segment): void {
    this.#dropTransaction('SE');
    if (this.#group !== null) this.#fault('missing-trailer', this.#last, 'GE');
    if (this.#interchange !== null) this.#interchange.groups += 1;
    this.#group = { control: segment.get(6), implementation: segment.get(8), transactions: 0 };
  }

  #startTransaction(segment: Segment, separators: Separators): void {
    this.#dropTransaction('SE');
    this.#open = this.#opened(segment.get(1), segment.get(2), segment.get(3), segment.number, separators);
    this.#open.segments = 1;
  }

  #opened(transactionSet: string, control: string, implementation: string, number: number, separators: Separators): OpenTransaction {
    if (this.#group !== null) this.#group.transactions += 1;
    this.seen.transactions.set(transactionSet, (this.seen.transactions.get(transactionSet) ?? 0) + 1);
    const envelope: Envelope = {
      interchangeControl: this.#interchange?.control ?? null, groupControl: this.#group?.control ?? null, transactionControl: control,
      transactionSet, implementation: implementation || this.#group?.implementation || null,
    };
    const Reader = READERS.get(transactionSet);
    if (Reader === undefined) this.#fault('unsupported-transaction', number, /^\d{3}$/.test(transactionSet) ? transactionSet : '');
    return { reader: Reader === undefined ? null : new Reader(envelope, separators, this.#sink, number), control, segments: 0 };
  }

  #endTransaction(segment: Segment): void {
    const open = this.#open;
    if (open === null) {
      this.#fault('stray-segment', segment.number, 'SE');
      return;
    }
    if (quantityOf(segment.get(1)) !== open.segments + 1) this.#fault('SE01', segment.number, `${open.segments + 1} segments are there`);
    if (!sameControl(segment.get(2), open.control)) this.#fault('SE02', segment.number);
    this.#open = null;
    open.reader?.close({ ended: true }, segment.number);
  }

  #endGroup(segment: Segment): void {
    this.#dropTransaction('SE');
    const group = this.#group;
    if (group === null) {
      this.#fault('stray-segment', segment.number, 'GE');
      return;
    }
    if (quantityOf(segment.get(1)) !== group.transactions) this.#fault('GE01', segment.number, `${group.transactions} transactions are there`);
    if (!sameControl(segment.get(2), group.control)) this.#fault('GE02', segment.number);
    this.#group = null;
  }

  #endInterchange(segment: Segment): void {
    this.#dropTransaction('SE');
    if (this.#group !== null) this.#fault('missing-trailer', segment.number, 'GE');
    this.#group = null;
    const interchange = this.#interchange;
    if (interchange === null) {
      this.#fault('stray-segment', segment.number, 'IEA');
      return;
    }
    const groups = interchange.groups;
    if (quantityOf(segment.get(1)) !== groups && !(groups === 0 && this.seen.interchangeAcknowledgements > 0)) this.#fault('IEA01', segment.number, `${groups} groups are there`);
    if (!sameControl(segment.get(2), interchange.control)) this.#fault('IEA02', segment.number);
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

/** Control numbers are compared as written, and without the zeros in front that some senders drop. */
function sameControl(one: string, other: string): boolean {
  return one === other || one.replace(/^0+/, '') === other.replace(/^0+/, '');
}
