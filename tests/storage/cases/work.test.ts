import { beforeEach, describe, expect, test } from 'vitest';
import { isoToDayNumber, NO_DAY } from '../../../rules/domain/day-number.ts';
import { DEFAULT_WEIGHTS } from '../../../rules/domain/queue-weights.ts';
import { planMany } from '../../../storage/cases/bulk-plan.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { planCase } from '../../../storage/cases/plan-case.ts';
import { reopenCase } from '../../../storage/cases/reopen-case.ts';
import { rescoreOpenCases, setWeights } from '../../../storage/cases/rescore.ts';
import { fillTallies } from '../../../storage/cases/fill-tallies.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { recordRootCause } from '../../../storage/cases/root-cause.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { setAsideCase } from '../../../storage/cases/set-aside.ts';
import { addMemberRecord, keepMemberRecord, recordsOfMember } from '../../../storage/member-records.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { facetChoices } from '../../../storage/queries/facet-names.ts';
import { queuePage } from '../../../storage/queries/queue-page.ts';
import { workView } from '../../../storage/queries/work-view.ts';
import { deleteView, listViews, saveView } from '../../../storage/saved-views.ts';
import { readScoring } from '../../../storage/scoring.ts';
import { capture, COLLEAGUE, deniedFacts, openPractice, OWNER, TODAY } from './practice.ts';
import type { Practice } from './practice.ts';

const today = isoToDayNumber(TODAY);
let practice: Practice;
let caseId: string;

async function add(n: number, more: Parameters<typeof deniedFacts>[0] = {}): Promise<string> {
  const saved = await saveCapture(practice.at(n), capture(deniedFacts({ claimControlNumber: `E2606123${4500 + n}`, patientControlNumber: `ACC-${77_120 + n}`, memberId: `W99887${7665 + n}`, patientName: `Testperson, Number${n}`, ...more })), null, 'portal.example');
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.saved[0]?.caseId ?? '';
}

beforeEach(async () => {
  practice = await openPractice();
  caseId = await add(0, { provider: 'Dr Amit Sorrel', location: 'North clinic' });
});

test('every open case has an owner, a next action and a day', async () => {
  await add(1, { remittanceOn: null, serviceFrom: null, serviceTo: null });
  await planCase(practice.at(2), { caseId, ownerId: null, followUpOn: null });
  for (const row of await practice.db.cases.toArray()) {
    expect(row.ownerId).not.toBe('');
    expect(row.nextAction).not.toBe('');
    expect(row.nextDay).toBeLessThan(NO_DAY);
  }
});

describe('root cause', () => {
  const found = { category: 'prior-authorization', subReason: 'not-asked', origin: 'scheduling', avoidable: 'yes', overrideReason: null, answers: [{ question: 'known', answer: 'yes' }], note: '' } as const;

  test('it stands in the columns, and a second finding is added to the first', async () => {
    expect((await recordRootCause(practice.at(1), { caseId, ...found, answers: [...found.answers] })).ok).toBe(true);
    expect(await practice.db.cases.get(caseId)).toMatchObject({ cause: 'prior-authorization', subReason: 'not-asked', originStep: 'scheduling', avoidable: 'yes' });
    expect((await recordRootCause(practice.at(2), { caseId, ...found, answers: [], subReason: 'emergency', origin: 'clinical', avoidable: 'no' })).ok).toBe(true);
    const row = await practice.db.cases.get(caseId);
    expect(row).toMatchObject({ subReason: 'emergency', avoidable: 'no' });
    if (row === undefined) throw new Error('gone');
    expect((await openCase(practice.vault, row)).rootCauses?.map(({ subReason }) => subReason)).toEqual(['not-asked', 'emergency']);
    const file = await caseFile(practice.db, practice.vault, caseId, TODAY);
    expect(file?.timeline.filter(({ kind }) => kind === 'root-cause')).toHaveLength(2);
  });

  test('another word on avoidable than the list has needs its reason, and an unknown sub-reason is refused', async () => {
    expect((await recordRootCause(practice.at(1), { caseId, ...found, answers: [], avoidable: 'no' })).ok).toBe(false);
    expect((await recordRootCause(practice.at(1), { caseId, ...found, answers: [], avoidable: 'no', overrideReason: 'The payer waived it that week.' })).ok).toBe(true);
    expect((await recordRootCause(practice.at(1), { caseId, ...found, answers: [], subReason: 'old-card' })).ok).toBe(false);
  });
});

test('a case set aside leaves the queue until its second look, and is found by its state meanwhile', async () => {
  expect((await setAsideCase(practice.at(1), { caseId, reason: 'The provider is being enrolled', secondLookOn: '2026-03-20' })).ok).toBe(true);
  const own = { ownerId: OWNER, sort: 'priority' } as const;
  expect((await queuePage(practice.db, own, today, 0, 10)).total).toBe(0);
  expect((await queuePage(practice.db, { ...own, state: 'not-workable' }, today, 0, 10)).rows.map(({ id }) => id)).toEqual([caseId]);
  expect((await queuePage(practice.db, own, today + 10, 0, 10)).rows.map(({ id }) => id)).toEqual([caseId]);
});

test('a whole view is planned at once and put back in one step; what somebody changed since is left alone', async () => {
  const other = await add(1);
  const done = await planMany(practice.at(2), { steps: [caseId, other].map((id) => ({ caseId: id, ownerId: COLLEAGUE, state: 'working', followUpOn: '2026-03-18' })) });
  if (!done.ok) throw new Error(done.error.code);
  expect((await practice.db.cases.toArray()).map(({ ownerId, state }) => [ownerId, state])).toEqual([[COLLEAGUE, 'working'], [COLLEAGUE, 'working']]);
  await planCase(practice.at(3), { caseId: other, state: 'waiting-on-payer' });
  const undone = await planMany(practice.at(4), { steps: done.value.undo });
  expect(undone).toMatchObject({ ok: true, value: { left: 1 } });
  expect(await practice.db.cases.get(caseId)).toMatchObject({ ownerId: OWNER, state: 'identified', followUpDay: NO_DAY });
  expect(await practice.db.cases.get(other)).toMatchObject({ ownerId: COLLEAGUE, state: 'waiting-on-payer' });
});

test('providers and places are offered by name, kept as hashes, and narrow the queue', async () => {
  await add(1, { provider: 'Lena Quist' });
  const providers = await facetChoices(practice.db, practice.vault, 'provider');
  expect(providers.map(({ name, cases }) => [name, cases])).toEqual([['Dr Amit Sorrel', 1], ['Lena Quist', 1]]);
  const page = await queuePage(practice.db, { ownerId: null, sort: 'priority', provider: providers[0]?.token ?? '' }, today, 0, 10);
  expect(page.rows.map(({ id }) => id)).toEqual([caseId]);
  expect(JSON.stringify((await practice.db.cases.get(caseId))?.facets)).not.toMatch(/sorrel|north/iu);
  const [one, two] = await practice.db.cases.toArray();
  expect(one?.groupToken).toBe(two?.groupToken);
});

test('a closed case teaches the chance of like ones; opened again it takes that back', async () => {
  const chance = async (): Promise<number> => (await readScoring(practice.db)).chances.all.won;
  await resolveCase(practice.at(1), { caseId, outcome: 'overturned', reason: 'won', recoveredCents: 45_000, endReason: 'appeal-won' });
  expect(await chance()).toBe(1);
  expect(await practice.db.cases.get(caseId)).toMatchObject({ outcome: 'overturned', endReason: 'appeal-won', resolvedDay: today, recoveredCents: 45_000, facets: [] });
  await reopenCase(practice.at(2), { caseId, reason: 'again' });
  expect(await chance()).toBe(0);
  const wrong = await resolveCase(practice.at(3), { caseId, outcome: 'paid', reason: 'x', recoveredCents: null, endReason: 'appeal-won' });
  expect(wrong.ok).toBe(false);
});

test('cases closed before ends were counted teach the chance once, also where the worker dies half-way', async () => {
  const others = [await add(1), await add(2), await add(3)];
  for (const [at, id] of others.entries()) await resolveCase(practice.at(10 + at), { caseId: id, outcome: at === 0 ? 'written-off' : 'overturned', reason: 'done', recoveredCents: null, endReason: null });
  const counted = await practice.db.meta.get('recovery-tallies');
  // As an older Overturn left them: closed, and nothing in clear of how.
  await practice.db.meta.delete('recovery-tallies');
  await practice.db.cases.where('id').anyOf(others).modify((row) => { delete row.outcome; delete row.endReason; });
  const killed = new AbortController();
  killed.abort();
  expect(await fillTallies(practice.at(20), killed.signal)).toEqual({ counted: 0, isDone: false });
  expect(await fillTallies(practice.at(21), new AbortController().signal)).toEqual({ counted: 3, isDone: true });
  expect((await practice.db.meta.get('recovery-tallies'))?.value).toEqual(counted?.value);
  // Half of them counted when it was killed: the rest is, and none twice.
  await practice.db.meta.delete('tallies-filled');
  expect(await fillTallies(practice.at(22), new AbortController().signal)).toEqual({ counted: 0, isDone: true });
  expect((await practice.db.meta.get('recovery-tallies'))?.value).toEqual(counted?.value);
});

test('new weights put open cases in new places, in batches and without their sealed half', async () => {
  await setWeights(practice.at(1), { ...DEFAULT_WEIGHTS, minutes: { 'prior-authorization': 10 } });
  const before = await practice.db.cases.get(caseId);
  expect(await rescoreOpenCases(practice.ctx)).toEqual({ looked: 1, moved: 1 });
  const after = await practice.db.cases.get(caseId);
  expect(after?.score.minutes).toBe(10);
  expect(after?.priority).toBeGreaterThan(before?.priority ?? 0);
  expect(after?.sealed).toEqual(before?.sealed);
  expect(await rescoreOpenCases(practice.ctx)).toEqual({ looked: 1, moved: 0 });
});

test('an approval is kept by member and laid beside each of that member’s claims', async () => {
  const record = { kind: 'authorization', memberId: 'W99887-7665', patientName: null, number: 'AUTH-1', codes: [], units: null, from: '2026-02-10', to: '2026-03-20', provider: null, place: null, status: 'approved', channel: 'phone', reference: null, note: '' } as const;
  expect((await addMemberRecord(practice.at(1), { caseId, record: { ...record, codes: [] } })).ok).toBe(true);
  expect((await recordsOfMember(practice.db, practice.vault, 'w998877665')).map(({ record: { memberId } }) => memberId)).toEqual(['W99887-7665']);
  const file = await caseFile(practice.db, practice.vault, caseId, TODAY);
  if (file === null) throw new Error('gone');
  expect(file.timeline.some(({ kind }) => kind === 'member-record')).toBe(true);
  expect((await workView(practice.db, practice.vault, file)).records).toHaveLength(1);
});

test('a coverage check from a page is kept with the words of the page, stands at the member’s claims, and is not kept twice', async () => {
  const record = { kind: 'coverage', memberId: 'W998877665', patientName: 'Testperson, Number0', plan: null, from: '2026-01-01', to: null, status: 'active', order: 'unclear', otherPayer: null, checkedOn: '2026-04-10', channel: 'portal-page', reference: null, note: '' } as const;
  const evidence = { host: 'portal.example', seenMs: 1, values: [{ field: 'status', label: 'Coverage status', raw: 'Active' }] };
  const row = await practice.db.cases.get(caseId);
  expect(await keepMemberRecord(practice.at(1), row?.payerKey ?? '', record, evidence)).toEqual({ ok: true, value: { isNew: true } });
  expect(await keepMemberRecord(practice.at(2), row?.payerKey ?? '', record, evidence)).toEqual({ ok: true, value: { isNew: false } });
  expect(await keepMemberRecord(practice.at(3), 'no-such-payer', record, evidence)).toMatchObject({ ok: false });
  const file = await caseFile(practice.db, practice.vault, caseId, TODAY);
  if (file === null) throw new Error('gone');
  expect((await workView(practice.db, practice.vault, file)).records.map(({ record: kept }) => kept.evidence?.values[0]?.raw)).toEqual(['Active']);
  expect(await practice.db.cases.count()).toBe(1);
});

test('a saved view comes back as it was; others see it only where it is shared, and cannot take it away', async () => {
  const view = { name: 'Old money', filter: { ownerId: null, age: '91+' as const, minCents: 100_000, sort: 'priority' as const } };
  const saved = await saveView(practice.at(1), { id: null, view, shared: false });
  if (!saved.ok) throw new Error(saved.error.code);
  expect(await listViews(practice.db, practice.vault, OWNER)).toEqual([{ ...view, id: saved.value.id, shared: false, isOwn: true }]);
  expect(await listViews(practice.db, practice.vault, COLLEAGUE)).toEqual([]);
  expect((await deleteView({ ...practice.ctx, userId: COLLEAGUE }, saved.value.id)).ok).toBe(false);
  expect(await practice.db.audit.orderBy('seq').last(), 'the trail keeps the refusal').toMatchObject({ command: 'view:delete', outcome: 'not-allowed', userId: COLLEAGUE });
  expect((await deleteView(practice.ctx, saved.value.id)).ok).toBe(true);
});

test('an auditor keeps views for themselves, and none for everybody', async () => {
  const practice = await openPractice();
  await practice.db.users.update(practice.ctx.userId, { role: 'auditor' });
  const view = { name: 'All', filter: { ownerId: null, sort: 'priority' as const } };
  expect(await saveView(practice.at(1), { id: null, view, shared: true })).toMatchObject({ ok: false, error: { code: 'role-forbids' } });
  expect(await practice.db.audit.orderBy('seq').last()).toMatchObject({ command: 'view:save', outcome: 'role-forbids' });
  expect((await saveView(practice.at(2), { id: null, view, shared: false })).ok).toBe(true);
});
