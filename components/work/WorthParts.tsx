import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { Chance, Tally } from '../../rules/queue/chance.ts';
import { PRIOR_CASES } from '../../rules/queue/chance.ts';
import { pressingDays } from '../../rules/queue/priority.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { FactRow } from '../ui/FactRow.tsx';
import { moneyWords } from '../words/money-words.ts';
import { categoryWords } from '../words/denial-words.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const days = (count: number) => `${Math.abs(count)} ${Math.abs(count) === 1 ? 'day' : 'days'}`;
const tally = ({ won, lost }: Tally) => `${won} of ${won + lost} paid`;

/** Each part of the sum that puts a case where it stands, so that one can argue with it. */
export function WorthParts({ item, chance, today }: { item: QueueItem; chance: Chance; today: DayNumber }) {
  const left = pressingDays(item, today);
  const { minutes = null, value } = item.score;
  const kept = item.score.chance ?? chance.chance;
  const isUnknown = [chance.own, chance.category, chance.all].every(({ won, lost }) => won + lost === 0);
  return (
    <dl className="figures">
      <FactRow name="At stake">{moneyWords(item.deniedCents)}</FactRow>
      <FactRow name="Chance">
        {isUnknown ? 'Taken as one in two' : percent(kept)}
        <span className="block text-small text-ink-3">
          {isUnknown && 'A starting point, no finding: nothing of this kind is closed yet, and it ranks all such cases alike. '}Own closed cases of this payer and reason: {tally(chance.own)}. {categoryWords(item.category)}, all payers: {tally(chance.category)}. With few cases of its own a payer is drawn towards the others; the group weighs like {PRIOR_CASES} cases.
        </span>
      </FactRow>
      <FactRow name="Work">{minutes === null ? 'Not worked out yet' : `${minutes} minutes`}</FactRow>
      <FactRow name="Worth">
        {minutes === null ? '' : `${moneyWords(Math.round((Math.max(0, item.deniedCents) * kept) / minutes))} a minute, `}counts like {days(Math.round(value * 10) / 10)} less
      </FactRow>
      <FactRow name="Time">{left < 0 ? `${days(left)} past its day` : left === 0 ? 'Due today' : `Counts as due in ${days(left)}`}</FactRow>
      <FactRow name="Together">Stands as if due in {Math.round((left - value) * 10) / 10} days</FactRow>
    </dl>
  );
}
