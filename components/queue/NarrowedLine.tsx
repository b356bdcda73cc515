import { Filter } from 'lucide-react';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { Button } from '../ui/Button.tsx';
import { caseStateWords } from '../words/case-words.ts';
import { categoryWords } from '../words/denial-words.ts';
import { caseCount } from '../words/load-words.ts';
import { moneyWords } from '../words/money-words.ts';
import { ageWords, kindWords, sortWords, unsetWords } from '../words/work-words.ts';

/** What narrows a view besides the tiles, in words; empty where nothing does. Names kept as keyed hashes are not told here. */
export function narrowedWords(filter: QueueFilter, payers: readonly { key: string; name: string }[]): string[] {
  return [
    filter.group === undefined ? '' : 'Like one another',
    filter.payerKey === undefined ? '' : payers.find(({ key }) => key === filter.payerKey)?.name ?? 'One payer',
    filter.category === undefined ? '' : categoryWords(filter.category),
    filter.kind === undefined ? '' : kindWords(filter.kind),
    filter.state === undefined ? '' : caseStateWords(filter.state),
    filter.age === undefined ? '' : ageWords(filter.age),
    filter.minCents === undefined ? '' : `${moneyWords(filter.minCents)} or more`,
    filter.untouchedDays === undefined ? '' : `Untouched ${filter.untouchedDays} days`,
    filter.unset === undefined ? '' : unsetWords(filter.unset),
    filter.provider === undefined ? '' : 'One provider', filter.location === undefined ? '' : 'One location', filter.specialty === undefined ? '' : 'One specialty',
    filter.escalated === undefined ? '' : 'Of others, past their day',
    filter.asked === undefined ? '' : 'Asked of one person',
    filter.showSnoozed === true && filter.asked === undefined ? 'With snoozed' : '',
    filter.sort === 'priority' ? '' : `Order: ${sortWords(filter.sort).toLowerCase()}`,
  ].filter((words) => words !== '');
}

/** With the filters put away: what the rows are narrowed by, in one line, and the way back to all of them. */
export function NarrowedLine({ words, count, onOpen, onClear }: { words: readonly string[]; /** How many cases that are; null while they are counted. */ count: number | null; onOpen: () => void; onClear: () => void }) {
  return (
    <div role="group" aria-label="Narrowed by" className="flex items-center gap-1 border-b border-line bg-sunken py-0.5 pr-2 pl-1">
      <span className="min-w-0 flex-1"><Button size="small" kind="quiet" wide icon={<Filter aria-hidden className="size-3.5 shrink-0" />} onPress={onOpen}><span className="foreign min-w-0 flex-1 truncate text-left">{words.join(' · ')}</span></Button></span>
      {count !== null && <span className="figures shrink-0 text-small text-ink-2">{caseCount(count)}</span>}
      <Button size="small" kind="quiet" onPress={onClear}>Show all</Button>
    </div>
  );
}
