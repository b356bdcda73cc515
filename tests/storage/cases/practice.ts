import type { ClaimFacts } from '../../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../../rules/domain/practice.ts';
import { blankFacts } from '../../../rules/work/blank-facts.ts';
import type { CommandRequest } from '../../../rules/protocol/commands.ts';
import { openDatabase } from '../../../storage/db.ts';
import type { OverturnDatabase } from '../../../storage/db.ts';
import { savePayer } from '../../../storage/payers.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import type { WriteContext } from '../../../storage/write.ts';

/** A synthetic practice for tests: two users, two payers, an open vault. All people are invented. */
export const TODAY = '2026-03-10';
export const NOW = Date.UTC(2026, 2, 10, 15);
export const OWNER = 'user-ada-0001';
export const COLLEAGUE = 'user-bo-00002';

export const AETNA: PracticePayer = { key: 'aetna', name: 'Aetna', libraryPayer: 'Aetna', lineOfBusiness: 'commercial', state: null, network: 'in', aliases: ['Aetna Life Insurance Company'] };
export const CIGNA: PracticePayer = { key: 'cigna', name: 'Cigna', libraryPayer: 'Cigna Healthcare', lineOfBusiness: 'commercial', state: null, network: 'in', aliases: [] };

export type Practice = { db: OverturnDatabase; vault: Vault; ctx: WriteContext; at: (minutes: number, today?: string) => WriteContext };

export async function openPractice(): Promise<Practice> {
  const db = await openDatabase(`work-${crypto.randomUUID()}`);
  const vault = await Vault.fromKey(new Uint8Array(32).fill(7));
  await db.users.bulkPut([{ id: OWNER, name: 'Ada Fernhill', role: 'biller', createdMs: 1 }, { id: COLLEAGUE, name: 'Bo Larkspur', role: 'lead', createdMs: 2 }]);
  const ctx: WriteContext = { db, vault, userId: OWNER, nowMs: NOW, today: TODAY };
  for (const payer of [AETNA, CIGNA]) await savePayer(ctx, payer);
  return { db, vault, ctx, at: (minutes, today = TODAY) => ({ ...ctx, nowMs: NOW + minutes * 60_000, today }) };
}

/** A denied claim: authorization absent, remittance of 2 March 2026, $450.00. */
export function deniedFacts(more: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    ...blankFacts(), payerName: 'Aetna', claimControlNumber: 'E26061234500', patientControlNumber: 'ACC-77120', patientName: 'Thistlewood, Marguerite', memberId: 'W998877665', serviceFrom: '2026-02-03', serviceTo: '2026-02-03',
    remittanceOn: '2026-03-02', charge: 45_000, paid: 0, status: 'denied', adjustments: [{ groupCode: 'CO', carc: '197', cents: 45_000 }], ...more,
  };
}

export function capture(facts: ClaimFacts, more: Partial<CommandRequest<'capture:save'>['claims'][number]> = {}, payerKey = 'aetna'): CommandRequest<'capture:save'> {
  return { captureId: 'capture-0001', payerKey, claims: [{ index: 0, facts, references: [], edited: [], noReferenceIssued: false, ...more }] };
}
