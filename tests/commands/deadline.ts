import { dayOfPlainDate } from '../../rules/calendar/calendar-day.ts';
import { answerDeadlineQuery } from '../../rules/deadlines/answer-deadline-query.ts';
import { deadlineHelp } from './deadline-help.ts';

/** `npm run --silent deadline -- 'JSON'`: one JSON object on standard output for every query, exit status 0. `--help` prints what is accepted. */
function readQuery(text: string | undefined): { query: unknown } | { error: { code: string; fact: string; help: string } } {
  const help = 'npm run --silent deadline -- --help';
  if (text === undefined || text.trim() === '') return { error: { code: 'missing-query', fact: 'query', help } };
  try {
    return { query: JSON.parse(text) as unknown };
  } catch {
    // What the parser says repeats the input; the code is enough.
    return { error: { code: 'malformed-json', fact: 'query', help } };
  }
}

if (['--help', '-h', 'help'].includes(process.argv[2]?.trim() ?? '')) process.stdout.write(deadlineHelp());
else {
  const read = readQuery(process.argv[2]);
  // The day of asking moves no date: it only tells a year that cannot be.
  const answer = 'error' in read ? read : answerDeadlineQuery(read.query, { askedOn: dayOfPlainDate(Temporal.Now.plainDateISO()) });
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
