import { z } from 'zod';
import { opaqueId, shortText } from './iso-date.ts';

/**
 * Why a case needs more care than others: 42 CFR part 2 (treatment of substance use), 45 CFR 164.508(a)(2) (psychotherapy notes),
 * or the practice's own reason (state law, a patient's request under 45 CFR 164.522).
 */
export const SENSITIVE_KINDS = ['substance-use', 'psychotherapy', 'other'] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];
/** Set and taken away by a person, with the reason; sealed with the case, since the mark itself tells of a patient. */
export const sensitiveMark = z.object({ kind: z.enum(SENSITIVE_KINDS), reason: shortText, byUser: opaqueId, atMs: z.int() });
export type SensitiveMark = z.infer<typeof sensitiveMark>;

/** Whether a case stays out of what leaves the practice's own screens (exports, hand-over files, evidence and letter files) unless a person says otherwise. */
export function isSensitive(sealed: { sensitive?: SensitiveMark | null | undefined }): boolean {
  return (sealed.sensitive ?? null) !== null;
}

/** A hold for a legal matter: nothing of the case is purged while it stands. */
export const legalHold = z.object({ reason: shortText.min(1), byUser: opaqueId, atMs: z.int() });
export type LegalHold = z.infer<typeof legalHold>;
