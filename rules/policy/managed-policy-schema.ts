import { z } from 'zod';
import { EXPORT_KINDS } from '../exports/export-kinds.ts';
import { ROLES } from '../domain/vocabulary.ts';

/**
 * What an organization may decide for all its computers. Each part narrows what the practice may do; none widens it.
 * The browser hands it over from the machine's policy (Chrome and Edge: `managed-schema.json`; Firefox: a managed storage manifest).
 */

/** What leaves as a file, by the name a policy calls it. Printing a page is the browser's; a printed evidence page is asked for as evidence. */
export const LEAVING = [...EXPORT_KINDS, 'evidence', 'letters', 'reports', 'packs', 'backups', 'bundles'] as const;
export type Leaving = (typeof LEAVING)[number];
export const PACK_RULES = ['any', 'signed', 'none'] as const;
export const COVERS = ['member', 'numbers'] as const;
/** What is covered on a case until somebody shows it: the member's number and birth date, or the claim's and account's numbers as well. */
export type Cover = (typeof COVERS)[number];

/** A portal by its id in Overturn's register, a host, or `*.host` for the host and all below it. */
export const portalName = z.string().regex(/^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/u);
/** `cases`: whoever's role allows it; `cases:lead`: leads alone. */
export const leavingRight = z.string().refine((text) => {
  const [kind, role, ...rest] = text.split(':');
  return rest.length === 0 && (LEAVING as readonly string[]).includes(kind ?? '') && (role === undefined || (ROLES as readonly string[]).includes(role));
});

/** Each part with its own shape, so that a sound one holds beside an unsound one. */
export const POLICY_PARTS = {
  portalsAllowed: z.array(portalName), portalsDenied: z.array(portalName), portalsReadOnly: z.array(portalName),
  idleMinutes: z.int().min(1).max(120), caseYears: z.int().min(1).max(50), trailYears: z.int().min(6).max(50),
  exportsAllowed: z.array(leavingRight), packs: z.enum(PACK_RULES), packSigners: z.array(z.string().regex(/^[A-Za-z0-9_-]{4}(?: [A-Za-z0-9_-]{4}){5}$/u)),
  coverIdentifiers: z.enum(COVERS),
} as const;
export type PolicyPart = keyof typeof POLICY_PARTS;

/** A policy as it holds. Null: the organization says nothing about it. Lists of portals that are denied or read-only are empty then. */
export type ManagedPolicy = {
  portalsAllowed: readonly string[] | null; portalsDenied: readonly string[]; portalsReadOnly: readonly string[];
  idleMinutes: number | null; caseYears: number | null; trailYears: number | null;
  exportsAllowed: readonly string[] | null; packs: (typeof PACK_RULES)[number] | null; packSigners: readonly string[] | null; coverIdentifiers: Cover | null;
};
