/** Every expected failure of a command. The text a person reads is chosen by the page; no free text crosses. */
export const ERROR_CODES = [
  'bad-request', 'not-allowed', 'unknown-command', 'vault-absent', 'vault-exists', 'vault-locked', 'wrong-passphrase', 'backed-off', 'weak-passphrase', 'same-passphrase',
  'not-found', 'changed-meanwhile', 'storage-newer', 'storage-blocked', 'storage-full', 'storage-failed', 'portal-hands-off', 'portal-not-granted', 'no-claim-here',
  'practice-mode', 'context-gone', 'page-refused', 'damaged-record', 'role-forbids', 'storage-busy', 'no-recovery-key', 'wrong-recovery-key', 'wiped',
  'name-taken', 'last-lead', 'has-open-cases', 'own-passphrase-first', 'policy-forbids', 'reason-first', 'sensitive-record', 'on-hold', 'kept-with-appeal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
