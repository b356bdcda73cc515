import { isoToDayNumber, NO_DAY } from '../../rules/domain/day-number.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { EdiFault } from '../../rules/remittance/faults.ts';
import { isRefused } from '../../rules/work/refusal.ts';
import { todayOf } from '../cases/case-row.ts';
import { commitCases } from '../cases/change-case.ts';
import { byId } from '../cases/put-cases.ts';
import { findCandidates, identityTokens, libraryOf } from '../cases/find-cases.ts';
import { observe } from '../cases/observe.ts';
import type { PayerObservation } from '../cases/observe.ts';
import { readDating } from '../dating.ts';
import { listPayers } from '../payers.ts';
import type { ImportRow, PayerRow } from '../schema/v1.ts';
import type { AnsweredClaimRow } from '../schema/v3.ts';
import { readSettings } from '../settings.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import type { PreparedClaim } from './claims-ahead.ts';
import { FilePayers, replacedNumbers } from './file-claim.ts';
import { filingOfFileClaim, filingRow, isPayerUnknown, payersOfSent } from './file-filings.ts';
import { sealFault } from './import-journal.ts';
import type { ImportContent } from './import-journal.ts';

/** What one batch brings: claims and faults read since the last, and how far the file was read. */
export type Batch = { claims: readonly PreparedClaim[]; faults: readonly { n: number; fault: EdiFault }[]; bytesDone: number; content: ImportContent; state: ImportRow['state'] };

/** CLP02 of an estimate: nothing was decided or paid, so it neither makes nor changes a case. */
const ESTIMATE = '25';

/**
 * Commits a batch: claims not read before, their cases, payers met for the first time, faults and the journal row, in one
 * transaction under the writer's lock. Claims that the journal has already are passed over, so that a batch repeated
 * after a crash, or by a second window with the same file, changes nothing.
 */
export async function commitBatch(ctx: WriteContext, blank: ImportRow, batch: Batch): Promise<ImportRow> {
  const { db, vault } = ctx;
  return withWriter(db, async () => {
    // In the order of the keys: the browser keeps few of a large store's files open, and would open one for every row.
    const ids = batch.claims.map(({ id }) => id).sort();
    const [before, stored, known, { followUpDays }] = await Promise.all([
      db.imports.get(blank.id), db.remittanceClaims.bulkGet(ids), listPayers(db), readSettings(db),
    ]);
    const journal: ImportRow = { ...(before ?? blank) };
    const read = batch.claims.filter(({ ordinal }) => ordinal >= journal.claims);
    const seen = new Set(stored.flatMap((row) => (row === undefined ? [] : [row.id])));
    const fresh = read.filter(({ id }) => !seen.has(id) && seen.add(id));
    const payers = new FilePayers(known);
    const sentTo = await payersOfSent(db, vault, fresh);
    const filed = fresh.map((one) => ({ one, payer: known.find(({ key }) => key === sentTo.get(one.ordinal)) ?? payers.payerOf(one.detail) }));
    const filings = new Map(filed.flatMap(({ one, payer }) => {
      const found = filingOfFileClaim(vault, one, payer.key);
      return found === null ? [] : [[found.id, found] as const];
    }));
    // A claim that was sent is no answer to it: it neither makes nor changes a case.
    const looked = filed.filter(({ one }) => one.detail.claimStatusCode !== ESTIMATE && one.detail.kind !== 'claim-file');
    const looks = looked.map(({ one, payer }) => ({ ...lookAt(one, payer, journal.id), isPayerUnknown: isPayerUnknown(one.detail) && !sentTo.has(one.ordinal) }));
    const tokens = looks.flatMap((look) => identityTokens(vault, { payer: look.payer.key, library: libraryOf(look.payer), facts: look.facts, replaces: look.replaces ?? [] }));
    const candidates = await findCandidates(db, vault, tokens);
    const observed = await observe(ctx, { looks, candidates, payers: payers.byKey(), followUpDays, today: todayOf(ctx.today, await readDating(ctx.db)) });

    const caseOf = new Map(looked.map(({ one }, at) => [one.id, observed.saved[at]?.caseId ?? '']));
    const filingRows = await Promise.all([...filings.values()].map((found) => filingRow(vault, journal.id, ctx.nowMs, found)));
    const rows = filed.filter(({ one }) => one.detail.kind !== 'claim-file').map(({ one, payer }): AnsweredClaimRow => ({
      id: one.id, importId: journal.id, caseId: caseOf.get(one.id) ?? '', payerKey: payer.key, outcome: one.facts.status ?? '',
      chargeCents: one.facts.charge ?? 0, paidCents: one.facts.paid ?? 0, atMs: ctx.nowMs, day: answeredDay(one.facts), token: one.facts.patientControlNumber === null ? '' : vault.blindExact('number', one.facts.patientControlNumber) ?? '',
    }));
    journal.claims += read.length;
    const filedBefore = (await db.filings.bulkGet([...filings.values()].filter(({ filing }) => filing.step === 'sent').map(({ id }) => id))).filter((row) => row !== undefined);
    // A file that comes again does not make a claim wait again.
    const waited = new Map(filedBefore.map(({ id, waits }) => [id, waits]));
    for (const row of filingRows) if (row.waits !== undefined && waited.has(row.id)) row.waits = waited.get(row.id) ?? 0;
    journal.alreadyKnown += read.length - fresh.length + filedBefore.length;
    for (const { facts, detail } of read) if (detail.kind !== 'claim-file') count(journal, facts.status);
    for (const saved of observed.saved) {
      if (saved.isNew) journal.newCases += 1;
      else if (saved.caseId !== null && saved.changed.length > 0) journal.updatedCases += 1;
      else if (saved.caseId !== null) journal.alreadyKnown += 1;
    }
    journal.faults = Math.max(journal.faults, ...batch.faults.map(({ n }) => n + 1));
    journal.bytesDone = Math.max(journal.bytesDone, batch.bytesDone);
    journal.state = batch.state;
    journal.finishedMs = batch.state === 'running' ? null : ctx.nowMs;
    journal.sealed = await vault.seal('imports', journal.id, batch.content);
    const faults = await Promise.all(batch.faults.map(({ n, fault }) => sealFault(vault, journal.id, n, fault)));
    await commitCases(ctx, before === undefined ? 'import:start' : `import:${batch.state}`, [journal.id], observed.writes, {
      tables: [db.imports, db.faults, db.remittanceClaims, db.payers, db.filings],
      write: async () => {
        await Promise.all([db.remittanceClaims.bulkAdd(rows.sort(byId)), db.filings.bulkPut(filingRows.sort(byId)), db.faults.bulkPut(faults), db.payers.bulkAdd(payers.added as PayerRow[]), db.imports.put(journal)]);
      },
    });
    return journal;
  });
}

/** The day of the payer's answer, for counts by month. */
function answeredDay(facts: ClaimFacts): number {
  const on = facts.remittanceOn ?? facts.paymentOn ?? facts.finalizedOn;
  return on === null ? NO_DAY : isoToDayNumber(on);
}

function lookAt(one: PreparedClaim, payer: PracticePayer, importId: string): PayerObservation {
  const isStatus = one.detail.kind === 'status-file';
  return {
    payer, facts: one.facts, source: isStatus ? 'status-file' : 'remittance', edited: [], noReferenceIssued: false, replaces: replacedNumbers(one),
    references: one.claim.references.slice(0, 40).map(({ label, value }) => ({ label: label.slice(0, 300), value: value.slice(0, 300) })),
    evidence: { host: null, place: { importId, segment: one.detail.segment }, reading: null, pasted: null },
    opensCase: isRefused(one.facts) && !one.detail.reversal,
  };
}

function count(journal: ImportRow, status: ClaimFacts['status']): void {
  if (status === 'paid') journal.paid += 1;
  else if (status === 'denied' || status === 'rejected') journal.denied += 1;
  else if (status === 'partially-denied') journal.partlyDenied += 1;
  else journal.other += 1;
}
