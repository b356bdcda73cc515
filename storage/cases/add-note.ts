import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** Adds a note to the timeline. Notes are never changed; a correction is another note. */
export async function addNote(ctx: WriteContext, request: CommandRequest<'case:add-note'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:add-note', (draft) => ({ draft, events: [{ kind: 'note', title: 'Note', detail: request.text }] }));
}

/** The status note went to the clipboard: a touch worth knowing of, without its text. */
export async function noteCopied(ctx: WriteContext, request: CommandRequest<'note:copied'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'note:copied', (draft) => ({ draft, events: [{ kind: 'note-copied', title: 'Status note copied' }] }));
}
