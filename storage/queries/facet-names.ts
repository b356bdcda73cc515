import { openCase } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

export type FacetChoice = { token: string; name: string; cases: number };

/** More than this many is no list to choose from; the largest are offered. */
const MOST = 300;

/** The providers, places or specialties of open cases, with their number. The name is read from one case of each: it is kept nowhere in clear. */
export async function facetChoices(db: OverturnDatabase, vault: Vault, name: 'provider' | 'location' | 'specialty'): Promise<FacetChoice[]> {
  const keys = (await db.cases.where('facets').startsWith(`${name}:`).uniqueKeys()).slice(0, MOST) as string[];
  const found = await Promise.all(keys.map(async (key): Promise<FacetChoice[]> => {
    const [row, cases] = await Promise.all([db.cases.where('facets').equals(key).first(), db.cases.where('facets').equals(key).count()]);
    if (row === undefined) return [];
    try {
      const value = (await openCase(vault, row)).facts[name];
      return value == null ? [] : [{ token: key.slice(name.length + 1), name: value, cases }];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }));
  return found.flat().sort((a, b) => a.name.localeCompare(b.name));
}
