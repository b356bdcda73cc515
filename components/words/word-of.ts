/**
 * The word for one member of a closed list. A value from a newer version of the data is shown as it is spelt, with spaces,
 * rather than hidden: the person should see that something is there.
 */
export function wordOf(table: Readonly<Record<string, string>>, value: string): string {
  const word = Object.hasOwn(table, value) ? table[value] : undefined;
  if (word !== undefined) return word;
  const spaced = value.replaceAll('-', ' ').trim();
  return spaced === '' ? 'Not known' : spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
