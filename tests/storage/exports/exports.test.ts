import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { textCell } from '../../../rules/exports/cell.ts';
import type { Cell } from '../../../rules/exports/cell.ts';
import { EXPORT_COLUMNS, FIRST_COLUMNS } from '../../../rules/exports/export-kinds.ts';
import { EVERYTHING_TABLES, everythingFile } from '../../../rules/exports/everything.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { sensitiveWithAll, markSensitive } from '../../../storage/cases/mark-sensitive.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { mergeCases } from '../../../storage/cases/regroup-cases.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { beginExport } from '../../../storage/exports/begin-export.ts';
import { caseRows, countCases } from '../../../storage/exports/case-rows.ts';
import { countEverything, everythingText } from '../../../storage/exports/everything-text.ts';
import { csvText, xlsxFile } from '../../../storage/exports/list-file.ts';
import { countPosting, postingRows } from '../../../storage/exports/posting-rows.ts';
import { trailRows } from '../../../storage/exports/trail-rows.ts';
import { filingRow } from '../../../storage/imports/file-filings.ts';
import { keepMemberRecord } from '../../../storage/member-records.ts';
import { savePayerNote } from '../../../storage/payer-notes.ts';
import { capture, COLLEAGUE, deniedFacts, NOW, openPractice, OWNER, TODAY } from '../cases/practice.ts';

const today = isoToDayNumber(TODAY);
const filter = { ownerId: null, sort: 'priority' as const, showSnoozed: true };
const same = (text: string) => text;
const words = { reason: same, state: same, nextAction: same, payerStatus: same, path: same, pool: 'pool' };

async function filled() {
  const practice = await openPractice();
  for (const [n, patientName] of ['=HYPERLINK("http://x","y")', 'Thistlewood, Marguerite', '@SUM(1)', 'Łukasz "Ace"; O’Neil'].entries()) {
    const saved = await saveCapture(practice.ctx, capture(deniedFacts({ patientName, claimControlNumber: `E2606123${n}`, patientControlNumber: `-ACC-${n}` })), null, 'portal.example');
    if (!saved.ok) throw new Error(saved.error.code);
  }
  return practice;
}
const joined = async (pieces: AsyncIterable<string>) => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};
const listed = async (rows: AsyncIterable<Cell[]>) => {
  const all: Cell[][] = [];
  for await (const row of rows) all.push(row);
  return all;
};

test('the first columns open no record and name nobody', async () => {
  const { db, vault } = await filled();
  const text = JSON.stringify(await listed(caseRows(db, vault, filter, today, FIRST_COLUMNS, words)));
  expect(text).not.toMatch(/Thistlewood|ACC-|E2606|HYPERLINK/u);
  expect(await countCases(db, filter, today)).toBe(4);
  expect(await countCases(db, { ...filter, payerKey: 'cigna' }, today)).toBe(0);
});

test('a CSV file opens in another reader with every value, and no cell of it begins a formula', async () => {
  const { db, vault } = await filled();
  const text = await joined(csvText(['Patient', 'Account', 'Denied', 'Service'], caseRows(db, vault, filter, today, ['patient', 'account', 'denied', 'service-date'], words)));
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd());
  expect(errors).toEqual([]);
  expect(data).toHaveLength(5);
  expect(data.slice(1).map((row) => row[0]).sort()).toEqual(["'=HYPERLINK(\"http://x\",\"y\")", "'@SUM(1)", 'Thistlewood, Marguerite', 'Łukasz "Ace"; O’Neil'].sort());
  expect(data.slice(1).every((row) => row[1]?.startsWith("'-ACC-") === true)).toBe(true);
  expect(data.slice(1).map((row) => row.slice(2))).toEqual(Array.from({ length: 4 }, () => ['450.00', '2026-02-03']));
});

test('an XLSX file opens in another reader: texts as texts, money as numbers, no formula in it', async () => {
  const { db, vault } = await filled();
  const blob = await xlsxFile(['Patient', 'Account', 'Denied', 'Service'], caseRows(db, vault, filter, today, ['patient', 'account', 'denied', 'service-date'], words));
  const sheets = await readExcelFile(Buffer.from(await blob.arrayBuffer())) as unknown;
  const data = (Array.isArray(sheets) && typeof sheets[0] === 'object' && sheets[0] !== null && 'data' in sheets[0] ? (sheets[0] as { data: unknown[][] }).data : sheets) as unknown[][];
  expect(data).toHaveLength(5);
  expect(data.slice(1).map((row) => row[0]).sort()).toEqual(['=HYPERLINK("http://x","y")', '@SUM(1)', 'Thistlewood, Marguerite', 'Łukasz "Ace"; O’Neil'].sort());
  expect(data[1]?.[2]).toBe(450);
  expect(data[1]?.[3]).toEqual(new Date('2026-02-03T00:00:00Z'));
  expect(new TextDecoder('latin1').decode(await unzipped(blob))).not.toMatch(/<f[ >]/u);
});

/** All of the sheet's XML: the file is a ZIP of deflated parts. */
async function unzipped(blob: Blob): Promise<Uint8Array> {
  const { unzipSync } = await import('fflate');
  return Buffer.concat(Object.values(unzipSync(new Uint8Array(await blob.arrayBuffer()))));
}

test('signs that XML cannot hold do not spoil the XLSX file', async () => {
  async function* rows() { yield await Promise.resolve([textCell('a\u0001b\uD800c\u{1F4C4}')]); }
  const blob = await xlsxFile(['Text'], rows());
  const xml = new TextDecoder().decode(await unzipped(blob));
  expect(xml).toContain('abc');
  expect(xml).not.toMatch(/\u0001/u);
});

test('a damaged record does not stop the list: its cells say so', async () => {
  const { db, vault } = await filled();
  const [row] = await db.cases.toArray();
  if (row === undefined) throw new Error('no case');
  row.sealed.box[0] = (row.sealed.box[0] ?? 0) ^ 1;
  await db.cases.put(row);
  const all = await listed(caseRows(db, vault, filter, today, ['payer', 'patient'], words));
  expect(all).toHaveLength(4);
  expect(all.filter((cells) => cells[1]?.kind === 'text' && cells[1].text === '(damaged record)')).toHaveLength(1);
  expect(await listed(caseRows(db, vault, filter, today, ['payer'], words)), 'as many where no name is asked for').toHaveLength(4);
});

test('the posting list says what goes where for the claims closed in the span', async () => {
  const { db, vault, at } = await filled();
  const facts = deniedFacts({ claimControlNumber: 'E99', patientControlNumber: 'ACC-99', charge: 20_000, paid: 12_000, status: 'paid', patientResponsibility: 3000, paymentNumber: 'EFT-1', paymentOn: '2026-03-09', adjustments: [{ groupCode: 'CO', carc: '45', cents: 5000 }, { groupCode: 'PR', carc: '2', cents: 3000 }] });
  const saved = await saveCapture(at(1), capture(facts), null, 'portal.example');
  if (!saved.ok) throw new Error(saved.error.code);
  const caseId = saved.value.saved[0]?.caseId ?? '';
  expect(await countPosting(db, 0)).toBe(0);
  expect(await resolveCase(at(2), { caseId, outcome: 'corrected-paid', reason: 'paid', recoveredCents: 12_000 })).toMatchObject({ ok: true });
  expect(await countPosting(db, NOW)).toBe(1);
  expect(await countPosting(db, NOW + 86_400_000)).toBe(0);
  const rows = await listed(postingRows(db, vault, NOW, { outcome: same, what: { payment: 'Payment', adjustment: 'Adjustment', 'patient-share': 'Patient share' }, claim: 'Claim', line: (line) => `Line ${line}`, nothing: 'Nothing' }));
  const shown = rows.map((cells) => cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'cents' ? cell.cents : cell.kind === 'date' ? cell.iso : '')));
  expect(shown).toEqual([
    ['ACC-99', 'E99', 'Aetna', '2026-02-03', 'corrected-paid', 'Payment', 'Claim', '', 12_000, 'EFT-1', '2026-03-09', 20_000, ''],
    ['ACC-99', 'E99', 'Aetna', '2026-02-03', 'corrected-paid', 'Adjustment', 'Claim', 'CO-45', 5000, 'EFT-1', '2026-03-09', 20_000, ''],
    ['ACC-99', 'E99', 'Aetna', '2026-02-03', 'corrected-paid', 'Patient share', 'Claim', 'PR-2', 3000, 'EFT-1', '2026-03-09', 20_000, ''],
  ]);
});

test('a claim closed earlier and only written on since, or closed because it is part of another case, is not posted again', async () => {
  const { db, vault, at } = await filled();
  const [one, two] = (await db.cases.toArray()).map(({ id }) => id);
  const [caseId, otherId] = [one ?? '', two ?? ''];
  await resolveCase(at(2), { caseId, outcome: 'paid', reason: 'paid', recoveredCents: 100 });
  await addNote(at(60 * 48), { caseId, text: 'Asked again' });
  const [keep] = (await db.cases.toArray()).filter(({ id }) => id !== caseId && id !== otherId);
  expect(await mergeCases(at(60 * 48), { caseId: keep?.id ?? '', otherId, reason: '' })).toMatchObject({ ok: true });
  const words = { outcome: (text: string) => text, what: { payment: 'Payment', adjustment: 'Adjustment', 'patient-share': 'Patient share' }, claim: 'Claim', line: (line: number) => `Line ${line}`, nothing: 'Nothing' };
  expect(await listed(postingRows(db, vault, NOW + 86_400_000, words))).toEqual([]);
  expect((await listed(postingRows(db, vault, NOW, words))).length).toBeGreaterThan(0);
});

test('everything as JSON fits its schema, holds every row opened, and no key that opens anything', async () => {
  const { db, vault, ctx } = await filled();
  await savePayerNote(ctx, { id: null, payerKey: 'aetna', text: 'Ask for the reopening desk', tags: [] });
  const [row] = await db.cases.toArray();
  if (row === undefined) throw new Error('no case');
  row.sealed.box[0] = (row.sealed.box[0] ?? 0) ^ 1;
  await db.cases.put(row);
  const text = await joined(everythingText(db, vault, { product: '0.1.0', nowMs: NOW, practice: 'Lakeside' }));
  const parsed = everythingFile.safeParse(JSON.parse(text));
  expect(parsed.error?.issues ?? []).toEqual([]);
  const { tables } = JSON.parse(text) as { tables: Record<string, { id?: string; content?: unknown }[]> };
  expect(Object.values(tables).reduce((sum, rows) => sum + rows.length, 0)).toBe(await countEverything(db));
  expect(tables['cases']).toHaveLength(4);
  expect(tables['cases']?.filter((one) => one.content === null).map((one) => one.id)).toEqual([row.id]);
  expect(text).toContain('Thistlewood');
  expect(text).toContain('Ask for the reopening desk');
  expect(text).not.toMatch(/"wraps"|"wrapped"|"blind"|"sealed"|"salt"/u);
});

test('a sensitive case stays out of everything with what was said and filed of it, the pages of its documents too', async () => {
  const { db, vault, ctx } = await filled();
  const id = (await db.cases.toArray())[0]?.id ?? '';
  await markSensitive(ctx, { caseId: id, kind: 'substance-use', reason: 'Program under part 2' });
  await db.documents.put({ id: 'doc-1', caseId: id, appealId: '', type: 'records', bytes: 3, pages: 1, parts: 1, done: 1, atMs: NOW, userId: OWNER, sealed: await vault.seal('documents', 'doc-1', { name: 'chart' }) });
  await db.documentParts.put({ id: 'doc-1:0', documentId: 'doc-1', n: 0, sealed: await vault.seal('documentParts', 'doc-1:0', 'a page of the chart') });
  // A claim as sent, and a coverage check kept from a portal page: both stand under no case.
  const row = await db.cases.get(id);
  if (row === undefined) throw new Error('no case');
  const { patientControlNumber, claimControlNumber } = (await openCase(vault, row)).facts;
  const filing = { step: 'sent' as const, on: '2026-02-01', by: null, patientControlNumber, claimControlNumber, patientName: null, memberId: null, serviceFrom: null, serviceTo: null, charge: null, replaces: null, frequency: '1', statusCodes: [], message: 'filed as sent', references: [], diagnoses: [], lines: [] };
  await db.filings.put(await filingRow(vault, 'file', NOW, { id: 'filing-1', filing, payerKey: 'aetna' }));
  const memberId = deniedFacts().memberId ?? '';
  expect(memberId).not.toBe('');
  const kept = await keepMemberRecord(ctx, 'aetna', { kind: 'coverage', memberId, patientName: null, plan: 'coverage as shown', from: '2026-01-01', to: null, status: 'active', order: 'primary', otherPayer: null, checkedOn: TODAY, channel: 'portal-page', reference: null, note: '' }, { host: 'portal.example', seenMs: NOW, values: [] });
  expect(kept).toMatchObject({ ok: true });
  const without = await joined(everythingText(db, vault, { product: '0.1.0', nowMs: NOW, practice: 'Lakeside', without: await sensitiveWithAll(db, vault) }));
  for (const text of ['a page of the chart', 'filed as sent', 'coverage as shown']) expect(without).not.toContain(text);
  const { tables } = JSON.parse(without) as { tables: Record<string, { id?: string; caseId?: string }[]> };
  expect([tables['documents'], tables['documentParts']]).toEqual([[], []]);
  expect(Object.entries(tables).filter(([, rows]) => rows.some((row) => row.caseId === id || row.id === id)).map(([name]) => name).filter((name) => name !== 'audit' && name !== 'remittanceClaims')).toEqual([]);
  const all = await joined(everythingText(db, vault, { product: '0.1.0', nowMs: NOW, practice: 'Lakeside' }));
  for (const text of ['a page of the chart', 'filed as sent', 'coverage as shown']) expect(all).toContain(text);
});

test('the trail leaves with its chain', async () => {
  const { db } = await filled();
  const rows = await listed(trailRows(db));
  expect(rows).toHaveLength(await db.audit.count());
  for (let n = 1; n < rows.length; n += 1) expect(rows[n]?.[7]).toEqual(rows[n - 1]?.[8]);
});

test('every export leaves its row; a role or a missing reason stops it', async () => {
  const { db, ctx } = await filled();
  await db.users.update(COLLEAGUE, { role: 'auditor' });
  const auditor = { ...ctx, userId: COLLEAGUE };
  const ask = { kind: 'cases' as const, format: 'csv' as const, columns: [...FIRST_COLUMNS], rows: 4, reason: null };
  expect(await beginExport(ctx, ask)).toEqual({ ok: true, value: {} });
  expect(await beginExport(ctx, { ...ask, columns: ['patient'] })).toMatchObject({ error: { code: 'bad-request', field: 'reason' } });
  expect(await beginExport(ctx, { ...ask, columns: [...EXPORT_COLUMNS], reason: 'payer-request' })).toMatchObject({ ok: true });
  expect(await beginExport(ctx, { ...ask, kind: 'everything', format: 'json', columns: [], reason: 'other' }), 'a biller').toMatchObject({ error: { code: 'role-forbids' } });
  expect(await beginExport(auditor, ask)).toMatchObject({ error: { code: 'role-forbids' } });
  expect(await beginExport(auditor, { ...ask, kind: 'trail', columns: [], rows: 9 })).toMatchObject({ ok: true });
  const rows = (await db.audit.toArray()).filter((row) => row.command.startsWith('export:')).map(({ userId, command, subject, outcome }) => [userId, command, subject, outcome]);
  expect(rows).toEqual([
    [OWNER, 'export:cases', `csv, 4 rows, ${FIRST_COLUMNS.join(' ')}`, 'done'],
    [OWNER, 'export:cases+payer-request', `csv, 4 rows, ${EXPORT_COLUMNS.join(' ')}`, 'done'],
    [OWNER, 'export:everything+other', 'json', 'role-forbids'],
    [COLLEAGUE, 'export:cases', 'csv', 'role-forbids'],
    [COLLEAGUE, 'export:trail', 'csv, 9 rows', 'done'],
  ]);
});

test('every table is in the file with everything, or is left out on purpose', async () => {
  const { db } = await openPractice();
  // Keys, unsaved words, marks of this browser, and what is worked out again from the rest.
  const leftOut = ['wraps', 'drafts', 'meta', 'portalGrants', 'reminders', 'numberBlocks', 'numbersDue', 'queueBlocks', 'queueDue', 'countedImports'];
  expect(db.tables.map((table) => table.name).filter((name) => !leftOut.includes(name)).sort()).toEqual(Object.keys(EVERYTHING_TABLES).sort());
});
