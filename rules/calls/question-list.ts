import { z } from 'zod';
import { ANSWER_KINDS } from '../domain/contact.ts';
import type { ContactAnswer } from '../domain/contact.ts';
import { CONTACT_OUTCOMES } from '../domain/vocabulary.ts';
import type { ContactOutcome } from '../domain/vocabulary.ts';
import shipped from './question-lists.json' with { type: 'json' };

const key = z.string().regex(/^[a-z0-9-]{1,60}$/u, 'lower-case words joined by hyphens');

const question = z.strictObject({
  key, ask: z.string().trim().min(1).max(300), kind: z.enum(ANSWER_KINDS),
  choices: z.array(z.strictObject({ value: key, label: z.string().trim().min(1).max(80) })).min(2).max(30).optional(),
  /** Asked only where an earlier question was answered with one of these. */
  when: z.strictObject({ key, is: z.array(z.string().min(1).max(80)).min(1).max(30) }).optional(),
  hint: z.string().trim().max(200).optional(),
  /** What else the answer says: the day something was promised for, or the day by which we must act. */
  sets: z.enum(['promised-for', 'follow-up']).optional(),
});
export type ListedQuestion = z.infer<typeof question>;

/** The questions to ask once it is known what came of a contact. Kept as data: the practice may write its own. */
export const questionList = z.strictObject({ id: key, title: z.string().trim().min(1).max(80), outcomes: z.array(z.enum(CONTACT_OUTCOMES)).min(1).max(CONTACT_OUTCOMES.length), questions: z.array(question).min(1).max(60) })
  .superRefine((list, context) => {
    const asked = new Map<string, ListedQuestion>();
    list.questions.forEach((one, at) => {
      const fault = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', path: ['questions', at, ...path], message });
      if (asked.has(one.key)) fault('twice-the-same-key', 'key');
      if ((one.kind === 'choice') !== (one.choices !== undefined)) fault('choices-for-choice-alone', 'choices');
      if (one.sets !== undefined && one.kind !== 'date') fault('only-a-date-sets-a-day', 'sets');
      if (one.when !== undefined) {
        const before = asked.get(one.when.key);
        if (before === undefined) fault('condition-on-no-earlier-question', 'when');
        else if (!one.when.is.every((value) => possible(before).includes(value))) fault('condition-that-never-holds', 'when');
      }
      asked.set(one.key, one);
    });
  });
export type QuestionList = z.infer<typeof questionList>;

/** The answers on which another question may depend. */
export function possible(asked: ListedQuestion): string[] {
  if (asked.kind === 'yes-no') return ['yes', 'no'];
  return (asked.choices ?? []).map(({ value }) => value);
}

/** The lists Overturn brings, one for each outcome; in our own words. */
export const SHIPPED_QUESTION_LISTS = shipped as readonly QuestionList[];

/** Answers by key of question, as they are kept in a draft. */
export type Answers = Readonly<Record<string, string>>;

/** The list for an outcome: the practice's own where it has one. */
export function listFor(outcome: ContactOutcome, lists: readonly QuestionList[]): QuestionList | null {
  return lists.find(({ outcomes }) => outcomes.includes(outcome)) ?? null;
}

/** The questions that are asked after these answers. A question whose condition no longer holds falls away; its answer is kept and not counted. */
export function askedQuestions(list: QuestionList, answers: Answers): ListedQuestion[] {
  const open = new Set<string>();
  return list.questions.filter((one) => {
    const isAsked = one.when === undefined || (open.has(one.when.key) && one.when.is.includes(answers[one.when.key] ?? ''));
    if (isAsked) open.add(one.key);
    return isAsked;
  });
}

/** What was answered, in the order asked, with each question as it was put. */
export function givenAnswers(list: QuestionList, answers: Answers): ContactAnswer[] {
  return askedQuestions(list, answers).flatMap(({ key: asked, ask, kind }) => {
    const value = (answers[asked] ?? '').trim();
    return value === '' ? [] : [{ key: asked, question: ask, kind, value }];
  });
}

/** An answer as it is read: the label of a choice, Yes or No, else as it was given. */
export function answerWords(list: QuestionList | null, answer: ContactAnswer): string {
  if (answer.kind === 'yes-no') return answer.value === 'yes' ? 'Yes' : 'No';
  if (answer.kind !== 'choice') return answer.value;
  return list?.questions.find(({ key: asked }) => asked === answer.key)?.choices?.find(({ value }) => value === answer.value)?.label ?? answer.value;
}
