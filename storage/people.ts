import type { Role } from '../rules/domain/vocabulary.ts';
import type { User } from '../rules/domain/practice.ts';
import type { OverturnDatabase } from './db.ts';

/** Everybody who may sign in on this profile, oldest first. Names of staff, in clear for the sign-in screen. */
export async function listUsers(db: OverturnDatabase): Promise<User[]> {
  const rows = await db.users.toArray();
  return rows.sort((a, b) => a.createdMs - b.createdMs).map(({ id, name, role }) => ({ id, name, role }));
}

/** Names by id, for lists that show who did what. */
export async function userNames(db: OverturnDatabase): Promise<Map<string, string>> {
  return new Map((await db.users.toArray()).map((row) => [row.id, row.name]));
}

/** What a user may do; null for a stranger. */
export async function roleOf(db: OverturnDatabase, userId: string): Promise<Role | null> {
  return (await db.users.get(userId))?.role ?? null;
}
