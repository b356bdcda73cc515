import type { Advice, AdviceGround, AdviceOption } from '../../rules/denials/advise.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Button } from '../ui/Button.tsx';
import { SourceLink } from '../denial/SourceLink.tsx';
import { correctionWindowWords } from '../words/clock-words.ts';
import { usDates } from '../words/day-words.ts';
import { pathWords } from '../words/denial-words.ts';
import { wordOf } from '../words/word-of.ts';

const froms: Record<AdviceGround['from'], string> = { person: 'Your own word', decision: 'Decision', approval: 'Authorization', coverage: 'Coverage check', proof: 'Proof of filing', 'root-cause': 'Root cause', codes: 'Codes', 'own-cases': 'Own closed claims', window: 'Window' };

/** What to do, why, by which rule and until when; what else is open, and everything it follows from. */
export function AdviceCard({ advice, correction, onSetDay }: { advice: Advice; /** How far the day of a corrected claim is known. */ correction: { state: 'known' | 'needs' | 'not-known'; isRejection: boolean }; onSetDay: () => void }) {
  const missing = advice.path === 'correct-and-resubmit' && advice.window === null && correction.state !== 'known' ? correction.state : null;
  return (
    <div className="flex flex-col gap-2">
      <div className="rounded-md border border-line px-2.5 py-2">
        <p className="font-semibold">{pathWords(advice.path)}</p>
        <p className="foreign text-ink-2">{usDates(advice.because)}</p>
        <WindowLine option={advice} />
        {missing !== null && (
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1">
            <p className="min-w-0 flex-1 basis-48 text-small text-soon">{correctionWindowWords(missing, correction.isRejection)}. {missing === 'needs' ? 'Answer the question on this page.' : 'Look in the contract or ask the payer; the day of the appeal is another one.'}</p>
            <Button size="small" onPress={onSetDay}>Set its last day</Button>
          </div>
        )}
      </div>
      {advice.others.length > 0 && (
        <Disclosure title="What else is open" aside={String(advice.others.length)}>
          <ul className="flex flex-col gap-1.5">
            {advice.others.map((option) => <li key={option.path}><span className="font-medium">{pathWords(option.path)}.</span> <span className="foreign text-ink-2">{usDates(option.because)}</span><WindowLine option={option} /></li>)}
          </ul>
        </Disclosure>
      )}
      <Disclosure title="What this follows from" aside={String(advice.grounds.length)}>
        <dl className="grid grid-cols-[7rem_1fr] gap-x-2 gap-y-1 text-small">
          {advice.grounds.map(({ from, words }) => <div key={`${from}${words}`} className="contents"><dt className="text-ink-3">{wordOf(froms, from)}</dt><dd className="foreign min-w-0 text-ink-2">{usDates(words)}</dd></div>)}
        </dl>
      </Disclosure>
    </div>
  );
}

/** The window of a path with the rule it comes from; an ended one says so in words. */
function WindowLine({ option: { window } }: { option: AdviceOption }) {
  if (window === null) return null;
  const { daysLeft, workBy } = window;
  return (
    <p className={`figures text-small ${daysLeft < 0 ? 'text-over' : (workBy?.daysLeft ?? daysLeft) <= 7 ? 'text-soon' : 'text-ink-2'}`}>
      {window.name}: {workBy === null ? `by ${usDates(window.due)}, ${leftWords(daysLeft)}` : `work by ${usDates(workBy.on)}, ${leftWords(workBy.daysLeft)} (last day ${usDates(window.due)})`}
      {window.source !== null && <span className="block text-ink-3">By <SourceLink source={window.source} /></span>}
    </p>
  );
}

function leftWords(days: number): string {
  return days < 0 ? `${-days} ${days === -1 ? 'day' : 'days'} over` : days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'} left`;
}
