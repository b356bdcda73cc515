import { classifyDenial } from '../../rules/denials/classify.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { topicsOf } from '../../rules/library/about-claim.ts';
import type { ClaimTopics } from '../../rules/library/about-claim.ts';
import { notesFor, playbooksFor } from '../../rules/library/playbook-choice.ts';
import type { ChosenPlaybook } from '../../rules/library/playbook-choice.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { factsFromReading } from '../../rules/work/facts-from-reading.ts';
import { payerOfReading } from '../cases/pending-capture.ts';
import type { OverturnDatabase } from '../db.ts';
import { readEntries, readNotes } from '../library/read-entries.ts';
import { findPayer } from '../payers.ts';
import { userNames } from '../people.ts';
import type { Vault } from '../vault/vault.ts';

export type AboutNote = { id: string; kind: string; title: string; text: string; userName: string; atMs: number };
/** What the library says about a claim: the notes it is tagged into, the playbook for its payer and code, and how many windows wait to be decided. */
export type AboutClaim = { notes: AboutNote[]; playbooks: (Omit<ChosenPlaybook, 'steps' | 'evidence'> & { steps: string[]; evidence: string[] })[]; asks: number };

type Store = { db: OverturnDatabase; vault: Vault };
/** Of a list page: as many claims as notes are looked up for. */
const MOST_CLAIMS = 50;
const MOST_NOTES = 20;

async function aboutTopics({ db, vault }: Store, all: readonly ClaimTopics[], payerKey: string | null): Promise<AboutClaim> {
  const [notes, own, users, asks] = await Promise.all([
    readNotes(db, vault), readEntries(db, vault, 'playbook'), userNames(db), payerKey === null ? 0 : db.radarAsks.where('[payerKey+state]').equals([payerKey, 'open']).count(),
  ]);
  const chosen = [...new Map(all.flatMap((topics) => notesFor(topics, notes)).map((note) => [note.id, note])).values()].slice(0, MOST_NOTES);
  const books = [...new Map(all.flatMap((topics) => playbooksFor(topics, own)).map((book) => [book.id, book])).values()].slice(0, 6);
  return {
    notes: chosen.map(({ id, body, userId, atMs }) => ({ id, kind: body.kind, title: body.title, text: body.text, userName: users.get(userId) ?? '', atMs })),
    playbooks: books.map((book) => ({ ...book, steps: [...book.steps], evidence: [...book.evidence] })), asks,
  };
}

/** About a case of the practice. `category` is that of its denial. */
export async function aboutClaim(db: OverturnDatabase, vault: Vault, facts: ClaimFacts, payer: PracticePayer | null, category: string): Promise<AboutClaim> {
  return aboutTopics({ db, vault }, [topicsOf(facts, payer, category)], payer?.key ?? null);
}

/** About what a page shows, saved or not. `payerKey`: the payer a person chose, where one did. */
export async function aboutCapture({ db, vault }: Store, reading: Reading, payerKey: string | null): Promise<AboutClaim> {
  const payer = payerKey === null ? await payerOfReading(db, reading) : await findPayer(db, payerKey);
  const topics = reading.claims.slice(0, MOST_CLAIMS).map((claim) => {
    const facts = factsFromReading(claim, { payerName: reading.payer?.value ?? null });
    // A claim that was not refused has no reason to have a playbook.
    const refused = facts.status === 'denied' || facts.status === 'partially-denied' || facts.status === 'rejected' || facts.status === 'information-requested';
    return topicsOf(facts, payer, refused ? classifyDenial({ ...facts, lineOfBusiness: payer?.lineOfBusiness ?? null }).category : null);
  });
  return aboutTopics({ db, vault }, topics, payer?.key ?? null);
}
