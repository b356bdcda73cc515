import { expect, test } from 'vitest';
import { EdiReader } from '../../../rules/remittance/edi-reader.ts';
import { decisionId } from '../../../storage/imports/file-claim.ts';
import type { FileClaim } from '../../../storage/imports/file-claim.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import { DENIED, PAID_LATER, remittance } from './file-of.ts';

function claimOf(text: string): FileClaim {
  const reader = new EdiReader();
  const claim = [...reader.push(text), ...reader.end()].find((event) => event.type === 'claim');
  if (claim === undefined) throw new Error('no claim');
  return claim;
}

test('a decision keeps its id in another file and when it is understood differently, and has another when it differs', async () => {
  const vault = await Vault.fromKey(new Uint8Array(32).fill(5));
  const one = claimOf(remittance([DENIED]));
  const id = decisionId(vault, one);
  expect(decisionId(vault, claimOf(remittance([DENIED], { control: '000000777' })))).toBe(id);
  const understood = structuredClone(one);
  for (const value of [understood.claim.status, understood.claim.patientName, understood.claim.serviceFrom]) if (value !== null) (value as { value: string }).value = 'another';
  understood.claim.allowed = null;
  understood.detail.drg = '470';
  expect(decisionId(vault, understood)).toBe(id);
  const others = [[PAID_LATER], [DENIED.replace('CO*197', 'CO*16')], [DENIED.replace('HC:97110', 'HC:97112')], [DENIED.replace('E26061234500', 'E26061234501')], [DENIED.replace('*4*450', '*22*450')]].map((claims) => decisionId(vault, claimOf(remittance(claims))));
  const later = decisionId(vault, claimOf(remittance([DENIED], { date: '20260401' })));
  expect(new Set([id, later, ...others]).size).toBe(others.length + 2);
});
