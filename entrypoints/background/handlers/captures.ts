import type { FrameContext } from '../../../rules/portals/reader/frame-context.ts';
import { failed, ok } from '../../../rules/protocol/result.ts';
import type { Result } from '../../../rules/protocol/result.ts';
import type { Reading } from '../../../rules/reading/reading.ts';
import { dropSaved, freshReviews, keptOfReading, keptReview, mergeReviews } from '../../../rules/review/kept-review.ts';
import type { KeptReviews } from '../../../rules/review/kept-review.ts';
import { matchPracticePayer } from '../../../rules/work/payer-match.ts';
import { keptRecordReview } from '../../../rules/review/record-review.ts';
import { keepMemberRecord } from '../../../storage/member-records.ts';
import { knownCases, payerOfReading } from '../../../storage/cases/pending-capture.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { dropDraft, keepDraft, readDraft } from '../../../storage/drafts.ts';
import { clientInUse } from '../../../storage/current-store.ts';
import { listPayers } from '../../../storage/payers.ts';
import { noticeWindowsOf, textsOfReading } from '../../../storage/library/radar-texts.ts';
import { onlyPayerOfHost, rememberPayerOfHost } from '../../../storage/portal-payers.ts';
import { StorageFault } from '../../../storage/storage-fault.ts';
import { withWriter } from '../../../storage/write.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { readSessionVault } from '../../shared/session-vault.ts';
import { isTraining } from '../../shared/training-mode.ts';
import type { Caller } from '../caller.ts';
import type { Handlers } from '../handler.ts';
import { noteUseLater } from '../capture-health.ts';
import { frameOfValue } from '../frame-of-value.ts';
import { emptyReply, lockedReply, offerReply } from '../offer-reply.ts';
import { currentCapture, framesOfTab, offerFrames, readCapture, releaseCapture, serveCapture, withdrawFrame } from '../pending-captures.ts';
import type { Capture } from '../pending-captures.ts';
import { askPortal, tellPortal } from '../portal-tabs.ts';
import { needWriteContext, openWriteContext } from '../services.ts';
import { forgetEnding, readEnding } from '../session-ending.ts';

const OLD_REVIEWS_MS = 14 * 86_400_000;

/**
 * What was typed and not saved is kept by portal and found again by the number of the claim, so that neither a new order
 * of the rows nor a newer state of the claim brings it back in the wrong place.
 */
function reviewsKey({ vault }: WriteContext, { host }: Capture): string {
  return `capture:${vault.blindExact('claim-identity', host) ?? 'blank'}`;
}

/** What was typed into the card of a member's record, found again when the same page is opened anew. */
function recordKey({ vault }: WriteContext, { host, reading: { member } }: Capture): string {
  return `capture-record:${vault.blindExact('claim-identity', `${host} ${member?.kind ?? ''} ${member?.values.number?.value ?? ''} ${member?.values.memberId?.value ?? member?.values.patientName?.value ?? ''}`) ?? 'blank'}`;
}

async function readReviews(ctx: WriteContext, capture: Capture): Promise<KeptReviews> {
  const kept = await readDraft(ctx.db, ctx.vault, ctx.userId, reviewsKey(ctx, capture)).catch(() => null); // a damaged draft is no reason to show nothing
  return freshReviews(kept?.value ?? null, ctx.nowMs);
}

/** One change of what is kept at a time: two cards of one portal may be typed into at once. */
let changing: Promise<unknown> = Promise.resolve();
function changeReviews(ctx: WriteContext, capture: Capture, change: (kept: KeptReviews) => KeptReviews): Promise<Result<Record<string, never>>> {
  const work = async () => {
    const next = change(await readReviews(ctx, capture));
    const key = reviewsKey(ctx, capture);
    return next.claims.length === 0 ? dropDraft(ctx, key) : keepDraft(ctx, key, next);
  };
  const done = changing.then(work, work);
  changing = done.catch(() => undefined); // whoever asked hears of it; the next one is not held up
  return done;
}

/** Portals nobody went back to: what was typed there is gone after as long as it would no longer be shown. */
async function dropOldReviews({ db, userId, nowMs }: WriteContext): Promise<void> {
  const old = await db.drafts.where('key').startsWith(`${userId}/capture:`).filter(({ atMs }) => nowMs - atMs > OLD_REVIEWS_MS).primaryKeys();
  if (old.length > 0) await withWriter(db, async () => db.drafts.bulkDelete(old));
}

/** The capture a page or a card asks about. A card stands in one tab and has no business with the claims of another. */
async function needCapture(id: string, caller: Caller): Promise<Capture> {
  const capture = await readCapture(id);
  if (capture === null || (caller.kind === 'card' && caller.tabId !== capture.tabId)) throw new StorageFault('not-found');
  return capture;
}

export const captureHandlers: Pick<Handlers, 'capture:offer' | 'capture:gather' | 'capture:withdraw' | 'capture:open-panel' | 'capture:show' | 'capture:pending' | 'capture:now' | 'capture:highlight' | 'capture:draft' | 'capture:close' | 'capture:save' | 'member-record:keep'> = {
  'capture:offer': async ({ reading, context, pageId }, caller) => {
    if (caller.kind !== 'portal' || caller.mode !== 'assisted') return failed('not-allowed');
    const { tabId, frameId, host } = caller;
    // In practice mode no real portal is read, and outside of it no practice portal: both are told that it is locked.
    const ctx = (caller.isTrainingPortal === true) === (await isTraining()) ? await openWriteContext() : null;
    if (ctx === null) return ok(lockedReply(reading.claims.length));
    const { capture, changed } = await offerFrames([{ tabId, frameId, pageId, host, reading: reading as Reading, context: (context ?? null) as FrameContext | null, nowMs: ctx.nowMs }]);
    if (changed || capture === null) noteUseLater(ctx, host, capture?.id ?? pageId, capture?.reading ?? (reading as Reading));
    // The pill stands in the top frame and has to hear of what a frame below it said.
    if (changed && frameId !== 0) void tellPortal(tabId, { say: 'refresh' }, 0);
    // Locked while this waited for its turn?
    if (capture === null) return ok((await readSessionVault()) === null ? lockedReply(reading.claims.length) : emptyReply);
    return ok(await offerReply(ctx, capture, reading as Reading));
  },

  // Before a card opens: what each frame shows at this moment belongs on it.
  'capture:gather': async (_request, caller) => {
    if (caller.kind !== 'portal' || caller.mode !== 'assisted') return failed('not-allowed');
    const others = (await framesOfTab(caller.tabId)).filter(({ frameId }) => frameId !== caller.frameId);
    await Promise.all(others.map(({ frameId }) => askPortal(caller.tabId, { say: 'look-now' }, frameId)));
    const ctx = await openWriteContext();
    if (ctx === null) return ok(lockedReply(0));
    const capture = await currentCapture(caller.tabId);
    return ok(capture === null ? emptyReply : await offerReply(ctx, capture, null));
  },

  'capture:show': async (_request, caller) => {
    if (caller.kind !== 'portal' || caller.mode !== 'assisted') return failed('not-allowed');
    await tellPortal(caller.tabId, { say: 'press' }, 0);
    return ok({});
  },

  'capture:withdraw': async ({ pageId }, caller) => {
    if (caller.kind !== 'portal') return ok({});
    await withdrawFrame(caller.tabId, caller.frameId, pageId, Date.now());
    if (caller.frameId === 0) await forgetEnding(caller.tabId);
    return ok({});
  },

  // Answered by the router, within the gesture; reached only where that could not be tried.
  'capture:open-panel': async () => Promise.resolve(ok({ opened: false })),

  'capture:pending': async ({ captureId, instead }, caller) => {
    // Says to the page's script that the frame was let in, also while locked.
    if (caller.kind === 'card') void tellPortal(caller.tabId, { say: 'card-open' }, 0);
    const ctx = await needWriteContext();
    const asked = await readCapture(captureId);
    if (asked === null || (caller.kind === 'card' && caller.tabId !== asked.tabId)) return failed('not-found');
    const capture = await serveCapture(captureId, caller.kind === 'card' ? 'card' : 'page', ctx.nowMs);
    if (capture === null) return failed('not-found');
    if (instead !== undefined && instead !== captureId) await releaseCapture(instead);
    const payers = await listPayers(ctx.db);
    if (capture.reading.member !== undefined) {
      const kept = await readDraft(ctx.db, ctx.vault, ctx.userId, recordKey(ctx, capture)).catch(() => null); // a damaged draft is no reason to show nothing
      const payer = matchPracticePayer(capture.reading.member.values.payer?.value ?? null, payers)?.key ?? await onlyPayerOfHost(ctx.db, capture.host);
      return ok({ reading: capture.reading, host: capture.host, tabId: capture.tabId, atMs: capture.atMs, payerKey: payer, payers, known: [], draft: kept?.value ?? null, clientName: await clientInUse(ctx.db.name) });
    }
    const known = await knownCases(ctx, capture.reading, null);
    await dropOldReviews(ctx);
    const draft = keptOfReading(await readReviews(ctx, capture), capture.reading);
    const filedUnder = known.length === 0 ? undefined : (await ctx.db.cases.get(known[0]?.caseId ?? ''))?.payerKey;
    return ok({ reading: capture.reading, host: capture.host, tabId: capture.tabId, atMs: capture.atMs, payerKey: filedUnder ?? (await payerOfReading(ctx.db, capture.reading))?.key ?? await onlyPayerOfHost(ctx.db, capture.host), payers, known, draft: draft.claims.length === 0 ? null : draft, clientName: await clientInUse(ctx.db.name) });
  },

  'capture:now': async ({ captureId }, caller) => {
    if ((await readSessionVault()) === null) return failed('vault-locked');
    const { tabId } = await needCapture(captureId, caller);
    const now = await currentCapture(tabId);
    return ok({ captureId: now?.id ?? null, reading: now?.reading ?? null, ending: await readEnding(tabId) });
  },

  'capture:highlight': async ({ captureId, raw, label }, caller) => {
    const { tabId } = await needCapture(captureId, caller);
    await tellPortal(tabId, { say: 'highlight', raw: null, label: null });
    if (raw === null) return ok({});
    // In one frame only, the one whose words these are; the next where it does not stand there any more.
    for (const frameId of frameOfValue(await framesOfTab(tabId), raw, label)) if (await askPortal(tabId, { say: 'highlight', raw, label }, frameId)) break;
    return ok({});
  },

  'capture:draft': async ({ captureId, draft }, caller) => {
    const ctx = await needWriteContext();
    const capture = await needCapture(captureId, caller);
    if (capture.reading.member !== undefined) {
      const typed = keptRecordReview.safeParse(draft);
      return typed.success ? keepDraft(ctx, recordKey(ctx, capture), typed.data) : failed('bad-request', 'draft');
    }
    const review = keptReview.safeParse(draft);
    if (!review.success) return failed('bad-request', 'draft');
    return changeReviews(ctx, capture, (kept) => mergeReviews(kept, capture.reading, review.data, ctx.nowMs));
  },

  'capture:close': async ({ captureId }, caller) => {
    const capture = await readCapture(captureId);
    const isOthers = caller.kind === 'card' && capture !== null && caller.tabId !== capture.tabId;
    if (isOthers) return failed('not-found');
    const tabId = capture?.tabId ?? (caller.kind === 'card' ? caller.tabId : null);
    if (capture !== null) await releaseCapture(captureId);
    if (tabId !== null) {
      await tellPortal(tabId, { say: 'highlight', raw: null, label: null });
      await tellPortal(tabId, { say: 'close-card' }, 0);
    }
    return ok({});
  },

  'member-record:keep': async ({ captureId, payerKey, record }, caller) => {
    const ctx = await needWriteContext();
    const capture = await needCapture(captureId, caller);
    const { member } = capture.reading;
    if (member === undefined || member.kind !== record.kind) return failed('bad-request', 'record');
    const values = Object.entries(member.values).map(([field, { label, raw }]) => ({ field, label, raw: raw.slice(0, 2000) }));
    const kept = await keepMemberRecord(ctx, payerKey, record, { host: capture.host, seenMs: capture.atMs, values });
    if (!kept.ok) return kept;
    await dropDraft(ctx, recordKey(ctx, capture));
    await releaseCapture(capture.id);
    return kept;
  },

  'capture:save': async (request, caller) => {
    const ctx = await needWriteContext();
    const capture = await needCapture(request.captureId, caller);
    const saved = await saveCapture(ctx, request, capture.reading, capture.host);
    if (!saved.ok) return saved;
    await rememberPayerOfHost(ctx.db, capture.host, request.payerKey);
    await noticeWindowsOf(ctx, request.payerKey, textsOfReading(capture.reading, capture.host));
    await changeReviews(ctx, capture, (kept) => dropSaved(kept, capture.reading, request.claims.map(({ index }) => index)));
    await releaseCapture(capture.id);
    void tellPortal(capture.tabId, { say: 'refresh' });
    return saved;
  },
};
