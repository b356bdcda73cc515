import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { isSensitiveRow } from '../cases/mark-sensitive.ts';
import { answered } from '../cases/change-case.ts';
import { commitChange } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { appealFile } from './appeal-file.ts';

/**
 * The row of the trail before a packet or letter leaves as a file, with the hash of the version. Until it is ready it may leave only as
 * a draft, which every page says. The name of the file holds level, day and a piece of the hash: nothing of a person.
 */
export async function exportPacket(ctx: WriteContext, { appealId, form, hash, sensitive = false }: CommandRequest<'appeal:export'>): Promise<Result<CommandReply<'appeal:export'>>> {
  return answered(async (): Promise<Result<CommandReply<'appeal:export'>>> => {
    const file = await appealFile(ctx.db, ctx.vault, appealId, ctx.today);
    if (file === null) return failed('not-found', 'appealId');
    if (file.hash !== hash) return failed('changed-meanwhile');
    const row = await ctx.db.cases.get(file.file.item.id);
    const isMarked = row !== undefined && (await isSensitiveRow(ctx.vault, row));
    if (isMarked && !sensitive) return failed('sensitive-record');
    const isDraft = file.appeal.submission === null && !(file.state === 'ready' && file.check.kind === 'valid');
    const fileName = `${file.level}-${ctx.today}-${hash.slice(0, 8)}${isDraft ? '-draft' : ''}.${form}`;
    await commitChange(ctx, { command: `appeal:export:${form}${isMarked ? '+sensitive' : ''}`, subject: `${appealId} ${hash.slice(0, 16)}`, outcome: 'done' }, [], () => Promise.resolve());
    return ok({ fileName, isDraft });
  });
}
