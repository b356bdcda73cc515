import type { WorkedOut } from '../../rules/work/case-columns.ts';
import type { CaseExtras } from '../schema/v3.ts';
import type { Vault } from '../vault/vault.ts';

/** What a list can be narrowed by, each with its own form of facet. */
export const FACET_NAMES = ['provider', 'location', 'specialty', 'group'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** The keyed hash a name or a group stands under; null where nothing of it is left after folding. */
export function facetToken(vault: Vault, name: FacetName, value: string): string | null {
  return vault.blindExact('facet', `${name} ${value}`);
}

/** The facet of open cases on which something is asked of a person. */
export const askedFacet = (userId: string): string => `asked:${userId}`;

/** The columns of a case that need the vault's keys: tokens of its names, and the facets of an open case. `asked`: people of whom something is asked on it. */
export function clearTraits(vault: Vault, { columns, names }: Pick<WorkedOut, 'columns' | 'names'>, asked: readonly string[]): Pick<CaseExtras, 'providerToken' | 'locationToken' | 'specialtyToken' | 'groupToken' | 'facets'> {
  const token = (name: FacetName): string => (names[name] === null ? '' : facetToken(vault, name, names[name]) ?? '');
  const tokens = { provider: token('provider'), location: token('location'), specialty: token('specialty'), group: token('group') };
  const named = FACET_NAMES.flatMap((name) => (tokens[name] === '' ? [] : [`${name}:${tokens[name]}`]));
  return {
    providerToken: tokens.provider, locationToken: tokens.location, specialtyToken: tokens.specialty, groupToken: tokens.group,
    facets: columns.open === 1 ? [`kind:${columns.workKind}`, `state:${columns.state}`, ...named, ...asked.map(askedFacet)] : [],
  };
}
