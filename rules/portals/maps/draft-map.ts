import { HOOK_FIELDS } from './map-fields.ts';
import type { HookField, MapField } from './map-fields.ts';
import { PORTAL_MAP_SCHEMA } from './portal-map.ts';
import type { Hook, MapPageKind, PortalMap, StatusMeaning } from './portal-map.ts';

/** What a person has taught so far: one entry per value named. `state`: what a status word stands for, where it was not known. */
export type DraftEntry = { field: MapField; hook: Hook; state?: StatusMeaning };
export type MapDraft = { kind: MapPageKind; entries: DraftEntry[] };

/** Fields without which a page of a claim is hardly one: where they are gone from the place that was taught, something has changed. */
const REQUIRED: ReadonlySet<MapField> = new Set<MapField>(['claimControlNumber', 'status', 'charge', 'paid']);

const isHookField = (field: MapField): field is HookField => (HOOK_FIELDS as readonly string[]).includes(field);

/** The map a draft comes to. @param checkedOn today, `YYYY-MM-DD`. */
export function mapOfDraft(draft: MapDraft, { host, portal, checkedOn }: { host: string; portal: string | null; checkedOn: string }): PortalMap {
  const evidence = 'trainer';
  const named = draft.entries.filter((entry) => isHookField(entry.field));
  const number = named.find(({ field, hook }) => field === 'claimControlNumber' && (hook.by === 'testid' || hook.by === 'id-suffix' || hook.by === 'aria-label'));
  const statuses = draft.entries.flatMap(({ state }) => (state === undefined ? [] : [{ ...state, evidence }]));
  return {
    schema: PORTAL_MAP_SCHEMA, id: `own-${host.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '')}`.slice(0, 80), name: host.slice(0, 80), version: 1,
    portals: portal === null ? [] : [portal], hosts: [host], frameHosts: [], reach: 'hooks', evidence: { [evidence]: { grade: 'A', source: 'Pointed at on the page by a person', checkedOn } },
    pages: [{
      kind: draft.kind, name: 'Taught page', recognise: number === undefined ? [] : [number.hook], evidence,
      fields: named.map(({ field, hook }) => ({ field: field as HookField, hooks: [hook], ...(REQUIRED.has(field) ? { required: true as const } : {}), evidence })),
    }],
    labels: draft.entries.flatMap(({ field, hook }) => (!isHookField(field) && (hook.by === 'label' || hook.by === 'column') ? [{ text: hook.is, means: field, evidence }] : [])),
    statuses, note: '',
  };
}

/** Adds what was just named; a field that was named before gets its new place. */
export function withEntry(draft: MapDraft, entry: DraftEntry): MapDraft {
  const isSame = (other: DraftEntry) => (isHookField(entry.field) || entry.field === 'payer' ? other.field === entry.field : JSON.stringify(other.hook) === JSON.stringify(entry.hook));
  return { ...draft, entries: [...draft.entries.filter((other) => !isSame(other)), entry] };
}
