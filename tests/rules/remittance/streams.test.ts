import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readEdi, readEdiFile, readEdiText } from '../../../rules/remittance/read-file.ts';
import { generate835 } from '../../remittances/generate-835.ts';

const path = (name: string): URL => new URL(`../../remittances/${name}`, import.meta.url);

test('a file is read from a blob as from memory', async () => {
  const bytes = readFileSync(path('secondary.edi'));
  const fromBlob = await readEdiFile(new Blob([bytes]).stream(), 'x');
  expect(fromBlob).toEqual(await readEdiFile([bytes], 'x'));
  expect(fromBlob).toEqual(readEdiText(bytes.toString('utf8'), 'x'));
});

test('claims come before the file is over, progress counts bytes, and stopping ends the source', async () => {
  let given = 0;
  let closed = false;
  function* source(): Generator<Uint8Array, void, undefined> {
    try {
      for (const piece of generate835({ claims: 5_000 })) {
        given += 1;
        yield new TextEncoder().encode(piece);
      }
    } finally {
      closed = true;
    }
  }
  let claims = 0;
  let bytes = 0;
  for await (const event of readEdi(source())) {
    if (event.type === 'progress') {
      expect(event.bytes).toBeGreaterThan(bytes);
      bytes = event.bytes;
      expect(event.claims).toBe(claims);
    } else if (event.type === 'claim') claims += 1;
    if (claims >= 700) break;
  }
  expect(claims).toBe(700);
  expect(given).toBeLessThan(10);
  expect(closed).toBe(true);
});

test('the same file gives the same keys, another payment of the same claim another transaction key', async () => {
  const keys = async (text: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const event of readEdi([new TextEncoder().encode(text)])) if (event.type === 'claim') found.push(event.detail.claimKey, event.detail.transactionKey);
    return found;
  };
  const text = readFileSync(path('clean.edi'), 'utf8');
  expect(await keys(text)).toEqual(await keys(text.replaceAll('~\n', '~')));
  const [claim, transaction] = await keys(text);
  const [sameClaim, otherTransaction] = await keys(text.replace('CV500100', 'CV500999'));
  expect(sameClaim).toBe(claim);
  expect(otherTransaction).not.toBe(transaction);
});

test('a remittance and a status in one file: the remittance names it, the rest is said', () => {
  const both = readEdiText(readFileSync(path('claim-status.edi'), 'utf8') + readFileSync(path('clean.edi'), 'utf8') + readFileSync(path('acknowledgement.edi'), 'utf8'), 'x');
  expect(both.kind).toBe('remittance');
  expect(both.claims.map((claim) => claim.patientControlNumber?.value)).toEqual(['RB1001']);
  expect(both.warnings).toEqual([{ code: 'other-transactions', place: null, detail: 'status-file' }]);
  expect(both.transactions.map((one) => one.kind)).toEqual(['status-file', 'remittance', 'acknowledgement-file']);
});
