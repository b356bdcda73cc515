import { EXPORT_ROLES, namesPeople } from '../../rules/exports/export-kinds.ts';
import type { ExportColumn, ExportFormat, ExportKind, ExportReason } from '../../rules/exports/export-kinds.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { roleOf } from '../people.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

export type ExportRequest = { kind: ExportKind; format: ExportFormat; columns: ExportColumn[]; rows: number; reason: ExportReason | null; sensitive?: boolean | undefined };

/**
 * Before a file leaves: may this user take it, is a reason said where it names people, and the row of the trail. Only then
 * does the page write the file.
 *
 * Fails with `role-forbids` (which the trail keeps) and `bad-request` (no reason).
 */
export async function beginExport(ctx: WriteContext, { kind, format, columns, rows, reason, sensitive = false }: ExportRequest): Promise<Result<Record<string, never>>> {
  const command = `export:${kind}${reason === null ? '' : `+${reason}`}`;
  const note = async (outcome: string, subject: string) => withWriter(ctx.db, async () => commitChange(ctx, { command, subject, outcome }, [], () => Promise.resolve()));
  const role = await roleOf(ctx.db, ctx.userId);
  if (role === null || !EXPORT_ROLES[kind].includes(role)) {
    await note('role-forbids', format);
    return failed('role-forbids');
  }
  if (namesPeople(kind, columns) && reason === null) return failed('bad-request', 'reason');
  if (sensitive && reason === null) return failed('bad-request', 'reason');
  await note('done', [format, `${rows} rows`, ...(sensitive ? ['with sensitive cases'] : []), ...(kind === 'cases' ? [columns.join(' ')] : [])].join(', '));
  return ok({});
}
