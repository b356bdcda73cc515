import { expect, test } from 'vitest';
import { canonicalJson } from '../../../rules/evidence/canonical-json.ts';
import { fieldsOf } from '../../../rules/team/case-fields.ts';
import { verifyAudit } from '../../../storage/audit.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { reopenCase } from '../../../storage/cases/reopen-case.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { holdCase, holdEverything, isHeldWhole, readHolds } from '../../../storage/retention/legal-hold.ts';
import { casesToPurge, firstKept } from '../../../storage/retention/purge-plan.ts';
import { purgeCase } from '../../../storage/retention/purge.ts';
import { listPurged } from '../../../storage/retention/purged-cases.ts';
import { readFileHead } from '../../../storage/backup/file-head.ts';
import { HANDOVER_FILE, readBundle } from '../../../storage/team/bundle-file.ts';
import { lookAtBundle } from '../../../storage/team/look-at-bundle.ts';
import { readWholeCase } from '../../../storage/team/read-document.ts';
import { withWriter } from '../../../storage/write.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, CASE_YEARS, computer, takeIn, throwIf, WORDS } from './two-computers.ts';
import type { Computer } from './two-computers.ts';

/** A computer on a day. Both begin in 2014; the retention of ten years is over in 2026. */
const on = (who: Computer, day: string): Computer => {
  const ctx = { ...who.ctx, nowMs: Date.parse(`${day}T15:00:00Z`), today: day };
  return { name: who.name, ctx, at: (minutes) => ({ ...ctx, nowMs: ctx.nowMs + minutes * 60_000 }) };
};
const YEARS_AGO = '2014-02-03';
const NOW = '2026-03-10';

async function twoWithOldCases(count: number): Promise<{ ada: Computer; bo: Computer; ids: string[] }> {
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  const then = on(ada, YEARS_AGO);
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const facts = deniedFacts({ claimControlNumber: `OLD${n}`, patientControlNumber: `ACC-${n}`, memberId: `W${n}`, patientName: `Person ${n}`, serviceFrom: YEARS_AGO, remittanceOn: YEARS_AGO });
    const id = (await throwIf(saveCapture(then.ctx, capture(facts), null, 'portal.example'))).saved[0]?.caseId ?? '';
    await throwIf(resolveCase(then.at(1), { caseId: id, outcome: 'overturned', reason: 'paid', recoveredCents: 100 }));
    ids.push(id);
  }
  await takeIn(on(bo, YEARS_AGO), await bundleOf(then, ids, { minutes: 2 }), { minutes: 3 });
  return { ada, bo, ids };
}

/** As the purge of a lead does it, without the passphrase. */
async function purgeOld(who: Computer): Promise<number> {
  const { ctx } = on(who, NOW);
  let gone = 0;
  if (await isHeldWhole(ctx.db)) return gone;
  for (const row of (await casesToPurge(ctx.db, firstKept(NOW, CASE_YEARS))).rows) if ((await withWriter(ctx.db, async () => purgeCase(ctx, row))) !== null) gone += 1;
  return gone;
}

async function state(who: Computer): Promise<string> {
  const ids = (await who.ctx.db.cases.toCollection().primaryKeys()).sort();
  const cases = await Promise.all(ids.map(async (id) => {
    const read = await readWholeCase(who.ctx, id);
    return read === null ? null : { id, fields: [...fieldsOf(read.fields)].filter(([path]) => !path.endsWith('ownerId')).sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, { value }]) => [path, value]), additions: [...read.additions.keys()].sort() };
  }));
  return canonicalJson({ cases, purged: await listPurged(who.ctx.db) });
}

test('a purged case does not come back from a file of before, says so beforehand, and leaves nothing of a patient behind', async () => {
  const { ada, bo, ids } = await twoWithOldCases(2);
  const [id = '', other = ''] = ids;
  await throwIf(addNote(on(bo, NOW).ctx, { caseId: other, text: 'still asked about' }));
  const before = await bundleOf(on(bo, YEARS_AGO), ids, { minutes: 9 });
  expect(await purgeOld(ada)).toBe(2);
  const look = await lookAtBundle({ ...ada.ctx, userId: ada.ctx.userId }, before, WORDS);
  // The other computer worked on one of them since: the purge did not know of that, so it comes.
  expect(look.cases.map(({ caseId, isPurged }) => [caseId, isPurged]).sort()).toEqual([[id, true], [other, false]].sort());
  expect(await takeIn(on(ada, NOW), before, { minutes: 4 })).toMatchObject({ purged: 1, fresh: 1 });
  expect(await ada.ctx.db.cases.toCollection().primaryKeys()).toEqual([other]);
  const trail = await ada.ctx.db.audit.toArray();
  expect(trail.filter(({ command }) => command === 'retention:case-purged').map(({ subject }) => subject).sort()).toEqual([...ids].sort());
  expect(trail.filter(({ outcome }) => outcome === 'purged')).toMatchObject([{ command: 'bundle:take-case', subject: id }]);
  expect(await verifyAudit(ada.ctx.db, ada.ctx.vault)).toMatchObject({ ok: true });
  const meta = JSON.stringify(await ada.ctx.db.meta.where('key').startsWith('purged/').toArray());
  expect(meta).toMatch(/^\[\{"key":"purged\/[0-9a-f]{32}","value":\d+\},\{"key":"purged\/[0-9a-f]{32}","value":\d+\}\]$/u);
  for (const word of [id, 'Person', 'OLD0', 'ACC-0', 'W0']) expect(meta).not.toContain(word);
});

test('a purge travels: a copy past its time goes when a lead takes the file in; one that is younger here, open or held stays', async () => {
  const { ada, bo, ids } = await twoWithOldCases(4);
  const [gone = '', reopened = '', held = '', noted = ''] = ids;
  // Before the other computer's last work as far as their moments tell: it must stay by what it is, not by when.
  await bo.ctx.db.cases.where('id').equals(reopened).modify((row) => { row.touchedMs -= 60_000; row.open = 1; });
  await throwIf(holdCase(on(bo, YEARS_AGO).at(4), { caseId: held, on: true, reason: 'Subpoena' }));
  await bo.ctx.db.cases.where('id').equals(held).modify((row) => { row.touchedMs -= 600_000; });
  await throwIf(addNote(on(bo, '2020-01-07').ctx, { caseId: noted, text: 'asked once more' }));
  expect(await purgeOld(ada)).toBe(4);
  const young = (await throwIf(saveCapture(on(ada, NOW).ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  const file = await bundleOf(on(ada, NOW), [young]);
  await takeIn(on(bo, NOW), file, { minutes: 1 });
  expect((await bo.ctx.db.cases.toCollection().primaryKeys()).sort()).toEqual([reopened, held, noted, young].sort());
  expect(await bo.ctx.db.cases.get(gone)).toBeUndefined();
  const back = await takeIn(on(ada, NOW), await bundleOf(on(bo, NOW), [reopened, held, noted], { minutes: 2 }), { minutes: 3 });
  expect(back).toMatchObject({ fresh: 3, purged: 0 });
  expect((await readWholeCase(ada.ctx, held))?.fields.sealed.legalHold).toMatchObject({ reason: 'Subpoena' });
  expect(await state(ada)).toBe(await state(bo));
});

test('a biller who takes the file in deletes nothing; the marks are kept all the same', async () => {
  const { ada, bo, ids } = await twoWithOldCases(1);
  const old = await bundleOf(on(ada, YEARS_AGO), ids, { minutes: 5 });
  await purgeOld(ada);
  const young = (await throwIf(saveCapture(on(ada, NOW).ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  const bea = { ...bo, at: (minutes: number) => ({ ...on(bo, NOW).at(minutes), userId: 'user-bea-0001' }) };
  await bo.ctx.db.users.put({ id: 'user-bea-0001', name: 'Bea Ng', role: 'biller', createdMs: 1 });
  await takeIn(on(bo, NOW), old); // the lead names the key first
  expect(await takeIn(bea, await bundleOf(on(ada, NOW), [young]))).toMatchObject({ gone: 0 });
  expect(await bo.ctx.db.cases.get(ids[0] ?? '')).toBeDefined();
  expect(await listPurged(bo.ctx.db)).toEqual(await listPurged(ada.ctx.db));
  expect(await purgeOld(bo)).toBe(1);
});

test('a hold on everything travels and stops both purge and deletion by a file; no file ends it, or sets one anew that was ended', async () => {
  const { ada, bo, ids } = await twoWithOldCases(1);
  await throwIf(holdEverything(on(bo, NOW).ctx, { on: true, reason: 'Payer audit of Marguerite' }));
  await purgeOld(ada);
  const young = (await throwIf(saveCapture(on(ada, NOW).ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  expect(await takeIn(on(bo, NOW), await bundleOf(on(ada, NOW), [young]))).toMatchObject({ gone: 0 });
  expect(await bo.ctx.db.cases.get(ids[0] ?? '')).toBeDefined();
  const withHold = await bundleOf(on(bo, NOW), [young], { minutes: 2 });
  await takeIn(on(ada, NOW), withHold, { minutes: 3 });
  expect(await readHolds(ada.ctx.db, ada.ctx.vault)).toMatchObject([{ reason: 'Payer audit of Marguerite', isFromElsewhere: true, userId: bo.ctx.userId }]);
  expect(JSON.stringify(await ada.ctx.db.meta.toArray())).not.toContain('Marguerite');
  expect((await ada.ctx.db.audit.toArray()).filter(({ command }) => command === 'bundle:hold-came')).toHaveLength(1);
  // Ended where it was set: it stands here until somebody ends it here.
  await throwIf(holdEverything(on(bo, NOW).at(4), { on: false, reason: 'Settled' }));
  await takeIn(on(ada, NOW), await bundleOf(on(bo, NOW), [young], { minutes: 5 }), { minutes: 6 });
  expect(await isHeldWhole(ada.ctx.db)).toBe(true);
  // What Ada still holds comes back to Bo in a file, and is known there as ended.
  await takeIn(on(bo, NOW), await bundleOf(on(ada, NOW), [young], { minutes: 7 }), { minutes: 8 });
  expect(await isHeldWhole(bo.ctx.db)).toBe(false);
  await throwIf(holdEverything(on(ada, NOW).at(9), { on: false, reason: 'Settled' }));
  await takeIn(on(ada, NOW), withHold, { minutes: 10 });
  expect(await isHeldWhole(ada.ctx.db)).toBe(false);
});

test('a file without holds or purges is one that an older version reads', async () => {
  const { ada, ids } = await twoWithOldCases(1);
  const file = await bundleOf(on(ada, YEARS_AGO), ids, { minutes: 5 });
  // The lock around it, which that version looks at before anything else, and what is inside.
  expect(await readFileHead(file, { ...HANDOVER_FILE, form: 1 })).toBeTruthy();
  for await (const part of readBundle(file, WORDS)) if (part.kind === 'head') expect(part.head.form).toBe(1);
});

function chance(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

test.each([1, 2, 3, 4, 5, 6])('files of before and after a purge, in any order and twice, seed %i: both computers end with the same', async (seed) => {
  const below = chance(seed);
  const { ada, bo, ids } = await twoWithOldCases(3);
  const files: { to: Computer; file: Blob }[] = [];
  const keep = async (from: Computer, minutes: number): Promise<void> => {
    const here = (await from.ctx.db.cases.toCollection().primaryKeys()).filter((id) => below(3) > 0 || ids.indexOf(id) < 0);
    if (here.length > 0) files.push({ to: from === ada ? bo : ada, file: await bundleOf(on(from, NOW), here, { minutes }) });
  };
  const anchor = (await throwIf(saveCapture(on(ada, NOW).ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  await takeIn(on(bo, NOW), await bundleOf(on(ada, NOW), [anchor]));
  for (let step = 0; step < 14; step += 1) {
    const minutes = 10 + step * 7;
    const who = below(2) === 0 ? ada : bo;
    const id = ids[below(ids.length)] ?? '';
    const row = await who.ctx.db.cases.get(id);
    const kind = below(6);
    if (kind === 0) await purgeOld(who);
    else if (kind === 1 && row !== undefined) await throwIf(addNote(on(who, NOW).at(minutes), { caseId: id, text: `typed ${minutes}` }));
    else if (kind === 2 && row?.open === 0 && below(2) === 0) await throwIf(reopenCase(on(who, NOW).at(minutes), { caseId: id, reason: `again ${minutes}` }));
    else if (kind === 3) await keep(who, minutes);
    else if (files.length > 0) {
      const one = files[below(files.length)];
      if (one !== undefined) await takeIn(on(one.to, NOW), one.file, { minutes });
    }
  }
  for (let left = files.length; left > 0; left -= 1) {
    const one = files[below(files.length)];
    if (one !== undefined) await takeIn(on(one.to, NOW), one.file, { minutes: 500 });
  }
  // Both give all they have, twice, since what one kept alive has to be told as well.
  for (const round of [0, 1]) {
    const order = below(2) === 0 ? [ada, bo] : [bo, ada];
    for (const from of order) {
      const all = await from.ctx.db.cases.toCollection().primaryKeys();
      await takeIn(on(from === ada ? bo : ada, NOW), await bundleOf(on(from, NOW), all, { minutes: 600 + round }), { minutes: 700 + round });
    }
  }
  expect(await state(ada)).toBe(await state(bo));
}, 60_000);
