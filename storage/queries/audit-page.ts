import type { OverturnDatabase } from '../db.ts';
import { userNames } from '../people.ts';
import type { AuditRow } from '../schema/v1.ts';

export type AuditPage = { rows: (AuditRow & { userName: string })[]; total: number };

/** One page of the trail, newest first; of one case where `subject` is given. Needs no vault: no patient is in it. */
export async function auditPage(db: OverturnDatabase, subject: string | null, offset: number, limit: number): Promise<AuditPage> {
  const all = () => (subject === null ? db.audit.toCollection() : db.audit.where('[subject+seq]').between([subject, 0], [subject, Number.MAX_SAFE_INTEGER]));
  const [users, total, rows] = await Promise.all([userNames(db), all().count(), all().reverse().offset(offset).limit(limit).toArray()]);
  return { total, rows: rows.map((row) => ({ ...row, userName: users.get(row.userId) ?? '' })) };
}
