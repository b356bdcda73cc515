import { gradeProofs } from '../../rules/appeals/filing-proofs.ts';
import { advise } from '../../rules/denials/advise.ts';
import type { Advice } from '../../rules/denials/advise.ts';
import { billedAuthorization } from '../../rules/work/authorization-match.ts';
import { openAppeal } from '../appeals/open-appeal.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { QueueWeights } from '../../rules/domain/queue-weights.ts';
import { chanceOf } from '../../rules/queue/chance.ts';
import type { Chance } from '../../rules/queue/chance.ts';
import type { CaseFile } from '../../rules/work/case-file.ts';
import { mismatchList, saidByFacts, saidByFiling } from '../../rules/work/mismatch-list.ts';
import type { CheckRow, Said } from '../../rules/work/mismatch-list.ts';
import type { OverturnDatabase } from '../db.ts';
import { recordsOfMember } from '../member-records.ts';
import type { KeptMemberRecord } from '../member-records.ts';
import { readScoring } from '../scoring.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** What the work on a case asks beyond its file: its chance, what its sources say against one another, the member's records. */
export type WorkView = { chance: Chance; weights: QueueWeights; checks: CheckRow[]; records: KeptMemberRecord[]; /** The authorization number on the claim, where a source shows one. */ billedNumber: string | null; advice: Advice };

export async function workView(db: OverturnDatabase, vault: Vault, file: CaseFile): Promise<WorkView> {
  const { memberId } = file.sealed.facts;
  const [scoring, records, remittance, portal] = await Promise.all([
    readScoring(db), memberId === null ? [] : recordsOfMember(db, vault, memberId), factsFrom(db, vault, file, 'remittance'), factsFrom(db, vault, file, 'portal'),
  ]);
  const billedNumber = billedAuthorization(file.sealed.references);
  const chance = chanceOf(scoring.chances, file.item.payerKey, file.item.category);
  const filingDay = file.clocks.find(({ action, kind }) => action === 'timely-filing' && kind === 'dated')?.raw ?? null;
  const named = (await Promise.all((await db.appeals.where('caseId').equals(file.item.id).toArray()).map(async (row) => openAppeal(vault, row)))).flatMap(({ proofs }) => proofs);
  const advice = advise({
    explanation: file.explanation, clocks: file.clocks, facts: file.sealed.facts, rootCause: file.sealed.rootCauses?.at(-1) ?? null, records: records.map(({ record }) => record), billedNumber,
    proofs: gradeProofs(file.filings, named, filingDay), chance, submissions: file.sealed.submissions,
  });
  const sent = file.filings.filter(({ step, isSure }) => step === 'sent' && isSure).at(-1);
  const coverage = records.find(({ record }) => record.kind === 'coverage')?.record;
  const said: Said = {
    ...(remittance === null ? {} : { remittance: saidByFacts(remittance) }), ...(portal === null ? {} : { portal: saidByFacts(portal) }), ...(sent === undefined ? {} : { sent: saidByFiling(sent) }),
    // The practice's own record: what a person typed on this case or kept of a check of coverage.
    record: { 'birth-date': file.sealed.patientBirthDate ?? null, ...(coverage?.kind === 'coverage' ? { name: coverage.patientName, 'member-id': coverage.memberId, plan: coverage.plan } : {}) },
  };
  return { chance, billedNumber, advice, weights: scoring.weights, checks: mismatchList(said), records };
}

/** The facts of the newest look of a kind, as it showed them; null where there was none or its record is damaged. */
async function factsFrom(db: OverturnDatabase, vault: Vault, file: CaseFile, source: 'remittance' | 'portal'): Promise<ClaimFacts | null> {
  const newest = file.observations.filter((one) => one.source === source && !(file.sealed.setAside ?? []).includes(one.id)).sort((a, b) => b.n - a.n)[0];
  const row = newest === undefined ? undefined : await db.observations.get(newest.id);
  if (row === undefined) return null;
  try {
    return ((await vault.open('observations', row.id, row.sealed)) as { facts: ClaimFacts }).facts;
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}
