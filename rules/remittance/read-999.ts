import { quantityOf } from './elements.ts';
import type { Acknowledgement, Envelope, TransactionReader, TransactionSink } from './edi-events.ts';
import { keyOf } from './edi-values.ts';
import type { Segment } from './segment.ts';
import type { Separators } from './separators.ts';

const KEPT_TRANSACTIONS = 1_000;

/** Reads one 999 or 997: whether a submitted group arrived in order. It holds no claims. */
export class Acknowledgement999 implements TransactionReader {
  readonly kind = 'acknowledgement-file';
  readonly #sink: TransactionSink;
  readonly #separators: Separators;
  readonly #envelope: Envelope;
  readonly #segment: number;
  readonly #said: Acknowledgement = { groupCode: null, groupControl: null, code: null, included: null, received: null, accepted: null, transactions: [] };
  #set: { transactionSet: string; control: string } | null = null;

  constructor(envelope: Envelope, separators: Separators, sink: TransactionSink, segment: number) {
    this.#sink = sink;
    this.#separators = separators;
    this.#envelope = envelope;
    this.#segment = segment;
  }

  segment(segment: Segment): void {
    switch (segment.id) {
      case 'AK1':
        this.#said.groupCode = segment.code(1) || null;
        this.#said.groupControl = segment.get(2) || null;
        return;
      case 'AK2': this.#set = { transactionSet: segment.get(1), control: segment.get(2) }; return;
      case 'IK5': case 'AK5':
        if (this.#set !== null && this.#said.transactions.length < KEPT_TRANSACTIONS) this.#said.transactions.push({ ...this.#set, code: segment.code(1) });
        this.#set = null;
        return;
      case 'AK9':
        this.#said.code = segment.code(1) || null;
        this.#said.included = quantityOf(segment.get(2));
        this.#said.received = quantityOf(segment.get(3));
        this.#said.accepted = quantityOf(segment.get(4));
        return;
      default:
    }
  }

  close(): void {
    const envelope = this.#envelope;
    this.#sink.transaction({
      kind: 'acknowledgement-file', envelope, segment: this.#segment, claims: 0, payerName: null, payerId: null, payerContacts: [], payee: null,
      transactionKey: keyOf([envelope.interchangeControl, envelope.groupControl, envelope.transactionControl, this.#said.groupControl, null]),
      payment: null, traceOriginator: null, remittanceOn: null, providerAdjustments: [], balanced: null, batchStatuses: [], acknowledgement: this.#said,
    });
  }
}
