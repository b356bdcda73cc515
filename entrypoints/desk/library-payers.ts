import type { LibraryPayer } from '../../components/practice/PayerPicker.tsx';
import { LINES_OF_BUSINESS } from '../../rules/domain/vocabulary.ts';
import { BASE_LIBRARY } from '../../rules/payers/rule-library.ts';

/** Payers that can be chosen at first run: those with rules of their own, by name. Law that holds for every payer is not one of them. */
export const libraryPayers: readonly LibraryPayer[] = [...BASE_LIBRARY.payerByName.values()]
  .filter((entry) => entry.profile.governs === undefined)
  .map((entry) => ({ name: entry.name, linesOfBusiness: LINES_OF_BUSINESS.filter((line) => entry.rules.some(({ rule }) => rule.lineOfBusiness === line)) }))
  .sort((left, right) => left.name.localeCompare(right.name, 'en-US'));
