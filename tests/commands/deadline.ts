import { answerDeadlineQuery } from '../../rules/deadlines/answer-deadline-query.ts';

/** `npm run --silent deadline -- 'JSON'`: one JSON object on standard output for every query, exit status 0. */
function readQuery(text: string | undefined): { query: unknown } | { error: { code: string; fact: string } } {
  if (text === undefined || text.trim() === '') return { error: { code: 'missing-query', fact: 'query' } };
  try {
    return { query: JSON.parse(text) as unknown };
  } catch {
    // What the parser says repeats the input; the code is enough.
    return { error: { code: 'malformed-json', fact: 'query' } };
  }
}

const read = readQuery(process.argv[2]);
const answer = 'error' in read ? read : answerDeadlineQuery(read.query);
process.stdout.write(`${JSON.stringify(answer)}\n`);
