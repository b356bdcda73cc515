import type { OwnParagraph } from '../domain/appeal.ts';
import { isLetterField } from './letter-fields.ts';
import type { LetterFact, LetterFacts, LetterField } from './letter-fields.ts';
import { fieldsIn } from './letter-template.ts';
import type { LetterTemplate } from './letter-template.ts';

/** A run of a paragraph: words of the template or of a person, a fact with its source, or a blank nobody could fill. */
export type LetterSpan = { kind: 'words'; text: string } | { kind: 'fact'; field: LetterField; text: string; source: string } | { kind: 'blank'; field: LetterField };
/** `own`: written by a person for this letter, kept apart from the template's. */
export type LetterBlock = { id: string; from: 'template' | 'own'; spans: LetterSpan[]; ownSource: string | null; byUser: string | null };

export type Letter = {
  blocks: LetterBlock[]; blanks: LetterField[];
  /** Optional paragraphs that are not in it, with what they would have needed. */
  leftOut: { text: string; needs: LetterField[] }[];
  facts: (LetterFact & { field: LetterField })[];
  /** Numbers, dates and amounts in own paragraphs that no fact of the case confirms, where their source is not named either. */
  unconfirmed: { paragraphId: string; what: string }[];
};

const PIECES = /\{\{([^{}]*)\}\}/u;

function spansOf(text: string, facts: LetterFacts): LetterSpan[] {
  return text.split(PIECES).flatMap((piece, index): LetterSpan[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ kind: 'words', text: piece }];
    const field = piece.trim();
    if (!isLetterField(field)) return [{ kind: 'words', text: `{{${piece}}}` }]; // a template is checked before it is kept
    const fact = facts.get(field);
    return [fact === undefined ? { kind: 'blank', field } : { kind: 'fact', field, text: fact.value, source: fact.source }];
  });
}

/** The plain text of a block; a blank as `[claim number?]`. */
export function blockText(block: LetterBlock): string {
  return block.spans.map((span) => (span.kind === 'blank' ? `[${span.field.replaceAll('-', ' ')}?]` : span.text)).join('');
}

/**
 * The letter: the frame, the argument for this kind of denial, the biller's own paragraphs, the end of the frame. Facts stand in it only
 * with their source; a merge field typed into an own paragraph is words, so that nothing there can look like a fact of the case.
 */
export function buildLetter(frame: LetterTemplate, template: LetterTemplate, own: readonly OwnParagraph[], facts: LetterFacts): Letter {
  const leftOut: Letter['leftOut'] = [];
  const take = (paragraphs: LetterTemplate['argument'], part: string): LetterBlock[] => paragraphs.flatMap(({ text, optional }, index): LetterBlock[] => {
    const needs = fieldsIn(text).filter(isLetterField).filter((field) => !facts.has(field));
    if (optional && needs.length > 0) {
      leftOut.push({ text, needs });
      return [];
    }
    return [{ id: `${part}-${index}`, from: 'template', spans: spansOf(text, facts), ownSource: null, byUser: null }];
  });
  const blocks = [
    ...take(frame.before, 'frame-before'), ...take(template.before, 'before'), ...take(template.argument, 'argument'),
    ...own.map(({ id, text, source, byUser }): LetterBlock => ({ id, from: 'own', spans: [{ kind: 'words', text }], ownSource: source, byUser })),
    ...take(template.after, 'after'), ...take(frame.after, 'frame-after'),
  ];
  const spans = blocks.flatMap((block) => block.spans);
  const used = new Map<LetterField, LetterFact & { field: LetterField }>();
  for (const span of spans) if (span.kind === 'fact') used.set(span.field, { field: span.field, value: span.text, source: span.source });
  return {
    blocks, leftOut, blanks: [...new Set(spans.flatMap((span) => (span.kind === 'blank' ? [span.field] : [])))], facts: [...used.values()],
    unconfirmed: own.filter(({ source }) => source.trim() === '').flatMap(({ id, text }) => factsTypedIn(text, facts).map((what) => ({ paragraphId: id, what }))),
  };
}

const TYPED_FACT = /\$\s?\d[\d,]*(?:\.\d{2})?|\b\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b|\b(?=[A-Z0-9-]*\d)[A-Z0-9-]{4,}\b/gu;
const plain = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '');

/** What in a person's words looks like a fact and is none of the case's: amounts, dates, numbers of four characters or more. */
function factsTypedIn(text: string, facts: LetterFacts): string[] {
  const known = [...facts.values()].map(({ value }) => plain(value));
  return [...new Set([...text.matchAll(TYPED_FACT)].map(([found]) => found))].filter((found) => !known.some((value) => value.includes(plain(found))));
}
