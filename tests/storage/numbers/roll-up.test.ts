import { expect, test } from 'vitest';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import type { DenialRow } from '../../../rules/numbers/denial-row.ts';
import { FIRST_NUMBERS_SETTINGS } from '../../../rules/numbers/numbers-settings.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { recordSubmission } from '../../../storage/cases/record-submission.ts';
import { mergeCases } from '../../../storage/cases/regroup-cases.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { importRemittance } from '../../../storage/imports/import-remittance.ts';
import { listNoResponses } from '../../../storage/queue/no-response.ts';
import { blockOf, packRows, unpackRows } from '../../../storage/numbers/number-blocks.ts';
import { readNumbers } from '../../../storage/numbers/read-numbers.ts';
import { rollUpNumbers } from '../../../storage/numbers/roll-up.ts';
import { noteDefinitions, saveMonthFigures, saveNumbersSettings } from '../../../storage/numbers/save-numbers.ts';
import { preventionRecords, saveRecord } from '../../../storage/prevention/prevention-records.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { EXAMPLE_ROWS } from '../../rules/numbers/worked-example.ts';
import { ownFile } from '../imports/file-of.ts';
import { capture, COLLEAGUE, deniedFacts, openPractice, OWNER, TODAY } from '../cases/practice.ts';

const dayOf = (ms: number): number => Math.floor(ms / 86_400_000);
const roll = (ctx: WriteContext, forMs = 60_000) => rollUpNumbers({ ...ctx, dayOf }, forMs, () => performance.now());
const day = isoToDayNumber;

async function withCase(more = {}) {
  const practice = await openPractice();
  const saved = await saveCapture(practice.ctx, capture(deniedFacts({ provider: 'Dr Amit Sorrel', ...more })), null, 'portal.example');
  if (!saved.ok) throw new Error(saved.error.code);
  const rows = async (): Promise<DenialRow[]> => (await readNumbers(practice.db, practice.vault, (ms) => ({ day: dayOf(ms), hour: 10 }))).rows;
  return { ...practice, caseId: saved.value.saved[0]?.caseId ?? '', rows };
}

test('a box keeps its rows as they were', () => {
  const rows = EXAMPLE_ROWS.map((row) => ({ ...row, sinceSameDays: null }));
  expect(unpackRows(JSON.parse(JSON.stringify(packRows(rows))) as ReturnType<typeof packRows>)).toEqual(rows);
  expect(new Set(Array.from({ length: 3000 }, (_, n) => blockOf(`case-${n}`))).size).toBe(256);
});

test('a case comes into the numbers, follows the work on it, and names nobody there', async () => {
  const { db, vault, ctx, at, caseId, rows } = await withCase();
  expect(await rows()).toEqual([]);
  expect(await roll(ctx)).toEqual({ done: 1, left: 0, damaged: 0 });
  const [denied] = await rows();
  expect(denied).toMatchObject({
    payerKey: 'aetna', category: 'prior-authorization', code: 'CO-197', first: 'denial', deniedDay: day('2026-03-02'), deniedCents: 45_000, chargeCents: 45_000, open: true, provider: 'Dr Amit Sorrel', firstActDay: null, outcome: null, ownerId: OWNER, openedDay: day(TODAY),
  });
  expect(denied?.window?.lastDay).toBeGreaterThan(day(TODAY));
  expect(JSON.stringify(denied)).not.toMatch(/Thistlewood|E2606|ACC-|W9988/u);

  await recordSubmission(at(1), { caseId, action: 'appeal-level-1', on: '2026-03-10', channel: 'fax', confirmation: 'F1', noConfirmationReason: null, followUpOn: '2026-04-10' });
  const contact = { channel: 'phone' as const, numberDialled: '', representative: 'Kay', reference: 'R1', noReferenceReason: null, outcome: 'appeal-overturned' as const, promise: '', promisedFor: null, note: '', startedAtMs: ctx.nowMs, endedAtMs: ctx.nowMs + 600_000, holdSeconds: 240, answers: [{ key: 'decided-on', question: 'On which day was it decided?', kind: 'date' as const, value: '2026-03-20' }] };
  await logContact(at(2, '2026-03-20'), { caseIds: [caseId], contact, outcome: 'appeal-overturned', followUpOn: '2026-04-10', nextAction: 'wait-for-payer' });
  await resolveCase({ ...at(3, '2026-03-25'), nowMs: Date.UTC(2026, 2, 25, 15) }, { caseId, outcome: 'overturned', reason: 'paid', recoveredCents: 40_000 });
  expect(await db.numbersDue.count()).toBe(1);
  await roll(ctx);
  expect((await rows())[0]).toMatchObject({
    open: false, outcome: 'overturned', closedDay: day('2026-03-25'), minutes: 10, recoveredCents: 40_000, deniedCents: 45_000, firstActDay: day('2026-03-10'), resent: 1, deniedAgain: 0, contacts: 1,
    appeals: [{ level: 'appeal-level-1', sentDay: day('2026-03-10'), decidedDay: day('2026-03-20'), result: 'overturned' }], window: { actedDay: day('2026-03-10') },
  });
  const numbers = await readNumbers(db, vault, (ms) => ({ day: dayOf(ms), hour: 10 }));
  expect(numbers.contacts).toEqual([expect.objectContaining({ payerKey: 'aetna', minutes: 10, holdMinutes: 4, reference: 'given', hour: 10 })]);
});

test('paid later: what was denied, and when, is still what the first look said', async () => {
  const { ctx, at, rows } = await withCase();
  await saveCapture(at(5, '2026-03-30'), capture(deniedFacts({ status: 'paid', paid: 45_000, adjustments: [], remittanceOn: '2026-03-29' })), null, 'portal.example');
  await roll(ctx);
  expect((await rows())[0]).toMatchObject({ deniedCents: 45_000, deniedDay: day('2026-03-02'), first: 'denial', category: 'prior-authorization' });
});

test('the roll-up stops when its time is over and goes on where it stopped; a damaged case holds nothing up; a merged one is not counted twice', async () => {
  const { db, ctx, at, rows } = await withCase();
  for (let n = 0; n < 30; n += 1) await saveCapture(at(n), capture(deniedFacts({ claimControlNumber: `E77${1000 + n}`, patientControlNumber: `ACC-9${n}`, patientName: `Person, Number${n}`, memberId: `M${5000 + n}` })), null, 'portal.example');
  const part = await rollUpNumbers({ ...ctx, dayOf }, 5, (() => { let now = 0; return () => (now += 2); })());
  expect(part.done).toBeGreaterThan(0);
  expect(part.left).toBeGreaterThan(0);
  const [one, two, three] = await db.cases.toArray();
  if (one === undefined || two === undefined || three === undefined) throw new Error('no cases');
  await db.numbersDue.bulkPut([one, two, three].map((row) => ({ id: row.id })));
  await db.cases.update(one.id, { sealed: { ...one.sealed, box: new Uint8Array(one.sealed.box).fill(1) } });
  await mergeCases(at(60), { caseId: two.id, otherId: three.id, reason: 'same' });
  expect(await roll(ctx)).toMatchObject({ left: 0, damaged: 1 });
  expect(await rows()).toHaveLength(29);
  expect(await roll(ctx)).toEqual({ done: 0, left: 0, damaged: 0 });
  // A newer form of the rows: every case is due once.
  await db.meta.put({ key: 'numbers-form', value: 0 });
  await roll(ctx);
  expect(await rows()).toHaveLength(29);
});

test('imports are added up once, by month and payer; typed figures stay on file and the newest holds', async () => {
  const { db, vault, ctx, at } = await openPractice();
  const sealed = await vault.seal('filings', 'x', {});
  await db.imports.put({ id: 'imp1', state: 'done', startedMs: 1, finishedMs: 2, userId: OWNER, bytes: 1, bytesDone: 1, claims: 0, paid: 0, denied: 0, partlyDenied: 0, other: 0, alreadyKnown: 0, newCases: 0, updatedCases: 0, faults: 0, sealed });
  const filing = (id: string, step: string, on: string) => ({ id, importId: 'imp1', step, payerKey: 'aetna', day: day(on), chargeCents: 10_000, atMs: 1, blind: [], sealed });
  await db.filings.bulkPut([filing('f1', 'sent', '2026-03-02'), filing('f2', 'sent', '2026-03-31'), filing('f3', 'sent', '2026-04-01'), filing('f4', 'accepted', '2026-03-03')]);
  await db.remittanceClaims.bulkPut([{ id: 'r1', importId: 'imp1', caseId: '', payerKey: 'aetna', outcome: 'paid', chargeCents: 7000, paidCents: 7000, atMs: 1, day: day('2026-03-20') }]);
  await roll(ctx);
  await roll(ctx);
  const figures = { month: 2026 * 12 + 2, payerKey: '', claims: 40, cents: 2_000_000, cleanClaims: null, receivablesCents: null, dailyChargesCents: null };
  await saveMonthFigures(ctx, figures);
  await saveMonthFigures(at(1), { ...figures, claims: 44 });
  const { submitted } = await readNumbers(db, vault, (ms) => ({ day: dayOf(ms), hour: 0 }));
  expect(submitted.map(({ month, source, claims, cents }) => [month - 2026 * 12, source, claims, cents])).toEqual([[2, 'imported', 2, 20_000], [2, 'answered', 1, 7000], [3, 'imported', 1, 10_000], [2, 'typed', 44, 2_000_000]]);
  expect(await db.monthFigures.count()).toBe(2);
  expect((await db.audit.toArray()).filter(({ command }) => command === 'numbers:save-figures').map(({ subject }) => subject)).toEqual(['2026-03', '2026-03']);
});

test('settings keep what held before, and the day a definition was first used is noted once', async () => {
  const { db, vault, ctx, at } = await openPractice();
  await saveNumbersSettings(ctx, { ...FIRST_NUMBERS_SETTINGS, minimumN: 20 });
  await saveNumbersSettings(at(1, '2026-03-15'), { ...FIRST_NUMBERS_SETTINGS, endPoint: 'payment' });
  await noteDefinitions(ctx);
  await noteDefinitions(at(2, '2026-04-01'));
  const { history, seen } = await readNumbers(db, vault, (ms) => ({ day: dayOf(ms), hour: 0 }));
  expect(history.map(({ fromDay, settings }) => [fromDay, settings.minimumN, settings.endPoint])).toEqual([[0, 10, 'any-close'], [day(TODAY), 20, 'any-close'], [day('2026-03-15'), 10, 'payment']]);
  expect(new Set(seen.map((one) => one.day))).toEqual(new Set([day(TODAY)]));
});

test('a record of prevention keeps each state it was in; two people do not write over one another', async () => {
  const { db, vault, ctx, at } = await openPractice();
  const record = { kind: 'log' as const, cause: 'No authorization', payerKey: 'aetna', category: 'prior-authorization', team: 'scheduling' as const, action: 'Hold the slot', ownerId: COLLEAGUE, dueOn: '2026-04-01', result: '', state: 'open' as const };
  const made = await saveRecord(ctx, null, 0, record);
  if (!made.ok) throw new Error(made.error.code);
  expect(await saveRecord(at(1), made.value.id, 1, { ...record, result: 'Held for two weeks', state: 'done' })).toMatchObject({ ok: true });
  expect(await saveRecord(at(2), made.value.id, 1, { ...record, result: 'Other' })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
  const [kept] = await preventionRecords(db, vault, ['log']);
  expect(kept).toMatchObject({ rev: 2, record: { state: 'done', result: 'Held for two weeks' }, history: [{ userId: OWNER, record: { state: 'open' } }] });
  await saveRecord(ctx, null, 0, { kind: 'owner', category: 'coding', ownerId: OWNER, state: 'current' });
  await saveRecord(at(3), null, 0, { kind: 'owner', category: 'coding', ownerId: COLLEAGUE, state: 'current' });
  expect((await preventionRecords(db, vault, ['owner'])).map(({ record: one, history }) => [one.kind === 'owner' && one.ownerId, history.length])).toEqual([[COLLEAGUE, 1]]);
});

test('a claim that was sent and nobody answered is no denial: it stands in no number', async () => {
  const { db, vault, ctx } = await openPractice();
  await importRemittance(ctx, ownFile('submitted-claims.edi'));
  expect((await listNoResponses({ ...ctx, today: '2026-03-25' })).listed).toBe(2);
  await roll(ctx);
  expect((await readNumbers(db, vault, (ms) => ({ day: dayOf(ms), hour: 10 }))).rows).toEqual([]);
});
