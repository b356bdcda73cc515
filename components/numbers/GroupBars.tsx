import { useId, useState } from 'react';
import { Group } from '@visx/group';
import { PatternLines } from '@visx/pattern';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { GroupFigure } from '../../rules/numbers/dimensions.ts';
import type { Metric } from '../../rules/numbers/metric.ts';
import { countWords, noFigureWords, valueWords } from '../words/numbers-words.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TableBehind } from './TableBehind.tsx';

const WIDTH = 760;
const LABEL = 220;
const VALUE = 150;
const ROW = 26;
const MOST = 12;

/** A metric by the values of a dimension. The value stands beside each bar; groups too small for a figure have a hatched stub and their counts. */
export function GroupBars({ metric, title, groups, nameOf, onChoose }: { metric: Metric; title: string; groups: readonly GroupFigure[]; nameOf: (value: string) => string; onChoose: (value: string) => void }) {
  const heading = useId();
  const pattern = useId();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? groups : groups.slice(0, MOST);
  const highest = Math.max(1e-9, ...shown.map(({ figure }) => Math.abs(figure.value ?? 0)));
  const y = scaleBand({ domain: shown.map((_, at) => at), range: [0, shown.length * ROW], padding: 0.3 });
  const x = scaleLinear({ domain: [0, highest], range: [0, WIDTH - LABEL - VALUE] });
  return (
    <figure className="m-0 flex flex-col gap-1">
      <figcaption id={heading} className="font-medium">{title}</figcaption>
      {shown.length === 0 ? <p className="text-ink-2">Nothing in this period.</p> : (
        <svg viewBox={`0 0 ${WIDTH} ${shown.length * ROW}`} role="img" aria-labelledby={heading} className="h-auto w-full max-w-3xl">
          <PatternLines id={pattern} height={5} width={5} stroke="var(--ink-3)" strokeWidth={1} orientation={['diagonal']} />
          {shown.map(({ value, figure }, at) => {
            const width = figure.value === null ? 14 : Math.max(1, x(Math.abs(figure.value)));
            const middle = (y(at) ?? 0) + y.bandwidth() / 2 + 4;
            return (
              <Group key={value}>
                <text x={LABEL - 8} y={middle} textAnchor="end" fontSize={12} fill="var(--ink)">{cut(nameOf(value))}</text>
                <Bar x={LABEL} y={y(at) ?? 0} width={width} height={y.bandwidth()} fill={figure.value === null ? `url(#${pattern})` : 'var(--accent)'} stroke={figure.value === null ? 'var(--ink-3)' : 'none'} />
                <text x={LABEL + width + 6} y={middle} fontSize={12} fill="var(--ink)">{figure.value === null ? `${countWords(figure, metric)}, too few or not known` : valueWords(figure.value, metric.unit)}</text>
              </Group>
            );
          })}
        </svg>
      )}
      {groups.length > MOST && <div><Button size="small" kind="quiet" onPress={() => setAll(!isAll)}>{isAll ? `Only the first ${MOST}` : `All ${groups.length}`}</Button></div>}
      <Disclosure title="As a table">
        <TableBehind
          caption={title} headings={['Group', 'Figure', 'Of', 'Only this']}
          rows={groups.map(({ value, figure }) => ({ key: value, cells: [nameOf(value), figure.value === null ? noFigureWords(figure, metric) : valueWords(figure.value, metric.unit), countWords(figure, metric), <span key="only" className="print:hidden"><Button size="small" kind="quiet" aria-label={`Only ${nameOf(value)}`} onPress={() => onChoose(value)}>Only this</Button></span>] }))}
        />
      </Disclosure>
    </figure>
  );
}

const cut = (text: string): string => (text.length > 32 ? `${text.slice(0, 31)}…` : text);
