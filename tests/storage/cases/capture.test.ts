import { expect, test } from 'vitest';
import { isoToDayNumber, NO_DAY } from '../../../rules/domain/day-number.ts';
import { statusNote } from '../../../rules/notes/status-note.ts';
import { verifyAudit } from '../../../storage/audit.ts';
import { openLooks, verdictOf } from '../../../storage/evidence/case-evidence.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { openItems } from '../../../storage/queries/open-items.ts';
import { queuePage } from '../../../storage/queries/queue-page.ts';
import { searchCases } from '../../../storage/queries/search-cases.ts';
import { savePayer } from '../../../storage/payers.ts';
import { tiles } from '../../../storage/queries/tiles.ts';
import { AETNA, capture, deniedFacts, openPractice, OWNER, TODAY } from './practice.ts';

const today = isoToDayNumber(TODAY);

test('a captured denial becomes a dated case in the queue, found by every number and by name', async () => {
  const { db, vault, ctx } = await openPractice();
  const saved = await saveCapture(ctx, capture(deniedFacts(), { references: [{ label: 'Inquiry', value: 'REF-55101' }] }), null, 'portal.example');
  expect(saved.ok && saved.value.saved[0]).toMatchObject({ isNew: true, changed: [] });
  const page = await queuePage(db, { ownerId: OWNER, sort: 'priority' }, today, 0, 20);
  expect(page.total).toBe(1);
  const [item] = await openItems(db, vault, page.rows);
  expect(item).toMatchObject({ payerName: 'Aetna', patientName: 'Thistlewood, Marguerite', deniedCents: 45_000, undated: '', category: 'prior-authorization', ownerId: OWNER });
  // 180 days from the decision of 2 March 2026: 29 August, a Saturday; safe is the Friday before.
  const file = await caseFile(db, vault, item?.id ?? '', TODAY);
  expect(file?.clocks[0]).toMatchObject({ kind: 'dated', raw: '2026-08-29', safe: '2026-08-28' });
  expect(item?.safeDay).toBe(isoToDayNumber('2026-08-28'));
  expect(file?.timeline.map(({ kind }) => kind)).toEqual(['created', 'reference']);
  for (const text of ['E2606', 'acc-77120', 'w998877', '7665', 'REF-551', 'thistle', 'margu thi']) expect(await searchCases(db, vault, text, 10), text).toHaveLength(1);
  for (const text of ['E2607', 'th', 'thistlewoods', '8877']) expect(await searchCases(db, vault, text, 10), text).toHaveLength(0);
  expect(await tiles(db, OWNER, today)).toEqual({ dueSoon: 0, overdue: 0, undated: 0, openCases: 1, openCents: 45_000 });
  expect(file === null ? '' : statusNote(file, TODAY, 'Ada Fernhill')).toMatch(/^03\/10\/2026 Ada Fernhill: Denied 03\/02\/2026: claim E26061234500, Aetna, DOS 02\/03\/2026, billed \$450\.00, paid \$0\.00, denied \$450\.00\. CO-197: .*\. Next: .*08\/28\/2026 \(last day 08\/29\/2026\)\.$/u);
  expect(await verifyAudit(db, vault)).toMatchObject({ ok: true });
});

test('a second look at a known claim adds an observation with the difference and never a second case', async () => {
  const { db, vault, ctx, at } = await openPractice();
  await saveCapture(ctx, capture(deniedFacts()), null, 'portal.example');
  const again = await saveCapture(at(10), capture(deniedFacts({ rarcs: ['N706'], finalizedOn: '2026-03-01' })), null, 'portal.example');
  expect(again.ok && again.value.saved[0]).toMatchObject({ isNew: false, changed: ['finalizedOn', 'rarcs'] });
  await saveCapture(at(20), capture(deniedFacts({ rarcs: ['N706'], finalizedOn: '2026-03-01' })), null, 'portal.example');
  expect(await db.cases.count()).toBe(1);
  const [row] = await db.cases.toArray();
  expect(await db.observations.where('caseId').equals(row?.id ?? '').count().catch(() => db.observations.count())).toBe(3);
  expect(verdictOf(vault, await openLooks(db, vault, row?.id ?? ''), null)).toMatchObject({ whole: true });
  const file = await caseFile(db, vault, row?.id ?? '', TODAY);
  expect(file?.timeline.at(-1)?.title).toContain('nothing changed');
});

test('a person\'s word stays when the page says otherwise, and the difference is listed', async () => {
  const { db, vault, ctx, at } = await openPractice();
  await saveCapture(ctx, capture(deniedFacts({ serviceFrom: '2026-02-04' }), { edited: ['serviceFrom'] }), null, 'portal.example');
  await saveCapture(at(5), capture(deniedFacts({ serviceFrom: '2026-02-03', charge: 46_000 })), null, 'portal.example');
  const [row] = await db.cases.toArray();
  const file = await caseFile(db, vault, row?.id ?? '', TODAY);
  expect(file?.sealed.facts).toMatchObject({ serviceFrom: '2026-02-04', charge: 46_000 });
  expect(file?.sealed.differences).toMatchObject([{ field: 'serviceFrom', was: '2026-02-04', now: '2026-02-03', value: '2026-02-03' }]);
});

test('two claims of one patient are two cases, also under one account number', async () => {
  const { db, ctx } = await openPractice();
  const one = deniedFacts();
  const other = deniedFacts({ claimControlNumber: 'E26061234777', serviceFrom: '2026-02-10', serviceTo: '2026-02-10' });
  const twin = deniedFacts({ claimControlNumber: 'E26061234888' });
  const request = capture(one);
  for (const [at, facts] of [other, twin].entries()) request.claims.push(...capture(facts).claims.map((claim) => ({ ...claim, index: at + 1 })));
  const saved = await saveCapture(ctx, request, null, 'portal.example');
  expect(saved.ok && saved.value.saved.map(({ isNew }) => isNew)).toEqual([true, true, true]);
  expect(await db.cases.count()).toBe(3);
  expect((await db.cases.toArray()).every(({ nextDay, undated }) => nextDay !== NO_DAY || undated !== '')).toBe(true);
});

test('a case made late in the evening keeps the day of the practice for as long as it is worked on', async () => {
  const { db, at } = await openPractice();
  // Seven in the evening in Chicago is the next day in UTC already.
  const evening = { ...at(0), nowMs: Date.UTC(2026, 2, 11, 1) };
  await savePayer(evening, { ...AETNA, lineOfBusiness: null }); // no date: its place in the queue counts from the day it was made
  const saved = await saveCapture(evening, capture(deniedFacts()), null, 'portal.example');
  const id = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
  const made = await db.cases.get(id);
  expect(made?.undated).toBe('needs');
  expect(made?.createdDay).toBe(isoToDayNumber(TODAY));
  await addNote({ ...evening, nowMs: evening.nowMs + 60_000 }, { caseId: id, text: 'called' });
  const touched = await db.cases.get(id);
  expect(touched?.createdDay).toBe(made?.createdDay);
  expect(touched?.priority).toBe(made?.priority);
});
