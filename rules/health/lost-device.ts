import { exportedAs } from '../audit/trail-kind.ts';

/**
 * What a lost computer held, for the assessment that 45 CFR 164.402 asks for: how much, who could open it and opened it last, how it was
 * sealed, what had left it. Made from rows as they lie in a store or a backup, table by table; no sealed record is opened and no patient is in it.
 */
export type LostDeviceReport = {
  people: { name: string; role: string; left: boolean; lastUnlockMs: number | null }[];
  /** Ways to open the data key, and the weakest cost among them. */
  passphrases: number; recoveryKey: boolean; kdf: { memoryKiB: number; iterations: number } | null; wipeAfter: number | null; idleMinutes: number | null;
  counts: { openCases: number; closedCases: number; calls: number; looks: number; documents: number; remittanceClaims: number };
  /** Wrong passphrases since the last right one, newest sign-in or lock, first and last row of the trail. */
  wrongTries: number; lastUnlockMs: number | null; lastLockMs: number | null; firstRowMs: number | null; lastRowMs: number | null;
  lastBackupMs: number | null;
  /** How often the printed recovery key opened it, and when last: that proves the paper, not the person. */
  recoveryUses: number; lastRecoveryUseMs: number | null;
  /** What left as a file or on paper, by kind, with the newest moment. */
  left: { command: string; times: number; lastMs: number }[];
};
type Row = Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** Collects the report. `isLeaving`: whether a command of the trail took something out. */
export function lostDeviceCollector(isLeaving: (command: string) => boolean): { take: (table: string, rows: readonly Row[]) => void; report: () => LostDeviceReport } {
  const counts = { openCases: 0, closedCases: 0, calls: 0, looks: 0, documents: 0, remittanceClaims: 0 };
  const users: { id: string; name: string; role: string; left: boolean }[] = [];
  const unlocks = new Map<string, number>();
  const bundles = new Set<string>();
  const left = new Map<string, { command: string; times: number; lastMs: number }>();
  const report = { passphrases: 0, recoveryKey: false, kdf: null as LostDeviceReport['kdf'], wipeAfter: null as number | null, idleMinutes: null as number | null, wrongTries: 0, lastUnlockMs: null as number | null, lastLockMs: null as number | null, firstRowMs: null as number | null, lastRowMs: null as number | null, lastBackupMs: null as number | null, recoveryUses: 0, lastRecoveryUseMs: null as number | null };

  function takeTrail(row: Row): void {
    const atMs = numberOf(row['atMs']) ?? 0;
    const command = textOf(row['command']);
    report.firstRowMs ??= atMs;
    report.lastRowMs = atMs;
    const opened = command === 'practice:create' || command === 'vault:unlock' || command === 'recovery:use';
    if (opened && row['outcome'] === 'done') {
      unlocks.set(textOf(row['userId']), atMs);
      report.lastUnlockMs = atMs;
      report.wrongTries = 0;
      if (command === 'recovery:use') {
        report.recoveryUses += 1;
        report.lastRecoveryUseMs = atMs;
      }
    } else if (opened) report.wrongTries += 1;
    // The passphrase asked for once more is no sign-in; but a wrong one is a try all the same, and the right one ends the count.
    if (command === 'vault:check-passphrase') report.wrongTries = row['outcome'] === 'done' ? 0 : report.wrongTries + 1;
    if (command === 'vault:lock') report.lastLockMs = atMs;
    if (row['outcome'] !== 'done' || !isLeaving(command)) return;
    const subject = textOf(row['subject']);
    const plain = command.split('+')[0] ?? command;
    const name = plain === 'bundle:begin' ? 'bundle:made' : plain === 'audit:exported' ? exportedAs(subject) : plain;
    // A hand-over file is begun and made: one file. One that was only begun may have been saved before its second row could be written, so it counts.
    const bundle = name === 'bundle:made' ? subject.split(' ')[0] ?? '' : '';
    const isKnown = bundle !== '' && bundles.has(bundle);
    if (bundle !== '') bundles.add(bundle);
    left.set(name, { command: name, times: (left.get(name)?.times ?? 0) + (isKnown ? 0 : 1), lastMs: atMs });
  }

  function takeRow(table: string, row: Row): void {
    switch (table) {
      case 'cases': counts[row['open'] === 1 ? 'openCases' : 'closedCases'] += 1; break;
      case 'contacts': counts.calls += 1; break;
      case 'observations': counts.looks += 1; break;
      case 'documents': counts.documents += 1; break;
      case 'remittanceClaims': counts.remittanceClaims += 1; break;
      case 'users': users.push({ id: textOf(row['id']), name: textOf(row['name']), role: textOf(row['role']), left: (row['leftMs'] ?? null) !== null }); break;
      case 'wraps': {
        if (row['kind'] === 'recovery') report.recoveryKey = true;
        else report.passphrases += 1;
        const { memoryKiB, iterations } = (row['kdf'] ?? {}) as { memoryKiB?: unknown; iterations?: unknown };
        const [memory, passes] = [numberOf(memoryKiB), numberOf(iterations)];
        // The weakest way in is what counts.
        if (memory !== null && passes !== null && (report.kdf === null || memory * passes < report.kdf.memoryKiB * report.kdf.iterations)) report.kdf = { memoryKiB: memory, iterations: passes };
        break;
      }
      case 'settings':
        if (row['key'] === 'wipeAfter') report.wipeAfter = numberOf(row['value']);
        if (row['key'] === 'idleMinutes') report.idleMinutes = numberOf(row['value']);
        break;
      case 'meta':
        if (row['key'] === 'last-backup') report.lastBackupMs = numberOf(row['value']);
        break;
      case 'audit': takeTrail(row); break;
      default: break;
    }
  }
  return {
    take: (table, rows) => { for (const row of rows) takeRow(table, row); },
    report: () => ({
      ...report, counts, people: users.map(({ id, name, role, left: isGone }) => ({ name, role, left: isGone, lastUnlockMs: unlocks.get(id) ?? null })).sort((a, b) => (b.lastUnlockMs ?? 0) - (a.lastUnlockMs ?? 0)),
      left: [...left.values()].sort((a, b) => b.lastMs - a.lastMs),
    }),
  };
}
