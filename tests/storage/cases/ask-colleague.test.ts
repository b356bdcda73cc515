import { expect, test } from 'vitest';
import { answerAsk, askColleague } from '../../../storage/cases/ask-colleague.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { countAsked, queueIds } from '../../../storage/queries/queue-page.ts';
import { readWholeCase } from '../../../storage/team/read-document.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { bundleOf, computer, takeIn, throwIf } from '../team/two-computers.ts';
import { capture, COLLEAGUE, deniedFacts, openPractice, OWNER, TODAY } from './practice.ts';

const WORDS = 'Was the referral on file?';
const today = isoToDayNumber(TODAY);

test('what is asked of a colleague stands in their queue until it is answered, by one of the two or a lead, and in the history after that', async () => {
  const { db, vault, ctx, at } = await openPractice();
  await db.users.bulkPut([{ id: 'user-cy-00003', name: 'Cy Alder', role: 'biller', createdMs: 3 }, { id: 'user-di-00004', name: 'Di Rowan', role: 'auditor', createdMs: 4 }]);
  const ids = (await throwIf(saveCapture(ctx, capture(deniedFacts()), null, 'portal.example'))).saved.map(({ caseId }) => caseId ?? '');
  const caseId = ids[0] ?? '';
  expect(await askColleague(at(1), { caseId, ofUser: 'user-di-00004', words: WORDS })).toMatchObject({ ok: false, error: { code: 'not-found', field: 'ofUser' } });
  await throwIf(askColleague(at(1), { caseId, ofUser: 'user-cy-00003', words: WORDS }));
  expect([await countAsked(db, 'user-cy-00003'), await countAsked(db, OWNER)]).toEqual([1, 0]);
  expect(await queueIds(db, { ownerId: null, sort: 'priority', asked: 'user-cy-00003', showSnoozed: true }, today)).toEqual([caseId]);
  expect(await queueIds(db, { ownerId: null, sort: 'priority', asked: COLLEAGUE, showSnoozed: true }, today)).toEqual([]);
  // The words are sealed; whom is asked is not.
  expect(JSON.stringify(await db.cases.toArray())).not.toContain('referral');

  const ask = { caseId, atMs: at(1).nowMs, byUser: OWNER, ofUser: 'user-cy-00003' };
  await db.users.put({ id: 'user-ed-00005', name: 'Ed Birch', role: 'biller', createdMs: 5 });
  expect(await answerAsk({ ...at(2), userId: 'user-ed-00005' }, { ...ask, words: 'x' })).toMatchObject({ ok: false, error: { code: 'role-forbids' } });
  expect((await db.audit.orderBy('seq').last())).toMatchObject({ command: 'case:answer-ask', subject: caseId, outcome: 'role-forbids' });
  await throwIf(answerAsk({ ...at(3), userId: 'user-cy-00003' }, { ...ask, words: 'Yes, since May' }));
  expect(await answerAsk({ ...at(4), userId: COLLEAGUE }, { ...ask, words: 'again' })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
  expect(await countAsked(db, 'user-cy-00003')).toBe(0);
  const told = (await caseFile(db, vault, caseId, TODAY))?.timeline.map(({ title, detail }) => [title, detail]) ?? [];
  expect(told).toEqual(expect.arrayContaining([['Asked Cy Alder', WORDS], [`Answered: ${WORDS}`, 'Yes, since May']]));

  await throwIf(askColleague(at(5), { caseId, ofUser: COLLEAGUE, words: 'And now?' }));
  await throwIf(resolveCase(at(6), { caseId, outcome: 'written-off', reason: 'small', recoveredCents: null }));
  expect(await countAsked(db, COLLEAGUE)).toBe(0);
  expect(await askColleague(at(7), { caseId, ofUser: COLLEAGUE, words: 'Closed?' })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
});

test('a question travels with the case, is answered on the other computer, and an answer counts whichever file comes first', async () => {
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  const caseId = (await throwIf(saveCapture(ada.ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  await takeIn(bo, await bundleOf(ada, [caseId], { minutes: 1 }), { minutes: 2 });
  await takeIn(ada, await bundleOf(bo, [caseId], { minutes: 3 }), { minutes: 4 });
  // Bo is known here by now, as somebody of another computer.
  await throwIf(askColleague(ada.at(5), { caseId, ofUser: bo.ctx.userId, words: WORDS }));
  const asking = await bundleOf(ada, [caseId], { minutes: 6 });
  await takeIn(bo, asking, { minutes: 7 });
  expect(await countAsked(bo.ctx.db, bo.ctx.userId)).toBe(1);
  await throwIf(answerAsk(bo.at(8), { caseId, atMs: ada.at(5).nowMs, byUser: ada.ctx.userId, ofUser: bo.ctx.userId, words: 'Yes' }));
  const answering = await bundleOf(bo, [caseId], { minutes: 9 });
  for (const file of [answering, asking, answering]) await takeIn(bo, file, { minutes: 10 });
  for (const file of [answering, asking]) await takeIn(ada, file, { minutes: 11 });
  for (const { ctx } of [ada, bo]) {
    expect((await readWholeCase(ctx, caseId))?.fields.sealed.asks).toMatchObject([{ words: WORDS, ofUser: bo.ctx.userId, answer: { words: 'Yes', byUser: bo.ctx.userId } }]);
    expect(await countAsked(ctx.db, bo.ctx.userId)).toBe(0);
  }
});
