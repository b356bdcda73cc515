import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { RuleConflict } from '../../rules/library/rule-conflicts.ts';
import { Money } from '../ui/Money.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { clockWords, undatedWords } from '../words/clock-words.ts';
import { numericDay } from '../words/day-words.ts';
import { ruleNameWords, windowWords } from '../words/library-words.ts';
import { patientWords } from '../words/queue-words.ts';

type Side = { action: string; dueDay: DayNumber; undated: string };
export type ShownMove = { caseId: string; patientName: string | null; claimControlNumber: string | null; payerName: string; deniedCents: number; was: Side; now: Side; daysMoved: number | null };
export type ShownPreview = { looked: number; damaged: number; moved: readonly ShownMove[]; conflicts: readonly RuleConflict[] };

/** As many rows as are drawn; the worst come first, and the count says how many there are. */
const MOST_ROWS = 200;
const count = (number: number, one: string, many: string) => `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

function sideWords({ action, dueDay, undated }: Side): string {
  return dueDay === NO_DAY ? undatedWords(undated) : `${numericDay(dueDay)}, ${clockWords(action).toLowerCase()}`;
}

function moveWords({ was, now, daysMoved }: ShownMove): string {
  if (daysMoved === null) return now.dueDay === NO_DAY ? (was.dueDay === NO_DAY ? 'still none' : 'date lost') : 'date found';
  return daysMoved === 0 ? 'same day' : daysMoved < 0 ? `${count(-daysMoved, 'day', 'days')} earlier` : `${count(daysMoved, 'day', 'days')} later`;
}

/** Which open cases a change would date otherwise, the worst first; nothing has been changed yet. `preview` is null while it is worked out. */
export function RedatePreviewView({ preview, done, of, today }: { preview: ShownPreview | null; done: number; of: number; today: DayNumber }) {
  if (preview === null) return <Progress label="Working out which dates move" value={done} max={of} text={`${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} open cases`} />;
  const { moved, looked, damaged, conflicts } = preview;
  const earlier = moved.filter(({ daysMoved }) => daysMoved !== null && daysMoved < 0).length;
  const later = moved.filter(({ daysMoved }) => daysMoved !== null && daysMoved > 0).length;
  const lost = moved.filter(({ was, now }) => was.dueDay !== NO_DAY && now.dueDay === NO_DAY).length;
  const found = moved.filter(({ was, now }) => was.dueDay === NO_DAY && now.dueDay !== NO_DAY).length;
  const passed = moved.filter(({ was, now }) => now.dueDay !== NO_DAY && now.dueDay < today && was.dueDay >= today).length;
  const parts = [[earlier, 'earlier'], [later, 'later'], [lost, 'lose their date'], [found, 'get a date']].filter(([number]) => number !== 0).map(([number, words]) => `${String(number)} ${String(words)}`);
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-medium">
        {moved.length === 0 ? `No open case moves. ${count(looked, 'open case was', 'open cases were')} looked at.` : `${count(moved.length, 'open case moves', 'open cases move')} of ${looked.toLocaleString('en-US')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`}
      </p>
      {passed > 0 && <Notice tone="problem">{count(passed, 'case', 'cases')} would be past the last day at once.</Notice>}
      {damaged > 0 && <Notice tone="caution">{count(damaged, 'case', 'cases')} could not be opened and {damaged === 1 ? 'is' : 'are'} left out.</Notice>}
      {conflicts.map(({ left, right }) => (
        <Notice key={`${left.id} ${right.id}`} tone="caution" title={`${ruleNameWords(left)}: two rules disagree`}>
          {windowWords(left.limit)} and {windowWords(right.limit)}. Such claims get no date until a person decides which holds.
        </Notice>
      ))}
      {moved.length > 0 && (
        <div className="max-h-80 overflow-auto rounded-md border border-line" tabIndex={0} role="region" aria-label="Cases whose date moves">
          <table className="figures w-full border-collapse text-left">
            <thead className="sticky top-0 bg-sunken"><tr className="text-small text-ink-3"><th scope="col" className="px-2 py-1 font-medium">Case</th><th scope="col" className="px-2 py-1 font-medium">Now</th><th scope="col" className="px-2 py-1 font-medium">Then</th><th scope="col" className="px-2 py-1 font-medium">Moves</th></tr></thead>
            <tbody>
              {moved.slice(0, MOST_ROWS).map((one) => (
                <tr key={one.caseId} className="border-t border-line align-top">
                  <td className="foreign px-2 py-1">{patientWords(one.patientName)}<span className="block text-small text-ink-3">{one.claimControlNumber ?? 'no claim number'} · <Money cents={one.deniedCents} /></span></td>
                  <td className="px-2 py-1 text-ink-2">{sideWords(one.was)}</td>
                  <td className="px-2 py-1">{sideWords(one.now)}</td>
                  <td className="px-2 py-1 font-medium whitespace-nowrap">{moveWords(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moved.length > MOST_ROWS && <p className="text-small text-ink-3">The worst {MOST_ROWS} are shown.</p>}
      <p className="text-small text-ink-3">Closed cases keep their dates. A date somebody set by hand, or a contract&rsquo;s window, still beats the rule.</p>
    </div>
  );
}
