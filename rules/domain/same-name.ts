/** A name without what nobody can see: zero-width and other ignorable characters go, any run of spaces is one. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '').replaceAll(/[\s\p{Z}\p{Cc}\u2800]+/gu, ' ').trim();
}

/** What is left of a name once case, width and composition make no difference (NFKC; upper case first, so that ß and SS meet). */
const folded = (name: string): string => tidyName(tidyName(name).normalize('NFKC')).toUpperCase().toLowerCase().normalize('NFKC');

/** Whether two names look the same in a list, on the lock screen and in the trail. */
export function sameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}
