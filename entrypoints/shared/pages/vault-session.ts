import { useSyncExternalStore } from 'react';
import { browser } from 'wxt/browser';
import type { ErrorCode } from '../../../rules/protocol/error-codes.ts';
import { openDatabase } from '../../../storage/db.ts';
import type { OverturnDatabase } from '../../../storage/db.ts';
import { storageErrorCode } from '../../../storage/storage-fault.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import { databaseInUse } from '../database-in-use.ts';
import { onTrainingChange, TRAINING_KEY } from '../training-mode.ts';
import { parseSessionVault, readSessionVault, SESSION_VAULT_KEY, STORE_MOVED_KEY } from '../session-vault.ts';

/**
 * What a page knows of the vault at this moment. `absent`: no practice yet. `failed`: the store did not open, or another
 * page of a newer Overturn took it over (`storage-newer`): say so and offer a reload.
 */
export type VaultView =
  | { status: 'starting' }
  | { status: 'absent'; db: OverturnDatabase }
  | { status: 'locked'; db: OverturnDatabase }
  | { status: 'unlocked'; db: OverturnDatabase; vault: Vault; userId: string }
  | { status: 'failed'; code: ErrorCode };

let view: VaultView = { status: 'starting' };
let started = false;
/** Practice mode was entered or left: this page is about to load anew and shows nothing more. */
let isLeaving = false;
/** Counts changes of the session, so that a slow answer never overwrites a newer one: a lock must win at once. */
let turn = 0;
const listeners = new Set<() => void>();

function show(next: VaultView): void {
  view = next;
  for (const listener of listeners) listener();
}

async function showSession(db: OverturnDatabase, value: ReturnType<typeof parseSessionVault>): Promise<void> {
  turn += 1;
  const mine = turn;
  if (value === null) {
    if (view.status === 'unlocked') show({ status: 'locked', db }); // before anything is awaited
    const absent = (await db.wraps.count()) === 0;
    if (mine === turn) show({ status: absent ? 'absent' : 'locked', db });
    return;
  }
  const vault = await Vault.fromKey(value.dataKey);
  value.dataKey.fill(0);
  if (mine === turn) show({ status: 'unlocked', db, vault, userId: value.userId });
  void keepStore();
}

/**
 * Asks the browser not to evict the store when the disk runs full. Only a page can ask; with `unlimitedStorage` it is
 * granted without a question. A refusal changes nothing the user could do here: a backup is offered elsewhere.
 */
async function keepStore(): Promise<void> {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}

async function start(): Promise<void> {
  try {
    onTrainingChange(() => {
      isLeaving = true;
      location.reload();
    });
    const db = await openDatabase(await databaseInUse(), { onClosed: () => { if (!isLeaving) show({ status: 'failed', code: 'storage-newer' }); } });
    browser.storage.onChanged.addListener((changes, area) => {
      // A backup was restored: what this page holds open is no longer the practice's database.
      if (area === 'session' && changes[STORE_MOVED_KEY] !== undefined) {
        isLeaving = true;
        location.reload();
      }
      const change = changes[SESSION_VAULT_KEY];
      if (area !== 'session' || change === undefined || view.status === 'failed' || isLeaving || TRAINING_KEY in changes) return;
      void showSession(db, parseSessionVault(change.newValue));
    });
    await showSession(db, await readSessionVault());
  } catch (error) {
    show({ status: 'failed', code: storageErrorCode(error) ?? 'storage-failed' });
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!started) {
    started = true;
    void start();
  }
  return () => listeners.delete(listener);
}

/** The vault as it stands, followed live: a page must stop showing anything opened as soon as this is not `unlocked`. */
export function useVault(): VaultView {
  return useSyncExternalStore(subscribe, () => view);
}
