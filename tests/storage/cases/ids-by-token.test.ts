import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { expect, test, vi } from 'vitest';
import { idsByToken } from '../../../storage/cases/ids-by-token.ts';
import { openDatabase } from '../../../storage/db.ts';
import type { CaseRow } from '../../../storage/schema/v3.ts';
import { storageErrorCode } from '../../../storage/storage-fault.ts';

test('a long list of tokens finds the same cases as a short one, each once and in order', async () => {
  const db = await openDatabase(`tokens-${crypto.randomUUID()}`);
  await db.cases.bulkAdd(Array.from({ length: 40 }, (_, at) => ({ id: `case-${String(at).padStart(3, '0')}`, blind: [`t${at}`, `t${at + 1}`, 'all'] }) as unknown as CaseRow));
  const few = ['t7', 't3', 'none', 't7'];
  const many = [...few, ...Array.from({ length: 80 }, (_, at) => `none-${at}`)];
  const found = ['case-002', 'case-003', 'case-006', 'case-007'];
  expect(await idsByToken(db, few)).toEqual(found);
  expect(await idsByToken(db, many)).toEqual(found);
  expect(await idsByToken(db, [...many, 'all'])).toHaveLength(40);
  expect(await idsByToken(db, [])).toEqual([]);
  db.close();
  const error: unknown = await idsByToken(db, many).catch((reason: unknown) => reason);
  expect(storageErrorCode(error), String(error)).toBe('storage-failed');
});

test('a page that follows the answer is told of a case saved and of a case changed meanwhile, however many tokens it asks for', async () => {
  for (const tokens of [['t1', 'new'], ['t1', 'new', ...Array.from({ length: 80 }, (_, at) => `none-${at}`)]]) {
    const db = await openDatabase(`tokens-${crypto.randomUUID()}`);
    await db.cases.add({ id: 'case-1', blind: ['t1'], payerKey: 'aetna' } as unknown as CaseRow);
    const seen: (string | undefined)[][] = [];
    const following = liveQuery(async () => db.cases.bulkGet(await idsByToken(db, tokens))).subscribe((rows) => { seen.push(rows.map((row) => row?.payerKey)); });
    await vi.waitFor(() => { expect(seen.at(-1)).toEqual(['aetna']); });
    await db.cases.add({ id: 'case-2', blind: ['new'], payerKey: 'cigna' } as unknown as CaseRow);
    await vi.waitFor(() => { expect(seen.at(-1)).toEqual(['aetna', 'cigna']); });
    await db.cases.update('case-1', { payerKey: 'humana' });
    await vi.waitFor(() => { expect(seen.at(-1)).toEqual(['humana', 'cigna']); });
    await db.cases.delete('case-2');
    await vi.waitFor(() => { expect(seen.at(-1)).toEqual(['humana']); });
    following.unsubscribe();
    db.close();
  }
});
