import { expect, it } from 'vitest';
import { openDatabase } from '../../storage/db.ts';
import { onlyPayerOfHost, rememberPayerOfHost } from '../../storage/portal-payers.ts';

it('offers the payer of a portal only while there has been one', async () => {
  const db = await openDatabase('portal-payers');
  expect(await onlyPayerOfHost(db, 'portal.example')).toBeNull();
  await rememberPayerOfHost(db, 'portal.example', 'cedar');
  await rememberPayerOfHost(db, 'portal.example', 'cedar');
  expect(await onlyPayerOfHost(db, 'portal.example')).toBe('cedar');
  expect(await onlyPayerOfHost(db, 'other.example')).toBeNull();
  await rememberPayerOfHost(db, 'portal.example', 'prairie');
  expect(await onlyPayerOfHost(db, 'portal.example')).toBeNull();
  db.close();
});
