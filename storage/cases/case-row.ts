import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import type { CaseDating } from '../../rules/work/dating.ts';
import { askedOf } from '../../rules/domain/case-ask.ts';
import { isoToDayNumber, NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { workOutCase } from '../../rules/work/case-columns.ts';
import type { CasePlan, Judged, WorkedOut } from '../../rules/work/case-columns.ts';
import { plainNumber } from '../../rules/work/same-claim.ts';
import type { NewEvent } from './case-history.ts';
import type { ClockRow } from '../schema/v1.ts';
import type { CaseRow } from '../schema/v3.ts';
import { clearTraits } from './case-facets.ts';
import type { Vault } from '../vault/vault.ts';

/** A case as it is about to be written: opened, with what queries need still to be worked out. */
export type CaseDraft = {
  id: string; rev: number; createdMs: number; createdDay: DayNumber; touchedMs: number; open: boolean; payerKey: string; payer: PracticePayer | null; plan: CasePlan; sealed: SealedCase;
};

/** `events`: what working it out did to the plan, for the timeline. */
export type ComposedCase = { row: CaseRow; clocks: ClockRow[]; worked: WorkedOut; events: NewEvent[] };

/** The day's two forms, made once per change: `Temporal` is slow enough to matter in an import. With the rules to date by, see dating.ts. */
export type Today = { day: DayNumber; date: Temporal.PlainDate; dating: CaseDating };
export function todayOf(iso: string, dating: CaseDating = {}): Today {
  return { day: isoToDayNumber(iso), date: Temporal.PlainDate.from(iso), dating };
}

/** A row and its opened half as a draft to change. */
export function draftOf(row: CaseRow, sealed: SealedCase, payer: PracticePayer | null): CaseDraft {
  return {
    id: row.id, rev: row.rev, createdMs: row.createdMs, createdDay: row.createdDay, touchedMs: row.touchedMs, open: row.open === 1, payerKey: row.payerKey, payer,
    plan: { ownerId: row.ownerId, state: row.state, nextAction: row.nextAction, followUpDay: row.followUpDay, snoozedUntilDay: row.snoozedUntilDay }, sealed,
  };
}

/** How many references are looked up; a remittance can repeat dozens of group and policy numbers. */
const REFERENCES_FOUND = 12;

/** Keyed hashes under which a case is found: numbers and names by beginning, the last four characters of the member's number. */
export function tokensOf(vault: Vault, sealed: SealedCase): string[] {
  const { facts } = sealed;
  const tokens = new Set<string>();
  const add = (more: readonly string[]): void => more.forEach((token) => tokens.add(token));
  for (const number of [facts.claimControlNumber, facts.patientControlNumber, facts.memberId, facts.paymentNumber]) if (number !== null) add(vault.blindTokens('number', number));
  for (const number of sealed.alsoNumbers ?? []) add(vault.blindTokens('number', number));
  for (const { value } of sealed.references.slice(-REFERENCES_FOUND)) add(vault.blindTokens('number', value));
  for (const { confirmation } of sealed.submissions) if (confirmation !== null) add(vault.blindTokens('number', confirmation));
  if (facts.patientName !== null) add(vault.blindTokens('name', facts.patientName));
  const member = plainNumber(facts.memberId);
  const ending = member === null ? null : vault.blindExact('member', member.slice(-4));
  if (ending !== null) tokens.add(ending);
  return [...tokens];
}

/** What needs no vault of a case about to be written: columns, clocks and what it did to the plan. `judged` is of this very draft. */
export function workOutDraft(draft: CaseDraft, today: Today, judged?: Judged): Omit<ComposedCase, 'row'> {
  const worked = workOutCase({
    sealed: draft.sealed, payer: draft.payer, payerKey: draft.payerKey, plan: draft.plan, open: draft.open, createdDay: draft.createdDay, today: today.day, todayDate: today.date, dating: today.dating, judged,
  });
  const { ownerId, open, snoozedUntilDay } = worked.columns;
  const clocks = worked.clocks.map(({ letterOn, ...clock }): ClockRow => ({ id: [draft.id, clock.action, ...(letterOn === undefined ? [] : [letterOn])].join(':'), caseId: draft.id, ownerId, open, ...clock }));
  return { clocks, worked, events: snoozeEvents(draft.plan.snoozedUntilDay, snoozedUntilDay) };
}

/** Works out, seals and addresses a case. Never inside a transaction: sealing is asynchronous. `judged` is of this very draft. */
export async function composeCase(vault: Vault, draft: CaseDraft, today: Today, judged?: Judged): Promise<ComposedCase> {
  const worked = workOutDraft(draft, today, judged);
  const row: CaseRow = {
    id: draft.id, rev: draft.rev + 1, ...worked.worked.columns, ...clearTraits(vault, worked.worked, askedOf(draft.sealed.asks)), createdMs: draft.createdMs, createdDay: draft.createdDay, touchedMs: draft.touchedMs, blind: tokensOf(vault, draft.sealed),
    sealed: await vault.seal('cases', draft.id, draft.sealed),
  };
  return { row, ...worked };
}

/** A snooze that ends before the day a person chose is told, never cut silently. */
function snoozeEvents(planned: DayNumber, kept: DayNumber): NewEvent[] {
  if (planned === kept) return [];
  return [{ kind: 'snooze-ended', title: kept === NO_DAY ? 'Snooze ended: a date has come up' : 'Snooze ends earlier: a date comes before its end', detail: kept === NO_DAY ? `was until ${isoOfDay(planned)}` : `until ${isoOfDay(kept)}; was ${isoOfDay(planned)}` }];
}
