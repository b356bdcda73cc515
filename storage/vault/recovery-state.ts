import type { OverturnDatabase } from '../db.ts';
import type { WrapRow } from '../schema/v1.ts';

/** Row of `meta`: the newest use of the recovery key, and who has read the notice of it. */
export const RECOVERY_NOTICE = 'recovery-notice';
export type RecoveryNotice = { atMs: number; userId: string; seenBy: string[] };

/** The wrap of the recovery key in force, or null. */
export async function recoveryWrap(db: OverturnDatabase): Promise<WrapRow | null> {
  return (await db.wraps.toArray()).find((row) => row.kind === 'recovery') ?? null;
}

/** Whether a recovery key is in force. */
export async function hasRecoveryKey(db: OverturnDatabase): Promise<boolean> {
  return (await recoveryWrap(db)) !== null;
}

/** The use of the recovery key that a user has not been told of yet, or null. */
export async function recoveryNotice(db: OverturnDatabase, userId: string): Promise<{ atMs: number; userId: string } | null> {
  const notice = (await db.meta.get(RECOVERY_NOTICE))?.value as RecoveryNotice | undefined;
  return notice === undefined || notice.seenBy.includes(userId) ? null : { atMs: notice.atMs, userId: notice.userId };
}
