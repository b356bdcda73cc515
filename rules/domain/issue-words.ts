import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', tuple: 'a list', object: 'a group of fields in { }', record: 'a group of fields in { }', null: 'null',
};
const MOST_NAMED = 15;

/** The checking library's own English; what a schema says in its own words does not begin like this. */
const LIBRARY_WORDS = /^(?:Invalid |Too (?:small|big)|Unrecognized )/u;

/**
 * What is wrong with a value of a file, in words for the person who wrote or received the file, to be read after the value's place.
 * `isThere`: whether something stands at that place at all.
 */
export function issueWords(issue: Issue, isThere: boolean): string {
  if (!LIBRARY_WORDS.test(issue.message)) return issue.message;
  const wanted = wantedWords(issue);
  if (wanted !== null) return isThere ? `${wanted} belongs here` : `is missing: ${wanted} belongs here`;
  switch (issue.code) {
    case 'too_big': return issue.origin === 'string' ? `is longer than ${issue.maximum} characters` : issue.origin === 'array' ? `has more than ${issue.maximum} entries` : `is above ${issue.maximum}`;
    case 'too_small': return shortWords(issue.origin, Number(issue.minimum));
    case 'not_multiple_of': return `has to be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys': return `does not know ${issue.keys.join(', ')}`;
    case 'invalid_union': return 'fits none of the forms that are possible here';
    default: return 'is not written in the form that is needed here';
  }
}

function wantedWords(issue: Issue): string | null {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    if (values.length === 1) return `“${values[0] ?? ''}”`;
    return values.length > MOST_NAMED ? 'one of the known words' : `one of ${values.join(', ')}`;
  }
  if (issue.code !== 'invalid_format') return null;
  if (issue.format === 'date') return 'a date such as 2026-03-31';
  return issue.format === 'url' ? 'a web address' : null;
}

function shortWords(origin: string, minimum: number): string {
  if (origin === 'string') return minimum === 1 ? 'is empty' : `is shorter than ${minimum} characters`;
  if (origin === 'array') return minimum === 1 ? 'is an empty list' : `has fewer than ${minimum} entries`;
  return `is below ${minimum}`;
}
