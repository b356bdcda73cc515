import { categoryWords, originWords } from '../../../components/words/denial-words.ts';
import { POOL } from '../../../rules/domain/vocabulary.ts';
import type { Dimension } from '../../../rules/numbers/dimensions.ts';

/** The name of a value under a dimension, as people say it. */
export function namesOf(payers: ReadonlyMap<string, string>, users: ReadonlyMap<string, string>): (dimension: Dimension, value: string) => string {
  return (dimension, value) => {
    if (value === '') return 'Not known';
    switch (dimension) {
      case 'payer': return payers.get(value) ?? value;
      case 'reason': return categoryWords(value);
      case 'owner': return value === POOL ? 'The pool' : users.get(value) ?? 'Somebody who left';
      case 'step': return originWords(value);
      default: return value;
    }
  };
}
