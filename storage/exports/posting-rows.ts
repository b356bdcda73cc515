import { centsCell, dateCell, textCell } from '../../rules/exports/cell.ts';
import type { Cell } from '../../rules/exports/cell.ts';
import { postingOf } from '../../rules/exports/posting-lines.ts';
import type { PostingLine } from '../../rules/exports/posting-lines.ts';
import type { SealedCase } from '../../rules/domain/denial-case.ts';
import { isSensitive } from '../../rules/domain/sensitive.ts';
import { openCaseOrNull } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import type { Vault } from '../vault/vault.ts';

const PAGE = 500;
export const POSTING_HEADINGS = ['Account', 'Claim number', 'Payer', 'Service date', 'Outcome', 'Post', 'To', 'Code', 'Amount', 'Payment number', 'Payment date', 'Charge', 'Not explained'] as const;

export type PostingWords = { outcome: (outcome: string) => string; what: Readonly<Record<PostingLine['what'], string>>; claim: string; line: (line: number) => string; nothing: string };

const closedSince = (db: OverturnDatabase, fromMs: number) => db.cases.where('[open+touchedMs]').between([0, fromMs], [0, Infinity], true, true);

/** How many claims were closed and last worked on since a moment: at most so many are in the list. */
export async function countPosting(db: OverturnDatabase, fromMs: number): Promise<number> {
  return closedSince(db, fromMs).count();
}

/** The list for whoever posts: for each claim closed since a moment, one row for each payment, adjustment and patient share, with where it goes. Cases marked sensitive stay out unless `withSensitive`. */
export async function* postingRows(db: OverturnDatabase, vault: Vault, fromMs: number, words: PostingWords, withSensitive = false): AsyncGenerator<Cell[]> {
  const payers = new Map((await db.payers.toArray()).map((payer) => [payer.key, payer.name]));
  const ids = await closedSince(db, fromMs).primaryKeys();
  for (let at = 0; at < ids.length; at += PAGE) {
    const rows = (await db.cases.bulkGet(ids.slice(at, at + PAGE))).filter((row) => row !== undefined);
    const opened = await Promise.all(rows.map(async (row) => openCaseOrNull(vault, row)));
    for (const [index, row] of rows.entries()) {
      const sealed = opened[index] ?? null;
      if (sealed !== null && !withSensitive && isSensitive(sealed)) continue;
      if (sealed === null || isToPost(sealed, fromMs)) yield* rowsOf(payers.get(row.payerKey) ?? row.payerKey, sealed, words);
    }
  }
}

/** Closed in the span itself, and not because it is part of another case, which is posted: nothing must be posted twice. */
function isToPost({ mergedInto, resolution }: SealedCase, fromMs: number): boolean {
  return mergedInto == null && (resolution === null || resolution.atMs >= fromMs);
}

function* rowsOf(payer: string, sealed: SealedCase | null, words: PostingWords): Generator<Cell[]> {
  if (sealed === null) {
    yield [textCell('(damaged record)'), textCell(null), textCell(payer), ...Array.from({ length: POSTING_HEADINGS.length - 3 }, () => textCell(null))];
    return;
  }
  const { facts, resolution } = sealed;
  const { lines, difference } = postingOf(facts);
  const row = (what: string, to: string | null, code: string | null, cents: number | null): Cell[] => [
    textCell(facts.patientControlNumber), textCell(facts.claimControlNumber), textCell(payer), dateCell(facts.serviceFrom), textCell(resolution === null ? null : words.outcome(resolution.outcome)),
    textCell(what), textCell(to), textCell(code), centsCell(cents), textCell(facts.paymentNumber), dateCell(facts.paymentOn), centsCell(facts.charge), centsCell(difference === 0 ? null : difference),
  ];
  if (lines.length === 0) yield row(words.nothing, null, null, null);
  for (const line of lines) yield row(words.what[line.what], line.at === 'claim' ? words.claim : words.line(line.at), line.code, line.cents);
}
