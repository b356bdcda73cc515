import type { ContractWindow, PracticePayer } from '../../rules/domain/practice.ts';

/** A payer whose cases in a file were dated by windows of the practice's contract that this computer lacks. */
export type ForeignWindows = { payerName: string; cases: number; windows: ContractWindow[] };

/**
 * Windows that a file's payers have and the same payers here have not, or not alike, with how many cases of the file are theirs. A payer
 * nobody deals with here yet comes with its windows and is not named. Nothing is taken over: a window moves the dates of other cases too.
 */
export function foreignWindows(came: readonly PracticePayer[], here: readonly PracticePayer[], casesByPayer: ReadonlyMap<string, number>): ForeignWindows[] {
  return came.flatMap((payer) => {
    const own = here.find(({ key }) => key === payer.key);
    const cases = casesByPayer.get(payer.key) ?? 0;
    if (own === undefined || cases === 0) return [];
    const known = new Set((own.contractWindows ?? []).map(lengthOf));
    const windows = (payer.contractWindows ?? []).filter((window) => !known.has(lengthOf(window)));
    return windows.length === 0 ? [] : [{ payerName: own.name, cases, windows }];
  });
}

/** What of a window makes a date; where it is written and by whom does not. */
const lengthOf = ({ action, value, unit, startsFrom }: ContractWindow): string => `${action} ${value} ${unit} ${startsFrom}`;
