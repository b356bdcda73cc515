import { fromBase64, toBase64 } from '../vault/base64.ts';

/** A row as one line of JSON: bytes stand as `{"$bytes": base64}`; numbers JSON does not know as `{"$number": text}`. */
export function textOfRow(row: unknown): string {
  return JSON.stringify(row, (_key, value: unknown) => {
    if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
    if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
    return value;
  });
}

/** The row of a line, or null where it is none. Keys become the row's own, whatever they are called. */
export function rowOfText(text: string): Record<string, unknown> | null {
  try {
    const value = thaw(JSON.parse(text));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null; // not JSON, or bytes that are none: the reader says where
  }
}

function thaw(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(thaw);
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && typeof only[1] === 'string') {
    if (only[0] === '$number') return Number(only[1]);
    if (only[0] === '$bytes') {
      const bytes = fromBase64(only[1]);
      if (bytes === null) throw new RangeError('bytes');
      return bytes;
    }
  }
  return Object.fromEntries(entries.map(([key, part]) => [key, thaw(part)]));
}
