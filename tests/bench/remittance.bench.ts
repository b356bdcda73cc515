import { execFileSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transform } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { EdiTextDecoder } from '../../rules/remittance/decode-text.ts';
import { EdiReader } from '../../rules/remittance/edi-reader.ts';
import { generate835 } from '../remittances/generate-835.ts';
import { printTable, ratio } from './print-table.ts';

/**
 * How fast an 835 on disk becomes claims, in plain Node: `node tests/bench/remittance.bench.ts [megabytes]`.
 * Beside it the same bytes only decoded and split at `~` and `*`, as the least any reader must do, and three published parsers, which give
 * segments and no claims (a CLP is counted as one here); the third takes a whole text only and must be told the separators.
 * Each runs in a process of its own, so that its memory is its own too. Node lets the young generation grow
 * to 64 MB on a large machine; it is held at 8 MB here, or the figure would be that and not the reader's.
 */
const MEGABYTE = 1_000_000;
const CHUNK = 64 * 1024;

export type RemittanceBench = { megabytes: number; claims: number; readerMBs: number; splitMBs: number; readerPeakRssMB: number; splitPeakRssMB: number };
const PEERS = ['x12-parser', 'node-x12', 'node-x12-edi'] as const;
const HOWS = ['read', 'split', ...PEERS] as const;
type How = (typeof HOWS)[number];
type Run = { claims: number; seconds: number; peakRssMB: number };

export function benchRemittance(megabytes: number): RemittanceBench {
  return withFile(megabytes, (path, size) => {
    const reader = inOwnProcess('read', path);
    const split = inOwnProcess('split', path);
    return {
      megabytes: size, claims: reader.claims, readerMBs: size / reader.seconds, splitMBs: size / split.seconds, readerPeakRssMB: reader.peakRssMB, splitPeakRssMB: split.peakRssMB,
    };
  });
}

function withFile<T>(megabytes: number, work: (path: string, size: number) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'overturn-bench-'));
  try {
    const path = join(folder, 'generated.835');
    write(path, megabytes * MEGABYTE);
    return work(path, statSync(path).size / MEGABYTE);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inOwnProcess(how: How, path: string): Run {
  const said = execFileSync(process.execPath, ['--max-semi-space-size=8', fileURLToPath(import.meta.url), how, path], { encoding: 'utf8' });
  return JSON.parse(said) as Run;
}

function write(path: string, size: number): void {
  const file = openSync(path, 'w');
  let written = 0;
  for (const piece of generate835({ claims: Math.ceil(size / 380), lineBreaks: true })) {
    if (written >= size) break;
    written += writeSync(file, piece);
  }
  closeSync(file);
}

async function run(how: How, path: string): Promise<Run> {
  const count = how === 'read' ? parse : how === 'split' ? split : await peer(how);
  const start = performance.now();
  const claims = await count(path);
  const seconds = (performance.now() - start) / 1_000;
  return { claims, seconds, peakRssMB: process.resourceUsage().maxRSS / 1_000 };
}

/** A published parser as its manual shows it; loaded by name, because only one of them has types that can be relied on. */
async function peer(how: (typeof PEERS)[number]): Promise<(path: string) => Promise<number>> {
  const loaded: unknown = await import(how);
  if (how === 'node-x12-edi') {
    const { Transaction } = loaded as { Transaction: new () => { generateSegments(text: string, lineEnd: string): void; getSegments(): { name: string }[] } };
    return (path) => {
      const transaction = new Transaction();
      transaction.generateSegments(readFileSync(path, 'utf8').replaceAll('\n', ''), '~');
      return Promise.resolve(transaction.getSegments().filter(({ name }) => name === 'CLP').length);
    };
  }
  const { X12parser, X12Parser } = loaded as { X12parser: new () => Transform; X12Parser: new (strict: boolean) => Transform };
  return async (path) => {
    let claims = 0;
    const parser = how === 'x12-parser' ? new X12parser() : new X12Parser(false);
    for await (const segment of createReadStream(path).pipe(parser)) if ([(segment as { name?: string }).name, (segment as { tag?: string }).tag].includes('CLP')) claims += 1;
    return claims;
  };
}

function* chunks(path: string): Generator<Uint8Array, void, undefined> {
  const file = openSync(path, 'r');
  const buffer = new Uint8Array(CHUNK);
  for (;;) {
    const got = readSync(file, buffer, 0, CHUNK, null);
    if (got === 0) break;
    yield buffer.subarray(0, got);
  }
  closeSync(file);
}

function parse(path: string): number {
  const decoder = new EdiTextDecoder();
  const reader = new EdiReader();
  let claims = 0;
  for (const chunk of chunks(path)) for (const event of reader.push(decoder.decode(chunk))) if (event.type === 'claim') claims += 1;
  for (const event of [...reader.push(decoder.end()), ...reader.end()]) if (event.type === 'claim') claims += 1;
  return claims;
}

function split(path: string): number {
  const decoder = new TextDecoder();
  let claims = 0;
  let rest = '';
  for (const chunk of chunks(path)) {
    const segments = (rest + decoder.decode(chunk, { stream: true })).split('~');
    rest = segments.pop() ?? '';
    for (const segment of segments) if (segment.split('*')[0] === '\nCLP') claims += 1;
  }
  return claims;
}

if (import.meta.main) {
  const [first = '20', path = ''] = process.argv.slice(2);
  const how = HOWS.find((one) => one === first);
  if (how !== undefined) console.log(JSON.stringify(await run(how, path)));
  else {
    withFile(Number(first), (file, size) => {
      const runs = HOWS.map((one) => ({ one, ...inOwnProcess(one, file) }));
      const ours = runs[0]?.seconds ?? 0;
      const names: Partial<Record<How, string>> = { read: 'read to claims', split: 'bare split, nothing kept' };
      printTable(`Remittance: an 835 of ${size.toFixed(0)} MB`, ['', 'claims', 'MB/s', 'peak MB', 'reader takes'], runs.map(({ one, claims, seconds, peakRssMB }) =>
        [names[one] ?? one, String(claims), (size / seconds).toFixed(1), peakRssMB.toFixed(0), one === 'read' ? '' : `${ratio(ours, seconds)} its time`]));
    });
  }
}
