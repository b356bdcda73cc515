import type { ClaimStatus, ReadingKind } from '../../reading/reading.ts';
import type { HookField, MapField } from './map-fields.ts';

/**
 * A map: what one portal is known to look like, as data. Closed vocabulary, no expressions: whatever a map says is compared
 * as whole text. Types only; the schema that files are held to is in `portal-map-schema.ts`.
 */
export const PORTAL_MAP_SCHEMA = 'overturn-portal-map/1';

export type MapPageKind = Extract<ReadingKind, 'claim-detail' | 'claim-list' | 'remittance' | 'appeal-status' | 'confirmation'>;

/** How sure an entry is: written against the live portal (A), the maker's own guide (B), its own old tests (C), hearsay (D). */
export type EvidenceGrade = 'A' | 'B' | 'C' | 'D';
export type MapEvidence = { grade: EvidenceGrade; source: string; checkedOn: string };

/**
 * Where on a page something stands. Anchored in a label or in the maker's own name for it; by position only where nothing else is there.
 * - `label`, `column`: the whole text of the label, or of the title over the column
 * - `testid`: the whole of `data-testid`; `id-suffix`: the end of an `id` after one of `_ : - .`; `aria-label`: the whole of it
 * - `place`: the n-th piece of text (from 1) after a piece that says exactly `after`
 * `label` beside a test id or an id: the words that must still stand in that element; where they are gone, the hook is.
 */
export type Hook =
  | { by: 'label' | 'column'; is: string }
  | { by: 'testid' | 'id-suffix' | 'aria-label'; is: string; label?: string }
  | { by: 'place'; after: string; nth: number };

export type FieldHooks = { field: HookField; hooks: Hook[]; required?: true; evidence?: string };
export type PageMap = { kind: MapPageKind; name: string; recognise: Hook[]; fields: FieldHooks[]; evidence?: string };
export type LabelMeaning = { text: string; means: MapField; evidence?: string };
export type StatusMeaning = { word: string; means: ClaimStatus | 'decided'; evidence?: string };

export type PortalMap = {
  schema: typeof PORTAL_MAP_SCHEMA;
  id: string;
  name: string;
  version: number;
  /** Portals of the register it serves; empty for a portal the register does not know. */
  portals: string[];
  hosts: string[];
  frameHosts: string[];
  /**
   * How far the evidence reaches: `hooks` where elements are known, `words` where only labels and states are, `general`
   * where nothing was found that the general reader does not know anyway.
   */
  reach: 'hooks' | 'words' | 'general';
  /** Named sources; entries point to them. */
  evidence: Record<string, MapEvidence>;
  pages: PageMap[];
  labels: LabelMeaning[];
  statuses: StatusMeaning[];
  note: string;
};

/** What of one or more maps goes into a page: hooks and words, without evidence, notes or hosts. */
export type SlimMap = {
  id: string;
  version: number;
  /** Somebody's own proposal, not approved yet. */
  trial?: true;
  pages: { kind: MapPageKind; recognise: Hook[]; fields: { field: HookField; hooks: Hook[]; required?: true }[] }[];
  labels: [string, MapField][];
  statuses: [string, ClaimStatus | 'decided'][];
};

/** A map as the page needs it. */
export function slimMap(map: PortalMap, isTrial = false): SlimMap {
  return {
    id: map.id, version: map.version, ...(isTrial ? { trial: true as const } : {}),
    pages: map.pages.map(({ kind, recognise, fields }) => ({ kind, recognise, fields: fields.map(({ field, hooks, required }) => ({ field, hooks, ...(required === true ? { required } : {}) })) })),
    labels: map.labels.map(({ text, means }) => [text, means]),
    statuses: map.statuses.map(({ word, means }) => [word, means]),
  };
}

/** Lays one map over another: its pages and hooks are asked first, its words win; what only the lower one knows stays. */
export function layOver(upper: SlimMap, lower: SlimMap | null): SlimMap {
  if (lower === null) return upper;
  const said = new Set(upper.labels.map(([text]) => text.toLowerCase()));
  const worded = new Set(upper.statuses.map(([word]) => word.toLowerCase()));
  return {
    ...upper,
    pages: [...upper.pages, ...lower.pages],
    labels: [...upper.labels, ...lower.labels.filter(([text]) => !said.has(text.toLowerCase()))],
    statuses: [...upper.statuses, ...lower.statuses.filter(([word]) => !worded.has(word.toLowerCase()))],
  };
}
