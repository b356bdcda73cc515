/** How well a name answers what was typed: the whole name, its beginning, the beginning of a word in it, anywhere. The smaller the better. */
function matchRank(name: string, typed: string): number {
  const text = name.toLowerCase();
  if (text === typed) return 0;
  if (text.startsWith(typed)) return /^\W/u.test(text.slice(typed.length)) ? 1 : 2;
  return ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${typed}`) ? 3 : 4;
}

/** Things in the order in which they answer a typed text; those that answer it alike stay as they stand. */
export function bestFirst<T>(things: readonly T[], nameOf: (thing: T) => string, typed: string): T[] {
  const text = typed.trim().toLowerCase();
  return text === '' ? [...things] : [...things].sort((left, right) => matchRank(nameOf(left), text) - matchRank(nameOf(right), text));
}
