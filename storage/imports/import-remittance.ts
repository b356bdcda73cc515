import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ErrorCode } from '../../rules/protocol/error-codes.ts';
import { EdiTextDecoder } from '../../rules/remittance/decode-text.ts';
import type { EdiEvent, FileClaimDetail } from '../../rules/remittance/edi-events.ts';
import { EdiReader } from '../../rules/remittance/edi-reader.ts';
import type { EdiFault } from '../../rules/remittance/faults.ts';
import type { ByteChunks } from '../../rules/remittance/read-file.ts';
import { filingOf } from '../../rules/work/filing-proof.ts';
import type { ReadingClaim } from '../../rules/reading/reading.ts';
import type { ImportSummary } from '../../rules/work/case-file.ts';
import { visibleText } from '../../rules/work/visible-text.ts';
import type { ImportRow } from '../schema/v1.ts';
import { storageErrorCode } from '../storage-fault.ts';
import { roleOf } from '../people.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { ClaimsAhead } from './claims-ahead.ts';
import { foldQueue } from '../queue/queue-blocks.ts';
import { commitBatch } from './commit-batch.ts';
import { summaryOf } from './import-journal.ts';
import type { ImportContent } from './import-journal.ts';

/** A file that can be read more than once. `bytes` is its size. */
export type ImportFile = { name: string; bytes: number; open: () => ByteChunks };
export type ImportProgress = { phase: 'checking' | 'reading'; bytesDone: number; bytes: number; claims: number; newCases: number };
export type ImportFailure = ErrorCode | 'not-x12' | 'file-empty' | 'file-unreadable';
export type ImportOutcome =
  | { kind: 'done' | 'repeated' | 'cancelled'; summary: ImportSummary }
  /** `summary` is null where nothing was written. */
  | { kind: 'failed'; code: ImportFailure; summary: ImportSummary | null };

export type ImportOptions = {
  onProgress?: (progress: ImportProgress) => void;
  /** Asked between batches and pieces of the file. */
  isCancelled?: () => boolean;
  /** Claims per transaction. */
  batchClaims?: number;
};

/**
 * About a second of the writer's lock. After every transaction Chromium does work that grows with the size of the store
 * (a quarter of a second where 60,000 claims are in it), so a long file wants few of them.
 */
const BATCH_CLAIMS = 1000;
/** New cases after which the queue's columns take them in, so that a queue that is looked at meanwhile need not read them one by one. */
const FOLD_FROM = 2000;
const KEPT = 500;

/** The source of the bytes failed: the file was moved or changed while it was read. */
class UnreadableFile extends Error {}

/**
 * Reads a remittance or status file into cases, batch by batch. The same file, known by its content, goes on where it
 * stopped or says that it was read; a claim known from another file or from a page is updated, never doubled. Memory is
 * bounded by a piece of the file and a batch. Nothing is written for a file that is not X12. Whoever may not work cases is refused
 * (`role-forbids`), and the trail keeps that: the reading does not come by the commands, which ask for the role.
 */
export async function importRemittance(ctx: WriteContext, file: ImportFile, options: ImportOptions = {}): Promise<ImportOutcome> {
  let journal: ImportRow | null = null;
  try {
    const role = await roleOf(ctx.db, ctx.userId);
    if (role !== 'biller' && role !== 'lead') {
      await withWriter(ctx.db, () => commitChange(ctx, { command: 'import:start', subject: '', outcome: 'role-forbids' }, [], () => Promise.resolve()));
      return { kind: 'failed', code: 'role-forbids', summary: null };
    }
    const id = await contentId(ctx, file, options);
    if (id === 'empty') return { kind: 'failed', code: 'file-empty', summary: null };
    if (id === 'cancelled') return { kind: 'cancelled', summary: await unwritten(ctx, file, blankRow('', ctx, file)) };
    const known = await ctx.db.imports.get(id);
    if (known?.state === 'done') {
      await withWriter(ctx.db, () => commitChange(ctx, { command: 'import:repeated', subject: id, outcome: 'done' }, [], () => Promise.resolve()));
      return { kind: 'repeated', summary: { ...(await summaryOf(ctx.db, ctx.vault, known)), repeated: true } };
    }
    const running = new RunningImport(ctx, file, options, known ?? blankRow(id, ctx, file));
    journal = running.journal;
    const outcome = await running.run();
    if (outcome === 'cancelled' && !running.hasWritten) return { kind: 'cancelled', summary: await unwritten(ctx, file, running.journal) };
    if (outcome === 'not-x12' || outcome === 'file-empty') return { kind: 'failed', code: outcome, summary: null };
    return { kind: outcome, summary: await summaryOf(ctx.db, ctx.vault, running.journal) };
  } catch (error) {
    const code: ImportFailure | null = error instanceof UnreadableFile ? 'file-unreadable' : storageErrorCode(error);
    if (code === null) throw error;
    return { kind: 'failed', code, summary: journal === null ? null : await markFailed(ctx, journal.id) };
  }
}

/** A keyed hash of the file's content, or `empty` or `cancelled`. */
async function contentId(ctx: WriteContext, file: ImportFile, options: ImportOptions): Promise<string> {
  const hash = sha256.create();
  let bytesDone = 0;
  for await (const chunk of readable(file)) {
    hash.update(chunk);
    bytesDone += chunk.length;
    options.onProgress?.({ phase: 'checking', bytesDone, bytes: file.bytes, claims: 0, newCases: 0 });
    if (options.isCancelled?.() === true) return 'cancelled';
  }
  return (bytesDone === 0 ? null : ctx.vault.blindExact('file-content', bytesToHex(hash.digest()))) ?? 'empty';
}

/** The summary of an import that was stopped before it wrote anything. */
async function unwritten(ctx: WriteContext, file: ImportFile, row: ImportRow): Promise<ImportSummary> {
  return { ...(await summaryOf(ctx.db, ctx.vault, { ...row, state: 'cancelled' })), fileName: visibleText(file.name) };
}

async function* readable(file: ImportFile): AsyncGenerator<Uint8Array> {
  try {
    yield* file.open();
  } catch {
    throw new UnreadableFile(); // the browser's words name the file
  }
}

function blankRow(id: string, ctx: WriteContext, file: ImportFile): ImportRow {
  return {
    id, state: 'running', startedMs: ctx.nowMs, finishedMs: null, userId: ctx.userId, bytes: file.bytes, bytesDone: 0, claims: 0, paid: 0, denied: 0, partlyDenied: 0, other: 0, alreadyKnown: 0,
    newCases: 0, updatedCases: 0, faults: 0, sealed: { v: 1, iv: new Uint8Array(), box: new Uint8Array() },
  };
}

/** Says in the journal that the import stopped; the disk may be too full even for that. */
async function markFailed(ctx: WriteContext, id: string): Promise<ImportSummary | null> {
  try {
    const row = await withWriter(ctx.db, async () => {
      const stored = await ctx.db.imports.get(id);
      if (stored === undefined) return null;
      const failed: ImportRow = { ...stored, state: 'failed', finishedMs: ctx.nowMs };
      await commitChange(ctx, { command: 'import:failed', subject: id, outcome: 'done' }, [ctx.db.imports], () => ctx.db.imports.put(failed));
      return failed;
    });
    return row === null ? null : await summaryOf(ctx.db, ctx.vault, row);
  } catch (error) {
    if (storageErrorCode(error) === null) throw error;
    return null; // the journal still says 'running', which resumes just as well
  }
}

class RunningImport {
  journal: ImportRow;
  hasWritten: boolean;
  readonly #ctx: WriteContext;
  readonly #file: ImportFile;
  readonly #options: ImportOptions;
  readonly #batch: number;
  readonly #reader = new EdiReader();
  readonly #content: ImportContent;
  readonly #others = new Map<string, number>();
  readonly #claims: ClaimsAhead;
  #faults: { n: number; fault: EdiFault }[] = [];
  #ordinal = 0;
  #faultCount = 0;
  #bytes = 0;

  constructor(ctx: WriteContext, file: ImportFile, options: ImportOptions, journal: ImportRow) {
    this.#ctx = ctx;
    this.#file = file;
    this.#options = options;
    this.#claims = new ClaimsAhead(ctx.vault);
    this.#batch = options.batchClaims ?? BATCH_CLAIMS;
    this.journal = journal;
    this.hasWritten = journal.sealed.box.length > 0;
    this.#content = { fileName: visibleText(file.name), notImported: [], providerAdjustments: [], filings: { sent: 0, sentCents: 0, accepted: 0, takenIn: 0, rejected: 0 } };
  }

  async run(): Promise<'done' | 'cancelled' | 'not-x12' | 'file-empty'> {
    const decoder = new EdiTextDecoder();
    for await (const chunk of readable(this.#file)) {
      this.#take(this.#reader.push(decoder.decode(chunk)));
      this.#bytes += chunk.length;
      while (this.#claims.length >= this.#batch) {
        await this.#commit('running');
        if (this.#options.isCancelled?.() === true) return this.#cancel();
      }
      this.#tell();
      if (this.#options.isCancelled?.() === true) return this.#cancel();
    }
    this.#take(this.#reader.push(decoder.end()));
    this.#take(this.#reader.end());
    const { transactions, interchangeAcknowledgements } = this.#reader.seen;
    if (this.#reader.segments === 0 || (transactions.size === 0 && interchangeAcknowledgements === 0 && !this.hasWritten)) {
      return this.#faults.some(({ fault }) => fault.code === 'empty') ? 'file-empty' : 'not-x12';
    }
    while (this.#claims.length > this.#batch) await this.#commit('running');
    await this.#commit('done');
    this.#tell();
    return 'done';
  }

  #take(events: readonly EdiEvent[]): void {
    for (const event of events) {
      if (event.type === 'fault') this.#faults.push({ n: this.#faultCount++, fault: event.fault });
      else if (event.type === 'claim') {
        this.#countFiling(event.claim, event.detail);
        const ordinal = this.#ordinal++;
        // Claims that a run before this one has committed.
        if (ordinal >= this.journal.claims) this.#claims.add({ claim: event.claim, detail: event.detail, ordinal });
      } else {
        const { kind, envelope, providerAdjustments } = event.summary;
        if (kind === 'acknowledgement-file') this.#others.set(envelope.transactionSet, (this.#others.get(envelope.transactionSet) ?? 0) + 1);
        for (const { code, cents, reference } of providerAdjustments) if (this.#content.providerAdjustments.length < KEPT) this.#content.providerAdjustments.push({ code, cents, reference });
      }
    }
  }

  /** Of the whole file, so that the figures are right also where a stopped import goes on. */
  #countFiling(claim: ReadingClaim, detail: FileClaimDetail): void {
    const filing = filingOf(claim, detail);
    const { filings } = this.#content;
    if (filing === null || filings === undefined) return;
    if (filing.step === 'sent') {
      filings.sent += 1;
      filings.sentCents += filing.charge ?? 0;
    } else if (filing.step === 'accepted') filings.accepted += 1;
    else if (filing.step === 'taken-in') filings.takenIn += 1;
    else filings.rejected += 1;
  }

  async #commit(state: ImportRow['state']): Promise<void> {
    const { transactions } = this.#reader.seen;
    for (const [set, seen] of transactions) if (!READ.has(set) && !this.#others.has(set)) this.#others.set(set, seen);
    this.#content.notImported = [...this.#others].map(([kind, count]) => ({ kind: kind.slice(0, 20), transactions: count })).slice(0, 20);
    const claims = this.#claims.take(this.#batch);
    const batch = { claims, faults: this.#faults, bytesDone: state === 'done' ? this.#bytes : Math.min(this.#bytes, this.#file.bytes), content: this.#content, state };
    [this.journal] = await Promise.all([commitBatch(this.#ctx, this.journal, batch), this.#claims.prepare(this.#batch)]);
    this.hasWritten = true;
    this.#faults = [];
    this.#tell();
    await foldQueue(this.#ctx.db, FOLD_FROM).catch(() => undefined); // the background does it later
  }

  async #cancel(): Promise<'cancelled'> {
    if (this.hasWritten) {
      this.#claims.clear();
      await this.#commit('cancelled');
    }
    return 'cancelled';
  }

  #tell(): void {
    this.#options.onProgress?.({ phase: 'reading', bytesDone: this.#bytes, bytes: this.#file.bytes, claims: this.journal.claims, newCases: this.journal.newCases });
  }
}

/** Transactions whose claims are imported. */
const READ: ReadonlySet<string> = new Set(['835', '277', '837']);
