import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { MOST_PURGED } from '../../rules/team/practice-part.ts';
import type { PurgedMark } from '../../rules/team/practice-part.ts';
import type { OverturnDatabase } from '../db.ts';
import type { MetaRow } from '../schema/v1.ts';

/**
 * Marks of cases that were purged, so that none comes back from a colleague's hand-over file of before. A mark is a hash of the case's
 * id, which is random and tells nothing, and the same on every computer of the practice; with it stands when the case was last worked on.
 */
const START = 'purged/';

export function markOfCase(caseId: string): string {
  return bytesToHex(sha256(utf8ToBytes(`overturn purged case\n${caseId}`))).slice(0, 32);
}

/** When this case was last worked on before it was purged here or elsewhere; null where it never was. */
export async function purgedMs(db: OverturnDatabase, caseId: string): Promise<number | null> {
  return msOf(await db.meta.get(START + markOfCase(caseId)));
}

function msOf(row: MetaRow | undefined): number | null {
  return typeof row?.value === 'number' ? row.value : null;
}

/** Only table calls, on `meta`. A mark only ever moves forward, so the order in which files come makes no difference. */
export async function putPurged(db: OverturnDatabase, marks: readonly PurgedMark[]): Promise<void> {
  const known = await db.meta.bulkGet(marks.map(([mark]) => START + mark));
  await db.meta.bulkPut(marks.map(([mark, ms], index) => ({ key: START + mark, value: Math.max(ms, msOf(known[index]) ?? 0) })));
}

/** All marks, newest work first, no more than a file takes. */
export async function listPurged(db: OverturnDatabase): Promise<PurgedMark[]> {
  const rows = await db.meta.where('key').startsWith(START).toArray();
  return rows.map((row): PurgedMark => [row.key.slice(START.length), msOf(row) ?? 0]).sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, MOST_PURGED);
}
