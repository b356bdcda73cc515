import { browser } from 'wxt/browser';
import { ok } from '../../../rules/protocol/result.ts';
import { TRAINING_PASSPHRASE, TRAINING_PAYERS, TRAINING_PRACTICE, TRAINING_USER } from '../../../rules/training/training-practice.ts';
import { TRAINING_DATABASE_NAME } from '../../../storage/database-names.ts';
import { deleteDatabase } from '../../../storage/db.ts';
import { listUsers } from '../../../storage/people.ts';
import { createPractice, unlockVault } from '../../../storage/vault/unlock.ts';
import { toBase64 } from '../../../storage/vault/base64.ts';
import { SESSION_VAULT_KEY } from '../../shared/session-vault.ts';
import { TRAINING_KEY } from '../../shared/training-mode.ts';
import type { Handlers } from '../handler.ts';
import { forgetAllCaptures } from '../pending-captures.ts';
import { openStoreNamed } from '../services.ts';
import { sweepSoon } from '../sweep.ts';
import { lockVault } from '../vault-lock.ts';

/** Where the panel was: a case of the one side is nobody's on the other. */
const PANEL_PLACE = 'panel-place';

/** Opens the invented practice, making it at the first time: the same way a real one is made and opened. */
async function openTrainingPractice() {
  const db = await openStoreNamed(TRAINING_DATABASE_NAME);
  const [user] = await listUsers(db);
  const nowMs = Date.now();
  if (user !== undefined) return unlockVault(db, { userId: user.id, passphrase: TRAINING_PASSPHRASE, nowMs });
  return createPractice(db, { userName: TRAINING_USER, practiceName: TRAINING_PRACTICE, passphrase: TRAINING_PASSPHRASE, payers: TRAINING_PAYERS, portals: [], timeZone: Temporal.Now.timeZoneId(), nowMs });
}

export const trainingHandlers: Pick<Handlers, 'training:enter' | 'training:leave'> = {
  'training:enter': async () => {
    const opened = await openTrainingPractice();
    if (!opened.ok) return opened;
    // The practice's own key leaves the session before the mode is on: at no moment are both open.
    await lockVault('practice-mode');
    await browser.storage.session.remove(PANEL_PLACE);
    await browser.storage.session.set({ [TRAINING_KEY]: true, [SESSION_VAULT_KEY]: { userId: opened.value.userId, dataKey: toBase64(opened.value.dataKey) } });
    opened.value.dataKey.fill(0);
    sweepSoon();
    return ok({});
  },

  'training:leave': async ({ deleteData }) => {
    await forgetAllCaptures();
    // Only where practice mode is on: leaving it must not lock the practice's own vault by the way.
    if ((await browser.storage.session.get(TRAINING_KEY))[TRAINING_KEY] === true) await browser.storage.session.remove([TRAINING_KEY, SESSION_VAULT_KEY, PANEL_PLACE]);
    if (deleteData) {
      (await openStoreNamed(TRAINING_DATABASE_NAME)).close();
      await deleteDatabase(TRAINING_DATABASE_NAME);
    }
    sweepSoon();
    return ok({});
  },
};
