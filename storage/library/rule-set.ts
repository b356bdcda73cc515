import { effectiveRules } from '../../rules/library/effective-rules.ts';
import type { KeptRule } from '../../rules/library/effective-rules.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import { buildRuleLibrary } from '../../rules/payers/rule-library.ts';
import type { RuleLibrary } from '../../rules/payers/rule-library.ts';
import type { OverturnDatabase } from '../db.ts';
import type { LibraryEntryRow } from '../schema/v2.ts';


/** The rule a kept row holds; null where it was taken away. Undefined: as shipped. Rows were checked when they were written. */
export function ruleOfRow(row: Pick<LibraryEntryRow, 'gone' | 'rule'>): PayerRule | null | undefined {
  if (row.gone === 1) return null;
  return row.rule === null ? undefined : (row.rule.rule as PayerRule);
}

/** What the practice changed of the shipped rules, and added to them. Needs no vault. */
export async function readKeptRules(db: OverturnDatabase): Promise<KeptRule[]> {
  const rows = await db.libraryEntries.where('kind').equals('rule').toArray();
  return rows.flatMap((row) => {
    const rule = ruleOfRow(row);
    // A rule of our own that was taken away leaves nothing behind; a shipped one has to be left out.
    return rule === undefined || (rule === null && !BASE_RULES.some(({ id }) => id === row.id)) ? [] : [{ id: row.id, rule }];
  });
}

/** The rules that hold for this practice: shipped, changed, added, taken in from packs. */
export async function readRules(db: OverturnDatabase): Promise<PayerRule[]> {
  return effectiveRules(BASE_RULES, await readKeptRules(db));
}

/** The index of the practice's rules; null where it changed nothing, so that the shipped index serves. Kept by `readDating`. */
export async function buildKeptLibrary(db: OverturnDatabase): Promise<RuleLibrary | null> {
  const kept = await readKeptRules(db);
  return kept.length === 0 ? null : buildRuleLibrary(effectiveRules(BASE_RULES, kept));
}
