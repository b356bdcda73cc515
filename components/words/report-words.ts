import type { Dimension } from '../../rules/numbers/dimensions.ts';
import type { ReportRow, ReportText } from '../../rules/numbers/report-text.ts';
import { mayShow } from '../../rules/numbers/weekly-report.ts';
import type { SafeCount, WeeklyReport } from '../../rules/numbers/weekly-report.ts';
import { moneyWords } from './money-words.ts';
import { changeWords, claimCount, countWords, groupWords, noFigureWords, spanWords, valueWords } from './numbers-words.ts';

const safe = (count: SafeCount): string => ('exact' in count ? claimCount(count.exact) : `fewer than ${count.below} claims`);

/** The weekly report in words: every figure with its definition, small counts covered, no name of a person. */
export function reportWords(report: WeeklyReport, about: { practice: string; nameOf: (dimension: Dimension, value: string) => string; made: string }): ReportText {
  const { smallCell } = report;
  const order = Object.keys(groupWords);
  const figures = [...report.cards].sort((one, other) => order.indexOf(one.metric.group) - order.indexOf(other.metric.group)).map((card): ReportRow => {
    const { metric, figure, before } = card;
    const shown = mayShow(card, smallCell);
    const isBeforeShown = before !== null && before.change !== null && mayShow({ metric, figure: before.figure, before: null }, smallCell) === 'figure';
    return {
      section: groupWords[metric.group], item: metric.title,
      figure: shown === 'figure' && figure.value !== null ? valueWords(figure.value, metric.unit) : shown === 'small' ? 'not shown' : 'no figure',
      counts: shown === 'figure' ? countWords(figure, metric) : shown === 'small' ? `fewer than ${smallCell} on one side` : figure.why === 'too-few' ? `fewer than ${report.minimumN} claims` : noFigureWords(figure, metric),
      before: shown === 'figure' && isBeforeShown && before?.change != null ? `${valueWords(before.figure.value ?? 0, metric.unit)} (${changeWords(before.change, metric.unit)})${before.broken ? ', definition changed' : ''}` : '',
      definition: `${metric.formula}. ${metric.counted} Definition ${metric.version}.`,
    };
  });
  const tables = report.tables.flatMap(({ title, lines }) => lines.map(({ value, claims, cents }): ReportRow => ({
    section: `Denied dollars by ${title}`, item: value === null ? `All others together (each fewer than ${smallCell} claims, or joined to them)` : about.nameOf(title, value), figure: moneyWords(cents), counts: claimCount(claims), before: '', definition: '',
  })));
  const { capacity } = report;
  const isKnown = capacity.knownWeeks > 0;
  const pace = (value: string): string => (isKnown ? value : 'not known');
  const mean = isKnown ? `Mean of ${capacity.knownWeeks === 1 ? 'the one whole week that is kept' : `the last ${capacity.knownWeeks} whole weeks`}.` : 'No whole week is kept yet.';
  const line = (item: string, figure: string, definition: string): ReportRow => ({ section: 'Capacity', item, figure, counts: '', before: '', definition });
  return {
    title: 'Weekly denial report', practice: about.practice, span: spanWords(report.period), made: about.made,
    notes: [`Sums only: no patient, no claim, no member of staff. Counts below ${smallCell} are covered; below ${report.minimumN} there is no percentage.`],
    rows: [
      ...figures, ...tables,
      line('New claims a week', pace(capacity.openedPerWeek.toFixed(1)), mean), line('Closed a week', pace(capacity.closedPerWeek.toFixed(1)), mean),
      line('Weeks of work in the backlog', capacity.weeksOfBacklog === null ? 'not known' : capacity.weeksOfBacklog.toFixed(1), 'Open claims / closed a week.'),
      line('Last days in the next 4 weeks', safe(capacity.due), 'On claims nobody has sent anything for.'), line('Of these missed at this pace', pace(safe(capacity.missed)), 'Taken by date, as many a week as first corrections and appeals were sent.'),
    ],
  };
}
