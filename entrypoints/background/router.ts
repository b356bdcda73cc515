import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { COMMANDS, isEnvelope } from '../../rules/protocol/commands.ts';
import type { CommandName, Envelope } from '../../rules/protocol/commands.ts';
import { failed } from '../../rules/protocol/result.ts';
import { isForbidden } from '../../rules/policy/command-policy.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { currentStoreName } from '../../storage/current-store.ts';
import { roleOf } from '../../storage/people.ts';
import { storageErrorCode, StorageFault } from '../../storage/storage-fault.ts';
import { commitChange, withWriter } from '../../storage/write.ts';
import { callerOf, mayAsk, mayOpenPanelNow } from './caller.ts';
import { deleteEverything } from './delete-everything.ts';
import type { Handler, Handlers } from './handler.ts';
import { openPanelNow } from '../shared/open-panel.ts';
import { needWriteContext } from './services.ts';
import { managedPolicy } from '../shared/managed-policy.ts';
import { isTraining } from '../shared/training-mode.ts';
import { sweepSoon } from './sweep.ts';

/** Commands after which a date, an owner or a state may be another one. */
const MOVES_DATES: ReadonlySet<CommandName> = new Set<CommandName>([
  'appeal:start', 'appeal:start-batch', 'appeal:move', 'appeal:send', 'appeal:decide', 'appeal:stop', 'appeal:escalate', 'appeal:peer-talk',
  'practice:create', 'vault:unlock', 'recovery:use', 'vault:lock', 'settings:save', 'capture:save', 'case:record', 'case:plan', 'case:set-aside', 'queue:bulk', 'case:snooze', 'case:answer', 'case:classify',
  'case:override-deadline', 'case:record-submission', 'case:change-submission', 'case:record-letter', 'case:answer-letter', 'case:next-payer', 'case:resolve', 'case:reopen', 'contact:log', 'correction:begin', 'correction:change', 'correction:step', 'worklist:import', 'case:merge', 'case:split', 'case:undo-regrouping', 'queue:hand-over', 'bundle:taken', 'case:decide',
]);

/** What a real portal may still ask while practice mode is on: each answers that it is locked, and keeps nothing. */
const OF_BOTH_SIDES: ReadonlySet<CommandName> = new Set<CommandName>(['portal:terms', 'portal:bring-reader', 'capture:offer', 'capture:withdraw']);

/**
 * The only listener for messages. Never async itself: it returns at once for anything that is not ours, and otherwise
 * answers later through `sendResponse`, the one form that works in every browser (w3c/webextensions/issues/338).
 */
export function startRouter(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender, sendResponse: (reply: unknown) => void) => {
    if (!isEnvelope(message) || sender.id !== browser.runtime.id) return undefined;
    // Opening the panel counts as the user's doing only before anything is waited for.
    const panel = message.command === 'capture:open-panel' && mayOpenPanelNow(sender, COMMANDS[message.command].from) ? openPanelNow(sender.tab?.id) : null;
    void answer(handlers, message, sender, panel).then(sendResponse);
    return true;
  });
}

async function answer(handlers: Handlers, { command, request, training }: Envelope, sender: Browser.runtime.MessageSender, panel: Promise<boolean> | null): Promise<Result<unknown>> {
  try {
    const caller = await callerOf(sender);
    if (caller === null) return failed('not-allowed');
    if (!isCommand(command)) return failed('unknown-command');
    const contract: { from: readonly (typeof caller.kind)[]; roles?: readonly string[] } = COMMANDS[command];
    if (!mayAsk(contract.from, caller)) return failed('not-allowed');
    // Said by a page of the other side while the mode changed: what it holds must not be written on this one.
    const isOn = await isTraining();
    if (training !== undefined && training !== isOn) return failed('vault-locked');
    if (caller.kind === 'portal' && (caller.isTrainingPortal === true) !== isOn && !OF_BOTH_SIDES.has(command)) return failed('practice-mode');
    // Before the request is even looked at: nobody learns the shape of what they may not do, and a test can ask for every pair.
    if (contract.roles !== undefined) {
      const refusal = await refuseRole(command, contract.roles);
      if (refusal !== null) return refusal;
    }
    const parsed = COMMANDS[command].request.safeParse(request);
    // The field's name helps to mend a form; its value must not travel.
    if (!parsed.success) return failed('bad-request', parsed.error.issues[0]?.path.map(String).join('.').slice(0, 100));
    if (contract.roles !== undefined) {
      const refusal = await refusePolicy(command, parsed.data);
      if (refusal !== null) return refusal;
    }
    if (panel !== null) return { ok: true, value: { opened: await panel } };
    const tried = /^(?:vault|recovery):/u.test(command) ? await currentStoreName() : null; // another window may switch clients while the passphrase is tried
    const result = await (handlers[command] as Handler<CommandName>)(parsed.data, caller);
    if (!result.ok && result.error.code === 'wiped' && !isOn) await deleteEverything(tried);
    if (result.ok && MOVES_DATES.has(command)) sweepSoon();
    return result;
  } catch (error) {
    const code = storageErrorCode(error);
    if (code === null) {
      // A mistake of ours. Its text could quote a record, so only the command and the kind of error are told.
      console.error('command-failed', isCommand(command) ? command : '', error instanceof Error ? error.name : '');
      return failed('storage-failed');
    }
    return error instanceof StorageFault && error.untilMs !== undefined ? { ok: false, error: { code, untilMs: error.untilMs } } : failed(code);
  }
}

/** Null when the signed-in user may; otherwise the refusal, which the trail keeps. */
async function refuseRole(command: CommandName, roles: readonly string[]): Promise<Result<never> | null> {
  const ctx = await needWriteContext();
  const role = await roleOf(ctx.db, ctx.userId);
  if (role !== null && command !== 'vault:change-passphrase' && (await ctx.db.users.get(ctx.userId))?.firstPassphrase === 1) return failed('own-passphrase-first');
  if (role !== null && roles.includes(role)) return null;
  await withWriter(ctx.db, async () => commitChange(ctx, { command, subject: '', outcome: 'role-forbids' }, [], () => Promise.resolve()));
  return failed('role-forbids');
}

/** Null where the organization says nothing against it; otherwise the refusal, which the trail keeps. */
async function refusePolicy(command: CommandName, request: unknown): Promise<Result<never> | null> {
  const policy = await managedPolicy();
  // Most commands are nothing a policy speaks of, whatever the role: then nobody is looked up.
  if (!isForbidden(policy, command, request, null)) return null;
  const ctx = await needWriteContext();
  if (!isForbidden(policy, command, request, await roleOf(ctx.db, ctx.userId))) return null;
  await withWriter(ctx.db, async () => commitChange(ctx, { command, subject: '', outcome: 'policy-forbids' }, [], () => Promise.resolve()));
  return failed('policy-forbids');
}

function isCommand(command: string): command is CommandName {
  return Object.hasOwn(COMMANDS, command);
}
