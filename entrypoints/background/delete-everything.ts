import { browser } from 'wxt/browser';
import { deleteEveryStore } from '../../storage/current-store.ts';
import { clearSessionVault, STORE_MOVED_KEY } from '../shared/session-vault.ts';
import { forgetAllCaptures } from './pending-captures.ts';
import { closeStore } from './services.ts';
import { sweepSoon } from './sweep.ts';

/** What is left of a practice after its keys were destroyed goes too, and every page starts anew. `wiped`: the name of its database. */
export async function deleteEverything(wiped: string | null): Promise<void> {
  await clearSessionVault();
  await forgetAllCaptures();
  await closeStore();
  await deleteEveryStore(wiped);
  await browser.storage.session.set({ [STORE_MOVED_KEY]: Date.now() });
  sweepSoon();
}
