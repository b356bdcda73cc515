import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueWords } from '../../../rules/domain/issue-words.ts';

const wrong = (schema: z.ZodType, value: unknown, isThere = true): string => {
  const issue = schema.safeParse(value).error?.issues[0];
  if (issue === undefined) throw new Error('nothing is wrong with it');
  return issueWords(issue, isThere);
};

test.each<[string, z.ZodType, unknown]>([
  ['a number belongs here', z.number(), 'ten'],
  ['a whole number belongs here', z.int(), 1.5],
  ['a text belongs here', z.string(), 4],
  ['a list belongs here', z.array(z.string()), {}],
  ['a group of fields in { } belongs here', z.object({}), []],
  ['one of days, months belongs here', z.enum(['days', 'months']), 'weeks'],
  ['“overturn-pack” belongs here', z.literal('overturn-pack'), 'x'],
  ['a date such as 2026-03-31 belongs here', z.iso.date(), '31 March'],
  ['a web address belongs here', z.url(), 'somewhere'],
  ['is longer than 3 characters', z.string().max(3), 'four'],
  ['is empty', z.string().min(1), ''],
  ['is above 31', z.number().max(31), 32],
  ['is below 0', z.number().min(0), -1],
  ['has more than 1 entries', z.array(z.string()).max(1), ['a', 'b']],
  ['is an empty list', z.array(z.string()).min(1), []],
  ['fits none of the forms that are possible here', z.union([z.string(), z.number()]), true],
  ['is not written in the form that is needed here', z.string().regex(/^[a-z]+$/u), '1'],
])('%s', (words, schema, value) => {
  expect(wrong(schema, value)).toBe(words);
});

test('what is not there is said to be missing', () => {
  expect(wrong(z.object({ limit: z.number() }), {}, false)).toBe('is missing: a number belongs here');
});

test("a schema's own words stay as they are", () => {
  expect(wrong(z.string().refine(() => false, 'ends before it begins'), 'x')).toBe('ends before it begins');
});
