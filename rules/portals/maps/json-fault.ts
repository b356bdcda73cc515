/**
 * Where a text stops being JSON: the offset of the first character that cannot stand there, or null for a sound text.
 * Engines say it in words of their own, and of short texts not at all.
 */
export function jsonFaultAt(text: string): number | null {
  let at = 0;
  const blank = (): void => { while (/[ \t\r\n]/u.test(text.charAt(at))) at += 1; };
  const token = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const string = (): boolean => token(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy);
  const list = (close: string, entry: () => boolean): boolean => {
    at += 1;
    blank();
    if (text.charAt(at) === close) {
      at += 1;
      return true;
    }
    for (;;) {
      if (!entry()) return false;
      blank();
      const next = text.charAt(at);
      if (next !== ',' && next !== close) return false;
      at += 1;
      if (next === close) return true;
      blank();
    }
  };
  const value = (depth: number): boolean => {
    blank();
    if (depth > 200) return false;
    const first = text.charAt(at);
    if (first === '[') return list(']', () => value(depth + 1));
    if (first === '{') return list('}', () => string() && token(/[ \t\r\n]*:/uy) && value(depth + 1));
    return string() || token(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy);
  };
  if (!value(0)) return at;
  blank();
  return at === text.length ? null : at;
}
