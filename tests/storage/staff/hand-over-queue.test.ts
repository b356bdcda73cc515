import { afterEach, beforeEach, expect, test } from 'vitest';
import { startAppeal } from '../../../storage/appeals/start-appeal.ts';
import { beginCorrection } from '../../../storage/corrections/change-correction.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { keepDraft, readDraft } from '../../../storage/drafts.ts';
import { handoverSheet } from '../../../storage/queries/handover-sheet.ts';
import { handOverQueue, openCaseIdsOf } from '../../../storage/staff/hand-over-queue.ts';
import { capture, COLLEAGUE, deniedFacts, openPractice, OWNER } from '../cases/practice.ts';
import type { Practice } from '../cases/practice.ts';

let practice: Practice;
beforeEach(async () => { practice = await openPractice(); });
afterEach(async () => practice.db.delete());

async function fill(): Promise<string[]> {
  const ids: string[] = [];
  for (const [number, on] of [['E26061234500', '2026-03-02'], ['E26061234511', '2025-12-01'], ['E26061234522', '2026-02-10']] as const) {
    const saved = await saveCapture(practice.ctx, capture(deniedFacts({ claimControlNumber: number, patientControlNumber: `ACC-${number.slice(-4)}`, remittanceOn: on })), null, 'portal.example');
    if (!saved.ok) throw new Error(saved.error.code);
    ids.push(saved.value.saved[0]?.caseId ?? '');
  }
  return ids;
}

test('a queue moves whole, and every clock moves with its case', async () => {
  const ids = await fill();
  const before = await practice.db.clocks.toArray();
  expect(before.length).toBeGreaterThan(0);
  expect(await handOverQueue(practice.at(5), { fromId: OWNER, toId: COLLEAGUE, caseIds: null, reason: 'on leave' })).toMatchObject({ ok: true, value: { moved: 3 } });
  expect(await openCaseIdsOf(practice.db, OWNER)).toEqual([]);
  expect((await openCaseIdsOf(practice.db, COLLEAGUE)).sort()).toEqual([...ids].sort());
  const after = await practice.db.clocks.toArray();
  expect(after.map(({ id, dueDay, safeDay }) => [id, dueDay, safeDay])).toEqual(before.map(({ id, dueDay, safeDay }) => [id, dueDay, safeDay]));
  expect(new Set(after.map(({ ownerId }) => ownerId))).toEqual(new Set([COLLEAGUE]));
  expect((await practice.db.events.toArray()).filter(({ kind }) => kind === 'handed-over')).toHaveLength(3);
  expect((await practice.db.audit.toArray()).filter(({ command }) => command === `queue:hand-over+${OWNER}+${COLLEAGUE}`).map(({ subject }) => subject).sort(), 'the trail says from whom to whom').toEqual([...ids].sort());
});

test('what was half typed lies before the new owner, who loses nothing of their own', async () => {
  const [a = '', b = ''] = await fill();
  await keepDraft(practice.ctx, `contact:${a}`, { note: 'Ms. Alder said' });
  await keepDraft(practice.ctx, `contact:${b}`, { note: 'mine' });
  await keepDraft({ ...practice.ctx, userId: COLLEAGUE }, `contact:${b}`, { note: 'hers' });
  expect(await handOverQueue(practice.at(5), { fromId: OWNER, toId: COLLEAGUE, caseIds: null, reason: '' })).toMatchObject({ value: { drafts: 1 } });
  expect((await readDraft(practice.db, practice.vault, COLLEAGUE, `contact:${a}`))?.value).toEqual({ note: 'Ms. Alder said' });
  expect((await readDraft(practice.db, practice.vault, COLLEAGUE, `contact:${b}`))?.value).toEqual({ note: 'hers' });
  expect((await readDraft(practice.db, practice.vault, OWNER, `contact:${b}`))?.value, 'nothing typed is lost').toEqual({ note: 'mine' });
});

test('work goes to nobody who cannot do it', async () => {
  await fill();
  await practice.db.users.bulkPut([{ id: 'user-left-0001', name: 'Gone', role: 'biller', createdMs: 3, leftMs: 4 }, { id: 'user-audit-001', name: 'Looks', role: 'auditor', createdMs: 3 }]);
  for (const toId of ['user-left-0001', 'user-audit-001', 'user-nobody-01', OWNER, 'pool-nowhere']) expect(await handOverQueue(practice.ctx, { fromId: OWNER, toId, caseIds: null, reason: '' }), toId).toMatchObject({ ok: false });
  expect(await openCaseIdsOf(practice.db, OWNER)).toHaveLength(3);
});

test('the sheet begins with the clock that dies first, and says what was promised and half built', async () => {
  const [a = ''] = await fill();
  await practice.db.promises.add({ id: 'promise-1', caseId: a, contactId: 'c', payerKey: 'aetna', state: 'open', madeMs: 1, madeDay: 1, dueDay: 20_600, userId: OWNER, settledMs: null, settledDay: null, settledBy: null, sealed: await practice.vault.seal('promises', 'promise-1', { text: 'reprocessed', how: '' }) });
  await keepDraft(practice.ctx, `letter:${a}`, { text: 'x' });
  expect(await beginCorrection(practice.at(1), { caseId: a, kind: 'replacement', originalClaimNumber: 'E26061234500', changes: [], reason: '', records: [], requestReference: null })).toMatchObject({ ok: true });
  expect(await startAppeal(practice.at(2), { caseId: a, level: 'appeal-level-1' })).toMatchObject({ ok: true });
  const lines = await handoverSheet(practice.db, practice.vault, OWNER);
  expect(lines.map(({ dueDay }) => dueDay)).toEqual([...lines.map(({ dueDay }) => dueDay)].sort((x, y) => x - y));
  expect(lines[0]?.claimControlNumber).toBe('E26061234511');
  const mine = lines.find(({ caseId }) => caseId === a);
  expect(mine?.promises).toEqual([{ dueDay: 20_600, what: 'reprocessed' }]);
  expect(mine?.halfBuilt).toEqual([{ kind: 'appeal', what: 'appeal-level-1', state: 'draft', documents: 0 }, { kind: 'correction', what: 'replacement', state: 'draft' }, { kind: 'draft', what: 'letter', state: '' }]);
});
