import { readPage } from '../read-page.ts';
import { scoreRun } from './score-run.ts';
import type { RunOptions, Scored } from './score-run.ts';

/** What a run asserts that the pages do not say, each with its page, and claims offered where there is none. */
export async function falsehoods(options: RunOptions): Promise<{ told: string[]; right: number; all: readonly Scored[] }> {
  const all = await scoreRun(readPage, { ...options, quick: true });
  const told = all.flatMap(({ truth, score }) => [
    ...score.misses.filter((miss) => miss.verdict === 'wrong').map((miss) => `${truth.id}: ${miss.field}`),
    ...(truth.kind === 'none' && score.claimsOffered > 0 ? [`${truth.id}: a claim where there is none`] : []),
  ]);
  return { told, right: all.reduce((sum, { score }) => sum + [...score.fields.values()].reduce((part, tally) => part + tally.right, 0), 0), all };
}
