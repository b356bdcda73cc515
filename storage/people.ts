import type { Person } from '../rules/domain/person.ts';
import type { User } from '../rules/domain/practice.ts';
import type { Role } from '../rules/domain/vocabulary.ts';
import type { OverturnDatabase } from './db.ts';
import type { PersonRow } from './schema/v3.ts';

/** A row as the rest of the product knows it. */
export function personOfRow(row: PersonRow): Person {
  const leftMs = row.leftMs ?? null;
  return {
    id: row.id, name: row.name, role: row.role, skills: row.skills ?? [], payerKeys: row.payerKeys ?? [], pools: row.pools ?? [], away: row.away ?? [], leftMs,
    standing: leftMs !== null ? 'left' : row.elsewhere === 1 ? 'elsewhere' : 'here', needsOwnPassphrase: row.firstPassphrase === 1,
  };
}

/** Everybody whose name stands on something, oldest first: those who work here, elsewhere, and those who left. */
export async function listPeople(db: OverturnDatabase): Promise<Person[]> {
  return (await db.users.toArray()).sort((a, b) => a.createdMs - b.createdMs).map(personOfRow);
}

/** Everybody who may sign in on this profile, oldest first. Names of staff, in clear for the sign-in screen. */
export async function listUsers(db: OverturnDatabase): Promise<User[]> {
  return (await listPeople(db)).filter(({ standing }) => standing === 'here').map(({ id, name, role }) => ({ id, name, role }));
}

/** Names by id, for lists that show who did what. */
export async function userNames(db: OverturnDatabase): Promise<Map<string, string>> {
  return new Map((await db.users.toArray()).map((row) => [row.id, row.name]));
}

/** What somebody who signs in here may do; null for a stranger and for who has left. */
export async function roleOf(db: OverturnDatabase, userId: string): Promise<Role | null> {
  const row = await db.users.get(userId);
  return row === undefined || personOfRow(row).standing !== 'here' ? null : row.role;
}
