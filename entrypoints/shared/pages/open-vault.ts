import type { VaultView } from './vault-session.ts';

/** An open vault with its store and its user: what every pane behind the lock gets. */
export type OpenVault = Extract<VaultView, { status: 'unlocked' }>;
