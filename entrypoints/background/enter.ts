import type { Result } from '../../rules/protocol/result.ts';
import { settleCopy } from '../../storage/backup/kept-copy.ts';
import { giveUpBefore } from '../../storage/current-store.ts';
import type { Unlocked } from '../../storage/vault/unlock.ts';
import { writeSessionVault } from '../shared/session-vault.ts';
import { isTraining } from '../shared/training-mode.ts';
import { refreshPortals } from './portal-tabs.ts';
import { needWriteContext } from './services.ts';
import { followIdleSetting } from './vault-lock.ts';

/** Puts the opened key where the other contexts find it, and tells the portal tabs, whose cards waited for it. */
export async function enter(opened: Result<Unlocked>): Promise<Result<Unlocked>> {
  if (!opened.ok) return opened;
  await writeSessionVault(opened.value);
  opened.value.dataKey.fill(0);
  void followIdleSetting(); // a browser that was just started takes seconds to say what the organization set; the door does not wait for it
  void refreshPortals('close-card');
  // Somebody can sign in here: what was there before a restore is no longer needed.
  if (!(await isTraining())) {
    void giveUpBefore();
    void needWriteContext().then(settleCopy).catch(() => undefined); // a copy that cannot be looked after now is looked after at the next sign-in
  }
  return opened;
}
