import { z } from 'zod';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { isoDate } from '../domain/iso-date.ts';
import { payerRuleSchema } from '../payers/payer-rule-schema.ts';
import type { PayerRule } from '../payers/payer-rule.ts';
import { noteBody, playbookBody, profileBody } from './library-entry.ts';

/** The schema of a pack file; README.md beside this file tells it in words. */
export const PACK_SCHEMA = 'overturn-pack/1';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'lower-case words joined by hyphens').max(80);
const payerName = z.string().trim().min(1).max(200);

/** Ed25519 (RFC 8032) over the canonical form of the pack without this part; key and value as base64url of their raw bytes. */
export const packSignature = z.strictObject({ alg: z.literal('Ed25519'), key: z.string().regex(/^[A-Za-z0-9_-]{43}$/u, 'a raw Ed25519 key in base64url'), value: z.string().regex(/^[A-Za-z0-9_-]{86}$/u, 'an Ed25519 signature in base64url') });

export const packFile = z.strictObject({
  schema: z.literal(PACK_SCHEMA),
  id: slug,
  name: z.string().trim().min(1).max(120),
  madeBy: z.string().trim().min(1).max(120),
  madeOn: isoDate,
  about: z.string().trim().max(2000),
  rules: z.array(payerRuleSchema).max(2000),
  profiles: z.array(z.strictObject({ payer: payerName, profile: profileBody })).max(500),
  playbooks: z.array(z.strictObject({ id: slug, payer: payerName.nullable(), playbook: playbookBody })).max(1000),
  notes: z.array(z.strictObject({ id: slug, payer: payerName.nullable(), note: noteBody })).max(2000),
  signature: packSignature.optional(),
}).superRefine((pack, context) => {
  for (const part of ['rules', 'playbooks', 'notes'] as const) {
    const seen = new Set<string>();
    pack[part].forEach(({ id }, at) => {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [part, at, 'id'], message: `${id} is there twice` });
      seen.add(id);
    });
  }
  const ids = new Set(pack.rules.map(({ id }) => id));
  pack.rules.forEach((rule, at) => {
    if (rule.supersededBy !== undefined && !ids.has(rule.supersededBy)) context.addIssue({ code: 'custom', path: ['rules', at, 'supersededBy'], message: `the pack has no rule ${rule.supersededBy}` });
  });
});
export type PackSignature = z.infer<typeof packSignature>;
export type PackFile = Omit<z.infer<typeof packFile>, 'rules' | 'signature'> & { rules: PayerRule[]; signature?: PackSignature };

/** What can be said of a pack's signature. `own`: made here. `known`: by somebody this practice named. `unknown`: sound, but by a key nobody here knows. `broken`: the file was changed after it was signed. */
export const SIGNATURE_STATES = ['own', 'known', 'unknown', 'unsigned', 'broken'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

/**
 * The text of a pack that its signature covers: JSON without spaces, the keys of every object in the order of their UTF-16 units, as
 * RFC 8785 has it. A pack holds no numbers but whole ones, for which `JSON.stringify` is that form already.
 */
export function signedText(pack: Readonly<Record<string, unknown>>): string {
  return canonicalJson(Object.fromEntries(Object.entries(pack).filter(([name]) => name !== 'signature')));
}
