import { failed, ok } from '../../../rules/protocol/result.ts';
import { listUsers } from '../../../storage/people.ts';
import { StorageFault } from '../../../storage/storage-fault.ts';
import { backOffUntil, changePassphrase, createPractice, unlockVault } from '../../../storage/vault/unlock.ts';
import { readSessionVault } from '../../shared/session-vault.ts';
import type { Handlers } from '../handler.ts';
import { registerPortalScripts } from '../portal-access.ts';
import { needWriteContext, openStore } from '../services.ts';
import { lockVault } from '../vault-lock.ts';
import { enter } from '../enter.ts';

export const vaultHandlers: Pick<Handlers, 'vault:status' | 'practice:create' | 'vault:unlock' | 'vault:lock' | 'vault:change-passphrase'> = {
  'vault:status': async () => {
    try {
      const db = await openStore();
      const [session, users, last] = await Promise.all([readSessionVault(), listUsers(db), db.meta.get('last-user')]);
      const userId = session?.userId ?? (last?.value as string | undefined) ?? users[0]?.id ?? null;
      const state = users.length === 0 ? 'absent' : session === null ? 'locked' : 'unlocked';
      return ok({ state, users, userId, backOffUntilMs: userId === null || state !== 'locked' ? null : await backOffUntil(db, userId, Date.now()) });
    } catch (error) {
      if (error instanceof StorageFault && error.code === 'storage-newer') return ok({ state: 'newer', users: [], userId: null, backOffUntilMs: null });
      throw error;
    }
  },

  'practice:create': async (request) => {
    const made = await enter(await createPractice(await openStore(), { ...request, nowMs: Date.now() }));
    if (!made.ok) return made;
    await registerPortalScripts();
    return ok({ userId: made.value.userId });
  },

  'vault:unlock': async (request) => {
    const opened = await enter(await unlockVault(await openStore(), { ...request, nowMs: Date.now() }));
    return opened.ok ? ok({}) : opened;
  },

  'vault:lock': async () => {
    await lockVault('person');
    return ok({});
  },

  'vault:change-passphrase': async (request) => {
    const changed = await changePassphrase(await needWriteContext(), request);
    return changed.ok ? ok({}) : changed.error.code === 'backed-off' ? changed : failed(changed.error.code, changed.error.field);
  },
};
