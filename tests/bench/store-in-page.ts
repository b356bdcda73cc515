/** What the measurement of the store does inside a page of Chromium: the same code as in the extension, over a real IndexedDB. */
import { Transaction } from 'node-x12-edi';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { EdiTextDecoder } from '../../rules/remittance/decode-text.ts';
import { EdiReader } from '../../rules/remittance/edi-reader.ts';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { openDatabase } from '../../storage/db.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { importRemittance } from '../../storage/imports/import-remittance.ts';
import { countDue, findDueReminders } from '../../storage/reminders.ts';
import { planCase } from '../../storage/cases/plan-case.ts';
import { DEFAULT_WEIGHTS } from '../../rules/domain/queue-weights.ts';
import { previewWeights } from '../../storage/queries/preview-weights.ts';
import { teamLoad } from '../../storage/queries/team-load.ts';
import { openItems } from '../../storage/queries/open-items.ts';
import { queuePage } from '../../storage/queries/queue-page.ts';
import { searchCases } from '../../storage/queries/search-cases.ts';
import { tiles } from '../../storage/queries/tiles.ts';
import { Vault } from '../../storage/vault/vault.ts';
import { generate835 } from '../remittances/generate-835.ts';
import { seedCases } from './seed-cases.ts';

const TODAY = '2026-03-10';
const NOW = Date.UTC(2026, 2, 10);
const CHUNK = 65_536;
let open: { db: OverturnDatabase; vault: Vault } | null = null;

async function store(): Promise<{ db: OverturnDatabase; vault: Vault }> {
  if (open === null) {
    open = { db: await openDatabase('overturn-bench'), vault: await Vault.fromKey(new Uint8Array(32).fill(3)) };
    await open.db.users.put({ id: 'user-00001', name: 'Bench', role: 'biller', createdMs: 1 });
  }
  return open;
}

/** A generated file as a Blob, in pieces: text of its whole size would be held twice. */
export function fileOf(claims: number, firstClaim: number, seed: number): Blob {
  const pieces: Blob[] = [];
  let text: string[] = [];
  for (const piece of generate835({ claims, firstClaim, seed, lineBreaks: true })) {
    text.push(piece);
    if (text.length < 50) continue;
    pieces.push(new Blob(text));
    text = [];
  }
  return new Blob([...pieces, ...text]);
}

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}

/** Reads a file to claims; nothing is kept. */
export async function readOnly(claims: number): Promise<{ megabytes: number; seconds: number; claims: number }> {
  const blob = fileOf(claims, 1, 1);
  const start = performance.now();
  const decoder = new EdiTextDecoder();
  const reader = new EdiReader();
  for await (const piece of piecesOf(blob)) for (let at = 0; at < piece.length; at += CHUNK) reader.push(decoder.decode(piece.subarray(at, at + CHUNK)));
  reader.push(decoder.end());
  reader.end();
  return { megabytes: blob.size / 1e6, seconds: (performance.now() - start) / 1000, claims: reader.seen.claims };
}

/** The same file by a published parser: a whole text at once, and a CLP counts as a claim. */
export async function readByPeer(claims: number): Promise<{ megabytes: number; seconds: number; claims: number }> {
  const blob = fileOf(claims, 1, 1);
  const start = performance.now();
  const transaction = new Transaction();
  transaction.generateSegments((await blob.text()).replaceAll('\n', ''), '~');
  const found = transaction.getSegments().filter(({ name }) => name === 'CLP').length;
  return { megabytes: blob.size / 1e6, seconds: (performance.now() - start) / 1000, claims: found };
}

/** How far an import was after so many seconds. */
export type Mark = { claims: number; seconds: number };
const MARK_EVERY = 10_000;

/** Imports one file of so many claims; says how long it took, how many cases came of it, and how far it was every 10,000 claims. */
export async function importFile(claims: number, firstClaim: number): Promise<{ megabytes: number; seconds: number; claims: number; cases: number; heapMB: number; marks: Mark[] }> {
  const { db, vault } = await store();
  const blob = fileOf(claims, firstClaim, firstClaim);
  const start = performance.now();
  let heap = 0;
  const marks: Mark[] = [];
  const outcome = await importRemittance({ db, vault, userId: 'user-00001', nowMs: NOW, today: TODAY }, { name: 'bench.edi', bytes: blob.size, open: () => piecesOf(blob) }, {
    onProgress: (progress) => {
      if (progress.claims >= (marks.length + 1) * MARK_EVERY) marks.push({ claims: progress.claims, seconds: (performance.now() - start) / 1000 });
      heap = Math.max(heap, (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0);
    },
  });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return { megabytes: blob.size / 1e6, seconds: (performance.now() - start) / 1000, claims: outcome.summary.claims, cases: outcome.summary.newCases, heapMB: heap / 1e6, marks };
}

export async function seed(cases: number): Promise<number> {
  const { db, vault } = await store();
  const start = performance.now();
  await seedCases(db, vault, { cases, owners: ['user-00001', 'user-00002', 'user-00003'], today: TODAY, nowMs: NOW });
  return (performance.now() - start) / 1000;
}

/** A bare cursor over an index of the cases, `rows` long: the least any page of the queue can cost. */
async function bareCursor(db: OverturnDatabase, index: string, rows: number): Promise<number> {
  const native = db.backendDB();
  return new Promise((resolve, reject) => {
    let seen = 0;
    const request = native.transaction('cases', 'readonly').objectStore('cases').index(index).openCursor(null, 'prev');
    request.onerror = () => reject(request.error ?? new Error('cursor'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || seen >= rows) resolve(seen);
      else {
        seen += 1;
        cursor.continue();
      }
    };
  });
}

/** Milliseconds of each question to the queue, the middle of five, and of a bare cursor over as many rows. */
export async function queries(cases: number): Promise<{ name: string; ms: number; bareMs: number }[]> {
  const { db, vault } = await store();
  const day = isoToDayNumber(TODAY);
  const own: QueueFilter = { ownerId: 'user-00001', sort: 'priority' };
  const some = (await db.cases.toCollection().first())?.id ?? '';
  let turn = 0;
  const change = async (): Promise<void> => {
    turn += 1;
    await planCase({ db, vault, userId: 'user-00001', nowMs: NOW + turn, today: TODAY }, { caseId: some, state: turn % 2 === 0 ? 'working' : 'identified' });
  };
  const asked: [string, number, () => Promise<unknown>][] = [
    ['own queue, first page, opened', 30, async () => openItems(db, vault, (await queuePage(db, own, day, 0, 30)).rows)],
    ['own queue, deep page', Math.floor(cases / 6) + 30, () => queuePage(db, own, day, Math.floor(cases / 6), 30)],
    ['everybody by next day', 30, () => queuePage(db, { ownerId: null, sort: 'next-day' }, day, 0, 30)],
    ['one payer', 30, () => queuePage(db, { ...own, payerKey: 'aetna' }, day, 0, 30)],
    ['payer and category', 30, () => queuePage(db, { ...own, payerKey: 'aetna', category: 'prior-authorization' }, day, 0, 30)],
    ['overdue', 30, () => queuePage(db, { ...own, due: 'overdue' }, day, 0, 30)],
    ['undated', 30, () => queuePage(db, { ...own, due: 'undated' }, day, 0, 30)],
    ['kind and amount', 30, () => queuePage(db, { ...own, kind: 'denial', minCents: 100_000 }, day, 0, 30)],
    ['age, everybody, oldest first', 30, () => queuePage(db, { ownerId: null, sort: 'oldest', age: '61-90' }, day, 0, 30)],
    ['untouched, amount, everybody by amount', 30, () => queuePage(db, { ownerId: null, sort: 'amount', untouchedDays: 7, minCents: 50_000 }, day, 0, 30)],
    ['everybody, deep page by amount', Math.floor(cases / 2) + 30, () => queuePage(db, { ownerId: null, sort: 'amount' }, day, Math.floor(cases / 2), 30)],
    ['what is to be told, first of a day', 30, () => findDueReminders(db, ['user-00001', 'pool'], day)],
    ['what is to be told after a command', 1, () => findDueReminders(db, ['user-00001', 'pool'], day, 0, [some])],
    ['the badge after a command', 30, () => countDue(db, 'user-00001', day)],
    ['one case changed, and the view anew', 30, async () => { await change(); await queuePage(db, { ownerId: null, sort: 'amount', kind: 'denial' }, day, 0, 30); }],
    ['load and money of every person', 30, () => teamLoad(db, day)],
    ['another weighing, first 20', 30, () => previewWeights(db, { ...DEFAULT_WEIGHTS, daysPerDoubling: 4 }, null, day, 20)],
    ['the four numbers', 30, () => tiles(db, 'user-00001', day)],
    ['search a claim number', 30, () => searchCases(db, vault, `S1${String(Math.floor(cases / 2)).padStart(9, '0')}`, 20)],
    ['search a name', 30, () => searchCases(db, vault, 'kowal', 20)],
  ];
  const rows: { name: string; ms: number; bareMs: number }[] = [];
  for (const [name, seen, ask] of asked) rows.push({ name, ms: await middle(ask), bareMs: await middle(() => bareCursor(db, '[open+priority]', seen)) });
  return rows;
}

/** What a page that was just opened waits for, with everything still on the disk: its first rows opened; every column of the queue and the four numbers. */
export async function justOpened(): Promise<{ rowsMs: number; tilesMs: number }> {
  const day = isoToDayNumber(TODAY);
  const start = performance.now();
  const { db, vault } = await store();
  await openItems(db, vault, (await queuePage(db, { ownerId: 'user-00001', sort: 'priority' }, day, 0, 40)).rows);
  const rowsMs = performance.now() - start;
  await tiles(db, 'user-00001', day);
  return { rowsMs, tilesMs: performance.now() - start };
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[2] ?? 0;
}

export async function clear(): Promise<void> {
  const { db } = await store();
  await db.delete();
  open = null;
}
