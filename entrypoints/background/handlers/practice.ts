import { LEAD_SETTINGS } from '../../../rules/domain/lead-settings.ts';
import { ok } from '../../../rules/protocol/result.ts';
import { dropDraft, keepDraft } from '../../../storage/drafts.ts';
import { savePayerNote } from '../../../storage/payer-notes.ts';
import { savePayer } from '../../../storage/payers.ts';
import { roleOf } from '../../../storage/people.ts';
import { savePracticeCalendar } from '../../../storage/practice-calendar.ts';
import { saveSettings } from '../../../storage/settings.ts';
import { markDigestSeen } from '../../../storage/telling.ts';
import { commitChange, refused, withWriter } from '../../../storage/write.ts';
import type { Handlers } from '../handler.ts';
import { redatePayer } from '../redate.ts';
import { needWriteContext } from '../services.ts';
import { sweep, sweepSoon } from '../sweep.ts';
import { followIdleSetting } from '../vault-lock.ts';

export const practiceHandlers: Pick<Handlers, 'settings:save' | 'calendar:save' | 'payer:save' | 'payer-note:save' | 'draft:keep' | 'draft:drop' | 'reminder:sweep' | 'digest:seen' | 'audit:note'> = {
  'settings:save': async (request) => {
    const ctx = await needWriteContext();
    const isOfLead = LEAD_SETTINGS.some((key) => request[key] !== undefined);
    if (isOfLead && (await roleOf(ctx.db, ctx.userId)) !== 'lead') return refused(ctx, { command: 'settings:save', subject: Object.keys(request).join(','), outcome: 'role-forbids' });
    const saved = await saveSettings(ctx, request);
    await followIdleSetting();
    return saved;
  },
  'calendar:save': async (request) => {
    const saved = await savePracticeCalendar(await needWriteContext(), request);
    sweepSoon(); // dates the open cases anew too, without keeping the page waiting
    return saved;
  },
  'payer:save': async (request) => {
    const ctx = await needWriteContext();
    const saved = await savePayer(ctx, request);
    if (!saved.ok) return saved;
    await redatePayer(ctx, request.key);
    sweepSoon();
    return saved;
  },
  'payer-note:save': async (request) => savePayerNote(await needWriteContext(), request),
  'draft:keep': async ({ key, value }) => keepDraft(await needWriteContext(), key, value),
  'draft:drop': async ({ key }) => dropDraft(await needWriteContext(), key),

  'reminder:sweep': async () => {
    const { dueSoon, overdue } = await sweep();
    return ok({ due: dueSoon, overdue });
  },

  'digest:seen': async () => {
    const { db, userId } = await needWriteContext();
    await markDigestSeen(db, userId);
    return ok({});
  },

  'audit:note': async ({ what, subject }) => {
    const ctx = await needWriteContext();
    await withWriter(ctx.db, async () => commitChange(ctx, { command: `audit:${what}`, subject, outcome: 'done' }, [], () => Promise.resolve()));
    return ok({});
  },
};
