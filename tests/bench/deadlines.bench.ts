import { clockChanges, clockDates } from '../../rules/deadlines/redate-clocks.ts';
import type { StoredClock } from '../../rules/deadlines/redate-clocks.ts';
import { readDeadlineQuery } from '../../rules/deadlines/deadline-query.ts';
import { isoOfDay, parseCalendarDay, plainDateOfDay } from '../../rules/calendar/calendar-day.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import { BASE_LIBRARY, buildRuleLibrary } from '../../rules/payers/rule-library.ts';
import type { RuleLibrary } from '../../rules/payers/rule-library.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import workedRules from '../rules/deadlines/worked-rules.json' with { type: 'json' };
import { printTable, ratio } from './print-table.ts';

/**
 * How long the preview of a changed rule takes over 100,000 open claims, in plain Node: `node tests/bench/deadlines.bench.ts [clocks]`.
 * Beside it a loop that does one Temporal addition per dated clock, the least a re-dating could be. The claims are the worked cases of
 * every rule in turn, odd ones and undated ones included, each with its dates shifted, so that no two in a row ask the same.
 */
const CLOCKS = Number(process.argv[2] ?? 100_000);
const RULES = 500;
const GOAL = 5;
const TURNS = 7;

/** Every date among a query's facts, moved by as many days. */
function shifted(facts: Readonly<Record<string, unknown>>, days: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => {
    const day = typeof value === 'string' ? parseCalendarDay(value) : null;
    return [name, day === null ? value : isoOfDay(day + days)];
  }));
}

function openClocks(): StoredClock[] {
  const clocks: StoredClock[] = [];
  for (let index = 0; clocks.length < CLOCKS; index += 1) {
    const worked = workedRules[index % workedRules.length];
    if (worked === undefined) break;
    const read = readDeadlineQuery({ ...worked.query, facts: shifted(worked.query.facts, -(Math.floor(index / workedRules.length) % 365)) });
    if ('query' in read) clocks.push({ id: String(index), query: read.query, ...clockDates(read.query) });
  }
  return clocks;
}

/** The shipped rules and as many clones under names of their own as make `count`. */
function manyRules(count: number): PayerRule[] {
  const clones = Array.from({ length: count - BASE_RULES.length }, (_, index): PayerRule => {
    const rule = BASE_RULES[index % BASE_RULES.length] as PayerRule;
    const nth = Math.floor(index / BASE_RULES.length) + 2;
    const name = (text: string) => `Bench${nth} ${text}`;
    return { ...rule, id: `${rule.id}-bench-${nth}`, payer: name(rule.payer), payerAliases: rule.payerAliases.map(name) };
  });
  return [...BASE_RULES, ...clones];
}

type Run = { name: string; work: () => number; ms: number; result: number };

/** Processor time of each in turn, several times over, the least of each kept: what else the machine does only ever adds, and hits all alike. */
function measure(runs: Run[]): void {
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const run of runs) {
      const start = process.threadCpuUsage().user;
      run.result = run.work();
      run.ms = Math.min(run.ms, (process.threadCpuUsage().user - start) / 1_000);
    }
  }
}

const clocks = openClocks();
const dated = clocks.filter((clock) => clock.rawDay !== null);
const starts = dated.map((clock) => plainDateOfDay((clock.rawDay ?? 0) - 180));
const rules = manyRules(RULES);
const tightened = rules.map((rule) => (rule.id === 'cigna-appeal' ? { ...rule, version: rule.version + 1, limit: { value: 170, unit: 'calendar-days' as const } } : rule));
const run = (name: string, work: () => number): Run => ({ name, work, ms: Infinity, result: 0 });
const redate = (library: RuleLibrary, change: string): Run => run(`re-dated against ${library.rules.length} rules, ${change}`, () => clockChanges(clocks, { library }).length);

const bare = run('bare: one Temporal addition per dated clock', () => starts.reduce((sum, start) => sum + start.add({ days: 180 }).day, 0));
const ours = [redate(BASE_LIBRARY, 'none changed'), redate(buildRuleLibrary(rules), 'none changed'), redate(buildRuleLibrary(tightened), 'one changed')];
measure([bare, ...ours]);
printTable(`Deadlines: ${clocks.length} open clocks, ${dated.length} of them dated; goal at most ${GOAL}x`, ['', 'ms', 'us each', 'of bare', 'moved'], [
  [bare.name, bare.ms.toFixed(0), (bare.ms * 1_000 / dated.length).toFixed(2), '1.0x', ''],
  ...ours.map(({ name, ms, result }) => [name, ms.toFixed(0), (ms * 1_000 / clocks.length).toFixed(2), ratio(ms, bare.ms, GOAL), String(result)]),
]);
