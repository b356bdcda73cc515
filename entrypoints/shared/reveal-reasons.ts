import { browser } from 'wxt/browser';
import { CASE_REVEAL_REASONS } from '../../rules/domain/vocabulary.ts';
import type { CaseRevealReason } from '../../rules/domain/vocabulary.ts';

/** Why covered identifiers of a case were shown, said once per case: kept in the session's memory until the vault is locked. Opaque ids and words of a closed list. */
const KEY = 'reveal-reasons';

export async function revealReasonOf(caseId: string): Promise<CaseRevealReason | null> {
  const kept = (await browser.storage.session.get(KEY))[KEY] as Record<string, unknown> | undefined;
  const reason = kept !== undefined && Object.hasOwn(kept, caseId) ? kept[caseId] : null;
  return CASE_REVEAL_REASONS.find((one) => one === reason) ?? null;
}

export async function keepRevealReason(caseId: string, reason: CaseRevealReason): Promise<void> {
  const kept = (await browser.storage.session.get(KEY))[KEY] as Record<string, unknown> | undefined;
  await browser.storage.session.set({ [KEY]: { ...kept, [caseId]: reason } });
}

export async function forgetRevealReasons(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
