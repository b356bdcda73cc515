import carcTable from './carc.json' with { type: 'json' };
import rarcTable from './rarc.json' with { type: 'json' };
import categoryTable from './status-categories.json' with { type: 'json' };
import statusTable from './status-codes.json' with { type: 'json' };
import { normalizeCarc, normalizeRarc } from './membership.ts';
import type { DenialCategory, StatusOutcome, StatusTopic, TypicalAction } from './vocabulary.ts';

/** A claim adjustment reason code. `category` and `action` are only the default: group, remark and line of business decide. */
export type Carc = { code: string; meaning: string; category: DenialCategory; action: TypicalAction; preventable: boolean; retired: boolean };

/**
 * A remittance advice remark code. An `alert` only informs and explains no adjustment.
 * `appeal` and `resend` are set where the remark itself speaks of appealing or of sending the claim again.
 */
export type Rarc = {
  code: string; meaning: string; category: DenialCategory; alert: boolean; retired: boolean; appeal: boolean | null; resend: boolean | null;
};

/** A 277 claim status category: what became of the claim. */
export type StatusCategory = { code: string; meaning: string; outcome: StatusOutcome; note: string | null; retired: boolean };

/** A 277 claim status code: the detail under its category. `needsEntity` = it says nothing without an entity code. */
export type StatusCode = { code: string; meaning: string; topic: StatusTopic; needsEntity: boolean; retired: boolean };

type Table = Readonly<Record<string, readonly string[]>>;
// The rows are checked against code-schema.ts by the tests, which is what makes the casts below true.
const carcs: Table = carcTable;
const rarcs: Table = rarcTable;
const categories: Table = categoryTable;
const statuses: Table = statusTable;

const rowOf = (table: Table, code: string | null) => (code !== null && Object.hasOwn(table, code) ? table[code] : undefined);
const has = (flags: string | undefined, flag: string) => (flags ?? '').split(' ').includes(flag);
const said = (flags: string | undefined, yes: string, no: string) => (has(flags, yes) ? true : has(flags, no) ? false : null);

/** Looks up a reason code in any spelling (`45`, `045`, `b7`); null when there is no such code. */
export function explainCarc(text: string): Carc | null {
  const code = normalizeCarc(text);
  const row = rowOf(carcs, code);
  if (code === null || row === undefined) return null;
  const [meaning = '', category = 'other', action = 'review', flags] = row;
  return {
    code, meaning, category: category as DenialCategory, action: action as TypicalAction,
    preventable: has(flags, 'preventable'), retired: has(flags, 'retired'),
  };
}

/** Looks up a remark code in any spelling (`MA1`, `n0290`); null when there is no such code. */
export function explainRarc(text: string): Rarc | null {
  const code = normalizeRarc(text);
  const row = rowOf(rarcs, code);
  if (code === null || row === undefined) return null;
  const [meaning = '', category = 'other', flags] = row;
  return {
    code, meaning, category: category as DenialCategory, alert: has(flags, 'alert'), retired: has(flags, 'retired'),
    appeal: said(flags, 'appeal', 'no-appeal'), resend: said(flags, 'resend', 'no-resend'),
  };
}

/** Looks up a 277 category (`A7`, `f2`); null when there is no such category. */
export function explainStatusCategory(text: string): StatusCategory | null {
  const code = text.trim().toUpperCase();
  const row = rowOf(categories, code);
  if (row === undefined) return null;
  const [meaning = '', outcome = 'error', note = '', retired = ''] = row;
  return { code, meaning, outcome: outcome as StatusOutcome, note: note === '' ? null : note, retired: retired !== '' };
}

/** Looks up a 277 status code (`562`, `0021`); null when it is not in our list, which is not complete. */
export function explainStatusCode(text: string): StatusCode | null {
  const digits = /^0*(\d{1,3})$/.exec(text.trim())?.[1] ?? null;
  const row = rowOf(statuses, digits);
  if (digits === null || row === undefined) return null;
  const [meaning = '', topic = 'info', flags] = row;
  return { code: digits, meaning, topic: topic as StatusTopic, needsEntity: has(flags, 'entity'), retired: has(flags, 'retired') };
}
