import { expect, test } from 'vitest';
import type { PortalMap } from '../../rules/portals/maps/portal-map.ts';
import { approveMap, listOwnMaps, ownMapsOf, proposeMap, retireMap } from '../../storage/portal-maps.ts';
import { noteHealth, readHealth } from '../../storage/capture-health.ts';
import { COLLEAGUE, openPractice } from './cases/practice.ts';
import type { Practice } from './cases/practice.ts';

const HOST = 'claims.amber.example.com';
const map = (label = 'Our file'): PortalMap => ({
  schema: 'overturn-portal-map/1', id: 'own-amber', name: 'Amber Ridge', version: 1, portals: [], hosts: [HOST], frameHosts: [], reach: 'words', evidence: {}, pages: [],
  labels: [{ text: label, means: 'claimControlNumber' }], statuses: [], note: '',
});
const asLead = (practice: Practice) => ({ ...practice.at(5), userId: COLLEAGUE });
async function proposed(practice: Practice, label?: string): Promise<string> {
  const result = await proposeMap(practice.ctx, map(label));
  if (!result.ok) throw new Error(result.error.code);
  return result.value.id;
}

test('a proposal is its author\'s alone, as a trial, until a lead approves it', async () => {
  const practice = await openPractice();
  const id = await proposed(practice);
  const { db, vault, ctx } = practice;
  expect((await ownMapsOf(db, vault, ctx.userId, HOST)).trial?.id).toBe('own-amber');
  expect(await ownMapsOf(db, vault, COLLEAGUE, HOST)).toEqual({ approved: null, trial: null });
  expect((await approveMap(asLead(practice), id)).ok).toBe(true);
  expect((await ownMapsOf(db, vault, COLLEAGUE, HOST)).approved?.labels).toHaveLength(1);
  expect((await ownMapsOf(db, vault, ctx.userId, HOST)).trial, 'what is approved is no trial any more').toBeNull();
});

test('a newer approved version takes the older one out of use and counts on', async () => {
  const practice = await openPractice();
  await approveMap(asLead(practice), await proposed(practice));
  const again = await proposeMap(practice.at(10), map('Their file'));
  expect(again.ok && again.value.version).toBe(2);
  if (again.ok) await approveMap(asLead(practice), again.value.id);
  const maps = await listOwnMaps(practice.db, practice.vault);
  expect(maps.filter(({ state }) => state === 'approved').map((one) => [one.version, one.map?.labels[0]?.text])).toEqual([[2, 'Their file']]);
  expect(maps).toHaveLength(2);
});

test('a map with the id of another, for another host, is refused and takes nothing away', async () => {
  const practice = await openPractice();
  const id = await proposed(practice);
  const other = { ...map('Their file'), hosts: ['claims.other.example.com'] };
  expect(await proposeMap(practice.at(10), other)).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'hosts' } });
  expect((await practice.db.portalMaps.toArray()).map((row) => [row.id, row.state])).toEqual([[id, 'proposed']]);
  await approveMap(asLead(practice), id);
  expect(await proposeMap(practice.at(11), other), 'nor does it come near one in use').toMatchObject({ ok: false });
  expect((await proposeMap(practice.at(12), { ...map('More'), hosts: [HOST, 'claims.other.example.com'] })).ok, 'one host more is the same map').toBe(true);
  await retireMap(asLead(practice), id);
});

test('a colleague may not take away what is in use; the author may take back a proposal', async () => {
  const practice = await openPractice();
  const id = await proposed(practice);
  await approveMap(asLead(practice), id);
  expect(await retireMap(practice.ctx, id)).toMatchObject({ ok: false, error: { code: 'role-forbids' } });
  const mine = await proposed(practice, 'Another');
  expect((await retireMap(practice.ctx, mine)).ok).toBe(true);
  expect((await retireMap(asLead(practice), id)).ok).toBe(true);
  expect(await ownMapsOf(practice.db, practice.vault, COLLEAGUE, HOST)).toEqual({ approved: null, trial: null });
});

test('what a map says is not in the clear, and each step is in the trail', async () => {
  const practice = await openPractice();
  const id = await proposed(practice, 'Word nobody else uses');
  await approveMap(asLead(practice), id);
  const row = await practice.db.portalMaps.get(id);
  expect(JSON.stringify({ ...row, sealed: Buffer.from(row?.sealed.box ?? []).toString('latin1') })).not.toMatch(/Word nobody|amber/u);
  const trail = (await practice.db.audit.toArray()).filter(({ subject }) => subject === id);
  expect(trail.map(({ command, userId, outcome }) => [command, userId, outcome])).toEqual([['map:propose', practice.ctx.userId, 'done'], ['map:approve', COLLEAGUE, 'done']]);
});

test('a field that goes missing is counted from its last good day, once per page, and starts anew when it is back', async () => {
  const { db, at } = await openPractice();
  const good = { kind: 'claim-detail' as const, good: ['charge' as const, 'page' as const], missing: [], fallen: [] };
  const gone = { kind: 'claim-detail' as const, good: ['page' as const], missing: ['charge' as const, 'paid' as const], fallen: ['charge' as const] };
  await noteHealth(at(0, '2026-03-10'), 'availity', good, { id: 'availity', version: 1 }, []);
  await noteHealth(at(1, '2026-03-12'), 'availity', gone, { id: 'availity', version: 1 }, []);
  await noteHealth(at(2, '2026-03-12'), 'availity', gone, { id: 'availity', version: 1 }, ['charge', 'paid']);
  await noteHealth(at(3, '2026-03-13'), 'availity', gone, { id: 'availity', version: 1 }, []);
  const charge = (await readHealth(db)).find(({ field }) => field === 'charge');
  expect(charge).toMatchObject({ portal: 'availity', missing: 2, fell: 1, lastGoodDay: 20522, mapVersion: 1 });
  expect((await readHealth(db)).some(({ field }) => field === 'paid'), 'what was never read here is not missing').toBe(false);
  await noteHealth(at(4, '2026-03-14'), 'availity', good, null, []);
  expect((await readHealth(db)).find(({ field }) => field === 'charge')).toMatchObject({ missing: 0, fell: 0, lastGoodDay: 20526, mapId: null });
});
