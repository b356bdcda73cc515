import type { ContactRowFact, DenialRow, PromiseFact, SubmittedFact } from '../../rules/numbers/denial-row.ts';
import { FIRST_NUMBERS_SETTINGS, numbersSettings } from '../../rules/numbers/numbers-settings.ts';
import type { DatedSettings } from '../../rules/numbers/numbers-settings.ts';
import { withRepeats } from '../../rules/numbers/repeats.ts';
import type { SeenVersion } from '../../rules/numbers/trend.ts';
import { z } from 'zod';
import type { OverturnDatabase } from '../db.ts';
import type { CountedImportRow, MonthFigureRow, NumberBlockRow } from '../schema/v3.ts';
import type { Vault } from '../vault/vault.ts';
import { readContacts } from './read-contacts.ts';
import { unpackRows } from './number-blocks.ts';
import type { PackedRows } from './number-blocks.ts';

/** Everything a page of numbers is worked out from, without a person in it. */
export type Numbers = { rows: DenialRow[]; contacts: ContactRowFact[]; promises: PromiseFact[]; submitted: SubmittedFact[]; history: DatedSettings[]; seen: SeenVersion[]; due: number };

/** Boxes that were opened before, by database and id: of a hundred thousand cases one box is opened anew when one case changes. */
const opened = new WeakMap<Vault, Map<string, { rev: number; rows: DenialRow[] }>>();

/** Reads and opens the numbers. Rows first and together, so that a live query follows all of them. */
export async function readNumbers(db: OverturnDatabase, vault: Vault, dayOf: (ms: number) => { day: number; hour: number }): Promise<Numbers> {
  const [blocks, contacts, promises, counted, typed, settings, versions, due] = await Promise.all([
    db.numberBlocks.toArray(), db.contacts.toArray(), db.promises.toArray(), db.countedImports.toArray(), db.monthFigures.toArray(), db.settings.get(NUMBERS_SETTING), db.settings.get(VERSIONS_SETTING), db.numbersDue.count(),
  ]);
  const rows = await openRows(vault, blocks);
  return {
    rows: withRepeats(rows), contacts: await readContacts(vault, contacts, dayOf),
    promises: promises.filter(({ state }) => state !== 'withdrawn').map(({ caseId, payerKey, userId, dueDay, state, settledDay }): PromiseFact => ({ caseId, payerKey, userId, dueDay, kept: state === 'open' ? null : state === 'kept' && (settledDay ?? dueDay) <= dueDay })),
    submitted: [...submittedOf(counted), ...typedOf(typed)], history: historyOf(settings?.value), seen: seenOf(versions?.value), due,
  };
}

/** The rows of all boxes. A damaged box counts as empty. */
export async function openRows(vault: Vault, blocks: readonly NumberBlockRow[]): Promise<DenialRow[]> {
  const kept = opened.get(vault) ?? new Map<string, { rev: number; rows: DenialRow[] }>();
  opened.set(vault, kept);
  const lists = await Promise.all(blocks.map(async ({ id, rev, sealed }) => {
    const known = kept.get(id);
    if (known?.rev === rev) return known.rows;
    const rows = unpackRows(await vault.open('numberBlocks', id, sealed).catch(() => ({ form: 0, words: [], columns: [] })) as PackedRows);
    kept.set(id, { rev, rows });
    return rows;
  }));
  return lists.flat();
}

function submittedOf(counted: readonly CountedImportRow[]): SubmittedFact[] {
  const sums = new Map<string, { month: number; payerKey: string; sent: number; sentCents: number; answered: number; answeredCents: number }>();
  for (const { months } of counted) {
    for (const one of months) {
      const key = `${one.month} ${one.payerKey}`;
      const sum = sums.get(key);
      sums.set(key, sum === undefined ? { ...one } : { ...sum, sent: sum.sent + one.sent, sentCents: sum.sentCents + one.sentCents, answered: sum.answered + one.answered, answeredCents: sum.answeredCents + one.answeredCents });
    }
  }
  const blank = { cleanClaims: null, receivablesCents: null, dailyChargesCents: null };
  return [...sums.values()].flatMap(({ month, payerKey, sent, sentCents, answered, answeredCents }): SubmittedFact[] => [
    ...(sent > 0 ? [{ month, payerKey, source: 'imported' as const, claims: sent, cents: sentCents, ...blank }] : []),
    ...(answered > 0 ? [{ month, payerKey, source: 'answered' as const, claims: answered, cents: answeredCents, ...blank }] : []),
  ]);
}

/** The newest of each month and payer. */
function typedOf(rows: readonly MonthFigureRow[]): SubmittedFact[] {
  const newest = new Map<string, MonthFigureRow>();
  for (const row of [...rows].sort((one, other) => one.atMs - other.atMs)) newest.set(`${row.month} ${row.payerKey}`, row);
  return [...newest.values()].map(({ month, payerKey, claims, cents, cleanClaims, receivablesCents, dailyChargesCents }) => ({ month, payerKey, source: 'typed', claims, cents, cleanClaims, receivablesCents, dailyChargesCents }));
}

/** Settings rows of the numbers; both only ever grow. */
export const NUMBERS_SETTING = 'numbers';
export const VERSIONS_SETTING = 'numbers-versions';
const datedSettings = z.array(z.object({ fromDay: z.number(), settings: numbersSettings }));
const seenVersions = z.array(z.object({ metricId: z.string(), version: z.number(), day: z.number() }));

/** How the numbers were set, oldest first; never empty. */
export function historyOf(value: unknown): DatedSettings[] {
  const parsed = datedSettings.safeParse(value);
  return parsed.success && parsed.data.length > 0 ? parsed.data : [{ fromDay: 0, settings: FIRST_NUMBERS_SETTINGS }];
}

export function seenOf(value: unknown): SeenVersion[] {
  const parsed = seenVersions.safeParse(value);
  return parsed.success ? parsed.data : [];
}
