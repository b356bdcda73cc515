import { checkEvidenceFile } from '../../rules/evidence/evidence-file.ts';
import type { EvidenceFile, EvidenceVerdict } from '../../rules/evidence/evidence-file.ts';
import type { EvidenceLook } from '../../rules/evidence/case-evidence.ts';
import { evidenceContent } from '../../rules/evidence/evidence-entry.ts';
import { lookDifferences } from '../../rules/evidence/look-differences.ts';
import type { Vault } from '../vault/vault.ts';
import { plainDigest, practiceKeyOf } from './practice-key.ts';

/** Checks an evidence file, with this practice's key where the vault is open. Nothing of it is kept. */
export function checkEvidence(bytes: Uint8Array, vault: Vault | null): EvidenceVerdict {
  return checkEvidenceFile(bytes, plainDigest, vault === null ? null : practiceKeyOf(vault));
}

/** What a file says of each look, for showing. Content of a form this version does not know is null. */
export function looksOfFile(file: EvidenceFile): EvidenceLook[] {
  let before: EvidenceLook['content'] = null;
  return file.entries.map((entry): EvidenceLook => {
    const parsed = evidenceContent.safeParse(entry.content);
    const content = parsed.success ? parsed.data : null;
    const differences = content === null ? [] : lookDifferences(before?.facts ?? null, content.facts);
    before = content ?? before;
    return { n: entry.n, id: entry.id, source: entry.source, atMs: Temporal.Instant.from(entry.at).epochMilliseconds, userName: entry.user.name, hash: entry.hash, content, differences };
  });
}
