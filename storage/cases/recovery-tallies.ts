import { RECOVERED } from '../../rules/domain/end-reason.ts';
import { tallyKey } from '../../rules/queue/chance.ts';
import type { Tallies, Tally } from '../../rules/queue/chance.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v3.ts';

/** How closed cases ended, by payer and category; kept with every change, so that a chance needs no walk over them. */
const KEY = 'recovery-tallies';

type Ended = Pick<CaseRow, 'payerKey' | 'category' | 'outcome' | 'endReason'>;

/** Ends that say nothing of a like case: nobody tried, or it was no case at all. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['duplicate-of-another', 'no-denial', 'merged', 'other-payer-billed']);

function add(tallies: Record<string, Tally>, row: Ended | undefined, sign: 1 | -1): void {
  const outcome = row?.outcome ?? '';
  if (row === undefined || outcome === '' || SAYS_NOTHING.has(row.endReason ?? '')) return;
  const key = tallyKey(row.payerKey, row.category);
  const { won, lost } = tallies[key] ?? { won: 0, lost: 0 };
  const isWon = (RECOVERED as Readonly<Record<string, boolean | undefined>>)[outcome] === true;
  tallies[key] = isWon ? { won: won + sign, lost } : { won, lost: lost + sign };
}

/** Moves the tallies by what a change does to its cases. Inside a transaction over `meta`. Writes nothing where no case ended or was opened again. */
export async function moveTallies(db: OverturnDatabase, changes: readonly { before: CaseRow | undefined; after: CaseRow }[]): Promise<void> {
  const moving = changes.filter(({ before, after }) => (before?.outcome ?? '') !== (after.outcome ?? '') || ((after.outcome ?? '') !== '' && (before?.category !== after.category || before.endReason !== after.endReason)));
  if (moving.length === 0) return;
  const tallies = { ...(await readTallies(db)) };
  for (const { before, after } of moving) {
    add(tallies, before, -1);
    add(tallies, after, 1);
  }
  await db.meta.put({ key: KEY, value: tallies });
}

export async function readTallies(db: OverturnDatabase): Promise<Tallies> {
  return ((await db.meta.get(KEY))?.value as Tallies | undefined) ?? {};
}
