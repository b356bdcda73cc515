import { isoToDayNumber, NO_DAY } from '../../rules/domain/day-number.ts';
import type { Filing } from '../../rules/domain/filing.ts';
import { filingOf } from '../../rules/work/filing-proof.ts';
import { identityTokens } from '../cases/find-cases.ts';
import { canonicalJson } from '../../rules/evidence/canonical-json.ts';
import type { OverturnDatabase } from '../db.ts';
import { filingsOfCase } from '../queries/filings-of-case.ts';
import type { WaitingFilingRow } from '../schema/v3.ts';
import type { Vault } from '../vault/vault.ts';
import type { PreparedClaim } from './claims-ahead.ts';
import type { FileClaim } from './file-claim.ts';

/** A filing a claim of a file tells of, with its id: the same in whatever file it comes again. */
export type FoundFiling = { id: string; filing: Filing; payerKey: string };

/** What a claim of a file says of its way to the payer; null for most. */
export function filingOfFileClaim(vault: Vault, one: FileClaim, payerKey: string): FoundFiling | null {
  const filing = filingOf(one.claim, one.detail);
  return filing === null ? null : { id: filingId(vault, filing), filing, payerKey };
}

/** Values that filings of form 1 did not have yet; left out of the id, or a claim that was read then would count as sent twice. */
const NOT_IN_FORM_1: ReadonlySet<string> = new Set(['birthDate', 'plan', 'place', 'provider'] satisfies (keyof Filing)[]);

function filingId(vault: Vault, filing: Filing): string {
  return vault.contentHash('decision', canonicalJson(['filing', 1, Object.fromEntries(Object.entries(filing).filter(([key]) => !NOT_IN_FORM_1.has(key)))]));
}

export async function filingRow(vault: Vault, importId: string, atMs: number, { id, filing, payerKey }: FoundFiling): Promise<WaitingFilingRow> {
  const { patientControlNumber, claimControlNumber, patientName, memberId, serviceFrom, charge } = filing;
  return {
    id, importId, step: filing.step, payerKey, day: filing.on === null ? NO_DAY : isoToDayNumber(filing.on), chargeCents: charge ?? 0, atMs,
    blind: identityTokens(vault, { payer: payerKey, library: null, facts: { patientControlNumber, claimControlNumber, patientName, memberId, serviceFrom, charge } }),
    ...(filing.step === 'sent' ? { waits: isAnswerExpected(filing) ? 1 as const : 0 as const } : {}), sealed: await vault.seal('filings', id, filing),
  };
}

/** An answer is known again by the account number only, and a void claim gets none. */
const isAnswerExpected = ({ on, patientControlNumber, frequency }: Filing): boolean => on !== null && (patientControlNumber ?? '').trim() !== '' && frequency !== '8';

/**
 * Where a clearinghouse's answer names no payer: that of the claim as it was sent, where the practice imported that too.
 * By the claim's ordinal; only where just one payer comes into question.
 */
export async function payersOfSent(db: OverturnDatabase, vault: Vault, claims: readonly PreparedClaim[]): Promise<Map<number, string>> {
  const found = await Promise.all(claims.filter(({ detail }) => detail.kind === 'status-file' && isPayerUnknown(detail)).map(async ({ ordinal, facts }): Promise<[number, string][]> => {
    const sent = (await filingsOfCase(db, vault, facts)).filter(({ isSure, step }) => isSure && step === 'sent');
    const rows = await db.filings.bulkGet(sent.map(({ id }) => id));
    const [payer, ...others] = new Set(rows.flatMap((row) => (row === undefined ? [] : [row.payerKey])));
    return payer === undefined || others.length > 0 ? [] : [[ordinal, payer]];
  }));
  return new Map(found.flat());
}

export function isPayerUnknown(detail: FileClaim['detail']): boolean {
  return detail.payerName === null && detail.payerId === null;
}
