import { browser } from 'wxt/browser';
import { settingsUnderPolicy } from '../../../rules/policy/policy-settings.ts';
import { failed, ok } from '../../../rules/protocol/result.ts';
import { answerAsk, askColleague } from '../../../storage/cases/ask-colleague.ts';
import { addClient, otherPracticeIds } from '../../../storage/clients.ts';
import { canSwitchClient, switchClient } from '../../../storage/current-store.ts';
import { readSettings } from '../../../storage/settings.ts';
import { decideChoice } from '../../../storage/team/decide-choice.ts';
import { beginBundle } from '../../../storage/team/make-bundle.ts';
import { beginTaking, takeCase, takePart } from '../../../storage/team/take-bundle.ts';
import { takePractice } from '../../../storage/team/take-practice.ts';
import { commitChange, withWriter } from '../../../storage/write.ts';
import type { Handlers } from '../handler.ts';
import { STORE_MOVED_KEY } from '../../shared/session-vault.ts';
import { managedPolicy } from '../../shared/managed-policy.ts';
import { isTraining } from '../../shared/training-mode.ts';
import { closeStore, needWriteContext, openStore } from '../services.ts';
import { sweepSoon } from '../sweep.ts';
import { lockVault } from '../vault-lock.ts';

async function note(command: string, subject: string): Promise<void> {
  const ctx = await needWriteContext();
  await withWriter(ctx.db, async () => commitChange(ctx, { command, subject, outcome: 'done' }, [], () => Promise.resolve()));
}

export const teamHandlers: Pick<Handlers, 'bundle:begin' | 'bundle:made' | 'bundle:take-begin' | 'bundle:take-case' | 'bundle:take-part' | 'bundle:take-practice' | 'bundle:taken' | 'case:decide' | 'case:ask' | 'case:answer-ask' | 'client:add' | 'client:switch'> = {
  'bundle:begin': async (request) => beginBundle(await needWriteContext(), request),
  'bundle:made': async ({ bundleId, cases, documents }) => {
    await note('bundle:made', `${bundleId} ${cases} cases, ${documents} documents`);
    return ok({});
  },
  'bundle:take-begin': async (request) => {
    const ctx = await needWriteContext();
    return beginTaking(ctx, request, await otherPracticeIds(ctx.db.name));
  },
  'bundle:take-case': async (request) => takeCase(await needWriteContext(), request),
  'bundle:take-part': async (request) => takePart(await needWriteContext(), request),
  'bundle:take-practice': async (request) => {
    const ctx = await needWriteContext();
    return takePractice(ctx, request, settingsUnderPolicy(await readSettings(ctx.db), await managedPolicy()).caseYears);
  },
  'bundle:taken': async ({ bundleId, fresh, merged, same }) => {
    await note('bundle:taken', `${bundleId} ${fresh} new, ${merged} joined, ${same} as they were`);
    return ok({});
  },
  'client:add': async (request) => ((await isTraining()) ? failed('practice-mode') : addClient(await needWriteContext(), request)),
  'client:switch': async ({ clientId }) => {
    if (await isTraining()) return failed('practice-mode');
    if (!(await canSwitchClient(clientId))) return failed('not-found', 'clientId');
    await lockVault('client');
    const db = await openStore();
    await withWriter(db, async () => commitChange({ db, vault: null, userId: '', nowMs: Date.now() }, { command: 'client:switch', subject: clientId, outcome: 'done' }, [], () => Promise.resolve()));
    await closeStore();
    if (!(await switchClient(clientId))) return failed('not-found', 'clientId');
    await browser.storage.session.set({ [STORE_MOVED_KEY]: Date.now() });
    sweepSoon();
    return ok({});
  },
  'case:ask': async (request) => askColleague(await needWriteContext(), request),
  'case:answer-ask': async (request) => answerAsk(await needWriteContext(), request),
  'case:decide': async (request) => decideChoice(await needWriteContext(), request),
};
