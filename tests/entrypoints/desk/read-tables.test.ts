import { expect, test } from 'vitest';
import { readTables } from '../../../entrypoints/desk/read-tables.ts';
import type { ReadTables } from '../../../entrypoints/desk/worklist-messages.ts';
import { makeWorkbook } from '../../worklists/make-workbook.ts';

const fileOf = (content: string | Uint8Array<ArrayBuffer>) => readTables({ kind: 'file', file: new Blob([content]), name: 'list' });
async function tablesOf(content: string | Uint8Array<ArrayBuffer>): Promise<ReadTables> {
  const answer = await fileOf(content);
  if (answer.kind !== 'tables') throw new Error(answer.fault);
  return answer.tables;
}

test.each([
  ['commas', 'Claim,Patient\n1,"Lindqvist, Oda"\n', ','], ['semicolons, Windows line ends', 'Claim;Patient\r\n1;"Lindqvist, Oda"\r\n', ';'], ['tabs', 'Claim\tPatient\n1\tLindqvist, Oda\n', '\t'], ['bars', 'Claim|Patient\n1|Lindqvist, Oda', '|'], ['a byte order mark', '\ufeffClaim,Patient\n1,"Lindqvist, Oda"', ','],
])('%s', async (_name, text, delimiter) => {
  expect(await tablesOf(text)).toEqual({ sheets: [{ name: '', rows: [['Claim', 'Patient'], ['1', 'Lindqvist, Oda']] }], encoding: 'utf-8', delimiter, raggedRows: 0, leftOut: 0 });
});

test('old encodings are found, blank rows dropped, ragged rows counted', async () => {
  const latin = new Uint8Array([...Buffer.from('Claim,Patient,X\n1,Mu'), 0xf1, ...Buffer.from('oz\n\n,,\n2,A,B,C\n')]);
  expect(await tablesOf(latin)).toMatchObject({ encoding: 'windows-1252', raggedRows: 2, sheets: [{ rows: [['Claim', 'Patient', 'X'], ['1', 'Muñoz'], ['2', 'A', 'B', 'C']] }] });
  expect((await tablesOf(new Uint8Array([0xff, 0xfe, ...Buffer.from('Claim,Patient\n1,Ł', 'utf16le')]))).sheets[0]?.rows[1]).toEqual(['1', 'Ł']);
});

test('a workbook: sheets by name, numbers as written, days as days, leading zeros kept', async () => {
  const book = makeWorkbook({ Denials: [['Claim', 'DOS', 'Charge'], ['00123', new Date(Date.UTC(2026, 1, 3)), 1234.5]], Empty: [], Notes: [['a', 'b']] });
  expect(await tablesOf(book)).toEqual({ sheets: [{ name: 'Denials', rows: [['Claim', 'DOS', 'Charge'], ['00123', '2026-02-03', '1234.5']] }, { name: 'Notes', rows: [['a', 'b']] }], encoding: 'xlsx', delimiter: null, raggedRows: 0, leftOut: 0 });
});

test('what cannot be a list says why', async () => {
  expect(await fileOf('')).toEqual({ kind: 'fault', fault: 'file-empty' });
  expect(await fileOf(' \n\n')).toEqual({ kind: 'fault', fault: 'file-empty' });
  expect(await fileOf('Dear team\nthe office is closed\n')).toEqual({ kind: 'fault', fault: 'not-a-table' });
  expect(await fileOf(new Uint8Array([1, 0, 2, 0, 44, 0]))).toEqual({ kind: 'fault', fault: 'not-a-table' });
  expect(await fileOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]))).toEqual({ kind: 'fault', fault: 'old-workbook' });
  const book = makeWorkbook({ A: [['Claim', 'DOS']] });
  expect(await fileOf(book.subarray(0, book.length - 30))).toEqual({ kind: 'fault', fault: 'workbook-broken' });
});

test('a workbook that would unfold to gigabytes is not opened', async () => {
  const start = performance.now();
  expect(await fileOf(makeWorkbook({ A: [['Claim', 'DOS'], ['x'.repeat(30_000_000)]] }))).toEqual({ kind: 'fault', fault: 'workbook-too-large' });
  expect(await fileOf(makeWorkbook({ A: [['Claim', 'DOS']] }, 0xffff_fff0))).toEqual({ kind: 'fault', fault: 'workbook-too-large' });
  expect(performance.now() - start).toBeLessThan(10_000);
});
