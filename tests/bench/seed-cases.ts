import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { blankFacts } from '../../rules/work/blank-facts.ts';
import { startCase } from '../../rules/work/observe-claim.ts';
import { composeCase, todayOf } from '../../storage/cases/case-row.ts';
import { sealEvents } from '../../storage/cases/case-history.ts';
import { moveTotals } from '../../storage/cases/open-totals.ts';
import { foldQueue } from '../../storage/queue/queue-blocks.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import type { EventRow, PayerRow } from '../../storage/schema/v1.ts';
import type { Vault } from '../../storage/vault/vault.ts';
import { seeded } from '../remittances/generate-835.ts';

/** Invented denied claims in any number, the same for the same seed; for measurements and pictures, never for a real practice. */
export const SEED_PAYERS: readonly PracticePayer[] = [
  { key: 'aetna', name: 'Aetna', libraryPayer: 'Aetna', lineOfBusiness: 'commercial', state: null, network: 'in', aliases: [] },
  { key: 'cigna', name: 'Cigna Healthcare', libraryPayer: 'Cigna Healthcare', lineOfBusiness: 'commercial', state: null, network: 'in', aliases: [] },
  { key: 'medicare', name: 'Noridian Medicare Part B', libraryPayer: 'Medicare (Original / fee-for-service)', lineOfBusiness: 'medicare-ffs', state: null, network: null, aliases: [] },
  { key: 'bcbsnc', name: 'Blue Cross NC', libraryPayer: 'Blue Cross and Blue Shield of North Carolina', lineOfBusiness: 'commercial', state: 'NC', network: 'in', aliases: [] },
  { key: 'lakeshore', name: 'Lakeshore Community Plan', libraryPayer: null, lineOfBusiness: null, state: null, network: null, aliases: [] },
];
const SURNAMES = ['Lindqvist', 'Okafor', 'Marchetti', 'Fenwick', 'Tanaka', 'Duval', 'Brandt', 'Espinoza', 'Holloway', 'Kowalski', 'Nguyen', 'Abernathy', 'Sorensen', 'Ibarra', 'Whitlock', 'Petrov'];
const GIVEN = ['Oda', 'Marisol', 'Piers', 'Kezia', 'Jonah', 'Greta', 'Felix', 'Cleo', 'Bruno', 'Opal', 'Leon', 'Mira', 'Desmond', 'Iris', 'Noel', 'Esther'];
const REASONS = [['CO', '197', []], ['CO', '50', ['N115']], ['CO', '16', ['M127']], ['CO', '29', []], ['CO', '97', ['M15']], ['CO', '11', ['M76']], ['CO', '252', ['N706']], ['OA', '22', []], ['CO', '4', ['N519']], ['CO', '18', []]] as const;

/** One claim by its number: facts and which of `SEED_PAYERS` it belongs to. `today` is a day number; dates lie in the half year before it. */
export function seedFacts(n: number, today: number, seed = 1): { facts: ClaimFacts; payer: PracticePayer } {
  const pick = seeded(seed * 1_000_003 + n);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const payer = one(SEED_PAYERS);
  const [groupCode, carc, rarcs] = one(REASONS);
  const noticed = today - 2 - pick(170);
  const service = noticed - 14 - pick(40);
  const charge = 4_000 + pick(90) * pick(90) * 60;
  return {
    payer,
    facts: {
      ...blankFacts(), payerName: payer.name, claimControlNumber: `S${String(seed)}${String(n).padStart(9, '0')}`, patientControlNumber: `AC${String(n + 100_000)}`, patientName: `${one(SURNAMES)}, ${one(GIVEN)}`,
      memberId: `W${String(100_000_000 + pick(800_000_000))}`, serviceFrom: isoOfDay(service), serviceTo: isoOfDay(service), remittanceOn: isoOfDay(noticed), charge, paid: 0, status: 'denied',
      paymentNumber: `EFT${String(70_000 + Math.floor(n / 40))}`, claimType: 'professional', adjustments: [{ groupCode, carc, cents: charge }], rarcs: [...rarcs],
    },
  };
}

export type SeedOptions = { cases: number; owners: readonly string[]; today: string; nowMs: number; seed?: number; onProgress?: (done: number) => void };

/** Writes seeded cases with clocks and one timeline entry each, in large transactions and without audit rows. Into an empty practice only. */
export async function seedCases(db: OverturnDatabase, vault: Vault, options: SeedOptions): Promise<void> {
  const today = todayOf(options.today);
  const day = isoToDayNumber(options.today);
  await db.payers.bulkPut(SEED_PAYERS as PayerRow[]);
  for (let at = 0; at < options.cases; at += 1000) {
    const numbers = Array.from({ length: Math.min(1000, options.cases - at) }, (_, index) => at + index);
    const made = await Promise.all(numbers.map(async (n) => {
      const { facts, payer } = seedFacts(n, day, options.seed);
      const ownerId = options.owners[n % options.owners.length] ?? 'user-0001';
      const id = crypto.randomUUID();
      const started = startCase({ source: 'remittance', facts, edited: [], references: [], noReferenceIssued: false, observationId: id, atMs: options.nowMs, today: day, followUpDays: 30 }, payer, ownerId, today.date);
      const { row, clocks } = await composeCase(vault, { id, rev: 0, createdMs: options.nowMs, createdDay: day, touchedMs: options.nowMs - n, open: true, payerKey: payer.key, payer, plan: started.plan, sealed: started.sealed }, today);
      const events: EventRow[] = await sealEvents(vault, { userId: ownerId, nowMs: options.nowMs }, id, started.events);
      return { row, clocks, events };
    }));
    await db.transaction('rw', [db.cases, db.clocks, db.events, db.meta], async () => {
      await db.cases.bulkAdd(made.map(({ row }) => row));
      await db.clocks.bulkAdd(made.flatMap(({ clocks }) => clocks));
      await db.events.bulkAdd(made.flatMap(({ events }) => events));
      await moveTotals(db, made.map(({ row }) => ({ before: undefined, after: row })));
    });
    options.onProgress?.(at + numbers.length);
  }
  await foldQueue(db);
}
