import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EdiTextDecoder } from '../../rules/remittance/decode-text.ts';
import { EdiReader } from '../../rules/remittance/edi-reader.ts';
import { generate835 } from '../remittances/generate-835.ts';

/**
 * How fast an 835 on disk becomes claims, in plain Node: `node tests/bench/remittance.bench.ts [megabytes]`.
 * Beside it the same bytes only decoded and split at `~` and `*`, as the least any reader must do.
 * Each runs in a process of its own, so that its memory is its own too. Node lets the young generation grow
 * to 64 MB on a large machine; it is held at 8 MB here, or the figure would be that and not the reader's.
 */
const MEGABYTE = 1_000_000;
const CHUNK = 64 * 1024;

export type RemittanceBench = { megabytes: number; claims: number; readerMBs: number; splitMBs: number; readerPeakRssMB: number; splitPeakRssMB: number };
type Run = { claims: number; seconds: number; peakRssMB: number };

export function benchRemittance(megabytes: number): RemittanceBench {
  const folder = mkdtempSync(join(tmpdir(), 'overturn-bench-'));
  try {
    const path = join(folder, 'generated.835');
    write(path, megabytes * MEGABYTE);
    const size = statSync(path).size / MEGABYTE;
    const reader = inOwnProcess('read', path);
    const split = inOwnProcess('split', path);
    return {
      megabytes: size, claims: reader.claims, readerMBs: size / reader.seconds, splitMBs: size / split.seconds, readerPeakRssMB: reader.peakRssMB, splitPeakRssMB: split.peakRssMB,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inOwnProcess(how: 'read' | 'split', path: string): Run {
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

function run(how: 'read' | 'split', path: string): Run {
  const start = performance.now();
  const claims = how === 'read' ? parse(path) : split(path);
  const seconds = (performance.now() - start) / 1_000;
  return { claims, seconds, peakRssMB: process.resourceUsage().maxRSS / 1_000 };
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
  const [how = '50', path = ''] = process.argv.slice(2);
  if (how === 'read' || how === 'split') console.log(JSON.stringify(run(how, path)));
  else {
    const result = benchRemittance(Number(how));
    console.log(`835 of ${result.megabytes.toFixed(0)} MB, ${result.claims} claims: read to claims ${result.readerMBs.toFixed(1)} MB/s (peak ${result.readerPeakRssMB.toFixed(0)} MB), bare split ${result.splitMBs.toFixed(1)} MB/s (peak ${result.splitPeakRssMB.toFixed(0)} MB)`);
  }
}
