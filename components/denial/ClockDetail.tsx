import type { ReactNode } from 'react';
import type { ClockView } from '../../rules/work/case-file.ts';
import { RuleOrigin } from '../library/RuleOrigin.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { confidenceWords } from '../words/clock-words.ts';
import { dayOfIso, momentWords, usDates, weekdayDay } from '../words/day-words.ts';
import { neededWords, plainFacts } from '../words/fact-words.ts';
import { SourceLink } from './SourceLink.tsx';

const day = (iso: string) => { const number = dayOfIso(iso); return number === null ? iso : weekdayDay(number); };

const sentence = (text: string) => (/[.!?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** What a date rests on: who overrode it, the three dates, the counting, the source, the doubt. */
export function ClockDetail({ clock, onOverride, onBackToRule, onAnswered }: { clock: ClockView; onOverride?: () => void; onBackToRule?: () => void; onAnswered?: () => void }) {
  return (
    <div className="flex flex-col gap-2">
      {clock.overriddenBy !== null && (
        <Notice title={`Set by ${clock.overriddenBy.userName === '' ? 'a colleague' : clock.overriddenBy.userName} on ${momentWords(clock.overriddenBy.atMs)}`}>
          <span className="foreign">{sentence(clock.overriddenBy.reason)} {clock.overriddenBy.evidence.trim() === '' ? 'No proof named.' : sentence(`Proof: ${clock.overriddenBy.evidence}`)}</span>
        </Notice>
      )}
      {clock.why !== null && <p className="text-ink-2">{usDates(plainFacts(clock.why))}</p>}
      {clock.needs.length > 0 && <p className="text-ink-2">To work it out, Overturn needs {clock.needs.map(neededWords).join(', ')}.</p>}
      {(clock.safe !== null || clock.due !== null || clock.raw !== null) && (
        <dl className="figures grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          {clock.safe !== null && <Line name="Work by"><span className="font-semibold">{day(clock.safe)}</span></Line>}
          {clock.due !== null && <Line name="Last day">{day(clock.due)}</Line>}
          {clock.raw !== null && clock.raw !== clock.due && <Line name="Counted">{day(clock.raw)}</Line>}
        </dl>
      )}
      {clock.steps.length > 0 && (
        <ol aria-label="How the date was counted" className="flex list-decimal flex-col gap-0.5 pl-4 text-ink-2 marker:text-ink-3">
          {clock.steps.map((step, index) => <li key={`${index}:${step}`} className="figures">{usDates(plainFacts(step))}</li>)}
        </ol>
      )}
      {clock.warnings.map((warning) => <Notice key={warning} tone="caution">{usDates(plainFacts(warning))}</Notice>)}
      {clock.conflict.length > 0 && (
        <ul aria-label="What the sources say" className="flex flex-col gap-1">
          {clock.conflict.map((one) => <li key={one.rule} className="figures flex flex-wrap gap-x-2"><span className="font-medium">{day(one.due)}</span><SourceLink source={one.source} /></li>)}
        </ul>
      )}
      {clock.ownWindow != null && clock.overriddenBy === null && <div className="flex flex-col gap-1"><RuleOrigin rule={clock.ownWindow.rule} change={clock.ownWindow.change} withNotes={false} /></div>}
      {clock.ownWindow == null && (clock.source !== null || clock.confidence !== null) && (
        <p className="text-small">
          {clock.source !== null && <SourceLink source={clock.source} />}
          {clock.confidence !== null && <span className="block text-ink-3">{confidenceWords(clock.confidence)}{clock.rule !== null && <> · rule <span className="font-mono text-tiny">{clock.rule}</span>{clock.version !== null && <> v{clock.version}</>}</>}</span>}
        </p>
      )}
      {onAnswered !== undefined && clock.kind !== 'stopped' && <div><Button size="small" onPress={onAnswered}>{clock.action === 'overpayment-found' ? 'Record what was done' : 'Record the answer'}</Button></div>}
      {onOverride !== undefined && clock.kind !== 'stopped' && <div className="flex flex-wrap gap-2"><Button size="small" kind="quiet" onPress={onOverride}>Set another date</Button>{onBackToRule !== undefined && <Button size="small" kind="quiet" onPress={onBackToRule}>Back to the rule's date</Button>}</div>}
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return <><dt className="text-ink-3">{name}</dt><dd>{children}</dd></>;
}
