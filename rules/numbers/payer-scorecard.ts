import { figureOf, median } from './figure.ts';
import type { Asked, Figure } from './metric.ts';
import { metricOf } from './metrics.ts';
import { isWithin } from './period.ts';

const COLUMNS = ['recovery-rate-claims', 'recovery-rate-dollars', 'appeal-overturn-rate', 'promise-kept-rate', 'reference-coverage', 'dropped-calls'] as const;

export type PayerScore = {
  payerKey: string; denials: number; deniedCents: number; openCents: number;
  /** Median days from an appeal or correction sent to the payer's decision; null below the minimum. */
  answerDays: { median: number | null; n: number };
  holdMinutes: { median: number | null; n: number };
  figures: Record<(typeof COLUMNS)[number], Figure>;
};

/** What each payer is like to work with, the one with most money denied first. */
export function payerScorecard(asked: Asked): PayerScore[] {
  const rows = Map.groupBy(asked.rows, ({ payerKey }) => payerKey);
  const contacts = Map.groupBy(asked.contacts, ({ payerKey }) => payerKey);
  const { minimumN } = asked.settings;
  const middle = (values: readonly number[]) => ({ median: values.length < minimumN ? null : median(values), n: values.length });
  return [...new Set([...rows.keys(), ...contacts.keys()])].map((payerKey): PayerScore => {
    const own = { ...asked, rows: rows.get(payerKey) ?? [], contacts: contacts.get(payerKey) ?? [], promises: asked.promises.filter((promise) => promise.payerKey === payerKey), submitted: { facts: [], unusable: 'grouped' as const } };
    const denied = own.rows.filter((row) => row.first !== 'rejection' && isWithin(row.deniedDay, asked.period));
    const answers = own.rows.flatMap(({ appeals }) => appeals.flatMap(({ sentDay, decidedDay }) => (decidedDay !== null && isWithin(decidedDay, asked.period) ? [decidedDay - sentDay] : [])));
    const holds = own.contacts.flatMap(({ holdMinutes, day }) => (holdMinutes !== null && isWithin(day, asked.period) ? [holdMinutes] : []));
    return {
      payerKey, denials: denied.length, deniedCents: denied.reduce((sum, row) => sum + row.deniedCents, 0), openCents: own.rows.reduce((sum, row) => sum + (row.open ? row.deniedCents : 0), 0),
      answerDays: middle(answers), holdMinutes: middle(holds),
      figures: Object.fromEntries(COLUMNS.map((id) => { const metric = metricOf(id); if (metric === null) throw new Error(id); return [id, figureOf(metric, own)]; })) as PayerScore['figures'],
    };
  }).sort((one, other) => other.deniedCents - one.deniedCents || (one.payerKey < other.payerKey ? -1 : 1));
}
