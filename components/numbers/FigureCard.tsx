import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { Figure, Metric } from '../../rules/numbers/metric.ts';
import type { Period } from '../../rules/numbers/period.ts';
import { changeWords, claimCount, countWords, noFigureWords, partWords, sourceWords, spanWords, valueWords } from '../words/numbers-words.ts';
import { moneyWords, shortMoney } from '../words/money-words.ts';
import { classes } from '../ui/classes.ts';

export type CardFigure = { metric: Metric; figure: Figure; before: { figure: Figure; change: number | null; broken: boolean; period: Period } | null };

/** One metric: its figure, of how many, against the period before, what is left out, and how it is worked out. A press shows what is behind it. */
export function FigureCard({ card, onOpen, level = 3 }: { card: CardFigure; onOpen: () => void; level?: 2 | 3 }) {
  const { metric, figure, before } = card;
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <article className="flex break-inside-avoid flex-col gap-1 rounded-lg border border-line bg-raised p-3">
      <Title className="m-0 text-body font-semibold">
        <Button onPress={onOpen} className="-m-1 min-h-6 rounded-sm p-1 text-left underline decoration-transparent underline-offset-2 data-[hovered]:decoration-current">{metric.title}</Button>
      </Title>
      {figure.value === null
        ? <p className="text-ink-2">{noFigureWords(figure, metric)}</p>
        : (
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="figures text-display font-semibold">{valueWords(figure.value, metric.unit)}</span>
            <span className="figures text-ink-2">{countWords(figure, metric)}</span>
          </p>
        )}
      {figure.mean !== null && <p className="figures text-small text-ink-2">median; the mean is {valueWords(figure.mean, metric.unit)}</p>}
      {before !== null && before.figure.n > 0 && <Comparison card={card} />}
      <ul className="m-0 flex list-none flex-col p-0 text-small text-ink-2">
        {figure.parts.map(({ part, cents, claims }) => <li key={part} className="flex justify-between gap-2"><span>{partWords(part)}</span><span className="figures">{part === 'not-yet' ? claims : part === 'minutes' ? `${cents} on ${claimCount(claims)}` : `${shortMoney(cents)}, ${claims}`}</span></li>)}
        {figure.beside.filter(({ value }) => value !== 0).map(({ label, unit, value }) => <li key={label} className="flex justify-between gap-2"><span>{label}</span><span className="figures">{unit === 'cents' ? moneyWords(value) : value.toLocaleString('en-US')}</span></li>)}
        {figure.open !== null && figure.open.claims > 0 && <li className="flex justify-between gap-2"><span>still open, left out</span><span className="figures">{claimCount(figure.open.claims)}, {shortMoney(figure.open.cents)}</span></li>}
      </ul>
      {figure.denominator !== null && figure.denominator.sources.length > 0 && <p className="text-small text-ink-2">Submitted: {sourceWords(figure.denominator.sources)}</p>}
      <p className="mt-auto border-t border-line pt-1.5 text-small text-ink-2">{metric.formula}</p>
    </article>
  );
}

function Comparison({ card: { metric, figure, before } }: { card: CardFigure }) {
  if (before === null) return null;
  const { change } = before;
  if (change === null) return <p className="text-small text-ink-2">Before, {spanWords(before.period)}: {before.figure.value === null ? 'no figure' : valueWords(before.figure.value, metric.unit)}{figure.value !== null && before.figure.value === null ? ` (${countWords(before.figure, metric)})` : ''}</p>;
  const isSame = Math.abs(change) < 0.05;
  const isBetter = metric.better !== 'neither' && (change > 0) === (metric.better === 'higher');
  const Mark = isSame ? Minus : change > 0 ? TrendingUp : TrendingDown;
  return (
    <p className="flex items-center gap-1 text-small text-ink-2">
      <Mark aria-hidden className={classes('size-3.5 shrink-0', isSame || metric.better === 'neither' ? 'text-ink-3' : isBetter ? 'text-good' : 'text-soon')} />
      <span>{changeWords(change, metric.unit)}{isSame || metric.better === 'neither' ? '' : isBetter ? ' (better)' : ' (worse)'} {isSame ? 'from' : 'than'} {valueWords(before.figure.value ?? 0, metric.unit)} in {spanWords(before.period)}{before.broken ? '; the definition changed in between' : ''}</span>
    </p>
  );
}
