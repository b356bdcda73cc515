import { Button } from 'react-aria-components/Button';
import type { AppealLevel, AppealState } from '../../rules/domain/appeal.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Chip } from '../ui/Chip.tsx';
import { Money } from '../ui/Money.tsx';
import { classes } from '../ui/classes.ts';
import { appealStateTone, appealStateWords, levelWords } from '../words/appeal-words.ts';
import { dueWords, isKnownDay, numericDay, urgencyOf } from '../words/day-words.ts';
import { patientWords } from '../words/queue-words.ts';

export type AppealRowItem = {
  id: string; level: AppealLevel; state: AppealState; isOpen: boolean; payerName: string; patientName: string; ownerName: string; dueDay: number; nextDay: number; sentDay: number | null; requestedCents: number | null; recoveredCents: number | null;
};

/** Appeals, a row each: who, which level, where it stands, until when. */
export function AppealRows({ items, today, showPatient = true, onOpen }: { items: readonly AppealRowItem[]; today: DayNumber; showPatient?: boolean; onOpen: (id: string) => void }) {
  return (
    <ul className="flex flex-col gap-1">
      {items.map((item) => {
        const urgency = urgencyOf(item.nextDay, today);
        const name = patientWords(item.patientName);
        return (
          <li key={item.id}>
            <Button onPress={() => onOpen(item.id)} className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-raised px-3 py-2 text-left data-[hovered]:bg-hover">
              <span className="min-w-40 flex-1">
                {showPatient && <span className="foreign block truncate font-medium">{name}</span>}
                <span className={classes('foreign block truncate', showPatient ? 'text-small text-ink-3' : 'font-medium')}>{levelWords(item.level)}{showPatient && <> · {item.payerName} · {item.ownerName}</>}</span>
              </span>
              <Chip tone={appealStateTone(item.state)}>{appealStateWords(item.state)}</Chip>
              <span className={classes('figures min-w-36', urgency === 'over' && 'font-medium text-over', (urgency === 'today' || urgency === 'soon') && 'font-medium text-soon')}>
                {!item.isOpen ? (item.sentDay === null ? '' : `sent ${numericDay(item.sentDay)}`) : isKnownDay(item.nextDay) ? `${item.sentDay === null ? 'send' : 'look'} ${dueWords(item.nextDay, today)}` : 'no date known'}
              </span>
              <span className="min-w-20 text-right font-medium"><Money cents={item.recoveredCents ?? item.requestedCents} />{item.recoveredCents !== null && <span className="block text-small font-normal text-ink-3">recovered</span>}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
