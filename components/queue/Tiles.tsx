import type { ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import type { Tiles as TileCounts } from '../../rules/work/queue-item.ts';
import { classes } from '../ui/classes.ts';
import { moneyWords, shortMoney } from '../words/money-words.ts';

export type DueFilter = NonNullable<QueueFilter['due']> | null;

const thousands = (count: number) => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');

/** Four numbers that say how the day stands. The first three narrow the queue; the last shows all of it. */
export function Tiles({ tiles, due, onDue }: { tiles: TileCounts | null; due: DueFilter; onDue: (due: DueFilter) => void }) {
  const choose = (wanted: DueFilter) => () => onDue(due === wanted ? null : wanted);
  return (
    <div role="group" aria-label="How the queue stands" className="grid grid-cols-[1.2fr_1fr_0.85fr_1.15fr] border-b border-line">
      <Tile name="Due in 7 days" figure={tiles === null ? null : thousands(tiles.dueSoon)} isOn={due === 'soon'} onPress={choose('soon')} />
      <Tile
        name="Overdue" figure={tiles === null ? null : thousands(tiles.overdue)} isOn={due === 'overdue'} onPress={choose('overdue')}
        mark={tiles !== null && tiles.overdue > 0 ? <CircleAlert aria-hidden className="size-3.5" strokeWidth={2.25} /> : null} isUrgent={tiles !== null && tiles.overdue > 0}
      />
      <Tile name="No date" figure={tiles === null ? null : thousands(tiles.undated)} isOn={due === 'undated'} onPress={choose('undated')} />
      <Tile name={tiles === null ? 'Open' : `${thousands(tiles.openCases)} open`} figure={tiles === null ? null : shortMoney(tiles.openCents)} {...(tiles === null ? {} : { spoken: `${thousands(tiles.openCases)} open cases, ${moneyWords(tiles.openCents)} denied` })} isOn={due === null} onPress={() => onDue(null)} />
    </div>
  );
}

function Tile({ name, figure, isOn, onPress, mark = null, isUrgent = false, spoken }: { name: string; figure: string | null; isOn: boolean; onPress: () => void; mark?: ReactNode; isUrgent?: boolean; spoken?: string }) {
  return (
    <ToggleButton
      isSelected={isOn} onChange={onPress} aria-label={spoken ?? `${name}: ${figure ?? 'counting'}`}
      className={classes('relative flex min-w-0 flex-col items-start border-r border-line px-1.5 py-1.5 text-left first:pl-2.5 min-[380px]:px-2.5 min-[380px]:first:pl-3 last:border-r-0 data-[focus-visible]:-outline-offset-2 data-[hovered]:bg-hover')}
    >
      <span className={classes('figures flex items-center gap-1 text-lead leading-6 min-[380px]:text-title font-semibold', isUrgent ? 'text-over' : 'text-ink')}>{figure ?? <span className="text-ink-3">·</span>}{mark}</span>
      <span className={classes('max-w-full truncate text-tiny', isOn ? 'font-semibold text-accent' : 'text-ink-3')}>{name}</span>
      {isOn && <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 bg-accent forced-colors:bg-[Highlight]" />}
    </ToggleButton>
  );
}
