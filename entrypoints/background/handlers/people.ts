import { failed, ok } from '../../../rules/protocol/result.ts';
import { roleOf } from '../../../storage/people.ts';
import { addPerson, leavePractice, saveOwnAbsences, savePerson, setFirstPassphrase } from '../../../storage/staff/change-people.ts';
import { handOverQueue } from '../../../storage/staff/hand-over-queue.ts';
import { savePools } from '../../../storage/staff/pools.ts';
import { StorageFault } from '../../../storage/storage-fault.ts';
import { commitChange, withWriter } from '../../../storage/write.ts';
import { readSessionVault } from '../../shared/session-vault.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** The raw data key, for one more wrap; wiped when the work is done. */
async function withDataKey<T>(work: (dataKey: Uint8Array<ArrayBuffer>) => Promise<T>): Promise<T> {
  const session = await readSessionVault();
  if (session === null) throw new StorageFault('vault-locked');
  try {
    return await work(session.dataKey);
  } finally {
    session.dataKey.fill(0);
  }
}

export const peopleHandlers: Pick<Handlers, 'person:add' | 'person:save' | 'person:set-passphrase' | 'person:leave' | 'person:away' | 'pools:save' | 'queue:hand-over' | 'queue:sheet-printed'> = {
  'person:add': async (request) => {
    const ctx = await needWriteContext();
    return withDataKey((dataKey) => addPerson(ctx, dataKey, request));
  },
  'person:save': async (request) => savePerson(await needWriteContext(), request),
  'person:set-passphrase': async (request) => {
    const ctx = await needWriteContext();
    return withDataKey((dataKey) => setFirstPassphrase(ctx, dataKey, request));
  },
  'person:leave': async ({ personId }) => leavePractice(await needWriteContext(), personId),
  'person:away': async ({ away }) => saveOwnAbsences(await needWriteContext(), away),
  'pools:save': async ({ pools }) => savePools(await needWriteContext(), pools),

  'queue:hand-over': async (request) => {
    const ctx = await needWriteContext();
    const isLead = (await roleOf(ctx.db, ctx.userId)) === 'lead';
    if (!isLead && request.fromId !== ctx.userId) {
      await withWriter(ctx.db, async () => commitChange(ctx, { command: 'queue:hand-over', subject: request.fromId, outcome: 'role-forbids' }, [], () => Promise.resolve()));
      return failed('role-forbids');
    }
    return handOverQueue(ctx, request);
  },
  'queue:sheet-printed': async ({ ownerId, cases, names }) => {
    const ctx = await needWriteContext();
    await withWriter(ctx.db, async () => commitChange(ctx, { command: 'queue:sheet-printed', subject: `${ownerId} ${cases} ${names ? 'with names' : 'covered'}`, outcome: 'done' }, [], () => Promise.resolve()));
    return ok({});
  },
};
