import type { CommandReply, CommandRequest } from '../rules/protocol/commands.ts';
import { sameName } from '../rules/domain/same-name.ts';
import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import { listClients, putClients } from './current-store.ts';
import { openDatabase } from './db.ts';
import { readKnownPractices, readPracticeId } from './team/machine.ts';
import { commitChange, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/** More is another product. */
const MOST_CLIENTS = 60;

/**
 * Adds a client: an empty database of its own, which its first user sets up as a practice with a key of its own once it is switched
 * to. With the first one added, what is here becomes a client as well, under `ownName`. Fails with `name-taken`, `bad-request`.
 */
export async function addClient(ctx: WriteContext, { name, ownName }: CommandRequest<'client:add'>): Promise<Result<CommandReply<'client:add'>>> {
  return withWriter(ctx.db, async () => {
    const known = await listClients();
    const before = known.length > 0 ? known : [{ id: crypto.randomUUID(), name: ownName, database: ctx.db.name, createdMs: ctx.nowMs }];
    if (before.some((one) => sameName(one.name, name))) return failed('name-taken', 'name');
    if (before.length >= MOST_CLIENTS) return failed('bad-request', 'name');
    const id = crypto.randomUUID();
    const database = `overturn-client-${id}`;
    (await openDatabase(database)).close(); // there before it is named, so that a switch never leads to nothing
    await putClients([...before, { id, name, database, createdMs: ctx.nowMs }]);
    await commitChange(ctx, { command: 'client:add', subject: id, outcome: 'done' }, [], () => Promise.resolve());
    return ok({ clientId: id });
  });
}

/** Ids of the practices that are other clients of this profile: their work is not taken in under this one. */
export async function otherPracticeIds(ownDatabase: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { database } of await listClients()) {
    if (database === ownDatabase) continue;
    const db = await openDatabase(database);
    try {
      const id = await readPracticeId(db);
      if (id !== null) ids.push(id);
      ids.push(...(await readKnownPractices(db)).map((one) => one.id));
    } finally {
      db.close();
    }
  }
  return ids;
}
