import type { Vault } from '../../storage/vault/vault.ts';
import { brokenInvariants } from './invariants.ts';
import type { Opened } from './invariants.ts';
import type { Ledger } from './ledger.ts';
import type { RawRows } from './raw-rows.ts';

type Harm = { what: string; harm: (rows: RawRows) => void };

const HARMS: readonly Harm[] = [
  { what: 'a lost note', harm: (rows) => rows.events.splice(rows.events.findIndex((row) => row['kind'] === 'note'), 1) },
  { what: 'a lost case', harm: (rows) => rows.cases.splice(0, rows.cases.length - 1) },
  { what: 'a row missing in the trail', harm: (rows) => rows.audit.splice(3, 1) },
  { what: 'an altered row of the trail', harm: (rows) => { rows.audit[2] = { ...rows.audit[2], outcome: 'refused' }; } },
  { what: 'the end of the trail cut off', harm: (rows) => rows.audit.pop() },
  { what: 'another follow-up day', harm: (rows) => { rows.cases = rows.cases.map((row) => ({ ...row, followUpDay: 12 })); } },
  { what: 'cases nobody recorded', harm: (rows) => rows.cases.push(...rows.cases.map((row, n) => ({ ...row, id: `${String(row['id'])}-${n}` }))) },
];

/** Harms a copy of the rows in each way that the looks are for; gives the harms that no look noticed. */
export async function unnoticedHarms(rows: RawRows, vault: Vault, ledger: Ledger, opened: Opened): Promise<string[]> {
  const unnoticed: string[] = [];
  for (const { what, harm } of HARMS) {
    const harmed = structuredClone(rows);
    harm(harmed);
    const kept = structuredClone({ notes: ledger.notes, contacts: ledger.contacts, followUps: ledger.followUps, drafts: ledger.drafts });
    const broken = await brokenInvariants(harmed, vault, ledger, opened).catch(() => ['a record does not open']);
    if (broken.length === 0) unnoticed.push(what);
    // A look settles the ledger by what it found; what it found here is made up.
    for (const key of Object.keys(kept) as (keyof typeof kept)[]) restore(ledger[key], kept[key]);
  }
  return unnoticed;
}

function restore(map: Map<string, unknown>, kept: ReadonlyMap<string, unknown>): void {
  map.clear();
  for (const [key, value] of kept) map.set(key, value);
}
