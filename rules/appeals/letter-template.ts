import { z } from 'zod';
import { DENIAL_CATEGORIES } from '../codes/vocabulary.ts';
import type { DenialCategory } from '../codes/vocabulary.ts';
import { PART_KINDS, REQUESTS } from '../domain/appeal.ts';
import { isLetterField } from './letter-fields.ts';
import shipped from './letter-templates.json' with { type: 'json' };

const FIELD = /\{\{([^{}]*)\}\}/gu;
/** Dates, amounts and numbers of five digits or more in a template would be facts of nobody's case. */
const LOOKS_LIKE_A_FACT = /\d{5,}|\$\s?\d|\b\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b/u;

/** Merge fields a text names, known or not. */
export function fieldsIn(text: string): string[] {
  return [...text.matchAll(FIELD)].map(([, name]) => (name ?? '').trim());
}

/** What is wrong with the text of a template, or null: an unknown field, a lone brace, a fact typed into it. */
export function faultOfTemplateText(text: string): { fault: 'unknown-field' | 'lone-brace' | 'typed-fact'; what: string } | null {
  const unknown = fieldsIn(text).find((name) => !isLetterField(name));
  if (unknown !== undefined) return { fault: 'unknown-field', what: unknown };
  const rest = text.replaceAll(FIELD, '');
  if (/[{}]/u.test(rest)) return { fault: 'lone-brace', what: '{ }' };
  const fact = LOOKS_LIKE_A_FACT.exec(rest);
  return fact === null ? null : { fault: 'typed-fact', what: fact[0] };
}

const templateText = z.string().trim().min(1).max(4000).refine((text) => faultOfTemplateText(text) === null, { message: 'template-text' });
/** `optional`: left out where the case does not hold what it names; every other paragraph keeps its blank, and the blank blocks. */
const paragraph = z.strictObject({ text: templateText, optional: z.boolean() });
const part = z.strictObject({ kind: z.enum(PART_KINDS), required: z.boolean(), why: z.string().trim().min(1).max(300) });
const category = z.enum([...DENIAL_CATEGORIES, 'frame']);

/**
 * A letter for one kind of denial: its argument and what has to be in the packet, each with why. `frame` holds what stands around
 * every letter: its first paragraphs, then those after the argument.
 */
export const letterTemplate = z.strictObject({
  category, title: z.string().trim().min(1).max(120), request: z.enum(REQUESTS), before: z.array(paragraph).max(20), argument: z.array(paragraph).max(20), after: z.array(paragraph).max(20), parts: z.array(part).max(20),
});
export type LetterTemplate = z.infer<typeof letterTemplate>;
export type TemplateCategory = LetterTemplate['category'];
export const letterTemplateFile = z.array(letterTemplate).min(1);

/** A template in use: `version` 0 is the shipped one; `payerKey` where it is for one payer only. */
export type KeptTemplate = { id: string; version: number; payerKey: string | null; template: LetterTemplate };

export const SHIPPED_TEMPLATES: readonly LetterTemplate[] = shipped as LetterTemplate[];

/** Key under which a practice keeps its own text (table `workTexts`), and the id a letter remembers. */
export function templateKey(of: TemplateCategory, payerKey: string | null): string {
  return `appeal-letter:${of}${payerKey === null ? '' : `:${payerKey}`}`;
}

/** The shipped templates as the practice would edit them. */
function shippedOf(of: TemplateCategory): KeptTemplate | null {
  const template = SHIPPED_TEMPLATES.find((one) => one.category === of);
  return template === undefined ? null : { id: templateKey(of, null), version: 0, payerKey: null, template };
}

/**
 * The template for a denial: the practice's own for this payer, then its own for the category, then the shipped one, then
 * what is kept or shipped for `other`, which is there for every category.
 */
export function templateFor(of: DenialCategory | 'frame', payerKey: string, own: readonly KeptTemplate[]): KeptTemplate {
  const order: TemplateCategory[] = of === 'frame' || of === 'other' ? [of] : [of, 'other'];
  for (const wanted of order) {
    const found = own.find((one) => one.template.category === wanted && one.payerKey === payerKey) ?? own.find((one) => one.template.category === wanted && one.payerKey === null) ?? shippedOf(wanted);
    if (found !== null) return found;
  }
  throw new Error('letter-templates.json has no template for "other"'); // checked by its schema's test
}
