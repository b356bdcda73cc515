import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../../rules/protocol/commands.ts';
import type { CommandName } from '../../../rules/protocol/commands.ts';
import { openPractice } from '../../storage/cases/practice.ts';
import type { Practice } from '../../storage/cases/practice.ts';

/**
 * The real router, asked for every command as every role. What each role may do is written down here by hand and apart from the
 * contract, so that a command that is added, or opened to another role, is decided on twice.
 */
let practice: Practice;
let userId = '';
type Listener = (message: unknown, sender: unknown, respond: (reply: unknown) => void) => unknown;
let heard: Listener = () => undefined;
const handled: string[] = [];

vi.mock('wxt/browser', () => ({ browser: { runtime: { id: 'us', getURL: (path: string) => `chrome-extension://us${path}`, onMessage: { addListener: (listener: Listener) => { heard = listener; } } }, storage: { session: { get: () => Promise.resolve({}), onChanged: { addListener: () => undefined } }, onChanged: { addListener: () => undefined } } } }));
vi.mock('../../../entrypoints/background/services.ts', () => ({ needWriteContext: () => Promise.resolve({ ...practice.ctx, userId }) }));
vi.mock('../../../entrypoints/background/sweep.ts', () => ({ sweepSoon: () => undefined }));
vi.mock('../../../entrypoints/background/delete-everything.ts', () => ({ deleteEverything: () => Promise.resolve() }));
vi.mock('../../../entrypoints/shared/training-mode.ts', () => ({ isTraining: () => Promise.resolve(false) }));
vi.mock('../../../entrypoints/shared/open-panel.ts', () => ({ openPanelNow: () => Promise.resolve(true) }));

const { startRouter } = await import('../../../entrypoints/background/router.ts');

/** Before anybody signed in, or of a portal page or card alone: nothing of the practice can be changed by them, or the handler asks itself. */
const WITHOUT_ROLE = [
  'vault:status', 'practice:create', 'vault:unlock', 'vault:lock', 'training:enter', 'training:leave', 'portal:read-once', 'portal:terms', 'portal:bring-reader', 'portal:session-ending', 'trainer:pointed',
  'capture:offer', 'capture:gather', 'capture:show', 'capture:withdraw', 'capture:open-panel', 'pill:moved', 'capture:pending', 'capture:now', 'capture:highlight', 'capture:draft', 'capture:close',
  'reminder:sweep', 'backup:use-restored', 'backup:put-back', 'recovery:use', 'client:switch',
];
/** What an auditor may do: look, take away what may be taken away, keep drafts, mind their own passphrase. Nothing that changes a case, a rule or a person. */
const AUDITOR = [
  'vault:change-passphrase', 'library:about-capture', 'case:viewed', 'evidence:export', 'evidence:reveal', 'evidence:printed', 'evidence:checked', 'draft:keep', 'draft:drop', 'digest:seen', 'backup:checked',
  'recovery:noticed', 'export:begin', 'audit:note', 'queue:sheet-printed', 'caller-card:used', 'draft:merge', 'numbers:refresh', 'numbers:report', 'document:viewed', 'view:save', 'view:delete', 'case:reveal', 'computer:report',
];
/** What only a lead decides. */
const LEAD_ONLY = [
  'calendar:save', 'library:decide', 'library:undo', 'pack:import', 'pack:export', 'map:approve', 'backup:begin', 'backup:drop-copy', 'backup:made', 'recovery:set', 'wipe:set',
  'client:add', 'person:add', 'person:save', 'person:set-passphrase', 'person:leave', 'pools:save', 'work-text:save', 'letter-text:save', 'queue:set-weights', 'numbers:save-settings',
  'case:hold', 'hold:all', 'retention:purge', 'store:mend',
];

const expected = (command: string, role: string): boolean => {
  if (WITHOUT_ROLE.includes(command)) return true;
  if (role === 'left' || role === 'first-passphrase') return role === 'first-passphrase' && command === 'vault:change-passphrase';
  if (role === 'lead') return true;
  return role === 'auditor' ? AUDITOR.includes(command) : !LEAD_ONLY.includes(command);
};

async function ask(command: string): Promise<string> {
  const from = (COMMANDS[command as CommandName].from as readonly string[]).includes('page') ? 'popup.html' : 'review.html';
  const reply = await new Promise<{ ok: boolean; error?: { code: string } }>((resolve) => {
    heard({ overturn: 1, command, request: {} }, { id: 'us', url: `chrome-extension://us/${from}`, ...(from === 'review.html' ? { tab: { id: 1 }, frameId: 3 } : {}) }, (value) => resolve(value as never));
  });
  return reply.ok ? 'ok' : reply.error?.code ?? '';
}

beforeEach(async () => {
  practice = await openPractice();
  await practice.db.users.bulkPut([
    { id: 'role-biller', name: 'B', role: 'biller', createdMs: 1 }, { id: 'role-lead', name: 'L', role: 'lead', createdMs: 1 }, { id: 'role-auditor', name: 'A', role: 'auditor', createdMs: 1 },
    { id: 'role-left', name: 'X', role: 'lead', createdMs: 1, leftMs: 2 }, { id: 'role-first-passphrase', name: 'F', role: 'lead', createdMs: 1, firstPassphrase: 1 },
  ]);
  handled.length = 0;
  startRouter(new Proxy({}, { get: (_, command) => async () => { handled.push(String(command)); return Promise.resolve({ ok: true, value: {} }); } }) as never);
});
afterEach(async () => practice.db.delete());

describe('what each role may do', () => {
  test('every command is in this table, and none twice', () => {
    const named = [...WITHOUT_ROLE, ...AUDITOR, ...LEAD_ONLY];
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((command) => !Object.hasOwn(COMMANDS, command))).toEqual([]);
    expect(Object.entries(COMMANDS).filter(([, contract]) => !('roles' in contract)).map(([command]) => command).sort(), 'without a role').toEqual([...WITHOUT_ROLE].sort());
  });

  test.each(['biller', 'lead', 'auditor', 'left', 'first-passphrase'])('%s: all commands', async (role) => {
    userId = `role-${role}`;
    const wrong: string[] = [];
    for (const command of Object.keys(COMMANDS)) {
      const code = await ask(command);
      const refused = code === 'role-forbids' || code === 'own-passphrase-first';
      const fromPortalOnly = code === 'not-allowed'; // only a portal's page may ask at all
      if (!fromPortalOnly && refused === expected(command, role)) wrong.push(`${command}: ${code}`);
      if (fromPortalOnly && (COMMANDS[command as CommandName].from as readonly string[]).some((from) => from !== 'portal')) wrong.push(`${command}: ${code}`);
    }
    expect(wrong).toEqual([]);
    expect(handled.filter((command) => !expected(command, role)), 'no handler ran for what is forbidden').toEqual([]);
  });

  test('a refusal stands in the trail, with who was refused what', async () => {
    userId = 'role-auditor';
    await ask('case:resolve');
    expect(await practice.db.audit.orderBy('seq').last()).toMatchObject({ userId, command: 'case:resolve', outcome: 'role-forbids' });
  });
});
