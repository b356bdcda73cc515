import { isEditable } from '../../rules/appeals/appeal-states.ts';
import { isTypedField } from '../../rules/appeals/letter-fields.ts';
import type { Appeal } from '../../rules/domain/appeal.ts';
import type { PacketEdit } from '../../rules/protocol/appeal-commands.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { WriteContext } from '../write.ts';
import { changeAppeal, withStep } from './change-appeal.ts';

/**
 * One change of a packet. Whoever changes it may not check it; a packet that was ready goes back to draft, because what was
 * checked is no more what is there.
 */
export async function editPacket(ctx: WriteContext, { appealId, rev, edit }: CommandRequest<'appeal:edit'>): Promise<Result<Record<string, never>>> {
  return changeAppeal(ctx, appealId, `appeal:edit:${edit.kind}`, async ({ row, state, appeal }) => {
    if (!isEditable(state)) return { refuse: 'bad-request', field: 'state' };
    if (row.rev !== rev) return { refuse: 'changed-meanwhile' };
    if (edit.kind === 'parts') {
      const named = edit.parts.flatMap(({ documentId }) => documentId ?? []);
      const known = new Set((await ctx.db.documents.where('appealId').equals(appealId).toArray()).map(({ id }) => id));
      if (named.some((id) => !known.has(id)) || new Set(named).size !== named.length) return { refuse: 'bad-request', field: 'parts' };
    }
    const edited = applied(ctx, appeal, edit);
    if (edited === null) return { refuse: 'bad-request', field: edit.kind };
    const editors = edited.editors.includes(ctx.userId) ? edited.editors : [...edited.editors, ctx.userId].slice(-60);
    const back = state === 'ready';
    const next = { ...edited, editors, check: null };
    return { appeal: back ? withStep(ctx, next, 'draft', ctx.today, 'Changed after it was checked; the check counts no more.') : next, state: back ? 'draft' : state, events: back ? [{ kind: 'appeal', title: 'Appeal changed after its check', detail: 'It has to be checked again.' }] : [] };
  });
}

/** The content after an edit; null where it makes no sense. */
function applied(ctx: WriteContext, appeal: Appeal, edit: PacketEdit): Appeal | null {
  const who = { byUser: ctx.userId, atMs: ctx.nowMs };
  switch (edit.kind) {
    case 'about': {
      const { letterDate, signer, signerTitle, request, requestedCents } = edit;
      return { ...appeal, ...(letterDate === undefined ? {} : { letterDate }), ...(signer === undefined ? {} : { signer }), ...(signerTitle === undefined ? {} : { signerTitle }), ...(request === undefined ? {} : { request }), ...(requestedCents === undefined ? {} : { requestedCents }) };
    }
    case 'template': return { ...appeal, templateId: edit.templateId };
    case 'fact': {
      if (!isTypedField(edit.field)) return null;
      const others = appeal.typedFacts.filter(({ field }) => field !== edit.field);
      if (edit.value === null) return { ...appeal, typedFacts: others };
      const [value, source] = [edit.value.trim(), edit.source.trim()];
      // No fact without where it comes from.
      return value === '' || source === '' ? null : { ...appeal, typedFacts: [...others, { field: edit.field, value, source, ...who }] };
    }
    case 'paragraph': {
      const at = appeal.paragraphs.findIndex(({ id }) => id === edit.id);
      if (edit.text === null) return { ...appeal, paragraphs: appeal.paragraphs.filter(({ id }) => id !== edit.id) };
      if (edit.text.trim() === '') return null;
      const paragraph = { id: edit.id, text: edit.text, source: edit.source.trim(), ...who };
      return { ...appeal, paragraphs: at < 0 ? [...appeal.paragraphs, paragraph] : appeal.paragraphs.with(at, paragraph) };
    }
    case 'parts': return new Set(edit.parts.map(({ id }) => id)).size === edit.parts.length ? { ...appeal, parts: edit.parts } : null;
    case 'proof': {
      const others = appeal.proofs.filter(({ id }) => id !== edit.id);
      return { ...appeal, proofs: edit.proof === null ? others : [...others, { id: edit.id, ...edit.proof, ...who }] };
    }
  }
}
