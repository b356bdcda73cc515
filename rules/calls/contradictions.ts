import type { AnswerKind, Contact, ContactAnswer } from '../domain/contact.ts';

/** One contact's answer to a question about one claim. */
export type SaidOnce = { contactId: string; atMs: number; representative: string; reference: string | null; channel: string; value: string; kind: AnswerKind };
/** Everything that was said to one question, the newest first. */
export type SaidToQuestion = { key: string; question: string; said: SaidOnce[]; isContradicted: boolean };

/** Questions whose answer is expected to change as a claim goes on: another answer is news, not a contradiction. */
const CHANGES_WITH_TIME: ReadonlySet<string> = new Set(['promised-for', 'pended', 'pended-for', 'waiting-on', 'cashed', 'cashed-on', 'records-received', 'records-received-on', 'can-escalate', 'escalated-to', 'deductible-left', 'transferred-to', 'refused-why', 'searched-by', 'heard-before', 'call-back-offered', 'what-helps', 'supervisor']);

type Logged = Contact & { id: string; atMs: number };

/** What was answered about one claim in a contact: its own answers where the contact was about several. */
export function answersAbout(one: Contact, caseId: string): ContactAnswer[] {
  const own = one.claims?.find((claim) => claim.caseId === caseId);
  return own?.answers ?? one.answers ?? [];
}

const plain = (value: string): string => value.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * What each contact said to the same question about a claim. Answers contradict one another where the question asks for something
 * that does not change, such as the day of receipt, and the answers differ in more than spelling.
 */
export function saidToQuestions(contacts: readonly Logged[], caseId: string): SaidToQuestion[] {
  const byKey = new Map<string, SaidToQuestion>();
  for (const one of [...contacts].sort((a, b) => b.atMs - a.atMs)) {
    for (const { key, question, kind, value } of answersAbout(one, caseId)) {
      const found = byKey.get(key) ?? { key, question, said: [], isContradicted: false };
      found.said.push({ contactId: one.id, atMs: one.atMs, representative: one.representative, reference: one.reference, channel: one.channel, value, kind });
      byKey.set(key, found);
    }
  }
  return [...byKey.values()].map((one) => ({ ...one, isContradicted: !CHANGES_WITH_TIME.has(one.key) && new Set(one.said.map(({ value }) => plain(value))).size > 1 }))
    .sort((a, b) => Number(b.isContradicted) - Number(a.isContradicted) || b.said.length - a.said.length);
}
