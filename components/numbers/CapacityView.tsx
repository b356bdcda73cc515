import { useId } from 'react';
import { AxisBottom } from '@visx/axis';
import { Group } from '@visx/group';
import { PatternLines } from '@visx/pattern';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { Capacity } from '../../rules/numbers/capacity.ts';
import { moneyWords } from '../words/money-words.ts';
import { numericDay } from '../words/day-words.ts';
import { claimCount } from '../words/numbers-words.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TableBehind } from './TableBehind.tsx';

const WIDTH = 760;
const HEIGHT = 200;
const one = (value: number): string => value.toFixed(1);

/** What comes in, what gets done, and which last days will be missed if the pace stays. */
export function CapacityView({ capacity, onMissed, onBacklog }: { capacity: Capacity; onMissed: () => void; onBacklog: () => void }) {
  const heading = useId();
  const pattern = useId();
  const { ahead } = capacity;
  const x = scaleBand({ domain: capacity.weeks.map(({ monday }) => monday), range: [8, WIDTH - 8], padding: 0.25 });
  const y = scaleLinear({ domain: [0, Math.max(1, ...capacity.weeks.flatMap(({ opened, closed }) => [opened, closed]))], range: [HEIGHT - 24, 20] });
  const half = x.bandwidth() / 2;
  const isKnown = capacity.knownWeeks > 0;
  const weeks = !isKnown ? 'no whole week is kept yet' : capacity.knownWeeks === 1 ? 'the one whole week that is kept' : `mean of the last ${capacity.knownWeeks} whole weeks`;
  return (
    <div className="flex flex-col gap-4">
      <dl className="m-0 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {[
          ['New a week', isKnown ? one(capacity.openedPerWeek) : 'not known', weeks], ['Closed a week', isKnown ? one(capacity.closedPerWeek) : 'not known', !isKnown ? weeks : capacity.balance > 0 ? `${one(capacity.balance)} fewer than come in` : 'the backlog does not grow'],
          ['Backlog', claimCount(capacity.backlog), moneyWords(capacity.backlogCents)], ['Weeks of work in it', capacity.weeksOfBacklog === null ? 'not known' : one(capacity.weeksOfBacklog), capacity.weeksOfBacklog === null ? isKnown ? `nothing was closed in ${capacity.knownWeeks === 1 ? 'that week' : `${capacity.knownWeeks} weeks`}` : weeks : 'backlog ÷ closed a week'],
        ].map(([label, value, hint]) => <div key={label} className="rounded-lg border border-line bg-raised p-3"><dt className="text-ink-2">{label}</dt><dd className="figures m-0 text-title font-semibold">{value}</dd><dd className="m-0 text-small text-ink-2">{hint}</dd></div>)}
      </dl>
      <div className="print:hidden"><Button size="small" onPress={onBacklog}>Show the backlog</Button></div>
      <Notice tone={ahead.missed > 0 ? 'caution' : 'note'} title={!isKnown ? 'Not known yet whether last days will be missed' : ahead.missed > 0 ? `${claimCount(ahead.missed)} will miss the last day in the next ${ahead.weeks} weeks at this pace` : `No last day of the next ${ahead.weeks} weeks will be missed at this pace`} {...(ahead.missed > 0 ? { action: <Button size="small" onPress={onMissed}>Show these claims</Button> } : {})}>
        {`${ahead.due} last ${ahead.due === 1 ? 'day comes' : 'days come'} up in ${ahead.weeks} weeks on claims nobody has sent anything for (${moneyWords(ahead.dueCents)}). ${isKnown ? `First corrections and appeals: ${one(capacity.actedPerWeek)} a week, taken by date. At risk: ${moneyWords(ahead.missedCents)}.` : 'How many first corrections and appeals are sent a week shows after a whole week.'}`}
      </Notice>
      {isKnown && <figure className="m-0 flex flex-col gap-1">
        <figcaption id={heading} className="font-medium">New and closed claims by week</figcaption>
        <p className="flex gap-4 text-small text-ink-2"><span className="inline-flex items-center gap-1"><span aria-hidden className="inline-block size-3 bg-accent" /> new (filled)</span><span className="inline-flex items-center gap-1"><svg aria-hidden width={12} height={12}><rect width={12} height={12} fill={`url(#${pattern})`} stroke="var(--ink-2)" /></svg> closed (hatched)</span></p>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={heading} className="h-auto w-full max-w-3xl">
          <PatternLines id={pattern} height={5} width={5} stroke="var(--ink-2)" strokeWidth={1.2} orientation={['diagonal']} />
          {capacity.weeks.map(({ monday, opened, closed }) => (
            <Group key={monday} left={x(monday) ?? 0}>
              <Bar x={0} y={y(opened)} width={half - 2} height={HEIGHT - 24 - y(opened)} fill="var(--accent)" />
              <Bar x={half + 2} y={y(closed)} width={half - 2} height={HEIGHT - 24 - y(closed)} fill={`url(#${pattern})`} stroke="var(--ink-2)" />
              <text x={half / 2} y={y(opened) - 4} textAnchor="middle" fontSize={11} fill="var(--ink)">{opened}</text>
              <text x={half * 1.5} y={y(closed) - 4} textAnchor="middle" fontSize={11} fill="var(--ink)">{closed}</text>
            </Group>
          ))}
          <AxisBottom scale={x} top={HEIGHT - 24} hideTicks stroke="var(--edge)" tickFormat={(monday) => numericDay(monday).slice(0, -5)} tickLabelProps={{ fill: 'var(--ink-2)', fontSize: 11, textAnchor: 'middle', fontFamily: 'inherit' }} />
        </svg>
        <Disclosure title="As a table" level={2}><TableBehind caption="New and closed by week" headings={['Week of', 'New', 'Closed']} rows={capacity.weeks.map(({ monday, opened, closed }) => ({ key: String(monday), cells: [numericDay(monday), opened, closed] }))} /></Disclosure>
      </figure>}
    </div>
  );
}
