import { ACCEPTED_VALUES } from '../../rules/deadlines/deadline-query.ts';

const rows = (values: Readonly<Record<string, readonly string[]>>): string[] => Object.entries(values).map(([name, accepted]) => `  ${name.padEnd(24)} ${accepted.join(' | ')}`);

/** What `npm run deadline -- --help` prints: the shape of a question and of an answer, and every value that is accepted. */
export function deadlineHelp(): string {
  return [
    'One deadline question, one JSON answer.', '',
    '  npm run --silent deadline -- \'{"payer":"Medicare","lineOfBusiness":"medicare-ffs","action":"appeal-level-1","facts":{"noticeDate":"2026-06-07"}}\'', '',
    'The question:',
    '  payer                    the name as a remittance, card or portal spells it',
    ...rows(ACCEPTED_VALUES.query),
    '  facts                    an object of these; give what you know, leave out what you do not:', '',
    ...rows(ACCEPTED_VALUES.facts),
    '  receivedDate             another name of noticeReceivedDate', '',
    'party is "provider" unless said; state may be left out where the payer has one. A word that is not listed for disputeKind,',
    'filingException, reopeningReason, correctionKind, claimKind or mac is taken, warned of, and met by no rule.', '',
    'The answer is one of:',
    '  {raw, due, safe, rule, version, confidence, source, steps, dissents, warnings}   raw: the counted day; due: the last day the rule accepts;',
    '                           safe: the last federal business day on or before raw, the day to work by',
    '  {needs: [...]}           facts without which nothing can be said',
    '  {conflict: [...]}        rules that differ and that nothing tells apart',
    '  {unverified: {...}}      only rules of low confidence apply: no date',
    '  {unknown, candidates}    the payer or the rule is not in the library; "instead" and "hint" say what is',
    '  {error: {code, fact}}    a malformed fact; "accepted" lists what may stand there', '',
    'Exit status 0 for every answer. Nothing is stored or sent.', '',
  ].join('\n');
}
