import { datesAlike, namesSameSource } from '../../rules/library/rule-difference.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import type { OverturnDatabase } from '../db.ts';
import type { LibraryEntryRow } from '../schema/v2.ts';
import type { Vault } from '../vault/vault.ts';
import { openChange } from './library-contents.ts';
import { ruleOfRow } from './rule-set.ts';

/** Who last made a rule give other dates, when, why and on what proof; `before` is the rule as it stood until then, null where there was none. */
export type WindowChange = { userName: string; atMs: number; reason: string; evidence: string; before: PayerRule | null };

/** A rule of the practice with the change that gave it its window. `isOldSource`: the source it names is that of the window before. */
export type OwnWindow = { rule: PayerRule; change: WindowChange; isOldSource: boolean };

/** Those of the named rules whose window is the practice's own, by id. Opens nothing where none of them was ever changed here. */
export async function readOwnWindows(db: OverturnDatabase, vault: Vault, ruleIds: readonly string[], users: ReadonlyMap<string, string>): Promise<Map<string, OwnWindow>> {
  const rows = (await db.libraryEntries.bulkGet([...new Set(ruleIds)])).filter((row) => row?.kind === 'rule').filter((row) => row !== undefined);
  const changes = await readWindowChanges(db, vault, rows, users);
  return new Map(rows.flatMap((row) => {
    const [rule, change] = [ruleOfRow(row), changes.get(row.id)];
    return rule == null || change === undefined ? [] : [[row.id, { rule, change, isOldSource: change.before !== null && namesSameSource(change.before, rule) }] as const];
  }));
}

/** What stands where a source would, for a window the practice gave a rule whose source knows another. */
export function ownSource({ change }: OwnWindow): { title: string; url: string } {
  const by = change.userName === '' ? 'a colleague' : change.userName;
  return { title: `Changed here by ${by}: ${change.evidence === '' ? 'no proof named' : change.evidence}`, url: '' };
}

/** By rule, the last change that made it give other dates. A version that was only looked at or told in other words is none. */
export async function readWindowChanges(db: OverturnDatabase, vault: Vault, entries: readonly LibraryEntryRow[], users: ReadonlyMap<string, string>): Promise<Map<string, WindowChange>> {
  const found = new Map<string, WindowChange>();
  for (const entry of entries) {
    const versions = (await db.libraryVersions.where('entryId').equals(entry.id).toArray()).filter(({ n }) => n > 0).sort((left, right) => right.n - left.n);
    const shipped = BASE_RULES.find(({ id }) => id === entry.id) ?? null;
    const ruleAt = (at: number): PayerRule | null => {
      const version = versions[at];
      if (version === undefined) return shipped;
      const rule = ruleOfRow(version);
      return rule === undefined ? shipped : rule;
    };
    const at = versions.findIndex((_, index) => {
      const [rule, before] = [ruleAt(index), ruleAt(index + 1)];
      return rule !== null && (before === null || !datesAlike(before, rule));
    });
    const version = versions[at];
    const change = version === undefined ? undefined : await db.libraryChanges.get(version.changeId);
    if (version === undefined || change === undefined) continue;
    const { reason, evidence } = await openChange(vault, change);
    found.set(entry.id, { userName: users.get(version.userId) ?? '', atMs: change.decidedMs ?? version.atMs, reason, evidence, before: ruleAt(at + 1) });
  }
  return found;
}
