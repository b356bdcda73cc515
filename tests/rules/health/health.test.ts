import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LostDeviceView } from '../../../components/computer/LostDeviceView.tsx';
import { diagnosticsText } from '../../../rules/health/diagnostics.ts';
import type { DiagnosticsInput } from '../../../rules/health/diagnostics.ts';
import { lostDeviceCollector } from '../../../rules/health/lost-device.ts';
import { isLeaving } from '../../../storage/health/leaving.ts';

const input: DiagnosticsInput = {
  product: '0.1.0', build: 'store', agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/151.0', reader: '4', schema: 3, madeOn: '2026-03-10', tables: { cases: 12 }, storage: { usedBytes: 1, quotaBytes: 2, isKept: true },
  people: [{ role: 'lead', left: false }, { role: 'biller', left: true }], hasRecoveryKey: true, kdf: { memoryKiB: 65_536, iterations: 3 }, lastBackupDay: '2026-03-01',
  settings: { idleMinutes: 15, notifications: true, caseYears: 10, trailYears: 6, cover: 'member', weekdays: 5 }, policy: { given: ['idleMinutes'], problems: 0 },
  refusals: [{ command: 'case:resolve', outcome: 'role-forbids', times: 2 }, { command: 'case:viewed+memberId', outcome: 'not-found', times: 1 }], trail: { rows: 9, holds: true, brokenAt: null }, damage: { columns: [], sealedCases: 0 },
  portals: [{ portal: 'availity', kind: 'detail', field: 'memberId', missing: 1, fell: false }], commands: ['case:resolve', 'case:viewed'], knownPortals: ['availity'],
};

it('the diagnostics file tells versions, counts and codes', () => {
  expect(JSON.parse(diagnosticsText(input))).toMatchObject({ schema: 3, tables: { cases: 12 }, people: { total: 2, left: 1, leads: 1 }, refusals: [{ command: 'case:resolve', outcome: 'role-forbids', times: 2 }, { command: 'case:viewed', outcome: 'not-found', times: 1 }], portals: [{ portal: 'availity', missing: 1 }] });
});

it('whatever found its way into a free text does not get out by it', () => {
  const secret = 'WINSLOW EDITH 1126089351480';
  const text = diagnosticsText({
    ...input, tables: { ...input.tables, [secret]: 1 }, refusals: [{ command: secret, outcome: secret, times: 1 }, { command: `case:${secret}`, outcome: 'x', times: 1 }], portals: [{ portal: 'claims.winslow.example', kind: secret, field: secret, missing: 1, fell: true }],
    policy: { given: [secret], problems: 1 }, build: secret,
  });
  expect(text).not.toMatch(/winslow|edith|1126089351480/iu);
});

it('the report of a lost computer counts, names staff and what left, and takes the weakest way in', () => {
  const { take, report } = lostDeviceCollector((command) => command.startsWith('export:'));
  const row = (atMs: number, command: string, outcome = 'done', userId = 'a') => ({ atMs, command, outcome, userId, subject: '' });
  take('users', [{ id: 'a', name: 'Ada Fernhill', role: 'lead' }, { id: 'b', name: 'Bo Larkspur', role: 'biller', leftMs: 5 }]);
  take('wraps', [{ kind: 'passphrase', kdf: { memoryKiB: 65_536, iterations: 3 } }, { kind: 'passphrase', kdf: { memoryKiB: 19_456, iterations: 2 } }, { kind: 'recovery', kdf: { memoryKiB: 65_536, iterations: 3 } }]);
  take('cases', [{ open: 1, sealed: 'x' }, { open: 0 }, { open: 'damaged' }]);
  take('settings', [{ key: 'wipeAfter', value: 20 }]);
  take('audit', [row(1, 'vault:unlock', 'wrong-passphrase'), row(2, 'vault:unlock'), row(3, 'export:cases+audit'), row(4, 'export:cases'), row(5, 'export:everything', 'policy-forbids'), row(6, 'vault:lock'), row(7, 'vault:unlock', 'wrong-passphrase'), row(8, 'vault:unlock', 'backed-off')]);
  expect(report()).toMatchObject({
    people: [{ name: 'Ada Fernhill', lastUnlockMs: 2 }, { name: 'Bo Larkspur', left: true, lastUnlockMs: null }], passphrases: 2, recoveryKey: true, kdf: { memoryKiB: 19_456, iterations: 2 }, wipeAfter: 20,
    counts: { openCases: 1, closedCases: 2 }, wrongTries: 2, lastUnlockMs: 2, lastLockMs: 6, firstRowMs: 1, lastRowMs: 8, left: [{ command: 'export:cases', times: 2, lastMs: 4 }],
  });
});

it('a passphrase asked for once more is no sign-in, and the use of the recovery key is named', () => {
  const { take, report } = lostDeviceCollector(isLeaving);
  const row = (atMs: number, command: string, outcome = 'done') => ({ atMs, command, outcome, userId: 'a', subject: 'a' });
  take('audit', [row(1, 'vault:unlock'), row(2, 'vault:check-passphrase', 'wrong-passphrase')]);
  expect(report()).toMatchObject({ lastUnlockMs: 1, wrongTries: 1, recoveryUses: 0, lastRecoveryUseMs: null });
  take('audit', [row(3, 'vault:check-passphrase'), row(4, 'recovery:use', 'wrong-recovery-key'), row(5, 'recovery:use'), row(6, 'vault:check-passphrase')]);
  expect(report()).toMatchObject({ lastUnlockMs: 5, wrongTries: 0, recoveryUses: 1, lastRecoveryUseMs: 5 });
});

it('a hand-over file counts once, though it is begun, made, and gives cases; an exported map is named', () => {
  const { take, report } = lostDeviceCollector(isLeaving);
  const row = (atMs: number, command: string, subject: string) => ({ atMs, command, outcome: 'done', userId: 'a', subject });
  take('audit', [row(1, 'bundle:begin', 'b-1 2 cases'), row(2, 'bundle:case-given', 'case-1'), row(3, 'bundle:case-given', 'case-2'), row(4, 'bundle:made', 'b-1 2 cases, 0 documents'), row(5, 'bundle:begin', 'b-2 1 cases'), row(6, 'audit:exported', 'portal-map m-1'), row(7, 'audit:exported', 'calendar')]);
  expect(report().left).toEqual([{ command: 'audit:exported+calendar', times: 1, lastMs: 7 }, { command: 'audit:exported+portal-map', times: 1, lastMs: 6 }, { command: 'bundle:made', times: 2, lastMs: 5 }]);
});

it('the report says what old passphrases still open', () => {
  const words = renderToStaticMarkup(createElement(LostDeviceView, { report: lostDeviceCollector(isLeaving).report(), practice: 'Lakeside', source: 'This computer' }));
  expect(words).toContain('and every backup made before the change');
  expect(words).not.toContain('and only that');
});
