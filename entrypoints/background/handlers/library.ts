import type { LibraryItem } from '../../../rules/library/library-entry.ts';
import { mayTakePack } from '../../../rules/policy/command-policy.ts';
import { failed, ok } from '../../../rules/protocol/result.ts';
import { aboutCapture } from '../../../storage/queries/about-claim.ts';
import { decideChange, proposeChange, undoChange } from '../../../storage/library/change-library.ts';
import type { ChangeDone } from '../../../storage/library/change-library.ts';
import { exportPack, importPack } from '../../../storage/library/packs.ts';
import { checkLetter, dismissAsk } from '../../../storage/library/radar-asks.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { managedPolicy } from '../../shared/managed-policy.ts';
import type { Handlers } from '../handler.ts';
import { readCapture } from '../pending-captures.ts';
import { notePayersToDate, redateNoted } from '../redate.ts';
import { needWriteContext } from '../services.ts';
import { sweepSoon } from '../sweep.ts';

/** The rules changed: the open cases of the payers touched are dated anew, while the page goes on. A worker that dies goes on at the next sweep. */
async function follow(ctx: WriteContext, { changeId, payersToDate, state }: ChangeDone): Promise<void> {
  if (state !== 'approved') return;
  await notePayersToDate(ctx, payersToDate);
  void redateNoted(ctx, changeId, payersToDate).then(sweepSoon, () => undefined); // what is left stays noted, and the next sweep tries again
}

export const libraryHandlers: Pick<Handlers, 'library:change' | 'library:decide' | 'library:undo' | 'library:about-capture' | 'pack:import' | 'pack:export' | 'radar:check-letter' | 'radar:dismiss'> = {
  'library:change': async ({ items, title, reason, evidence, approve, askId, stamp, base }) => {
    const ctx = await needWriteContext();
    const done = await proposeChange(ctx, { items: items as readonly LibraryItem[], origin: askId === null ? 'edit' : 'radar', approve, stamp, base, content: { title, reason, evidence, pack: null, undoes: null, askId } });
    if (!done.ok) return done;
    await follow(ctx, done.value);
    return ok({ changeId: done.value.changeId, state: done.value.state });
  },
  'library:decide': async ({ changeId, approve, reason, stamp }) => {
    const ctx = await needWriteContext();
    const done = await decideChange(ctx, changeId, approve, reason, stamp);
    if (!done.ok) return done;
    await follow(ctx, done.value);
    return ok({});
  },
  'library:undo': async ({ changeId, reason, stamp }) => {
    const ctx = await needWriteContext();
    const done = await undoChange(ctx, changeId, reason, stamp);
    if (!done.ok) return done;
    await follow(ctx, done.value);
    return ok({});
  },
  'library:about-capture': async ({ captureId, payerKey }, caller) => {
    const ctx = await needWriteContext();
    const capture = await readCapture(captureId);
    if (capture === null || (caller.kind === 'card' && caller.tabId !== capture.tabId)) return failed('not-found');
    return ok(await aboutCapture(ctx, capture.reading, payerKey));
  },
  'pack:import': async (request) => {
    const ctx = await needWriteContext();
    const policy = await managedPolicy();
    const done = await importPack(ctx, request, (signature, mark) => mayTakePack(policy, signature, mark));
    if (!done.ok) return done;
    await follow(ctx, done.value);
    return ok({ changeId: done.value.changeId });
  },
  'pack:export': async (request) => exportPack(await needWriteContext(), request),
  'radar:check-letter': async ({ payerKey, text }) => {
    const checked = await checkLetter(await needWriteContext(), payerKey, text);
    return checked.ok ? ok({ statements: checked.value.statements, asks: checked.value.asks.length }) : checked;
  },
  'radar:dismiss': async ({ askId }) => dismissAsk(await needWriteContext(), askId),
};
