import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PracticeKey } from '../../rules/evidence/evidence-file.ts';
import type { Vault } from '../vault/vault.ts';

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export const plainDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** What the open vault can make for an evidence file. The name is a keyed hash of a fixed word: it tells one practice's key from another's and nothing else. */
export function practiceKeyOf(vault: Vault): PracticeKey {
  return {
    name: vault.contentHash('evidence-file', 'name of this key'),
    seal: (text) => vault.contentHash('evidence-file', `seal\n${text}`),
    observation: (text) => vault.contentHash('observation', text),
  };
}
