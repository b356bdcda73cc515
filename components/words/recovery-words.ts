import type { ReadKey } from '../../rules/recovery/recovery-key.ts';

/** What is wrong with a typed recovery key, or null while nothing is or it is still being typed. `wanted`: the key it must be, where that is known. */
export function typedKeyWords(read: ReadKey, wanted: string | null): string | null {
  switch (read.kind) {
    case 'incomplete': return null;
    case 'too-long': return 'Too many signs: a key has seven groups of four.';
    case 'sign': return `No key has the sign in place ${read.place}. A key has digits and letters, but never U.`;
    case 'mistyped': return 'One of the signs is not as on the paper. Compare group by group.';
    case 'whole': return wanted === null || read.key === wanted ? null : 'This is another recovery key than the one just shown.';
  }
}
