import { Pencil } from 'lucide-react';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import type { Dimension } from '../../rules/numbers/dimensions.ts';
import type { ChangeEffect, Span } from '../../rules/prevention/change-effect.ts';
import type { RecordOf } from '../../rules/prevention/prevention-record.ts';
import { numericDay } from '../words/day-words.ts';
import { moneyWords } from '../words/money-words.ts';
import { claimCount } from '../words/numbers-words.ts';
import { chanceWords, effectWords, filterWords, stateWords } from '../words/prevention-words.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';

/** One change of how work is done: the pattern it is for before and after, everything else beside it, and what that suggests. */
export function ChangeCard({ record, effect, today, nameOf, owner, onOpen }: { record: RecordOf<'change'>; effect: ChangeEffect; today: number; nameOf: (dimension: Dimension, value: string) => string; owner: string; onOpen: (() => void) | null }) {
  const start = isoToDayNumber(record.startOn);
  const review = isoToDayNumber(record.reviewOn);
  const says = effectWords(effect);
  const isDue = record.state === 'running' && review <= today;
  const lines: readonly (readonly [string, Span, Span])[] = [[filterWords(record.filter, nameOf), effect.before, effect.after], ['All other denials', effect.others.before, effect.others.after]];
  return (
    <article className="flex break-inside-avoid flex-col gap-2 rounded-lg border border-line bg-raised p-3">
      <div className="flex items-start gap-2">
        <h2 className="foreign m-0 min-w-0 flex-1 text-body font-semibold">{record.what}</h2>
        <Chip tone={isDue ? 'soon' : record.state === 'kept' ? 'good' : 'plain'}>{isDue ? 'To be decided' : stateWords(record.state)}</Chip>
        {onOpen !== null && <Button size="small" kind="quiet" icon={<Pencil aria-hidden className="size-3.5" />} aria-label={`${isDue ? 'Decide' : 'Change'}: ${record.what}`} onPress={onOpen}>{isDue ? 'Decide' : 'Change'}</Button>}
      </div>
      {record.why !== '' && <p className="foreign">{record.why}</p>}
      <p className="foreign text-ink-2">For {filterWords(record.filter, nameOf)}. {start >= today ? 'From' : 'Since'} {numericDay(start)}, looked at again {numericDay(review)}. Owner: {owner}.</p>
      {start >= today ? <p className="text-ink-2">It has not run for a day yet; before and after show here once it has.</p> : (
        <div className="overflow-x-auto">
          <table className="w-full max-w-2xl border-collapse text-left">
            <caption className="sr-only">Before and after the change</caption>
            <thead>
              <tr className="border-b border-edge text-small text-ink-2">
                <th scope="col" className="py-1 pr-4 font-medium">Denials, {effect.days === 1 ? '1 day' : `${effect.days} days`} each</th>
                <th scope="col" className="py-1 pr-4 text-right font-medium">Before</th><th scope="col" className="py-1 pr-4 text-right font-medium">After</th><th scope="col" className="py-1 text-right font-medium">After ÷ before</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(([name, before, after], at) => (
                <tr key={at === 0 ? 'pattern' : 'others'} className="border-b border-line">
                  <th scope="row" className="foreign py-1 pr-4 font-normal">{name}</th>
                  {[before, after].map((span, side) => <td key={side === 0 ? 'before' : 'after'} className="figures py-1 pr-4 text-right">{claimCount(span.claims)}, {moneyWords(span.cents)}</td>)}
                  <td className="figures py-1 text-right">{before.claims === 0 ? '–' : `× ${(after.claims / before.claims).toFixed(2)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p><span className="font-medium">{says.title}.</span> {says.text}{effect.ratio !== null && ` Against the others: × ${effect.ratio.toFixed(2)}.`}{effect.chance !== null && effect.suggestion !== 'too-early' && ` By chance: ${chanceWords(effect.chance)}.`}</p>
      {record.state !== 'running' && record.reason !== '' && <p className="foreign"><span className="font-medium">{stateWords(record.state)}: </span>{record.reason}</p>}
    </article>
  );
}
