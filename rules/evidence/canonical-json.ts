/** JSON with the keys in order, so that the same content always gives the same text. Members without a value are left out. */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`;
  if (typeof value === 'object') {
    const members = value as Readonly<Record<string, unknown>>;
    let text = '';
    // The default order of `sort` is by code unit; every claim of a file comes through here.
    for (const key of Object.keys(members).sort()) {
      const item = members[key];
      if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
    }
    return `{${text}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** The same for people: two blanks of indentation, one member a line, a line end at the end. There is exactly one such text for a value. */
export function canonicalText(value: unknown): string {
  return `${JSON.stringify(inOrder(value), null, 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(members).sort().map((key) => [key, inOrder(members[key])]));
}
