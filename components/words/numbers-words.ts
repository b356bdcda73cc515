import { isoMonth } from '../../rules/numbers/period.ts';
import type { Period, PeriodName } from '../../rules/numbers/period.ts';
import type { Dimension } from '../../rules/numbers/dimensions.ts';
import type { DenominatorSource } from '../../rules/numbers/denial-row.ts';
import type { Figure, Metric, MetricGroup, MetricUnit, NoFigure } from '../../rules/numbers/metric.ts';
import type { Break } from '../../rules/numbers/trend.ts';
import { numericDay } from './day-words.ts';
import { moneyWords } from './money-words.ts';

/** Words of the numbers: periods, reasons why there is no figure, values with their unit. */
const periods: Record<PeriodName, string> = { 'this-month': 'This month', 'last-month': 'Last month', 'last-3-months': 'Last 3 whole months', 'last-12-months': 'Last 12 whole months', 'this-week': 'This week', 'last-week': 'Last week', 'last-4-weeks': 'Last 4 weeks', all: 'Everything' };
export const periodOptions = (Object.keys(periods) as PeriodName[]).map((value) => ({ value, label: periods[value] }));
const dimensions: Record<Dimension, string> = { payer: 'Payer', reason: 'Reason', code: 'Code', specialty: 'Specialty', location: 'Location', provider: 'Provider', service: 'Service', owner: 'Owner', step: 'Workflow step' };
export const dimensionWords = (dimension: Dimension): string => dimensions[dimension];
export const groupWords: Record<MetricGroup, string> = { denials: 'Denials', recovery: 'Recovery', speed: 'Time and deadlines', prevention: 'What comes back', cost: 'Cost', payer: 'Contacts with payers' };
const parts: Record<string, string> = { correction: 'Waiting for correction', appeal: 'Appeal being prepared', payer: 'With the payer', decision: 'Final decision', 'not-yet': 'Past their day, nobody looked', minutes: 'Minutes logged' };
export const partWords = (part: string): string => parts[part] ?? part;
const sources: Record<DenominatorSource, string> = { imported: 'sent claims imported (837)', answered: 'claims answered in remittances (no 837 on file)', typed: 'typed by hand' };
export const sourceWords = (list: readonly DenominatorSource[]): string => list.map((one) => sources[one]).join(', ');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `Mar 2026`. */
export const monthWords = (month: number): string => `${MONTHS[month % 12] ?? ''} ${isoMonth(month).slice(0, 4)}`;
export const spanWords = ({ from, to }: Period): string => (from === to ? numericDay(from) : `${numericDay(from)} to ${numericDay(to)}`);

/** A value with its unit; a percentage has one place, days too where they are no whole number. */
export function valueWords(value: number, unit: MetricUnit): string {
  if (unit === 'cents') return moneyWords(Math.round(value));
  if (unit === 'percent') return `${value.toFixed(1)}%`;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${value === 1 ? 'day' : 'days'}`;
}

/** The change against the period before; of a percentage in points. */
export function changeWords(change: number, unit: MetricUnit): string {
  if (Math.abs(change) < 0.05) return 'no change';
  const size = unit === 'percent' ? `${Math.abs(change).toFixed(1)} points` : valueWords(Math.abs(change), unit);
  return `${change > 0 ? 'up' : 'down'} ${size}`;
}

const reasons: Record<NoFigure, string> = {
  'working-in': 'Comes when all claims are worked in', nothing: 'Nothing in this period', 'too-few': 'Too few to show a figure', 'no-denominator': 'Not known: no claims submitted on file', 'not-by-this': 'Not known by this: submitted claims are known by month and payer only',
  'part-months': 'Needs whole months: submitted claims are known by the month', 'no-cost': 'Needs the cost of an hour (Set up)', 'no-minutes': 'No minutes were logged on these claims',
};

/** Why there is no figure, with the counts that there are. */
export function noFigureWords(figure: Figure, metric: Metric): string {
  if (figure.why === null) return '';
  if (figure.why === 'too-few') return `${reasons['too-few']}: ${countWords(figure, metric)}`;
  if (figure.why === 'no-denominator' && figure.denominator !== null) return `Not known: ${metric.denominator ?? 'figures'} missing for ${figure.denominator.missing.map(monthWords).join(', ')}`;
  return reasons[figure.why];
}

/** What a figure was made of: "2 of 6". */
export function countWords(figure: Figure, metric: Metric): string {
  const { measure } = metric;
  if (measure.kind === 'share' && measure.of === 'cents') return `${moneyWords(figure.top)} of ${moneyWords(figure.bottom ?? 0)}, ${claimCount(figure.n)}`;
  if (measure.kind === 'per-submitted') return figure.bottom === null ? claimCount(figure.n) : measure.of === 'cents' ? `${moneyWords(figure.top)} of ${moneyWords(figure.bottom)}` : `${figure.top} of ${figure.bottom}`;
  if (measure.kind === 'share' || measure.kind === 'contacts' || measure.kind === 'promises') return `${figure.top} of ${figure.n}`;
  if (measure.kind === 'typed') return measure.what === 'clean-claims' ? `${figure.top} of ${figure.bottom ?? 0}` : `${moneyWords(figure.top)} at ${moneyWords(figure.bottom ?? 0)} a day`;
  return claimCount(figure.n);
}
export const claimCount = (n: number): string => `${n.toLocaleString('en-US')} ${n === 1 ? 'claim' : 'claims'}`;

const settingNames: Record<string, string> = { minimumN: 'smallest number shown', partialsCount: 'whether partial denials count', endPoint: 'what ends a claim', repeatDays: 'days for repeats', hourlyCostCents: 'cost of an hour', monthlyFeesCents: 'monthly fees', smallCell: 'small counts in reports' };
export const breakWords = ({ day, why }: Break): string => `${numericDay(day)}: ${'setting' in why ? `${settingNames[why.setting] ?? why.setting} changed` : `definition changed${why.what === '' ? '' : `: ${why.what}`}`}`;
