import type { ClaimFacts } from '../domain/denial-case.ts';
import type { PracticePayer } from '../domain/practice.ts';
import { payerKeyOf } from '../payers/payer-key.ts';
import { payerNameWords } from '../payers/payer-name.ts';
import type { About } from './library-entry.ts';

/** What a claim is about, in the words notes and playbooks are tagged with. */
export type ClaimTopics = {
  /** The practice's key of the payer, and that of its payer in the rule library. */
  payerKeys: readonly string[];
  category: string | null;
  codes: ReadonlySet<string>;
  procedures: readonly string[];
  modifiers: ReadonlySet<string>;
  lineOfBusiness: string | null;
  /** Words of the payer's and the plan's name as the claim spells them. */
  planWords: readonly string[];
};

const folded = (code: string): string => code.trim().toUpperCase().replaceAll(/[^A-Z0-9]/gu, '');

/** The keys under which things of a payer are filed: its own and that of the library payer it is linked to. */
export function payerKeysOf(payer: Pick<PracticePayer, 'key' | 'libraryPayer'> | null): string[] {
  if (payer === null) return [];
  return [...new Set([payer.key, ...(payer.libraryPayer === null ? [] : [payerKeyOf(payer.libraryPayer)])])];
}

/** What a claim's facts are about. `category` is that of its denial, where known. */
export function topicsOf(facts: ClaimFacts, payer: PracticePayer | null, category: string | null): ClaimTopics {
  const adjustments = [...facts.adjustments, ...facts.lines.flatMap((line) => line.adjustments)];
  const codes = [
    ...adjustments.flatMap(({ groupCode, carc }) => [carc, `${groupCode ?? ''}${carc}`]), ...facts.rarcs, ...facts.lines.flatMap((line) => line.rarcs),
    ...[...facts.payerCodes, ...facts.lines.flatMap((line) => line.payerCodes)].map(({ code }) => code),
    ...facts.statusCodes.flatMap(({ category: letter, status }) => [letter, ...(status === null ? [] : [`${letter}${status}`])]),
  ];
  return {
    payerKeys: payerKeysOf(payer), category, codes: new Set(codes.map(folded)),
    procedures: [...new Set(facts.lines.flatMap((line) => (line.procedure === null ? [] : [folded(line.procedure)])))],
    modifiers: new Set(facts.lines.flatMap((line) => line.modifiers.map(folded))),
    lineOfBusiness: facts.lineOfBusiness ?? payer?.lineOfBusiness ?? null,
    planWords: payerNameWords([facts.payerName ?? '', payer?.name ?? ''].join(' ')),
  };
}

function isProcedure(tag: string, procedures: readonly string[]): boolean {
  const wanted = folded(tag);
  return tag.trim().endsWith('*') ? procedures.some((one) => one.startsWith(wanted)) : procedures.includes(wanted);
}

function isProduct(tag: string, topics: ClaimTopics): boolean {
  if (tag.trim().toLowerCase() === topics.lineOfBusiness) return true;
  const words = payerNameWords(tag);
  return words.length > 0 && words.every((word) => topics.planWords.includes(word));
}

/**
 * How closely something fits a claim: the number of its tag lists that are met, procedure and code counting most; null where one is not
 * met. Something without any tag is about nothing in particular and fits no claim by itself.
 */
export function fitOf(about: About, topics: ClaimTopics): number | null {
  const tests: [readonly string[], (tag: string) => boolean, number][] = [
    [about.payers, (tag) => topics.payerKeys.includes(tag), 4],
    [about.codes, (tag) => topics.codes.has(folded(tag)), 8],
    [about.categories, (tag) => tag === topics.category, 2],
    [about.procedures, (tag) => isProcedure(tag, topics.procedures), 8],
    [about.modifiers, (tag) => topics.modifiers.has(folded(tag)), 8],
    [about.products, (tag) => isProduct(tag, topics), 1],
  ];
  let fit = 0;
  for (const [tags, meets, weight] of tests) {
    if (tags.length === 0) continue;
    if (!tags.some(meets)) return null;
    fit += weight;
  }
  return fit === 0 ? null : fit;
}
