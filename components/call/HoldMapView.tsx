import { ENOUGH_FOR_BEST, ENOUGH_PER_HOUR } from '../../rules/calls/hold-map.ts';
import type { HoldMap } from '../../rules/calls/hold-map.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const longDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const hourWords = (hour: number) => `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'am' : 'pm'}`;
const minutes = (seconds: number | null) => (seconds === null ? '–' : `${Math.round(seconds / 60)} min`);

/** How long the practice waited with one payer, by weekday and hour. Hours with few calls stay empty: two calls say nothing of a payer. */
export function HoldMapView({ map, payerName }: { map: HoldMap; payerName: string }) {
  const hours = [...new Set(map.cells.map(({ hour }) => hour))].sort((a, b) => a - b);
  const shown = days.map((name, index) => ({ name, weekday: index + 1 })).filter(({ weekday }) => weekday <= 5 || map.cells.some((cell) => cell.weekday === weekday));
  if (map.n === 0) return <p className="text-ink-2">No call to {payerName} was timed yet. Press F8 on a call when you dial, when they answer and when you hang up.</p>;
  return (
    <div className="flex flex-col gap-2">
      <p>{map.n} timed {map.n === 1 ? 'call' : 'calls'}, usual wait {minutes(map.medianHoldSeconds)}, usual talk {minutes(map.medianTalkSeconds)}, {map.dropped} cut off.</p>
      {map.best === null
        ? <p className="text-ink-2">No best time yet: it takes {ENOUGH_FOR_BEST} timed calls, two hours with {ENOUGH_PER_HOUR} each, and a clear difference between them.</p>
        : <p className="font-medium text-good">Best time so far: {longDays[map.best.weekday - 1]} at {hourWords(map.best.hour)}, usual wait {minutes(map.best.medianHoldSeconds)} ({map.best.n} calls).</p>}
      {hours.length === 0 ? <p className="text-ink-2">No hour has {ENOUGH_PER_HOUR} calls yet, so none is shown.</p> : (
        <div className="overflow-x-auto">
          <table className="figures border-collapse text-small">
            <caption className="sr-only">Usual wait with {payerName} by weekday and hour</caption>
            <thead><tr><th scope="col" className="px-2 py-1 text-left font-medium text-ink-3">Hour</th>{shown.map(({ name }) => <th key={name} scope="col" className="px-2 py-1 font-medium text-ink-3">{name}</th>)}</tr></thead>
            <tbody>
              {hours.map((hour) => (
                <tr key={hour}>
                  <th scope="row" className="border-t border-line px-2 py-1 text-left font-normal text-ink-2">{hourWords(hour)}</th>
                  {shown.map(({ weekday }) => { const cell = map.cells.find((one) => one.weekday === weekday && one.hour === hour); return <td key={weekday} className="border-t border-line px-2 py-1 text-center">{cell === undefined ? <span className="text-ink-3" aria-label="too few calls">·</span> : <>{minutes(cell.medianHoldSeconds)} <span className="text-ink-3">({cell.n})</span></>}</td>; })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
