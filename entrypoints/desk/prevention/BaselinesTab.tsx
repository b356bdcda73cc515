import { RecordTable } from '../../../components/prevention/RecordTable.tsx';
import { numericDay } from '../../../components/words/day-words.ts';
import { valueWords } from '../../../components/words/numbers-words.ts';
import { filterWords } from '../../../components/words/prevention-words.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { filtered } from '../../../rules/numbers/dimensions.ts';
import { figureOf } from '../../../rules/numbers/figure.ts';
import { metricOf } from '../../../rules/numbers/metrics.ts';
import { settingsOn } from '../../../rules/numbers/numbers-settings.ts';
import { periodNamed } from '../../../rules/numbers/period.ts';
import type { PreventionPage } from './prevention-page.ts';

/** How a measure stood on a day, with the version of its definition, beside how it stands now. */
export function BaselinesTab({ page }: { page: PreventionPage }) {
  const { view, today, nameOf } = page;
  const { rows, contacts, promises, submitted, history } = view.numbers;
  const asked = { rows, contacts, promises, submitted: { facts: submitted, unusable: null }, period: periodNamed('last-3-months', today, today), today, settings: settingsOn(history, today) };
  const day = (iso: string) => numericDay(isoToDayNumber(iso));
  return (
    <div className="flex flex-col gap-3 px-3 py-4">
      <RecordTable
        caption="Baselines" headings={['Measure', 'Kept on', 'Of', 'Then', 'Last 3 whole months', 'Note']} onOpen={null} empty="No baseline is kept yet. Open a figure under Numbers and keep it as a baseline: later figures are then held against your own start."
        rows={page.records.of('baseline').flatMap(({ id, record }) => {
          const metric = metricOf(record.metricId);
          if (metric === null) return [];
          const now = figureOf(metric, filtered(asked, record.filter));
          const words = (value: number | null, n: number) => `${value === null ? 'no figure' : valueWords(value, metric.unit)} (n = ${n})`;
          return [{
            id, name: metric.title,
            cells: [
              <><p>{metric.title}</p><p className="text-small text-ink-2">{metric.formula}</p></>, day(record.on), `${day(record.from)} to ${day(record.to)}${Object.keys(record.filter).length === 0 ? '' : `, ${filterWords(record.filter, nameOf)}`}`,
              words(record.value, record.n), metric.version === record.version ? words(now.value, now.n) : 'Defined otherwise now', record.note,
            ],
          }];
        })}
      />
    </div>
  );
}
