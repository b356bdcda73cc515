import 'fake-indexeddb/auto';
import { openDatabase } from '../../storage/db.ts';
import { importRemittance } from '../../storage/imports/import-remittance.ts';
import { Vault } from '../../storage/vault/vault.ts';
import { generate835 } from '../remittances/generate-835.ts';

/**
 * How fast an 835 becomes committed cases, in plain Node over an IndexedDB in memory:
 * `node tests/bench/import.bench.ts [claims]`. About one claim in three is refused and becomes a case.
 */
export type ImportBench = { claims: number; cases: number; megabytes: number; seconds: number; claimsPerSecond: number };

export async function benchImport(claims: number): Promise<ImportBench> {
  const bytes = new TextEncoder().encode([...generate835({ claims })].join(''));
  const db = await openDatabase(`bench-${crypto.randomUUID()}`);
  const vault = await Vault.fromKey(new Uint8Array(32).fill(3));
  await db.users.put({ id: 'user-00001', name: 'Bench', role: 'biller', createdMs: 1 });
  const start = performance.now();
  const outcome = await importRemittance({ db, vault, userId: 'user-00001', nowMs: Date.UTC(2026, 2, 10), today: '2026-03-10' }, {
    name: 'bench.edi', bytes: bytes.length,
    open: function* open() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
  });
  const seconds = (performance.now() - start) / 1000;
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  await db.delete();
  return { claims: outcome.summary.claims, cases: outcome.summary.newCases, megabytes: bytes.length / 1e6, seconds, claimsPerSecond: outcome.summary.claims / seconds };
}

if (process.argv[1] === import.meta.filename) console.log(await benchImport(Number(process.argv[2] ?? 1000)));
