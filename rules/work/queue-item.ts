import type { PracticePayer } from '../domain/practice.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { Score } from '../queue/priority.ts';

/** One row of the queue as a person sees it. Names are opened only for the rows on screen. */
export type QueueItem = {
  /** When the payer's day ends, and the day for which something filed now counts there; absent where it is not on file. */
  cutOff?: PracticePayer['cutOff']; payerDay?: DayNumber | null;
  id: string; rev: number; ownerId: string; /** Absent where nobody asked for it. */ ownerName?: string; open: boolean; state: string; nextAction: string; payerKey: string; payerName: string; category: string; path: string; payerStatus: string;
  deniedCents: number; chargeCents: number;
  nextDay: DayNumber; nextKind: string; safeDay: DayNumber; dueDay: DayNumber; undated: string; followUpDay: DayNumber; snoozedUntilDay: DayNumber; touchedMs: number;
  priority: number;
  /** Shared by like denials: payer, leading code and service. */
  groupToken?: string;
  /** The parts of the order, for "why is this first": pressure of the date, value of the money. */
  score: Score;
  /** Null while locked or where the record is damaged. */
  patientName: string | null; claimControlNumber: string | null; patientControlNumber: string | null;
};

/** The tiles, over the open cases that are not snoozed. `dueSoon` = next day within 7 days and not past; `undated` = with no date known. */
export type Tiles = { dueSoon: number; overdue: number; undated: number; openCases: number; openCents: number };
