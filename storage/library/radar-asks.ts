import { radarFindings } from '../../rules/library/radar.ts';
import { windowStatements } from '../../rules/library/window-statements.ts';
import type { WindowStatement } from '../../rules/library/window-statements.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { OverturnDatabase } from '../db.ts';
import { libraryOf } from '../cases/find-cases.ts';
import { findPayer } from '../payers.ts';
import type { RadarAskRow } from '../schema/v2.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { readRules } from './rule-set.ts';

export type RadarSource = 'page' | 'paste' | 'letter' | 'remark';
/** Where a text came from. `host` only of a page. */
export type RadarText = { text: string; source: RadarSource; host: string | null };
/** What is sealed of an ask: a sentence of a letter can name a person. */
export type AskContent = { statement: WindowStatement; source: RadarSource; host: string | null; ruleIds: string[] };
export type RadarAsk = AskContent & { id: string; payerKey: string; state: RadarAskRow['state']; atMs: number; userId: string };

/** One ask per payer, step and window, however often and wherever it is read: the row is its own memory of having been asked. */
export function askIdOf(payerKey: string, { action, value, unit }: WindowStatement): string {
  return `radar:${payerKey}:${action}:${value}-${unit}`;
}

/** The most that is looked at of the texts of one claim. */
const MOST_TEXTS = 60;

/**
 * Looks through texts about a payer for windows the library has otherwise, and notes each once, for ever: an ask that was
 * answered or dismissed is not asked again. Gives the new ones. No contract window of the practice's own is contradicted.
 */
export async function noticeWindows(ctx: WriteContext, payer: PracticePayer, texts: readonly RadarText[]): Promise<string[]> {
  const rules = await readRules(ctx.db);
  const library = libraryOf(payer);
  const own = rules.filter((rule) => rule.payer === library || rule.payer === payer.name);
  const found = texts.slice(0, MOST_TEXTS).flatMap(({ text, source, host }) =>
    radarFindings(windowStatements(text), own, { lineOfBusiness: payer.lineOfBusiness, state: payer.state })
      .filter(({ statement }) => !isContract(payer, statement))
      .map(({ statement, rules: against }) => ({ statement, source, host, ruleIds: against.map(({ id }) => id) })));
  const byId = new Map(found.map((one) => [askIdOf(payer.key, one.statement), one]));
  if (byId.size === 0) return [];
  return withWriter(ctx.db, async () => {
    const known = new Set((await ctx.db.radarAsks.bulkGet([...byId.keys()])).flatMap((row) => row?.id ?? []));
    const fresh = [...byId].filter(([id]) => !known.has(id));
    if (fresh.length === 0) return [];
    const rows = await Promise.all(fresh.map(async ([id, content]): Promise<RadarAskRow> => ({
      id, payerKey: payer.key, state: 'open', atMs: ctx.nowMs, userId: ctx.userId, decidedBy: null, decidedMs: null, sealed: await ctx.vault.seal('radarAsks', id, content satisfies AskContent),
    })));
    await commitChange(ctx, { command: 'radar:ask', subject: payer.key, outcome: 'done' }, [ctx.db.radarAsks], async () => { await ctx.db.radarAsks.bulkAdd(rows); });
    return rows.map(({ id }) => id);
  });
}

function isContract(payer: PracticePayer, { action, value, unit }: WindowStatement): boolean {
  return (payer.contractWindows ?? []).some((window) => window.action === action && window.value === value && window.unit === unit);
}

/** A letter somebody pasted or typed, held against the library. Gives how many windows it states, and the new asks. */
export async function checkLetter(ctx: WriteContext, payerKey: string, text: string): Promise<Result<{ statements: number; asks: string[] }>> {
  const payer = await findPayer(ctx.db, payerKey);
  if (payer === null) return failed('not-found', 'payerKey');
  const asks = await noticeWindows(ctx, payer, [{ text, source: 'letter', host: null }]);
  return ok({ statements: windowStatements(text).length, asks });
}

/** Somebody looked at both texts and found no new window: it is not asked again. */
export async function dismissAsk(ctx: WriteContext, askId: string): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    const row = await ctx.db.radarAsks.get(askId);
    if (row === undefined || row.state !== 'open') return failed('not-found', 'askId');
    await commitChange(ctx, { command: 'radar:dismiss', subject: row.payerKey, outcome: 'done' }, [ctx.db.radarAsks], async () => ctx.db.radarAsks.put({ ...row, state: 'dismissed', decidedBy: ctx.userId, decidedMs: ctx.nowMs }));
    return ok({});
  });
}

/** What is asked at the moment, of one payer or of all, newest first. A damaged one is left out. */
export async function openAsks(db: OverturnDatabase, vault: Vault, payerKey: string | null = null): Promise<RadarAsk[]> {
  const rows = await (payerKey === null ? db.radarAsks.where('state').equals('open') : db.radarAsks.where('[payerKey+state]').equals([payerKey, 'open'])).toArray();
  const opened = await Promise.all(rows.map(async (row): Promise<RadarAsk[]> => {
    try {
      const content = await vault.open('radarAsks', row.id, row.sealed) as AskContent;
      return [{ ...content, id: row.id, payerKey: row.payerKey, state: row.state, atMs: row.atMs, userId: row.userId }];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }));
  return opened.flat().sort((left, right) => right.atMs - left.atMs);
}
