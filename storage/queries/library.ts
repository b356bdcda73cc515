import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { effectiveRules } from '../../rules/library/effective-rules.ts';
import type { NoteBody, PlaybookBody, ProfileBody } from '../../rules/library/library-entry.ts';
import { ruleConflicts } from '../../rules/library/rule-conflicts.ts';
import type { RuleConflict } from '../../rules/library/rule-conflicts.ts';
import { isStale, lastLookDay } from '../../rules/library/stale.ts';
import { payerKeysOf } from '../../rules/library/about-claim.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import { BASE_LIBRARY } from '../../rules/payers/rule-library.ts';
import { payerKeyOf } from '../../rules/payers/payer-key.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import { libraryOf } from '../cases/find-cases.ts';
import type { OverturnDatabase } from '../db.ts';
import { readEntries, readNotes } from '../library/read-entries.ts';
import type { OpenEntry } from '../library/read-entries.ts';
import { openAsks } from '../library/radar-asks.ts';
import type { RadarAsk } from '../library/radar-asks.ts';
import { readKeptRules, ruleOfRow } from '../library/rule-set.ts';
import { openChange } from '../library/library-contents.ts';
import { readWindowChanges } from '../library/window-changes.ts';
import type { WindowChange } from '../library/window-changes.ts';
import { listPayers } from '../payers.ts';
import { userNames } from '../people.ts';
import type { Vault } from '../vault/vault.ts';

/** A payer in the list of the library. `searched`: everything it may be found by, in small letters. */
export type LibraryPayerRow = {
  key: string; name: string; isOwn: boolean; isLaw: boolean; rulePayer: string | null; searched: string;
  rules: number; /** Windows of the practice's own contract. */ windows: number; stale: number; conflicts: number; asks: number; waiting: number; kept: number;
};

/** All payers of the practice and of the library, the practice's own first. Opens nothing that is sealed. */
export async function libraryPayerRows(db: OverturnDatabase, today: DayNumber, staleAfterDays: number): Promise<LibraryPayerRow[]> {
  const [payers, kept, entries, asks, proposed] = await Promise.all([
    listPayers(db), readKeptRules(db), db.libraryEntries.toArray(), db.radarAsks.where('state').equals('open').toArray(), db.libraryChanges.where('state').equals('proposed').toArray(),
  ]);
  const rules = effectiveRules(BASE_RULES, kept);
  const byPayer = Map.groupBy(rules, ({ payer }) => payer);
  const checkedOn = new Map(entries.map(({ id, rule }) => [id, rule?.checkedOn ?? null]));
  const conflicts = Map.groupBy(ruleConflicts(rules), ({ left }) => left.payer);
  const rowOf = (key: string, name: string, isOwn: boolean, rulePayer: string | null, keys: readonly string[], aliases: readonly string[], windows: number): LibraryPayerRow => {
    const own = rulePayer === null ? [] : byPayer.get(rulePayer) ?? [];
    return {
      key, name, isOwn, isLaw: BASE_LIBRARY.payerByName.get(name)?.profile.governs !== undefined, rulePayer, searched: [name, rulePayer ?? '', ...aliases, ...new Set(own.flatMap(({ payerAliases }) => payerAliases))].join(' ').toLowerCase(),
      rules: own.filter(isCurrent).length, windows, stale: own.filter((rule) => isCurrent(rule) && isStale(rule.asOf, checkedOn.get(rule.id) ?? null, today, staleAfterDays)).length,
      conflicts: rulePayer === null ? 0 : conflicts.get(rulePayer)?.length ?? 0, asks: asks.filter(({ payerKey }) => keys.includes(payerKey)).length,
      waiting: proposed.filter(({ payerKeys }) => payerKeys.some((one) => keys.includes(one))).length, kept: entries.filter((entry) => entry.gone === 0 && entry.kind !== 'rule' && keys.includes(entry.payerKey)).length,
    };
  };
  const ours = payers.map((payer) => rowOf(payer.key, payer.name, true, rulePayerOf(payer, byPayer), payerKeysOf(payer), payer.aliases, payer.contractWindows?.length ?? 0));
  const taken = new Set(ours.map(({ rulePayer }) => rulePayer));
  const others = [...byPayer.keys()].filter((name) => !taken.has(name)).map((name) => rowOf(payerKeyOf(name), name, false, name, [payerKeyOf(name)], [], 0));
  return [...ours, ...others.sort((left, right) => left.name.localeCompare(right.name, 'en-US'))];
}

const isCurrent = (rule: PayerRule): boolean => rule.supersededBy === undefined && rule.role !== 'cap';

/** Whose rules a payer of the practice follows: those of the library payer it is linked to, or rules written under its own name. */
function rulePayerOf(payer: PracticePayer, byPayer: ReadonlyMap<string, unknown>): string | null {
  const library = libraryOf(payer);
  return library ?? (byPayer.has(payer.name) ? payer.name : null);
}

/** A rule as it is shown: where it came from, who looked at it last, and whether that was too long ago. */
export type RuleView = {
  rule: PayerRule; from: 'shipped' | 'changed' | 'own' | 'pack'; packName: string | null; n: number; changedBy: string | null; changedMs: number | null;
  checkedOn: string | null; checkedBy: string | null; lastLook: DayNumber | null; isStale: boolean; isSuperseded: boolean; windowChange: WindowChange | null;
};
export type ShownEntry<B> = { id: string; n: number; atMs: number; userName: string; body: B };
export type LibraryPayerPage = {
  key: string; name: string; payer: PracticePayer | null; rulePayer: string | null; rules: RuleView[]; conflicts: RuleConflict[]; withdrawn: PayerRule[];
  profile: ShownEntry<ProfileBody> | null; profileKey: string; playbooks: ShownEntry<PlaybookBody>[]; notes: ShownEntry<NoteBody>[]; asks: RadarAsk[];
};

/** Everything the library has on one payer; null where neither practice nor library knows it. */
export async function libraryPayerPage(db: OverturnDatabase, vault: Vault, key: string, today: DayNumber, staleAfterDays: number): Promise<LibraryPayerPage | null> {
  const [payers, kept, rows, users] = await Promise.all([listPayers(db), readKeptRules(db), db.libraryEntries.where('kind').equals('rule').toArray(), userNames(db)]);
  const rules = effectiveRules(BASE_RULES, kept);
  const byPayer = Map.groupBy(rules, ({ payer }) => payer);
  const payer = payers.find((one) => one.key === key) ?? null;
  const rulePayer = payer === null ? [...byPayer.keys()].find((name) => payerKeyOf(name) === key) ?? BASE_RULES.find((rule) => payerKeyOf(rule.payer) === key)?.payer ?? null : rulePayerOf(payer, byPayer);
  if (payer === null && rulePayer === null) return null;
  const keys = payer === null ? [key] : payerKeysOf(payer);
  const [profiles, playbooks, notes, asks, versions] = await Promise.all([
    readEntries(db, vault, 'profile', keys), readEntries(db, vault, 'playbook'), readNotes(db, vault), Promise.all(keys.map((one) => openAsks(db, vault, one))), db.libraryVersions.bulkGet(rows.map(({ versionId }) => versionId)),
  ]);
  const packs = await packNames(db, vault, versions.flatMap((version) => version?.changeId ?? []));
  const shipped = new Set(BASE_RULES.map(({ id }) => id));
  const windowChanges = await readWindowChanges(db, vault, rows.filter((row) => ruleOfRow(row)?.payer === rulePayer), users);
  const views = (rulePayer === null ? [] : byPayer.get(rulePayer) ?? []).map((rule): RuleView => {
    const at = rows.findIndex((row) => row.id === rule.id && ruleOfRow(row) !== undefined);
    const [row, version] = [rows[at], versions[at]];
    const checkedOn = row?.rule?.checkedOn ?? null;
    const packName = version === undefined ? null : packs.get(version.changeId) ?? null;
    return {
      rule, from: row === undefined ? 'shipped' : packName !== null ? 'pack' : shipped.has(rule.id) ? 'changed' : 'own', packName, n: row?.n ?? 0,
      changedBy: version === undefined ? null : users.get(version.userId) ?? '', changedMs: row?.atMs ?? null, checkedOn, checkedBy: checkedOn === null || version === undefined ? null : users.get(version.userId) ?? '',
      lastLook: lastLookDay(rule.asOf, checkedOn), isStale: isCurrent(rule) && isStale(rule.asOf, checkedOn, today, staleAfterDays), isSuperseded: rule.supersededBy !== undefined, windowChange: windowChanges.get(rule.id) ?? null,
    };
  });
  const show = <B>(entry: { id: string; n: number; atMs: number; userId: string; body: B }): ShownEntry<B> => ({ id: entry.id, n: entry.n, atMs: entry.atMs, userName: users.get(entry.userId) ?? '', body: entry.body });
  const isOfPayer = (entry: OpenEntry<'note'> | OpenEntry<'playbook'>): boolean => keys.includes(entry.payerKey) || entry.body.about.payers.some((one) => keys.includes(one));
  const profile = keys.map((one) => profiles.find(({ payerKey }) => payerKey === one)).find((one) => one !== undefined) ?? null;
  return {
    key, name: payer?.name ?? rulePayer ?? key, payer, rulePayer, rules: views, conflicts: rulePayer === null ? [] : ruleConflicts(rules.filter((rule) => rule.payer === rulePayer)),
    withdrawn: BASE_RULES.filter((rule) => rule.payer === rulePayer && rows.some((row) => row.id === rule.id && row.gone === 1)),
    profile: profile === null ? null : show(profile), profileKey: key, playbooks: playbooks.filter(isOfPayer).map(show), notes: notes.filter(isOfPayer).map(show), asks: asks.flat(),
  };
}

async function packNames(db: OverturnDatabase, vault: Vault, changeIds: readonly string[]): Promise<Map<string, string>> {
  const changes = (await db.libraryChanges.bulkGet([...new Set(changeIds)])).filter((row) => row?.origin === 'pack').filter((row) => row !== undefined);
  return new Map(await Promise.all(changes.map(async (row) => [row.id, (await openChange(vault, row)).pack?.name ?? 'a pack'] as const)));
}
