import { filing as filingSchema } from '../../rules/domain/filing.ts';
import type { Filing } from '../../rules/domain/filing.ts';
import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { canTakeWork } from '../../rules/domain/person.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import { ANSWERED, answerDays, answerDueOn, factsOfFiling, sentBefore } from '../../rules/work/unanswered-claim.ts';
import { todayOf } from '../cases/case-row.ts';
import { commitCases } from '../cases/change-case.ts';
import { findCandidates, identityOfCase, identityTokens, judge, libraryOf } from '../cases/find-cases.ts';
import { observe } from '../cases/observe.ts';
import type { PayerObservation } from '../cases/observe.ts';
import { readDating } from '../dating.ts';
import { listPayers } from '../payers.ts';
import { listPeople } from '../people.ts';
import type { WaitingFilingRow } from '../schema/v3.ts';
import { readWeights } from '../scoring.ts';
import { readSettings } from '../settings.ts';
import { StorageFault } from '../storage-fault.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

const AT_ONCE = 200;

/** How many claims became cases, how many had been answered after all, and how many could not be opened. */
export type NoResponses = { listed: number; answered: number; damaged: number };

/**
 * Claims that were sent and that nobody answered within the payer's time become cases of the queue with "check status" as their next
 * step; never before the day after the answer was due. One that has an answer, or is a case already, waits no more. In batches under
 * the writer's lock; cheap where none is due.
 */
export async function listNoResponses(ctx: WriteContext, signal?: AbortSignal): Promise<NoResponses> {
  const sum: NoResponses = { listed: 0, answered: 0, damaged: 0 };
  const weights = await readWeights(ctx.db);
  const today = todayOf(ctx.today).day;
  for (const payer of await listPayers(ctx.db)) {
    const days = answerDays(payer, weights);
    while (signal?.aborted !== true) {
      const part = await withWriter(ctx.db, async () => {
        const rows = await ctx.db.filings.where('[waits+payerKey+day]').between([1, payer.key, -Infinity], [1, payer.key, Math.min(sentBefore(today, days), NO_DAY - 1)], true, true).limit(AT_ONCE).toArray();
        return { rows: rows.length, done: rows.length === 0 ? null : await listBatch(ctx, rows, days) };
      });
      if (part.done === null) break;
      sum.listed += part.done.listed;
      sum.answered += part.done.answered;
      sum.damaged += part.done.damaged;
    }
  }
  return sum;
}

type Opened = { row: WaitingFilingRow; filing: Filing };

async function listBatch(ctx: WriteContext, rows: readonly WaitingFilingRow[], days: number): Promise<NoResponses> {
  const { db, vault } = ctx;
  const [payers, people, settings] = await Promise.all([listPayers(db), listPeople(db), readSettings(db)]);
  const byKey = new Map(payers.map((payer) => [payer.key, payer]));
  const opened = (await Promise.all(rows.map(async (row): Promise<Opened[]> => {
    try {
      const parsed = filingSchema.safeParse(await vault.open('filings', row.id, row.sealed));
      return parsed.success ? [{ row, filing: parsed.data }] : [];
    } catch (error) {
      if (error instanceof StorageFault) return []; // a damaged one cannot be told of; it waits no more, and is counted
      throw error;
    }
  }))).flat();
  const answered = await answeredAmong(ctx, opened);
  const identities = opened.map(({ row, filing }) => ({ payer: row.payerKey, library: libraryOf(byKey.get(row.payerKey) ?? null), facts: factsOfFiling(filing, null) }));
  const candidates = await findCandidates(db, vault, identities.flatMap((identity) => identityTokens(vault, identity)));
  const known = [...candidates.values()].map((one) => ({ one, identity: identityOfCase(one.row.payerKey, byKey.get(one.row.payerKey) ?? null, one.sealed) }));
  const importers = new Map((await db.imports.bulkGet([...new Set(rows.map(({ importId }) => importId))])).flatMap((row) => (row === undefined ? [] : [[row.id, row.userId] as const])));
  const looks: PayerObservation[] = [];
  const seen = new Set<string>();
  opened.forEach(({ row, filing }, index) => {
    const identity = identities[index];
    const payer = byKey.get(row.payerKey);
    const account = `${row.payerKey} ${filing.patientControlNumber ?? ''} ${filing.serviceFrom ?? ''}`;
    // The same claim sent twice is asked about once; a case of it, open or closed, is asked about there.
    if (identity === undefined || payer === undefined || answered.has(row.id) || seen.has(account) || judge(identity, known).same !== null) return;
    seen.add(account);
    const owner = people.find(({ id }) => id === importers.get(row.importId));
    looks.push({
      payer, facts: { ...identity.facts, payerName: payer.name }, source: 'sent-file', edited: [], references: filing.references, noReferenceIssued: false,
      evidence: { host: null, place: { importId: row.importId, segment: 0 }, reading: null, pasted: null },
      unanswered: { sentOn: isoOfDay(row.day), answerDueOn: answerDueOn(row.day, days), ownerId: owner !== undefined && canTakeWork(owner, ctx.today) ? owner.id : POOL },
    });
  });
  const { writes } = await observe(ctx, { looks, candidates: new Map(), payers: byKey, followUpDays: settings.followUpDays, today: todayOf(ctx.today, await readDating(db)) });
  await commitCases(ctx, 'queue:no-response', [`${writes.cases.length} cases`], writes, { tables: [db.filings], write: async () => { await db.filings.bulkPut(rows.map((row) => ({ ...row, waits: 0 as const }))); } });
  return { listed: writes.cases.length, answered: opened.length - looks.length, damaged: rows.length - opened.length };
}

/**
 * Filings whose account number stands in an answer given since the claim was sent. Whoever answered: files name one payer in several ways,
 * and a claim for a second payer is sent after the first one has answered.
 */
async function answeredAmong({ db, vault }: WriteContext, opened: readonly Opened[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  await Promise.all(opened.map(async ({ row, filing }) => {
    const token = filing.patientControlNumber === null ? null : vault.blindExact('number', filing.patientControlNumber);
    if (token === null) return;
    const answers = await db.remittanceClaims.where('token').equals(token).toArray();
    if (answers.some((answer) => ANSWERED.has(answer.outcome) && (answer.day ?? NO_DAY) >= row.day)) found.add(row.id);
  }));
  return found;
}
