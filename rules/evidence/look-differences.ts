import type { ClaimFacts } from '../domain/denial-case.ts';
import { factText } from '../work/fact-text.ts';
import type { FactChange, FactName } from '../work/merge-facts.ts';

/** What one look says otherwise than the look before it, value by value; `now` is null where the later look does not show it. Nothing for the first look. */
export function lookDifferences(before: ClaimFacts | null, now: ClaimFacts): FactChange[] {
  if (before === null) return [];
  return (Object.keys(now) as FactName[]).flatMap((field) => {
    const change = { field, was: factText(field, before), now: factText(field, now) };
    return change.was === change.now ? [] : [change];
  });
}
