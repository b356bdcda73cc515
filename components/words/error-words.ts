import type { ErrorCode } from '../../rules/protocol/error-codes.ts';
import { wordOf } from './word-of.ts';

/** Every expected failure as a sentence that says what to do. */
const sentences: Record<ErrorCode, string> = {
  'bad-request': 'Something in this form cannot be saved as it is. Check the marked field.',
  'not-allowed': 'This page may not do that.',
  'unknown-command': 'Overturn was updated. Close this window and open it again.',
  'vault-absent': 'Overturn is not set up yet. Set it up first.',
  'vault-exists': 'This profile is already set up. Sign in instead.',
  'vault-locked': 'Overturn is locked. Unlock it to go on; nothing you typed is lost.',
  'wrong-passphrase': 'That is not the passphrase. Try again.',
  'backed-off': 'Too many tries. Wait until the time is up, then try again.',
  'weak-passphrase': 'This passphrase is too easy to guess. Make it longer.',
  'not-found': 'This case is no longer here. Go back to the queue.',
  'kept-with-appeal': 'An appeal or a correction keeps this step. Change it there.',
  'changed-meanwhile': 'Someone changed this meanwhile. Look at it again, then save.',
  'storage-newer': 'These data come from a newer Overturn. Update the extension.',
  'storage-blocked': 'The browser does not let Overturn keep data here. Leave private browsing or allow storage.',
  'storage-full': 'The disk is full. Free some space, then save again.',
  'storage-failed': 'The data could not be written. Try again; nothing was changed.',
  'portal-hands-off': 'This portal forbids tools that read its pages. Paste the text or fill in the form in the side panel.',
  'portal-not-granted': 'Overturn may not read this site yet. Press "Read this page" in the popup.',
  'no-claim-here': 'No claim was found on this page. Open the claim, or fill in the form in the side panel.',
  'practice-mode': 'Practice mode is on: real portals are not read, and nothing of them is kept. Leave practice mode first.',
  'context-gone': 'Overturn was updated. Reload this page; what you typed elsewhere is kept.',
  'page-refused': 'This page cannot be read by extensions.',
  'damaged-record': 'This record cannot be opened: it was altered or damaged. The others are not affected.',
  'storage-busy': 'Another window is restoring a backup. Wait until it is done.',
  'no-recovery-key': 'No recovery key was made for this practice.',
  'wrong-recovery-key': 'That is not the recovery key in force. A key made earlier ends when a new one is made.',
  wiped: 'Too many wrong tries. As a lead of this practice had set, everything here was deleted.',
  'name-taken': 'Somebody here has this name already. Add an initial, so that the trail can tell them apart.',
  'last-lead': 'This is the only lead. Make somebody else a lead first.',
  'has-open-cases': 'Open cases are still with them. Hand those over first.',
  'own-passphrase-first': 'Choose a passphrase of your own first.',
  'policy-forbids': 'Your organization does not allow this on this computer. Ask whoever looks after it.',
  'reason-first': 'Say why first: these identifiers are covered.',
  'sensitive-record': 'This case is marked sensitive. It leaves only when somebody says so.',
  'on-hold': 'A legal hold is in force. Nothing is purged while it stands.',
  'role-forbids': 'Your role may look but not change this.',
};

export const errorWords = (code: string) => (Object.hasOwn(sentences, code) ? wordOf(sentences, code) : 'That did not work. Try again; nothing was changed.');
