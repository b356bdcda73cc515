import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { correctionWindow } from '../../rules/denials/correction-window.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { CaseFile } from '../../rules/work/case-file.ts';
import { Chip } from '../ui/Chip.tsx';
import { Money } from '../ui/Money.tsx';
import { caseStateWords, claimStatusWords, nextActionWords, resolutionWords } from '../words/case-words.ts';
import { clockWords, correctionWindowWords, undatedWords } from '../words/clock-words.ts';
import { dayOfIso, dueWords, isKnownDay, numericDay, urgencyOf, weekdayDay } from '../words/day-words.ts';
import { sensitiveWords } from '../words/sensitive-words.ts';
import { lastDayOf, patientWords } from '../words/queue-words.ts';
import { classes } from '../ui/classes.ts';

/** Who, how much, what next and until when: the part of a case that stays in sight. */
export function CaseSummary({ file, today, onPayer, actions }: { file: CaseFile; today: DayNumber; onPayer?: () => void; actions?: ReactNode }) {
  const { item, sealed } = file;
  const { facts } = sealed;
  const from = facts.serviceFrom === null ? null : dayOfIso(facts.serviceFrom);
  const lastDay = lastDayOf(item, today);
  const urgency = lastDay === null ? urgencyOf(item.nextDay, today) : 'today';
  const snoozed = item.snoozedUntilDay > today && isKnownDay(item.snoozedUntilDay);
  const { isRejection } = file.explanation;
  const correction = item.nextAction === 'correct-and-resubmit' ? correctionWindow(file.clocks, isRejection) : 'known';
  return (
    <div className="flex flex-col gap-2 border-b border-line px-3 pt-1 pb-3">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="foreign line-clamp-2 text-title font-semibold">{patientWords(facts.patientName)}</h1>
          <p className="foreign figures line-clamp-2 text-ink-2">{onPayer === undefined ? item.payerName : <PayerLink name={item.payerName} onPress={onPayer} />}{from !== null && <> · service {numericDay(from)}</>}</p>
        </div>
        <div className="shrink-0 text-right">
          <p className="text-title font-semibold"><Money cents={item.deniedCents} /></p>
          <p className="text-small text-ink-3">{item.deniedCents === item.chargeCents ? 'denied' : <>of <Money cents={item.chargeCents} /> denied</>}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-1">
        <Chip tone={item.payerStatus === 'paid' ? 'good' : 'plain'}>Payer: {claimStatusWords(item.payerStatus)}</Chip>
        <Chip tone={item.open ? 'plain' : 'good'}>{sealed.resolution === null ? caseStateWords(item.state) : resolutionWords(sealed.resolution.outcome)}</Chip>
        {snoozed && <Chip>Snoozed to {numericDay(item.snoozedUntilDay)}</Chip>}
        <Chip>{file.ownerName === '' ? 'No owner' : file.ownerName}</Chip>
        {sealed.sensitive != null && <Chip tone="soon">Sensitive: {sensitiveWords(sealed.sensitive.kind).toLowerCase()}</Chip>}
        {sealed.legalHold != null && <Chip tone="soon">Legal hold</Chip>}
      </div>
      {item.open && (
        <p className={classes('flex items-start gap-2 rounded-md border border-transparent px-2.5 py-1.5', urgency === 'over' ? 'bg-over-soft' : urgency === 'later' ? 'bg-sunken' : 'bg-soon-soft')}>
          <CalendarClock aria-hidden className={classes('mt-0.5 size-4 shrink-0', urgency === 'over' ? 'text-over' : urgency === 'later' ? 'text-ink-3' : 'text-soon')} />
          <span className="figures min-w-0">
            <span className="block font-semibold">{nextActionWords(item.nextAction)}</span>
            <span className="block text-ink-2">
              {isKnownDay(item.nextDay)
                ? <>{item.nextKind === 'find-date' && <>{undatedWords(item.undated)}. </>}{clockWords(item.nextKind)}: {weekdayDay(lastDay ?? item.nextDay)}, <span className={classes(urgency === 'over' && 'font-medium text-over', (urgency === 'today' || urgency === 'soon') && 'font-medium text-soon')}>{lastDay === null ? dueWords(item.nextDay, today) : `last day ${dueWords(lastDay, today)}`}</span></>
                : undatedWords(item.undated)}
            </span>
            {correction !== 'known' && <span className="block text-ink-2">{correctionWindowWords(correction, isRejection)}</span>}
          </span>
        </p>
      )}
      {actions}
    </div>
  );
}

/** The way to the payer's rules and notes: where its name stands. */
function PayerLink({ name, onPress }: { name: string; onPress: () => void }) {
  return <Button onPress={onPress} aria-label={`${name}: rules and notes`} className="rounded-sm text-left underline decoration-edge decoration-1 underline-offset-3 data-[hovered]:text-ink data-[hovered]:decoration-current">{name}</Button>;
}
