import type { PayerRule } from '../payers/payer-rule.ts';
import type { WindowStatement } from './window-statements.ts';

/** A window somebody else states than the library. `rules` are those it disagrees with; empty where the library has none for that step. */
export type RadarFinding = { statement: WindowStatement; rules: PayerRule[] };

/** The same length in other words: a year is twelve months. Days and months are not the same thing and stay apart. */
function lengthOf({ value, unit }: { value: number; unit: string }): string {
  return unit === 'years' ? `${value * 12} months` : `${value} ${unit}`;
}

/** Lengths a rule can be told in: its limit, and its limit with the days for receipt or mailing that it always adds. */
function tellings(rule: PayerRule): string[] {
  const { value, unit } = rule.limit;
  const added = (rule.presumedReceiptDays ?? 0) + (rule.mailingDaysAdded ?? 0);
  return [lengthOf(rule.limit), ...(added > 0 && unit === 'calendar-days' ? [lengthOf({ value: value + added, unit })] : [])];
}

export type RadarScope = { lineOfBusiness: string | null; state: string | null };

/** The rules of a payer a statement can be held against: for providers, in force, of the same kind of plan and state. */
function comparable(rules: readonly PayerRule[], action: string, { lineOfBusiness, state }: RadarScope): PayerRule[] {
  return rules.filter((rule) =>
    rule.action === action && rule.party !== 'member' && rule.role !== 'cap' && rule.supersededBy === undefined
    && (lineOfBusiness === null || rule.lineOfBusiness === lineOfBusiness) && (state === null || rule.state === undefined || rule.state === state));
}

/**
 * Statements that no rule of the payer agrees with. One agreeing rule is enough to be silent: a page rarely says for which
 * plan or kind of dispute it speaks, so a difference is asked about only where nothing here fits it. "Dispute" is what
 * payers call an appeal as well as a reconsideration, so both are looked at.
 */
export function radarFindings(statements: readonly WindowStatement[], rules: readonly PayerRule[], scope: RadarScope): RadarFinding[] {
  return statements.flatMap((statement) => {
    const alike = statement.action === 'reconsideration' ? ['reconsideration', 'appeal-level-1'] : statement.action === 'appeal-level-1' ? ['appeal-level-1', 'reconsideration'] : [statement.action];
    const held = alike.flatMap((action) => comparable(rules, action, scope));
    if (held.some((rule) => tellings(rule).includes(lengthOf(statement)))) return [];
    return [{ statement, rules: comparable(rules, statement.action, scope).slice(0, 6) }];
  });
}
