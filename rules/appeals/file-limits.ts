/** What a payer takes at once, as far as its profile says it in figures. `text` is the profile's own sentence, shown beside them. */
export type FileLimits = { pages: number | null; bytes: number | null; text: string };

const UNIT: Readonly<Record<string, number>> = { kb: 1024, mb: 1024 * 1024, gb: 1024 * 1024 * 1024 };

/**
 * Limits in the words of a payer's profile ("PDF or TIFF, 10 MB each, at most 100 pages"): the smallest size and page count it names.
 * A sentence without figures gives none; nothing is assumed.
 */
export function fileLimits(text: string): FileLimits {
  const sizes = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(kb|mb|gb)\b/giu)].map(([, size, unit]) => Math.floor(Number(size) * (UNIT[(unit ?? '').toLowerCase()] ?? 0)));
  const pages = [...text.matchAll(/(\d[\d,]*)[\s-]*(?:pages?|pp?\.)(?![a-z])/giu)].map(([, count]) => Number((count ?? '').replaceAll(',', '')));
  const least = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.min(...numbers));
  return { pages: least(pages.filter((one) => one > 0)), bytes: least(sizes.filter((one) => one > 0)), text: text.trim() };
}
