import type { DenialCategory } from '../codes/vocabulary.ts';
import { DENIAL_CATEGORIES } from '../codes/vocabulary.ts';
import { playFor } from '../denials/playbook.ts';
import { usualOrigin } from '../denials/vocabulary.ts';
import { fitOf } from './about-claim.ts';
import type { ClaimTopics } from './about-claim.ts';
import type { NoteBody, PlaybookBody } from './library-entry.ts';

/** A playbook beside a claim. `isOwn`: the practice wrote it; else it is the one that came with Overturn. */
export type ChosenPlaybook = { id: string; title: string; steps: readonly string[]; evidence: readonly string[]; who: string; typicalResult: string; isOwn: boolean };

const WHO: Readonly<Record<string, string>> = {
  scheduling: 'Scheduling, with billing', 'front-desk': 'Front desk, with billing', clinical: 'The clinic writes, billing sends', coding: 'Coding', 'charge-entry': 'Charge entry', billing: 'Billing', 'payer-contract': 'Billing, with whoever keeps the contracts', undecided: '',
};

const isCategory = (text: string | null): text is DenialCategory => (DENIAL_CATEGORIES as readonly string[]).includes(text ?? '');

/** The play that came with Overturn for a category of denial, as a playbook. It claims no result: nobody has measured one. */
export function shippedPlaybook(category: string | null): ChosenPlaybook | null {
  if (!isCategory(category)) return null;
  const play = playFor(category);
  return { id: `shipped:${category}`, title: '', steps: play.steps, evidence: play.evidence, who: WHO[usualOrigin[category]] ?? '', typicalResult: '', isOwn: false };
}

/** The playbooks for a claim: the practice's own that fit it, the closest first; where none does, the one that came with Overturn. */
export function playbooksFor(topics: ClaimTopics, own: readonly { id: string; body: PlaybookBody }[]): ChosenPlaybook[] {
  const fitting = own.flatMap(({ id, body }) => {
    const fit = fitOf(body.about, topics);
    return fit === null ? [] : [{ fit, chosen: { id, title: body.title, steps: body.steps, evidence: body.evidence, who: body.who, typicalResult: body.typicalResult, isOwn: true } }];
  }).sort((left, right) => right.fit - left.fit);
  const shipped = shippedPlaybook(topics.category);
  return fitting.length > 0 ? fitting.map(({ chosen }) => chosen) : shipped === null ? [] : [shipped];
}

/** The notes that are about a claim, the closest first. */
export function notesFor<N extends { body: NoteBody; atMs: number }>(topics: ClaimTopics, notes: readonly N[]): N[] {
  return notes.flatMap((note) => {
    const fit = fitOf(note.body.about, topics);
    return fit === null ? [] : [{ note, fit }];
  }).sort((left, right) => right.fit - left.fit || right.note.atMs - left.note.atMs).map(({ note }) => note);
}
