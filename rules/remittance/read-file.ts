/**
 * Reads an X12 file (835, 277, 277CA, 837, 999, 997; any mix) into a reading.
 *
 * - `readEdiFile(bytes, source): Promise<Reading>`: whole file from byte chunks, such as `blob.stream()`,
 *   a Node read stream, or `[buffer]`.
 * - `readEdiText(text, source): Reading`: the same for text at hand.
 * - `readEdi(bytes): AsyncGenerator<EdiEvent | EdiProgress>`: claim by claim, for files of any size; stop iterating to cancel.
 * - `EdiReader` in `edi-reader.ts` (`push(text)`, `end()`) with `EdiTextDecoder` in `decode-text.ts`: the same by hand.
 * - `looksLikeEdi(text)`: whether the beginning of a file is X12 at all.
 *
 * None of them throws on bad input; only a failing byte source throws through.
 */
import { blankReading } from '../reading/blank-reading.ts';
import type { Payment, Reading, ReadingClaim, Value } from '../reading/reading.ts';
import { EdiTextDecoder } from './decode-text.ts';
import type { EdiEvent, EdiKind, TransactionSummary } from './edi-events.ts';
import { found } from './edi-values.ts';
import { EdiReader } from './edi-reader.ts';
import type { EdiFault } from './faults.ts';
import { findHead } from './separators.ts';

export type ByteChunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
export type EdiProgress = { type: 'progress'; bytes: number; segments: number; claims: number };

/** A reading of a file says more than a page can: its transactions, with payer and payment of each. */
export type EdiReading = Reading & { transactions: TransactionSummary[] };

/** Which kind names a file that holds several; claims of the others are left out of the reading, with a warning. */
const KINDS: readonly EdiKind[] = ['remittance', 'status-file', 'claim-file', 'acknowledgement-file'];

export async function* readEdi(chunks: ByteChunks): AsyncGenerator<EdiEvent | EdiProgress, void, undefined> {
  const decoder = new EdiTextDecoder();
  const reader = new EdiReader();
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield* reader.push(decoder.decode(chunk));
    yield { type: 'progress', bytes, segments: reader.segments, claims: reader.seen.claims };
  }
  yield* reader.push(decoder.end());
  yield* reader.end();
  yield { type: 'progress', bytes, segments: reader.segments, claims: reader.seen.claims };
}

export async function readEdiFile(chunks: ByteChunks, source: string): Promise<EdiReading> {
  const decoder = new EdiTextDecoder();
  const reader = new EdiReader();
  const gathered = new Gathered();
  for await (const chunk of chunks) gathered.add(reader.push(decoder.decode(chunk)));
  gathered.add(reader.push(decoder.end()));
  gathered.add(reader.end());
  return gathered.reading(source, reader);
}

export function readEdiText(text: string, source: string): EdiReading {
  const reader = new EdiReader();
  const gathered = new Gathered();
  gathered.add(reader.push(text));
  gathered.add(reader.end());
  return gathered.reading(source, reader);
}

/** Whether the beginning of a text (some thousand characters) holds the header of an X12 file. */
export function looksLikeEdi(text: string): boolean {
  const head = findHead(text, 0, true);
  return head.kind !== 'none' && head.kind !== 'more';
}

class Gathered {
  readonly #claims = new Map<EdiKind, ReadingClaim[]>();
  readonly #transactions: TransactionSummary[] = [];
  readonly #faults: EdiFault[] = [];

  add(events: readonly EdiEvent[]): void {
    for (const event of events) {
      if (event.type === 'claim') {
        const of = this.#claims.get(event.detail.kind);
        if (of === undefined) this.#claims.set(event.detail.kind, [event.claim]);
        else of.push(event.claim);
      } else if (event.type === 'transaction') this.#transactions.push(event.summary);
      else this.#faults.push(event.fault);
    }
  }

  reading(source: string, reader: EdiReader): EdiReading {
    const reading: EdiReading = { ...blankReading(source), transactions: this.#transactions };
    const present = KINDS.filter((kind) => this.#transactions.some((transaction) => transaction.kind === kind));
    const kind = present[0] ?? (reader.seen.interchangeAcknowledgements > 0 ? 'acknowledgement-file' : null);
    const faults = [...this.#faults];
    if (kind !== null) {
      reading.kind = kind;
      reading.claims = this.#claims.get(kind) ?? [];
      const own = this.#transactions.filter((transaction) => transaction.kind === kind);
      this.#payer(reading, own, faults);
      reading.payment = onlyPayment(own);
      reading.providerAdjustments = own.flatMap((transaction) => transaction.providerAdjustments.map(({ code, cents, reference }) => ({ code, cents, reference })));
      // An acknowledgement beside a remittance is usual and holds no claims; anything else left out is said.
      const others = present.slice(1).filter((other) => other !== 'acknowledgement-file');
      if (others.length > 0) faults.push({ code: 'other-transactions', segment: null, detail: others.join(', ') });
    }
    reading.warnings = faults.map((fault) => ({
      code: fault.code, place: fault.segment === null ? null : `segment ${fault.segment}`, ...(fault.detail === undefined ? {} : { detail: fault.detail }),
    }));
    return reading;
  }

  #payer(reading: Reading, own: readonly TransactionSummary[], faults: EdiFault[]): void {
    const names = new Set(own.map((transaction) => transaction.payerName).filter((name) => name !== null));
    const [only] = names;
    if (names.size === 1 && only !== undefined) reading.payer = found(only, only, reading.kind === 'remittance' ? 'N1*PR' : 'NM1*PR');
    else if (names.size > 1) faults.push({ code: 'several-payers', segment: null, detail: `${names.size} payers` });
  }
}

/** The payment of the file where it holds one; of several none can stand for the file: see `transactions` and the claims. */
function onlyPayment(own: readonly TransactionSummary[]): Payment | null {
  const payments = own.map((transaction) => transaction.payment).filter((payment) => payment !== null);
  const [first, ...rest] = payments;
  if (first === undefined) return null;
  if (rest.every((payment) => same(payment.number, first.number) && same(payment.amount, first.amount) && same(payment.date, first.date))) return first;
  return null;
}

function same<T>(one: Value<T>, other: Value<T>): boolean {
  return one?.value === other?.value;
}
