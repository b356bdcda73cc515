import { letterTemplate, templateKey } from '../../rules/appeals/letter-template.ts';
import type { KeptTemplate } from '../../rules/appeals/letter-template.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { answered } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { userNames } from '../people.ts';
import type { WorkTextRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** What is sealed of a version: the template (null: back to the shipped one), for which payer, and why it was changed. */
type KeptText = { template: unknown; payerKey: string | null; reason: string };
export type TemplateVersion = KeptTemplate & { template: KeptTemplate['template']; reason: string; userName: string; atMs: number };

const PREFIX = 'appeal-letter:';

/** Rows of letter templates, every version. Read before anything is opened, so that live queries follow them. */
export async function letterTextRows(db: OverturnDatabase): Promise<WorkTextRow[]> {
  return db.workTexts.where('key').startsWith(PREFIX).toArray();
}

async function openText(vault: Vault, row: WorkTextRow): Promise<KeptText | null> {
  try {
    return (await vault.open('workTexts', row.id, row.sealed)) as KeptText;
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}

/** The practice's own templates in force. A damaged one is left out, and the shipped one holds. */
export async function ownTemplates(vault: Vault, rows: readonly WorkTextRow[]): Promise<KeptTemplate[]> {
  const newest = new Map<string, WorkTextRow>();
  for (const row of rows) if (row.n > (newest.get(row.key)?.n ?? 0)) newest.set(row.key, row);
  const opened = await Promise.all([...newest.values()].map(async (row): Promise<KeptTemplate[]> => {
    const kept = await openText(vault, row);
    const parsed = letterTemplate.safeParse(kept?.template ?? null);
    return parsed.success ? [{ id: row.key, version: row.n, payerKey: kept?.payerKey ?? null, template: parsed.data }] : [];
  }));
  return opened.flat();
}

/** Every version of one template, the newest first; a version without text is the way back to the shipped one. */
export async function templateHistory(db: OverturnDatabase, vault: Vault, key: string): Promise<{ n: number; atMs: number; userName: string; reason: string; isShipped: boolean }[]> {
  const [rows, users] = await Promise.all([db.workTexts.where('key').equals(key).toArray(), userNames(db)]);
  const opened = await Promise.all(rows.map(async (row) => {
    const kept = await openText(vault, row);
    return { n: row.n, atMs: row.atMs, userName: users.get(row.userId) ?? '', reason: kept?.reason ?? 'This version is damaged.', isShipped: kept?.template === null };
  }));
  return opened.sort((left, right) => right.n - left.n);
}

/** Keeps a new version of a template. Earlier ones stay, and letters that were sent keep their words. */
export async function saveLetterText(ctx: WriteContext, { category, payerKey, template, reason }: CommandRequest<'letter-text:save'>): Promise<Result<Record<string, never>>> {
  if (template !== null && template.category !== category) return failed('bad-request', 'template.category');
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    const key = templateKey(category, payerKey);
    const n = Math.max(0, ...(await ctx.db.workTexts.where('key').equals(key).toArray()).map((row) => row.n)) + 1;
    const id = `${key}:${n}`;
    const row: WorkTextRow = { id, key, n, atMs: ctx.nowMs, userId: ctx.userId, sealed: await ctx.vault.seal('workTexts', id, { template, payerKey, reason } satisfies KeptText) };
    await commitChange(ctx, { command: 'letter-text:save', subject: id, outcome: 'done' }, [ctx.db.workTexts], async () => { await ctx.db.workTexts.add(row); });
    return ok({});
  }));
}
