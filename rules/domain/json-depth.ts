/** No file of ours is deeper; far below what a recursion over it can bear. */
const DEEPEST = 64;

/**
 * Whether a JSON text is nested deeper than any file of ours. To be asked before anything that follows its nesting: a hostile
 * file of brackets alone would end that with an overflow instead of an answer. Reads the text once; brackets in strings do not count.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at += 1) if (text.charCodeAt(at) === 0x5c) at += 1;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
