import { parseCalendarDay } from '../../rules/calendar/calendar-day.ts';
import { appeal } from '../../rules/domain/appeal.ts';
import type { Contact } from '../../rules/domain/contact.ts';
import { claimFacts } from '../../rules/domain/denial-case.ts';
import type { ClaimFacts, SealedCase } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { AppealFact } from '../../rules/numbers/denial-row.ts';
import type { CaseSource } from '../../rules/numbers/row-of-case.ts';
import { judgeCase } from '../../rules/work/case-columns.ts';
import { openCase } from '../cases/open-case.ts';
import type { ObservationContent } from '../cases/case-history.ts';
import type { Today } from '../cases/case-row.ts';
import type { OverturnDatabase } from '../db.ts';
import { filingsOfCase } from '../queries/filings-of-case.ts';
import type { CaseRow, ContactRow } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';

/** Entries of the timeline that people make; the others are written by Overturn itself. */
const WORK: ReadonlySet<string> = new Set(['answered', 'classified', 'contact', 'deadline-set', 'letter', 'merge', 'next-payer', 'note', 'note-copied', 'planned', 'reference', 'reopened', 'resolved', 'snoozed', 'split', 'submitted']);

export type SourceContext = { db: OverturnDatabase; vault: Vault; payers: ReadonlyMap<string, PracticePayer>; today: Today; hasFilings: boolean; dayOf: (ms: number) => number };

/**
 * Everything the numbers need of one case, opened. Reads only; about a millisecond a case.
 * @throws StorageFault `damaged-record` where the case cannot be opened
 */
export async function sourceOf(ctx: SourceContext, row: CaseRow): Promise<CaseSource> {
  const { db, vault } = ctx;
  const sealed = await openCase(vault, row);
  const payer = ctx.payers.get(row.payerKey) ?? null;
  const [events, contacts, corrections, appeals, looks, submittedDay] = await Promise.all([
    db.events.where('[caseId+atMs]').between([row.id, -Infinity], [row.id, Infinity]).toArray(),
    db.contacts.where('caseIds').equals(row.id).toArray(),
    db.corrections.where('caseId').equals(row.id).toArray(),
    appealsOf(ctx, row.id),
    looksOf(ctx, row.id, sealed),
    ctx.hasFilings ? sentDay(ctx, sealed.facts) : null,
  ]);
  const touches = new Map<string, number>();
  for (const { kind, userId } of events) if (WORK.has(kind)) touches.set(userId, (touches.get(userId) ?? 0) + 1);
  const minutes = await minutesOf(ctx, contacts);
  return {
    id: row.id, payerKey: row.payerKey, ownerId: row.ownerId, open: row.open === 1, state: row.state, nextAction: row.nextAction, openedDay: row.createdDay, sealed, payer, looks,
    clocks: judgeCase(sealed, payer, ctx.today.date, ctx.today.dating).dated.all.clocks.map(({ action, dueDay }) => ({ action, dueDay })),
    submittedDay, corrections: corrections.filter(({ kind }) => kind !== 'records').map(({ sentDay: sent, state, stepDay }) => ({ sentDay: sent, state, stepDay })), appeals: appeals.length === 0 ? null : appeals,
    work: [...new Set([...touches.keys(), ...minutes.keys()])].map((userId) => ({ userId, touches: touches.get(userId) ?? 0, minutes: minutes.get(userId) ?? null })), contacts: contacts.length, dayOf: ctx.dayOf,
  };
}

/** Minutes of contacts by person, a contact about several claims shared between them. Nobody where none was timed. */
async function minutesOf({ vault }: SourceContext, rows: readonly ContactRow[]): Promise<Map<string, number>> {
  const minutes = new Map<string, number>();
  for (const row of rows) {
    const content = await vault.open('contacts', row.id, row.sealed).catch(() => null) as { contact?: Contact } | null; // a damaged one has no minutes
    const { contact } = content ?? {};
    if (contact === undefined || contact.endedAtMs === null) continue;
    minutes.set(row.userId, (minutes.get(row.userId) ?? 0) + Math.max(0, (contact.endedAtMs - contact.startedAtMs) / 60_000) / row.caseIds.length);
  }
  return minutes;
}

/** Appeals that left the practice. What was decided stands in the sealed half: a level that is closed no longer shows it. */
async function appealsOf({ db, vault }: SourceContext, caseId: string): Promise<AppealFact[]> {
  const rows = (await db.appeals.where('caseId').equals(caseId).toArray()).filter(({ sentDay: sent }) => sent !== null);
  return Promise.all(rows.map(async ({ id, level, sentDay: sent, decidedDay, sealed }): Promise<AppealFact> => {
    const parsed = appeal.safeParse(await vault.open('appeals', id, sealed).catch(() => null)); // damaged: sent, and nobody knows how it ended
    return { level, sentDay: sent ?? 0, decidedDay, result: parsed.success ? parsed.data.outcome?.outcome ?? null : null };
  }));
}

/** What was seen of the claim, oldest first; empty where the case itself is the only look. */
async function looksOf({ db, vault }: SourceContext, caseId: string, sealed: SealedCase): Promise<ClaimFacts[]> {
  if (sealed.evidence !== undefined && sealed.evidence.n <= 1) return [];
  const rows = await db.observations.where('[caseId+n]').between([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER]).toArray();
  const opened = await Promise.all(rows.map(async (row) => vault.open('observations', row.id, row.sealed).catch(() => null))); // a damaged look is passed over; the evidence page names it
  return opened.flatMap((content): ClaimFacts[] => {
    const parsed = claimFacts.safeParse((content as ObservationContent | null)?.facts);
    return parsed.success ? [parsed.data] : [];
  });
}

async function sentDay({ db, vault }: SourceContext, facts: ClaimFacts): Promise<number | null> {
  const sent = (await filingsOfCase(db, vault, facts)).filter(({ isSure, on, step }) => isSure && on !== null && (step === 'sent' || step === 'accepted'));
  return sent[0]?.on == null ? null : parseCalendarDay(sent[0].on);
}
