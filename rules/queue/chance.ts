/** How many closed cases were paid in the end, and how many were not. */
export type Tally = { won: number; lost: number };
/** Tallies by `payer|category`. */
export type Tallies = Readonly<Record<string, Tally>>;

/** Before anything is known every second case is taken to be won. Our own starting point, not a finding. */
export const STARTING_CHANCE = 0.5;
/** A group weighs like this many cases of one's own: with fewer, the group speaks louder. */
export const PRIOR_CASES = 8;

/** The chance with everything it was made of: own cases of this payer and category, the category with all payers, all cases. */
export type Chance = { chance: number; own: Tally; category: Tally; all: Tally; categoryChance: number; allChance: number };

/** Tallies added up once, for any number of questions. */
export type ChanceTable = { of: Tallies; byCategory: Readonly<Record<string, Tally>>; all: Tally };

export const tallyKey = (payerKey: string, category: string): string => `${payerKey}|${category}`;

export function chanceTable(tallies: Tallies): ChanceTable {
  const byCategory: Record<string, Tally> = {};
  const all: Tally = { won: 0, lost: 0 };
  for (const [key, { won, lost }] of Object.entries(tallies)) {
    const category = key.slice(key.lastIndexOf('|') + 1);
    const sum = (byCategory[category] ??= { won: 0, lost: 0 });
    sum.won += won; sum.lost += lost;
    all.won += won; all.lost += lost;
  }
  return { of: tallies, byCategory, all };
}

/** A share drawn towards `prior`: the mean of a beta distribution worth `PRIOR_CASES` cases, updated by the tally. */
function drawn({ won, lost }: Tally, prior: number): number {
  return (won + prior * PRIOR_CASES) / (won + lost + PRIOR_CASES);
}

const NONE: Tally = { won: 0, lost: 0 };

/** The chance that a case of this payer and category is paid in the end: own closed cases, drawn to the category, that to all, all to one half. */
export function chanceOf(table: ChanceTable, payerKey: string, category: string): Chance {
  const own = table.of[tallyKey(payerKey, category)] ?? NONE;
  const ofCategory = table.byCategory[category] ?? NONE;
  const allChance = drawn(table.all, STARTING_CHANCE);
  const categoryChance = drawn(ofCategory, allChance);
  return { chance: drawn(own, categoryChance), own, category: ofCategory, all: table.all, categoryChance, allChance };
}
