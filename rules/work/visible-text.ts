/**
 * A text of a page or file as a person may see it on one line: no control, bidirectional or other invisible characters,
 * white space folded, at most `limit` characters. The original stays in the observation.
 */
export function visibleText(text: string, limit = 300): string {
  const plain = PLAIN.test(text) ? text : text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\u034F\u115F\u1160\u3164\uFFA0]+/gu, '');
  const folded = plain.replace(/ {2,}/gu, ' ').trim();
  return folded.length <= limit ? folded : Array.from(folded).slice(0, limit - 1).join('').slice(0, limit);
}

/** Nearly every text of a file is this; checking it is much cheaper than folding. */
const PLAIN = /^[\x20-\x7E]*$/u;
