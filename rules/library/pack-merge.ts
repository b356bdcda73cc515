import { payerKeyOf } from '../payers/payer-key.ts';
import type { PayerRule } from '../payers/payer-rule.ts';
import type { LibraryItem } from './library-entry.ts';
import type { PackFile } from './pack.ts';
import { ruleConflicts } from './rule-conflicts.ts';
import type { RuleConflict } from './rule-conflicts.ts';
import { datesAlike, fieldDifferences } from './rule-difference.ts';
import type { FieldDifference } from './rule-difference.ts';

/** What is to happen with a part of a pack that is here already with other content. `both`: side by side, which for rules may mean no date until somebody decides. */
export const MERGE_CHOICES = ['keep', 'take', 'both'] as const;
export type MergeChoice = (typeof MERGE_CHOICES)[number];

/** One part of a pack beside what is here. `differences` are from what is here to what the pack says. */
export type MergePart = {
  key: string; kind: LibraryItem['kind']; title: string; payer: string | null;
  state: 'new' | 'same' | 'differs';
  differences: FieldDifference[];
  /** Whether the dates of a rule change; a rule that is only told otherwise does not. */
  movesDates: boolean;
  choices: readonly MergeChoice[];
};

/** What is here now, by entry id. */
export type Present = { rules: readonly PayerRule[]; entries: ReadonlyMap<string, { kind: LibraryItem['kind']; body: object }> };

type Part = { item: LibraryItem; title: string; payer: string | null; side: LibraryItem | null };

/** An id for a part that shall stand beside one of the same id. */
function besideId(id: string, packId: string): string {
  return `${packId}-${id}`.slice(0, 150);
}

/** The parts of a pack as items of a change, each with the item that would stand beside what is here. */
function partsOf(pack: PackFile): Part[] {
  const ruleTitle = (rule: PayerRule): string => `${rule.actionName ?? rule.action}: ${rule.limit.value} ${rule.limit.unit.replace('-', ' ')}`;
  return [
    ...pack.rules.map((rule): Part => {
      const item = { kind: 'rule' as const, entryId: rule.id, payerKey: payerKeyOf(rule.payer), body: { rule, checkedOn: null } };
      const side = { ...item, entryId: besideId(rule.id, pack.id), body: { rule: { ...rule, id: besideId(rule.id, pack.id) }, checkedOn: null } };
      return { item, title: ruleTitle(rule), payer: rule.payer, side };
    }),
    ...pack.profiles.map(({ payer, profile }): Part => ({ item: { kind: 'profile', entryId: `profile:${payerKeyOf(payer)}`, payerKey: payerKeyOf(payer), body: profile }, title: 'How to reach the payer', payer, side: null })),
    ...pack.playbooks.map(({ id, payer, playbook }): Part => ({
      item: { kind: 'playbook', entryId: `playbook:${id}`, payerKey: payer === null ? '' : payerKeyOf(payer), body: playbook }, title: playbook.title, payer,
      side: { kind: 'playbook', entryId: `playbook:${besideId(id, pack.id)}`, payerKey: payer === null ? '' : payerKeyOf(payer), body: playbook },
    })),
    ...pack.notes.map(({ id, payer, note }): Part => ({
      item: { kind: 'note', entryId: `note:${id}`, payerKey: payer === null ? '' : payerKeyOf(payer), body: note }, title: note.title === '' ? note.text.slice(0, 80) : note.title, payer,
      side: { kind: 'note', entryId: `note:${besideId(id, pack.id)}`, payerKey: payer === null ? '' : payerKeyOf(payer), body: note },
    })),
  ];
}

const keyOf = (item: LibraryItem): string => `${item.kind} ${item.entryId}`;

function comparePart({ item, title, payer }: Part, present: Present, rules: ReadonlyMap<string, PayerRule>): MergePart {
  const base = { key: keyOf(item), kind: item.kind, title, payer };
  const here = item.kind === 'rule' ? rules.get(item.entryId) ?? null : present.entries.get(item.entryId)?.body ?? null;
  const there = item.kind === 'rule' ? (item.body?.rule ?? null) : item.body;
  const differences = here === null ? [] : fieldDifferences(here, there).filter(({ field }) => field !== 'version');
  if (here === null) return { ...base, state: 'new', differences: [], movesDates: item.kind === 'rule', choices: ['take', 'keep'] };
  if (differences.length === 0) return { ...base, state: 'same', differences, movesDates: false, choices: ['keep'] };
  const movesDates = item.kind === 'rule' && !datesAlike(here as PayerRule, there as PayerRule);
  // A rule only told in other words has no second side: both would give the same dates.
  const choices: readonly MergeChoice[] = item.kind === 'profile' ? ['keep', 'take'] : item.kind === 'rule' && !movesDates ? ['keep', 'take'] : ['both', 'keep', 'take'];
  return { ...base, state: 'differs', differences, movesDates, choices };
}

/** A pack held against what is here, part by part. The first choice of each part is what is done unless somebody chooses otherwise; it never overwrites. */
export function comparePack(pack: PackFile, present: Present): MergePart[] {
  const rules = new Map(present.rules.map((rule) => [rule.id, rule]));
  return partsOf(pack).map((part) => comparePart(part, present, rules));
}

/** The change that taking a pack in makes, under the choices made (by the part's key; what is not named takes its first choice). */
export function itemsOfPack(pack: PackFile, present: Present, choices: Readonly<Record<string, MergeChoice>>): LibraryItem[] {
  const parts = new Map(comparePack(pack, present).map((part) => [part.key, part]));
  return partsOf(pack).flatMap(({ item, side }) => {
    const part = parts.get(keyOf(item));
    if (part === undefined || part.state === 'same') return [];
    const wanted = choices[part.key];
    const choice = wanted !== undefined && part.choices.includes(wanted) ? wanted : part.choices[0];
    if (choice === 'take') return [item];
    return choice === 'both' && side !== null ? [side] : [];
  });
}

/** Conflicts that a change of rules brings, and not those that were there before. */
export function newConflicts(before: readonly PayerRule[], after: readonly PayerRule[]): RuleConflict[] {
  const name = ({ left, right }: RuleConflict): string => [left.id, right.id].sort().join(' ');
  const known = new Set(ruleConflicts(before).map(name));
  return ruleConflicts(after).filter((one) => !known.has(name(one)));
}
