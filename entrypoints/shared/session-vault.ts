import { browser } from 'wxt/browser';
import { fromBase64, toBase64 } from '../../storage/vault/base64.ts';

/**
 * The open vault between contexts: the raw data key in `storage.session`.
 *
 * That area lives in memory, is gone when the browser closes, and is readable by trusted contexts only (no content
 * script). It holds JSON, so a non-extractable CryptoKey cannot be kept there; the key travels as base64 of its raw
 * bytes and each context imports it for itself. Nothing on disk ever holds it.
 */
export const SESSION_VAULT_KEY = 'vault';

/** Set to the moment at which another database was taken into use: pages start anew. */
export const STORE_MOVED_KEY = 'store-moved';

export type SessionVault = { userId: string; dataKey: Uint8Array<ArrayBuffer> };

/** What stands in the session under the key, or null where that is nothing (or no longer ours). */
export function parseSessionVault(value: unknown): SessionVault | null {
  if (typeof value !== 'object' || value === null) return null;
  const { userId, dataKey } = value as { userId?: unknown; dataKey?: unknown };
  if (typeof userId !== 'string' || typeof dataKey !== 'string') return null;
  const bytes = fromBase64(dataKey);
  return bytes === null ? null : { userId, dataKey: bytes };
}

export async function readSessionVault(): Promise<SessionVault | null> {
  return parseSessionVault((await browser.storage.session.get(SESSION_VAULT_KEY))[SESSION_VAULT_KEY]);
}

/** Only the background opens and closes the vault. */
export async function writeSessionVault(vault: SessionVault): Promise<void> {
  await browser.storage.session.set({ [SESSION_VAULT_KEY]: { userId: vault.userId, dataKey: toBase64(vault.dataKey) } });
}

export async function clearSessionVault(): Promise<void> {
  await browser.storage.session.remove(SESSION_VAULT_KEY);
}
