import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { RuleConflict } from '../../rules/library/rule-conflicts.ts';
import { classes } from '../ui/classes.ts';
import { Money } from '../ui/Money.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { clockWords, undatedWords } from '../words/clock-words.ts';
import { dayOfIso, numericDay } from '../words/day-words.ts';
import { ruleNameWords, windowWords } from '../words/library-words.ts';
import { patientWords } from '../words/queue-words.ts';

type Side = { action: string; dueDay: DayNumber; undated: string };
type Window = { action: string; letterOn: string | null; wasDay: DayNumber; nowDay: DayNumber; daysMoved: number | null; isPast: boolean; isLost: boolean };
export type ShownMove = { caseId: string; patientName: string | null; claimControlNumber: string | null; payerName: string; deniedCents: number; windows: readonly Window[]; was: Side; now: Side; daysMoved: number | null };
export type ShownPreview = { looked: number; damaged: number; moved: readonly ShownMove[]; conflicts: readonly RuleConflict[] };

/** As many rows as are drawn; the worst come first, and the count says how many there are. */
const MOST_ROWS = 200;
const count = (number: number, one: string, many: string) => `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

function sideWords({ action, dueDay, undated }: Side): string {
  return dueDay === NO_DAY ? undatedWords(undated) : `${numericDay(dueDay)}, ${clockWords(action).toLowerCase()}`;
}

function moveWords(wasDay: DayNumber, nowDay: DayNumber, daysMoved: number | null): string {
  if (daysMoved === null) return nowDay === NO_DAY ? (wasDay === NO_DAY ? 'still none' : 'date lost') : 'date found';
  return daysMoved === 0 ? 'same day' : daysMoved < 0 ? `${count(-daysMoved, 'day', 'days')} earlier` : `${count(daysMoved, 'day', 'days')} later`;
}

type Line = { window: string | null; was: string; now: string; moves: string; isLost: boolean };

/** What moves of a case, a line a window. Where no window has another day, what it is worked by. */
function linesOf({ windows, was, now, daysMoved }: ShownMove): Line[] {
  const lines = windows.map((one): Line => ({
    window: `${clockWords(one.action)}${one.letterOn === null ? '' : `, letter of ${numericDay(dayOfIso(one.letterOn) ?? 0)}`}`, was: one.wasDay === NO_DAY ? 'none' : numericDay(one.wasDay),
    now: one.nowDay === NO_DAY ? 'none' : `${numericDay(one.nowDay)}${one.isPast ? ' (past)' : ''}`, moves: moveWords(one.wasDay, one.nowDay, one.daysMoved), isLost: one.isLost,
  }));
  if (lines.length === 0) return [{ window: null, was: sideWords(was), now: sideWords(now), moves: moveWords(was.dueDay, now.dueDay, daysMoved), isLost: false }];
  // A case that from now on is worked by another window, or has none: the windows alone would not say so.
  return was.action === now.action && was.undated === now.undated ? lines : [...lines, { window: 'Worked by', was: sideWords(was), now: sideWords(now), moves: '', isLost: false }];
}

/** Which windows of which open cases a change would date otherwise, the worst first; nothing has been changed yet. `preview` is null while it is worked out. */
export function RedatePreviewView({ preview, done, of, today }: { preview: ShownPreview | null; done: number; of: number; today: DayNumber }) {
  if (preview === null) return <Progress label="Working out which dates move" value={done} max={of} text={`${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} open cases`} />;
  const { moved, looked, damaged, conflicts } = preview;
  // A case with several windows counts by the one that loses most.
  const days = moved.map((one) => { const all = [one.daysMoved, ...one.windows.map((window) => window.daysMoved)].filter((number) => number !== null && number !== 0); return all.length === 0 ? 0 : Math.min(...all.map(Number)); });
  const earlier = days.filter((number) => number < 0).length;
  const later = days.filter((number) => number > 0).length;
  const lost = moved.filter(({ was, now }) => was.dueDay !== NO_DAY && now.dueDay === NO_DAY).length;
  const found = moved.filter(({ was, now }) => was.dueDay === NO_DAY && now.dueDay !== NO_DAY).length;
  const passed = moved.filter(({ windows, was, now }) => windows.some(({ isLost, isPast }) => isLost && isPast) || (now.dueDay !== NO_DAY && now.dueDay < today && was.dueDay >= today)).length;
  const parts = [[earlier, 'earlier'], [later, 'later'], [lost, 'lose their date'], [found, 'get a date']].filter(([number]) => number !== 0).map(([number, words]) => `${String(number)} ${String(words)}`);
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-medium">
        {moved.length === 0 ? `No open case moves. ${count(looked, 'open case was', 'open cases were')} looked at.` : `${count(moved.length, 'open case moves', 'open cases move')} of ${looked.toLocaleString('en-US')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`}
      </p>
      {passed > 0 && <Notice tone="problem">{count(passed, 'case would have a window', 'cases would have windows')} past the last day at once.</Notice>}
      {damaged > 0 && <Notice tone="caution">{count(damaged, 'case', 'cases')} could not be opened and {damaged === 1 ? 'is' : 'are'} left out.</Notice>}
      {conflicts.map(({ left, right }) => (
        <Notice key={`${left.id} ${right.id}`} tone="caution" title={`${ruleNameWords(left)}: two rules disagree`}>
          {windowWords(left.limit)} and {windowWords(right.limit)}. Such claims get no date until a person decides which holds.
        </Notice>
      ))}
      {moved.length > 0 && (
        <div className="max-h-80 overflow-auto rounded-md border border-line" tabIndex={0} role="region" aria-label="Cases whose date moves">
          <table className="figures w-full border-collapse text-left">
            <thead className="sticky top-0 bg-sunken"><tr className="text-small text-ink-3">{['Case', 'Window', 'Now', 'Then', 'Moves'].map((title) => <th key={title} scope="col" className="px-2 py-1 font-medium">{title}</th>)}</tr></thead>
            <tbody>
              {moved.slice(0, MOST_ROWS).flatMap((one) => linesOf(one).map((line, at, all) => (
                <tr key={`${one.caseId} ${at}`} className={classes('align-top', at === 0 && 'border-t border-line')}>
                  {at === 0 && <td rowSpan={all.length} className="foreign px-2 py-1">{patientWords(one.patientName)}<span className="block text-small text-ink-3">{one.claimControlNumber ?? 'no claim number'} · <Money cents={one.deniedCents} /></span></td>}
                  <td className="px-2 py-1">{line.window ?? ''}</td>
                  <td className="px-2 py-1 text-ink-2">{line.was}</td>
                  <td className={classes('px-2 py-1', line.isLost && 'font-medium text-over')}>{line.now}</td>
                  <td className="px-2 py-1 font-medium whitespace-nowrap">{line.moves}</td>
                </tr>
              )))}
            </tbody>
          </table>
        </div>
      )}
      {moved.length > MOST_ROWS && <p className="text-small text-ink-3">The worst {MOST_ROWS} are shown.</p>}
      <p className="text-small text-ink-3">Closed cases keep their dates. A date somebody set by hand, or a contract&rsquo;s window, still beats the rule.</p>
    </div>
  );
}
