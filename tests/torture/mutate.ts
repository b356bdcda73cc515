import type { Random } from '../portals/generate/random.ts';

/** Pieces that have broken readers before: names every object has, formulas, markup, ends of text, numbers at their limits. */
const NASTY = [
  '__proto__', 'constructor', 'prototype', 'toString', '=HYPERLINK("http://x","y")', '@SUM(1)', '\uFF1Dcmd|calc', '<img src=x onerror=alert(1)>', '</script><script>', '\u0000', '\uFFFF', '\uD800', '\u202E', '\r', '\n', '\t', '"', '""', ',', '~', '*', ':', '^',
  '-0', '1e309', '99999999999999999999', 'NaN', '-1', '0', 'null', '2026-02-30', '0000-00-00', '(((((((((((((((((((((', ' '.repeat(5000), 'a'.repeat(20_000), '9'.repeat(400), '\u0301'.repeat(300),
] as const;

/** A text with one to six mistakes in it: cut, doubled, swapped, replaced, or with something nasty put in. */
export function mutateText(text: string, random: Random): string {
  let out = text;
  for (let n = random.int(1, 6); n > 0; n -= 1) {
    const at = random.int(0, Math.max(0, out.length - 1));
    const length = random.pick([1, 2, 5, 20, 200]);
    const kind = random.int(0, 5);
    if (kind === 0) out = out.slice(0, at);
    else if (kind === 1) out = out.slice(0, at) + out.slice(at + length);
    else if (kind === 2) out = out.slice(0, at) + out.slice(at, at + length).repeat(random.pick([2, 3, 50])) + out.slice(at + length);
    else if (kind === 3) out = out.slice(0, at) + String.fromCharCode(random.int(0, 255)) + out.slice(at + 1);
    else if (kind === 4) out = out.slice(0, at) + random.pick(NASTY) + out.slice(at);
    else out = out.slice(at) + out.slice(0, at);
    out = out.slice(0, 200_000);
  }
  return out;
}

export function mutateBytes(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  let out = bytes.slice();
  for (let n = random.int(1, 6); n > 0 && out.length > 0; n -= 1) {
    const at = random.int(0, out.length - 1);
    const kind = random.int(0, 3);
    if (kind === 0) out = out.slice(0, at);
    else if (kind === 1) out[at] = random.int(0, 255);
    else if (kind === 2) out = Uint8Array.from([...out.subarray(0, at), ...out.subarray(Math.min(out.length, at + random.int(1, 40)))]);
    else out = Uint8Array.from([...out.subarray(0, at), ...Array.from({ length: random.int(1, 40) }, () => random.int(0, 255)), ...out.subarray(at)]);
  }
  return out;
}

/** A value with some of its parts of another kind, gone, or named as they must not be. `__proto__` is put in as an own name, the way JSON does it. */
export function mutateValue(value: unknown, random: Random): unknown {
  if (random.chance(0.01)) {
    return random.pick<unknown>([null, true, 0, -1, 1.5, Number.NaN, Infinity, 2 ** 53, '', random.pick(NASTY), [], {}, [[[[[]]]]], JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as unknown, new Array<number>(5)]);
  }
  if (typeof value === 'string') return random.chance(0.05) ? mutateText(value, random).slice(0, 30_000) : value;
  if (Array.isArray(value)) {
    const out: unknown[] = value.filter(() => !random.chance(0.04)).map((part: unknown) => mutateValue(part, random));
    return random.chance(0.03) ? [...out, ...out, ...out] : out;
  }
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(() => !random.chance(0.02)).map(([key, part]): [string, unknown] => [random.chance(0.02) ? random.pick(NASTY) : key, mutateValue(part, random)]);
  if (random.chance(0.05)) parts.push(['__proto__', { polluted: 1 }]);
  const out: Record<string, unknown> = {};
  for (const [key, part] of parts) Object.defineProperty(out, key, { value: part, enumerable: true, configurable: true, writable: true });
  return out;
}
