import { failed, ok } from '../../../rules/protocol/result.ts';
import { recoveryNoticed, setRecoveryKey, openWithRecoveryKey } from '../../../storage/vault/recovery.ts';
import { setWipeAfter } from '../../../storage/vault/wipe-setting.ts';
import { readSessionVault } from '../../shared/session-vault.ts';
import { isTraining } from '../../shared/training-mode.ts';
import { enter } from '../enter.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext, openStore } from '../services.ts';

/** The recovery key, its use, and the deleting after too many wrong tries. */
export const recoveryHandlers: Pick<Handlers, 'recovery:set' | 'recovery:use' | 'recovery:noticed' | 'wipe:set'> = {
  'recovery:set': async (request) => {
    // The invented practice has no data to recover: a key printed there would open nothing.
    if (await isTraining()) return failed('practice-mode');
    const [ctx, open] = await Promise.all([needWriteContext(), readSessionVault()]);
    if (open === null) return failed('vault-locked');
    const set = await setRecoveryKey(ctx, open.dataKey, request);
    open.dataKey.fill(0);
    return set;
  },
  'recovery:use': async (request) => {
    if (await isTraining()) return failed('practice-mode');
    const opened = await enter(await openWithRecoveryKey(await openStore(), { ...request, nowMs: Date.now() }));
    return opened.ok ? ok({}) : opened;
  },
  'recovery:noticed': async () => {
    await recoveryNoticed(await needWriteContext());
    return ok({});
  },
  // What is deleted is the practice's own: nobody practises that.
  'wipe:set': async (request) => ((await isTraining()) ? failed('practice-mode') : setWipeAfter(await needWriteContext(), request)),
};
