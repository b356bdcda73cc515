import { useId } from 'react';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { Metric } from '../../rules/numbers/metric.ts';
import type { TrendPoint } from '../../rules/numbers/trend.ts';
import { breakWords, countWords, monthWords, noFigureWords, valueWords } from '../words/numbers-words.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TableBehind } from './TableBehind.tsx';

const WIDTH = 760;
const HEIGHT = 220;
const MARGIN = { top: 24, right: 16, bottom: 28, left: 64 };
const tick = { fill: 'var(--ink-2)', fontSize: 11, fontFamily: 'inherit' } as const;

/**
 * A metric month by month: a line of one ink with its values written on it, a gap where there is no figure, and a dashed mark
 * across which the line does not run where a definition changed. The table below holds the same.
 */
export function MonthChart({ metric, points }: { metric: Metric; points: readonly TrendPoint[] }) {
  const heading = useId();
  const values = points.flatMap(({ figure }) => (figure.value === null ? [] : [figure.value]));
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const x = scaleBand({ domain: points.map(({ month }) => month), range: [MARGIN.left, WIDTH - MARGIN.right], padding: 0.2 });
  const y = scaleLinear({ domain: [lowest, highest === lowest ? lowest + 1 : highest], range: [HEIGHT - MARGIN.bottom, MARGIN.top], nice: 4 });
  const at = (month: number): number => (x(month) ?? 0) + x.bandwidth() / 2;
  const first = points[0]?.month ?? 0;
  const last = points.at(-1)?.month ?? 0;
  return (
    <figure className="m-0 flex flex-col gap-1">
      <figcaption id={heading} className="font-medium">{metric.title}, {monthWords(first)} to {monthWords(last)}</figcaption>
      {values.length === 0 ? <p className="text-ink-2">No month has enough to show a figure. The table says what there is.</p> : (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={heading} className="h-auto w-full max-w-3xl">
          <AxisLeft scale={y} left={MARGIN.left} numTicks={4} hideAxisLine tickStroke="var(--line)" tickFormat={(value) => short(Number(value), metric)} tickLabelProps={{ ...tick, textAnchor: 'end', dx: -4, dy: 3 }} />
          {y.ticks(4).map((value) => <line key={value} x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(value)} y2={y(value)} stroke="var(--line)" />)}
          <AxisBottom scale={x} top={HEIGHT - MARGIN.bottom} hideTicks stroke="var(--edge)" tickFormat={(month) => monthWords(month).slice(0, 3)} tickLabelProps={{ ...tick, textAnchor: 'middle', dy: 2 }} />
          {runs(points).map((run) => <LinePath key={run[0]?.month} data={run} x={({ month }) => at(month)} y={({ value }) => y(value)} stroke="var(--accent)" strokeWidth={2} fill="none" />)}
          {points.map(({ month, figure, breaks }) => (
            <Group key={month}>
              {breaks.length > 0 && (
                <g stroke="var(--ink-2)">
                  <line x1={x(month) ?? 0} x2={x(month) ?? 0} y1={MARGIN.top - 10} y2={HEIGHT - MARGIN.bottom} strokeDasharray="4 3" strokeWidth={1.5} />
                  <text x={(x(month) ?? 0) + 4} y={MARGIN.top - 12} fill="var(--ink-2)" stroke="none" fontSize={11}>definition changed</text>
                </g>
              )}
              {figure.value === null ? <text x={at(month)} y={HEIGHT - MARGIN.bottom - 6} textAnchor="middle" fill="var(--ink-2)" fontSize={11}>–</text> : (
                <>
                  <circle cx={at(month)} cy={y(figure.value)} r={3.5} fill="var(--ground)" stroke="var(--accent)" strokeWidth={2} />
                  <text x={at(month)} y={y(figure.value) - 9} textAnchor="middle" fill="var(--ink)" fontSize={11}>{short(figure.value, metric)}</text>
                </>
              )}
            </Group>
          ))}
        </svg>
      )}
      <Disclosure title="As a table">
        <TableBehind
          caption={`${metric.title} by month`} headings={['Month', 'Figure', 'Of', 'Break']} texts={['Break']}
          rows={points.map(({ month, figure, breaks }) => ({ key: String(month), cells: [monthWords(month), figure.value === null ? noFigureWords(figure, metric) : valueWords(figure.value, metric.unit), countWords(figure, metric), breaks.map(breakWords).join('; ')] }))}
        />
      </Disclosure>
    </figure>
  );
}

/** Stretches without a gap and without a break in them. */
function runs(points: readonly TrendPoint[]): { month: number; value: number }[][] {
  const found: { month: number; value: number }[][] = [];
  let open: { month: number; value: number }[] = [];
  for (const { month, figure, breaks } of points) {
    if (figure.value === null || breaks.length > 0) open = [];
    if (figure.value === null) continue;
    if (open.length === 0) found.push(open);
    open.push({ month, value: figure.value });
  }
  return found.filter((run) => run.length > 1);
}

function short(value: number, { unit }: Metric): string {
  if (unit === 'percent') return `${Math.round(value * 10) / 10}%`;
  if (unit === 'days') return String(Math.round(value * 10) / 10);
  const dollars = value / 100;
  return Math.abs(dollars) >= 1000 ? `$${(dollars / 1000).toFixed(Math.abs(dollars) >= 100_000 ? 0 : 1)}k` : `$${Math.round(dollars)}`;
}
