import type { CaseEvidence, ChainVerdict, EvidenceLook } from '../../rules/evidence/case-evidence.ts';
import { evidenceContent } from '../../rules/evidence/evidence-entry.ts';
import { lookDifferences } from '../../rules/evidence/look-differences.ts';
import { FIRST_OBSERVATION, hashOfObservation } from '../cases/case-history.ts';
import { openCase } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { userNames } from '../people.ts';
import type { ObservationRow } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';

/** The rows of a case's evidence with what is in them; `content` is undefined where a box does not open. */
export type OpenedLook = { row: ObservationRow; content: unknown };

export async function openLooks(db: OverturnDatabase, vault: Vault, caseId: string): Promise<OpenedLook[]> {
  const rows = await db.observations.where('[caseId+n]').between([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER]).toArray();
  return Promise.all(rows.map(async (row) => ({ row, content: await vault.open('observations', row.id, row.sealed).catch(() => undefined) }))); // a damaged box is found by its hash
}

/** Walks the chain of opened looks. `end` is where the case says its evidence ends; null in cases of the first version, which do not say. */
export function verdictOf(vault: Vault, looks: readonly OpenedLook[], end: { n: number; hash: string } | null): ChainVerdict {
  let previous = FIRST_OBSERVATION;
  for (const [index, { row, content }] of looks.entries()) {
    if (row.n !== index + 1 || row.prev !== previous || hashOfObservation(vault, row, content) !== row.hash) return { whole: false, n: index + 1, why: 'altered' };
    previous = row.hash;
  }
  if (end !== null && end.n > looks.length) return { whole: false, n: looks.length + 1, why: 'cut-off' };
  // The end the case knows must be on the chain; a chain that was made anew without the key would not hold it.
  if (end !== null && looks[end.n - 1]?.row.hash !== end.hash) return { whole: false, n: end.n, why: 'altered' };
  return { whole: true, looks: looks.length };
}

/** All evidence of a case in order, with the check of its chain; null where there is no such case. @throws StorageFault `damaged-record` */
export async function caseEvidence(db: OverturnDatabase, vault: Vault, caseId: string): Promise<CaseEvidence | null> {
  const row = await db.cases.get(caseId);
  if (row === undefined) return null;
  const users = await userNames(db);
  const opened = await openLooks(db, vault, caseId);
  const sealed = await openCase(vault, row);
  let before: EvidenceLook['content'] = null;
  const looks = opened.map(({ row: look, content }): EvidenceLook => {
    const parsed = evidenceContent.safeParse(content);
    const shown = parsed.success ? parsed.data : null;
    const differences = shown === null ? [] : lookDifferences(before?.facts ?? null, shown.facts);
    before = shown ?? before;
    return { n: look.n, id: look.id, source: look.source, atMs: look.atMs, userName: users.get(look.userId) ?? '', hash: look.hash, content: shown, differences };
  });
  return { caseId, looks, chain: verdictOf(vault, opened, sealed.evidence ?? null) };
}
