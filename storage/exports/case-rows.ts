import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import { centsCell, dateCell, textCell } from '../../rules/exports/cell.ts';
import type { Cell } from '../../rules/exports/cell.ts';
import { isIdentifying } from '../../rules/exports/export-kinds.ts';
import type { ExportColumn } from '../../rules/exports/export-kinds.ts';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { isSensitive } from '../../rules/domain/sensitive.ts';
import { openCaseOrNull } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { userNames } from '../people.ts';
import { queuePage } from '../queries/queue-page.ts';
import type { CaseRow } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';
import type { SealedCase } from '../../rules/domain/denial-case.ts';

const PAGE = 500;

/** Words for closed lists, which the screen has and the store has not. */
export type ExportWords = { reason: (category: string) => string; state: (state: string) => string; nextAction: (action: string) => string; payerStatus: (status: string) => string; path: (path: string) => string; pool: string };

/** How many cases a filter lets through. */
export async function countCases(db: OverturnDatabase, filter: QueueFilter, today: DayNumber): Promise<number> {
  return (await queuePage(db, filter, today, 0, 1)).total;
}

/** The cases of a filter in its order, as cells of the columns asked for. Cases marked sensitive stay out unless `withSensitive`, so each record is opened. A damaged one cannot be asked: whatever columns are asked for, it stays in the list with its clear ones, and the cells that need it say that it is damaged. */
export async function* caseRows(db: OverturnDatabase, vault: Vault, filter: QueueFilter, today: DayNumber, columns: readonly ExportColumn[], words: ExportWords, withSensitive = false): AsyncGenerator<Cell[]> {
  const people = await userNames(db);
  const payers = new Map((await db.payers.toArray()).map((payer) => [payer.key, payer.name]));
  const needsOpening = !withSensitive || columns.some(isIdentifying);
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = await queuePage(db, filter, today, offset, PAGE);
    const opened = await Promise.all(rows.map(async (row) => (needsOpening ? openCaseOrNull(vault, row) : null)));
    for (const [index, row] of rows.entries()) if (withSensitive || !isSensitive(opened[index] ?? {})) yield columns.map((column) => cellOf(column, row, opened[index] ?? null, { people, payers, words }));
    if (rows.length < PAGE || offset + PAGE >= total) return;
  }
}

const dayCell = (day: DayNumber): Cell => dateCell(day === NO_DAY ? null : isoOfDay(day));

function cellOf(column: ExportColumn, row: CaseRow, sealed: SealedCase | null, { people, payers, words }: { people: Map<string, string>; payers: Map<string, string>; words: ExportWords }): Cell {
  if (isIdentifying(column) && sealed === null) return textCell('(damaged record)');
  const facts = sealed?.facts;
  switch (column) {
    case 'payer': return textCell(payers.get(row.payerKey) ?? row.payerKey);
    case 'reason': return textCell(words.reason(row.category));
    case 'state': return textCell(words.state(row.state));
    case 'next-action': return textCell(words.nextAction(row.nextAction));
    case 'next-date': return dayCell(row.nextDay);
    case 'last-safe-day': return dayCell(row.safeDay);
    case 'due-date': return dayCell(row.dueDay);
    case 'denied': return centsCell(row.deniedCents);
    case 'charge': return centsCell(row.chargeCents);
    case 'paid': return centsCell(row.paidCents);
    case 'owner': return textCell(row.ownerId === POOL ? words.pool : people.get(row.ownerId) ?? '');
    case 'payer-status': return textCell(row.payerStatus === '' ? null : words.payerStatus(row.payerStatus));
    case 'path': return textCell(words.path(row.path));
    case 'last-touched': return dateCell(Temporal.Instant.fromEpochMilliseconds(row.touchedMs).toString().slice(0, 10));
    case 'patient': return textCell(facts?.patientName);
    case 'account': return textCell(facts?.patientControlNumber);
    case 'claim': return textCell(facts?.claimControlNumber);
    case 'member': return textCell(facts?.memberId);
    case 'service-date': return dateCell(facts?.serviceFrom ?? null);
    case 'provider': return textCell(facts?.provider);
  }
}
