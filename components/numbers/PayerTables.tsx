import type { HoldTime } from '../../rules/numbers/hold-times.ts';
import type { Figure } from '../../rules/numbers/metric.ts';
import type { PayerScore } from '../../rules/numbers/payer-scorecard.ts';
import { moneyWords } from '../words/money-words.ts';
import { FigureLink } from './FigureLink.tsx';
import { TableBehind } from './TableBehind.tsx';

const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const hourWords = (hour: number): string => `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
const rate = (figure: Figure): string => (figure.n === 0 ? '–' : figure.value === null ? `${figure.top} of ${figure.n}` : `${figure.value.toFixed(0)}% of ${figure.n}`);

/** What each payer is like to work with. Too few of something: counts, no percentage. */
export function PayerScorecard({ scores, nameOf, onPayer }: { scores: readonly PayerScore[]; nameOf: (key: string) => string; onPayer: (key: string) => void }) {
  return (
    <section aria-label="Payer scorecard" className="flex flex-col gap-2">
      <h2 className="text-lead font-semibold">Payer scorecard</h2>
      <TableBehind
        caption="Payer scorecard" headings={['Payer', 'Denials', 'Denied', 'Open', 'Days to a decision', 'Claims recovered', 'Appeals won', 'Promises kept', 'Gave a reference', 'Hold, min']}
        rows={scores.map((score) => ({
          key: score.payerKey, cells: [
            <FigureLink key="payer" name={`Claims of ${nameOf(score.payerKey)}`} text={nameOf(score.payerKey)} onPress={() => onPayer(score.payerKey)} />, score.denials, moneyWords(score.deniedCents), moneyWords(score.openCents), score.answerDays.median === null ? (score.answerDays.n === 0 ? '–' : `too few (${score.answerDays.n})`) : `${score.answerDays.median} (${score.answerDays.n})`,
            rate(score.figures['recovery-rate-claims']), rate(score.figures['appeal-overturn-rate']), rate(score.figures['promise-kept-rate']), rate(score.figures['reference-coverage']), score.holdMinutes.median === null ? (score.holdMinutes.n === 0 ? '–' : `too few (${score.holdMinutes.n})`) : `${score.holdMinutes.median} (${score.holdMinutes.n})`,
          ],
        }))}
      />
      <p className="text-small text-ink-2">Days to a decision: median from an appeal sent to its decision. Hold: median minutes. In parentheses, of how many.</p>
    </section>
  );
}

/** When a payer's line is slow: from five calls on. */
export function HoldTable({ times, fewer, nameOf }: { times: readonly HoldTime[]; fewer: number; nameOf: (key: string) => string }) {
  return (
    <section aria-label="Time on hold" className="flex flex-col gap-2">
      <h2 className="text-lead font-semibold">Time on hold</h2>
      {times.length === 0 ? <p className="text-ink-2">No payer, weekday and hour has five timed calls yet.</p> : <TableBehind caption="Minutes on hold" texts={['When']} headings={['Payer', 'When', 'Calls', 'Median', '9 of 10 within']} rows={times.map((time) => ({ key: `${time.payerKey} ${time.weekday} ${time.hour}`, cells: [nameOf(time.payerKey), `${WEEKDAYS[time.weekday] ?? ''} ${hourWords(time.hour)}`, time.calls, `${time.median} min`, `${time.ninetieth} min`] }))} />}
      {fewer > 0 && <p className="text-small text-ink-2">{fewer} {fewer === 1 ? 'time of day has' : 'times of day have'} fewer than five calls and {fewer === 1 ? 'is' : 'are'} left out.</p>}
    </section>
  );
}
