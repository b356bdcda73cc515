import { ABOUT_NOTHING } from '../../rules/library/library-entry.ts';
import type { About } from '../../rules/library/library-entry.ts';
import { categoryWords } from '../words/denial-words.ts';
import { lineOfBusinessWords } from '../words/payer-words.ts';

/** Tags as they are typed: divided by commas, semicolons or line ends, each once. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/u).map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}

/** What something is about as it is typed in a form. */
export type AboutFields = { isPayer: boolean; codes: string; category: string; procedures: string; modifiers: string; products: string };
export const BLANK_ABOUT: AboutFields = { isPayer: true, codes: '', category: '', procedures: '', modifiers: '', products: '' };

export function fieldsOfAbout(about: About, payerKey: string): AboutFields {
  return { isPayer: about.payers.includes(payerKey), codes: about.codes.join(', '), category: about.categories[0] ?? '', procedures: about.procedures.join(', '), modifiers: about.modifiers.join(', '), products: about.products.join(', ') };
}

/** The tags of what was typed. Payers and categories that the form does not show stay as they were. */
export function aboutOfFields(fields: AboutFields, payerKey: string, before: About = ABOUT_NOTHING): About {
  const others = before.payers.filter((key) => key !== payerKey);
  const category = before.categories.find((one) => one === fields.category) ?? (fields.category === '' ? null : fields.category);
  return {
    payers: fields.isPayer ? [payerKey, ...others] : others, codes: tagsOf(fields.codes.toUpperCase()), categories: category === null ? [] : [category as About['categories'][number], ...before.categories.slice(1).filter((one) => one !== category)],
    procedures: tagsOf(fields.procedures.toUpperCase()), modifiers: tagsOf(fields.modifiers.toUpperCase()), products: tagsOf(fields.products),
  };
}

const isProcedure = (text: string) => /^[A-Z0-9]{1,7}\*?$/iu.test(text);
/** The first thing in the typed tags that cannot be one, as a sentence; null where all can. */
export function aboutFault(fields: AboutFields): { field: keyof AboutFields; text: string } | null {
  if (tagsOf(fields.procedures).some((tag) => !isProcedure(tag))) return { field: 'procedures', text: 'Procedure codes such as 97110, or 9711* for all that begin so.' };
  if (tagsOf(fields.modifiers).some((tag) => !/^[A-Z0-9]{2}$/iu.test(tag))) return { field: 'modifiers', text: 'Modifiers have two characters, such as GP.' };
  if (tagsOf(fields.products).some((tag) => tag.length < 2)) return { field: 'products', text: 'At least two letters of the plan.' };
  return null;
}

/** Tags as words, for chips. */
export function aboutWords(about: About, nameOf: (payerKey: string) => string): string[] {
  return [...about.payers.map(nameOf), ...about.codes, ...about.categories.map(categoryWords), ...about.procedures, ...about.modifiers.map((one) => `Modifier ${one}`), ...about.products.map((one) => (/^[a-z-]+$/u.test(one) ? lineOfBusinessWords(one) : one))];
}
