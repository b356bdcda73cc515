import { observationText } from '../../rules/evidence/evidence-file.ts';
import type { PageOfLook } from '../../rules/evidence/evidence-entry.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import type { OverturnDatabase } from '../db.ts';
import type { EventRow, ObservationRow } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';

/** One line of the timeline. Written once, never changed. */
export type EventText = { title: string; detail: string | null; changes: FactChange[] };
export type NewEvent = { kind: string } & Partial<EventText> & { title: string };
type Who = { userId: string; nowMs: number };

/** A sortable opaque id: two events of one moment keep the order in which they were made. */
function eventId(nowMs: number, n: number): string {
  return `${nowMs.toString(36).padStart(9, '0')}-${n.toString(36).padStart(3, '0')}-${crypto.randomUUID().slice(0, 18)}`;
}

export async function sealEvents(vault: Vault, who: Who, caseId: string, events: readonly NewEvent[]): Promise<EventRow[]> {
  return Promise.all(events.map(async ({ kind, title, detail, changes }, n): Promise<EventRow> => {
    const id = eventId(who.nowMs, n);
    const text: EventText = { title, detail: detail ?? null, changes: changes ?? [] };
    return { id, caseId, kind, atMs: who.nowMs, userId: who.userId, sealed: await vault.seal('events', id, text) };
  }));
}

/** What a page, a file or a person said of a claim, as kept. `host` is the portal's; `place` where in a file it stood. */
export type ObservationContent = {
  facts: unknown; host: string | null; place: { importId: string; segment: number } | null; reading: unknown; edited: string[]; references: { label: string; value: string }[];
  changes: FactChange[]; pasted: string | null;
  /** Kind of page, portal, map and reader of a look at a page; absent in looks before version 2. */
  page?: PageOfLook | null;
};

/** The hash before the first observation of a case. */
export const FIRST_OBSERVATION = '0'.repeat(32);

/** The hash of an observation in the chain of its case. */
export function hashOfObservation(vault: Vault, row: Omit<ObservationRow, 'hash' | 'sealed'>, content: unknown): string {
  // Keyed: a plain hash of a few known values and a guessed name could be tried out by anybody with the disk.
  return vault.contentHash('observation', observationText({ ...row, previous: row.prev, content }));
}

export type ChainEnd = { n: number; hash: string };

/** The newest observation of each case; cases without one start a chain. */
export async function chainEnds(db: OverturnDatabase, caseIds: readonly string[]): Promise<Map<string, ChainEnd>> {
  const ends = new Map<string, ChainEnd>();
  await Promise.all(caseIds.map(async (caseId) => {
    const last = await db.observations.where('[caseId+n]').between([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER]).last();
    ends.set(caseId, last === undefined ? { n: 0, hash: FIRST_OBSERVATION } : { n: last.n, hash: last.hash });
  }));
  return ends;
}

export async function sealObservation(vault: Vault, who: Who, caseId: string, after: ChainEnd, source: ObservationRow['source'], content: ObservationContent, id: string = crypto.randomUUID()): Promise<ObservationRow> {
  const head = { id, caseId, n: after.n + 1, source, atMs: who.nowMs, userId: who.userId, prev: after.hash };
  return { ...head, hash: hashOfObservation(vault, head, content), sealed: await vault.seal('observations', id, content) };
}
