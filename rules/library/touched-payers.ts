import type { PracticePayer } from '../domain/practice.ts';
import { matchPayer, payersNamedAfter } from '../payers/rule-library.ts';
import type { RuleLibrary } from '../payers/rule-library.ts';

/**
 * The practice's payers whose claims a change of rules of `rulePayers` (their names in the library) could date otherwise,
 * by key. Law over everybody and programmes touch every payer; else those whose name stands for one of them, before or
 * after the change. Rather one too many than one too few: what does not move is not shown as moving.
 */
export function payersTouched(rulePayers: ReadonlySet<string>, payers: readonly PracticePayer[], libraries: readonly RuleLibrary[]): string[] {
  const isWide = libraries.some((library) => [...library.payerByName.values()].some((entry) =>
    (rulePayers.has(entry.name) && entry.profile.governs !== undefined) || (entry.profile.programme !== undefined && rulePayers.has(entry.profile.programme))));
  if (isWide) return payers.map(({ key }) => key);
  return payers.filter((payer) => libraries.some((library) => [payer.name, payer.libraryPayer ?? payer.name].some((name) => namesOne(name, rulePayers, library)))).map(({ key }) => key);
}

function namesOne(name: string, rulePayers: ReadonlySet<string>, library: RuleLibrary): boolean {
  if (rulePayers.has(name) || /^\s*medicaid\s*$/iu.test(name)) return true;
  const match = matchPayer(name, library);
  return match !== null && [...match.payers, ...payersNamedAfter(match, library)].some((entry) => rulePayers.has(entry.name));
}
