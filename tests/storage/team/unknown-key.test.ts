import { expect, test } from 'vitest';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { keyMark } from '../../../storage/library/pack-key.ts';
import { readBundle } from '../../../storage/team/bundle-file.ts';
import { beginTaking } from '../../../storage/team/take-bundle.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf, WORDS } from './two-computers.ts';

test('only a lead says whose key an unknown one is; a biller takes in files of known computers', async () => {
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  const { db } = bo.ctx;
  await db.users.put({ id: 'user-cy-0001', name: 'Cy Alder', role: 'biller', createdMs: 3 });
  const biller = { ...bo, ctx: { ...bo.ctx, userId: 'user-cy-0001' }, at: (minutes: number) => ({ ...bo.at(minutes), userId: 'user-cy-0001' }) };
  const id = (await throwIf(saveCapture(ada.ctx, capture(deniedFacts()), null, 'portal.example'))).saved[0]?.caseId ?? '';
  const file = await bundleOf(ada, [id], { minutes: 1 });
  for await (const part of readBundle(file, WORDS)) {
    if (part.kind === 'head') expect(await beginTaking(biller.at(2), { head: part.signed, signerName: 'Ada', samePractice: true }, [])).toMatchObject({ ok: false, error: { code: 'role-forbids', field: 'signerName' } });
  }
  expect(await db.audit.orderBy('seq').last()).toMatchObject({ command: 'bundle:take-begin', outcome: 'role-forbids', userId: 'user-cy-0001' });
  expect(await db.meta.get('pack-signers')).toBeUndefined();

  expect(await takeIn(bo, file, { minutes: 3 })).toMatchObject({ fresh: 1 });
  let key = '';
  for await (const part of readBundle(file, WORDS)) if (part.kind === 'head') key = part.head.key;
  expect((await db.audit.toArray()).filter(({ command }) => command === 'pack:signer-named')).toMatchObject([{ subject: keyMark(key), outcome: 'done', userId: bo.ctx.userId }]);
  expect(await takeIn(biller, file, { minutes: 4 }), 'known by now').toMatchObject({ same: 1 });
  expect((await db.audit.toArray()).filter(({ command }) => command === 'pack:signer-named')).toHaveLength(1);
});
