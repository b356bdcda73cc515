import { expect, test } from 'vitest';
import { markSensitive } from '../../../storage/cases/mark-sensitive.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { capture, COLLEAGUE, deniedFacts, openPractice } from './practice.ts';
import type { Practice } from './practice.ts';

async function oneCase(): Promise<{ practice: Practice; caseId: string; mark: () => Promise<unknown>; trail: () => Promise<string[]> }> {
  const practice = await openPractice();
  await saveCapture(practice.ctx, capture(deniedFacts()), null, 'portal.example');
  const caseId = (await practice.db.cases.toArray())[0]?.id ?? '';
  const { db, vault } = practice;
  return {
    practice, caseId,
    mark: async () => { const row = await db.cases.get(caseId); return row === undefined ? undefined : (await openCase(vault, row)).sensitive ?? null; },
    trail: async () => (await db.audit.where('subject').equals(caseId).toArray()).map(({ command, outcome }) => `${command} ${outcome}`).slice(1),
  };
}

test('a biller marks a case sensitive, but neither takes the mark off nor changes it, and the trail keeps the try', async () => {
  const { practice, caseId, mark, trail } = await oneCase();
  expect((await markSensitive(practice.at(1), { caseId, kind: 'substance-use', reason: '' })).ok).toBe(true);
  for (const kind of [null, 'other', 'substance-use'] as const) {
    expect(await markSensitive(practice.at(2), { caseId, kind, reason: 'No longer needed' })).toMatchObject({ ok: false, error: { code: 'role-forbids' } });
  }
  expect(await mark()).toMatchObject({ kind: 'substance-use' });
  expect(await trail()).toEqual(['case:mark-sensitive+set done', 'case:mark-sensitive+ended role-forbids', 'case:mark-sensitive+changed role-forbids', 'case:mark-sensitive+changed role-forbids']);
});

test('a lead changes and takes off a mark with a reason, which stands in the history and not in the trail', async () => {
  const { practice, caseId, mark, trail } = await oneCase();
  await markSensitive(practice.at(1), { caseId, kind: 'substance-use', reason: '' });
  const lead = { ...practice.at(2), userId: COLLEAGUE };
  expect(await markSensitive(lead, { caseId, kind: null, reason: ' ' })).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'reason' } });
  expect((await markSensitive(lead, { caseId, kind: 'psychotherapy', reason: 'Kind was wrong' })).ok).toBe(true);
  expect((await markSensitive(lead, { caseId, kind: null, reason: 'Patient asked in writing' })).ok).toBe(true);
  expect(await mark()).toBeNull();
  expect(await trail()).toEqual(['case:mark-sensitive+set done', 'case:mark-sensitive+changed done', 'case:mark-sensitive+ended done']);
  const events = await practice.db.events.where('caseId').equals(caseId).toArray();
  const said = await Promise.all(events.map(async ({ id, sealed }) => JSON.stringify(await practice.vault.open('events', id, sealed))));
  expect(said.some((text) => text.includes('Patient asked in writing'))).toBe(true);
  expect(JSON.stringify(await practice.db.audit.toArray())).not.toContain('asked in writing');
  expect(await markSensitive(lead, { caseId, kind: null, reason: 'Again' })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
});
