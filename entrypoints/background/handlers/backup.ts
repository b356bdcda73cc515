import { browser } from 'wxt/browser';
import { failed, ok } from '../../../rules/protocol/result.ts';
import { backupChecked, backupMade, beginBackup } from '../../../storage/backup/backup-trail.ts';
import { dropCopy } from '../../../storage/backup/kept-copy.ts';
import { putBack, takeRestored } from '../../../storage/backup/take-restored.ts';
import { STORE_MOVED_KEY } from '../../shared/session-vault.ts';
import { isTraining } from '../../shared/training-mode.ts';
import type { Handlers } from '../handler.ts';
import { closeStore, needWriteContext, openStore, openWriteContext } from '../services.ts';
import { lockVault } from '../vault-lock.ts';

/** Another database is in use from here on: the key goes, and every page of ours starts anew. */
async function moved(): Promise<void> {
  await closeStore();
  await browser.storage.session.set({ [STORE_MOVED_KEY]: Date.now() });
}

export const backupHandlers: Pick<Handlers, 'backup:begin' | 'backup:drop-copy' | 'backup:made' | 'backup:checked' | 'backup:use-restored' | 'backup:put-back'> = {
  'backup:begin': async (request) => ((await isTraining()) ? failed('practice-mode') : beginBackup(await needWriteContext(), request)),
  'backup:drop-copy': async () => {
    await dropCopy(await needWriteContext(), 'by a person');
    return ok({});
  },
  'backup:made': async ({ rows }) => {
    await backupMade(await needWriteContext(), rows);
    return ok({});
  },
  'backup:checked': async ({ outcome }) => {
    await backupChecked(await needWriteContext(), outcome);
    return ok({});
  },
  'backup:use-restored': async (request) => {
    // The invented practice is neither backed up nor replaced, and must not stand in for the real one.
    if (await isTraining()) return failed('practice-mode');
    const used = await takeRestored(await openStore(), await openWriteContext(), request);
    if (!used.ok) return used;
    await closeStore();
    await lockVault('restored');
    await moved();
    return used;
  },
  'backup:put-back': async () => {
    if (await isTraining()) return failed('practice-mode');
    const done = await putBack(Date.now());
    if (done.ok) await moved();
    return done;
  },
};
