import { EdiTextDecoder } from '../../rules/remittance/decode-text.ts';
import { EdiReader } from '../../rules/remittance/edi-reader.ts';
import { generate835 } from '../remittances/generate-835.ts';

/**
 * How fast an 835 becomes claims, in plain Node: `node tests/bench/remittance.bench.ts [megabytes]`.
 * Beside it the same bytes only decoded and split at `~` and `*`, as the least any reader must do.
 */
const MEGABYTE = 1_000_000;
const CHUNK = 256 * 1024;

export type RemittanceBench = { megabytes: number; claims: number; readerMBs: number; splitMBs: number; peakRssMB: number };

export function benchRemittance(megabytes: number): RemittanceBench {
  const bytes = file(megabytes * MEGABYTE);
  // Once before, so that both are measured compiled.
  parse(bytes.subarray(0, Math.min(bytes.length, 4 * MEGABYTE)));
  split(bytes.subarray(0, Math.min(bytes.length, 4 * MEGABYTE)));
  const start = performance.now();
  const { claims, peak } = parse(bytes);
  const readerSeconds = (performance.now() - start) / 1_000;
  const splitStart = performance.now();
  split(bytes);
  const splitSeconds = (performance.now() - splitStart) / 1_000;
  const size = bytes.length / MEGABYTE;
  // The file itself lies in memory here and is taken off; a browser reads it from disk.
  return { megabytes: size, claims, readerMBs: size / readerSeconds, splitMBs: size / splitSeconds, peakRssMB: (peak - bytes.length) / MEGABYTE };
}

function file(size: number): Uint8Array {
  const bytes = new Uint8Array(size + 4 * MEGABYTE);
  const encoder = new TextEncoder();
  let at = 0;
  for (const piece of generate835({ claims: Math.ceil(size / 400), lineBreaks: true })) {
    if (at >= size) break;
    at += encoder.encodeInto(piece, bytes.subarray(at)).written;
  }
  return bytes.subarray(0, at);
}

function parse(bytes: Uint8Array): { claims: number; peak: number } {
  const decoder = new EdiTextDecoder();
  const reader = new EdiReader();
  let peak = 0;
  let claims = 0;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    for (const event of reader.push(decoder.decode(bytes.subarray(at, at + CHUNK)))) if (event.type === 'claim') claims += 1;
    if ((at / CHUNK) % 16 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  reader.end();
  return { claims, peak };
}

function split(bytes: Uint8Array): number {
  const decoder = new TextDecoder();
  let elements = 0;
  let rest = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const segments = (rest + decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true })).split('~');
    rest = segments.pop() ?? '';
    for (const segment of segments) elements += segment.split('*').length;
  }
  return elements;
}

if (import.meta.main) {
  const result = benchRemittance(Number(process.argv[2] ?? 50));
  console.log(`835 ${result.megabytes.toFixed(0)} MB, ${result.claims} claims: read ${result.readerMBs.toFixed(1)} MB/s, bare split ${result.splitMBs.toFixed(1)} MB/s, peak ${result.peakRssMB.toFixed(0)} MB beside the file`);
}
