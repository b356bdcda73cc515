import type { OwnerLoad } from '../../rules/queue/team-load.ts';
import { Button } from '../ui/Button.tsx';
import { Money } from '../ui/Money.tsx';
import { countWords, workTimeWords } from '../words/load-words.ts';

export type NamedLoad = OwnerLoad & { name: string; /** Away, left, or nobody: said beside the name. */ note: string };

const cell = 'figures py-2 pr-4 text-right';

/** Who has how much, what is late, and the money on it. Most at risk first; what nobody owns stands in front. */
export function LoadTable({ loads, untouchedDays, onShow, onShare }: { loads: readonly NamedLoad[]; untouchedDays: number; onShow: (ownerId: string) => void; /** Absent where the person may not give out work. */ onShare?: (ownerId: string) => void }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">Open work by owner</caption>
        <thead>
          <tr className="border-b border-line text-small text-ink-3">
            <th scope="col" className="py-1.5 pr-4 font-medium">Owner</th>
            {['Open', 'Overdue', 'Due in 7 days', 'At risk', 'Denied in all', 'No day', `Untouched ${untouchedDays} days`, 'Work', 'Snoozed'].map((heading) => <th key={heading} scope="col" className="pr-4 text-right font-medium">{heading}</th>)}
            <th scope="col"><span className="sr-only">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr key={load.ownerId} className="border-b border-line">
              <th scope="row" className="foreign max-w-64 py-2 pr-4 font-medium wrap-anywhere">{load.name}{load.note !== '' && <span className="block text-small font-normal text-ink-3">{load.note}</span>}</th>
              <td className={cell}>{countWords(load.cases)}</td>
              <td className={`${cell} ${load.overdue > 0 ? 'font-medium text-over' : ''}`}>{countWords(load.overdue)}</td>
              <td className={cell}>{countWords(load.dueSoon)}</td>
              <td className={`${cell} font-medium`}><Money cents={load.atRiskCents} /></td>
              <td className={cell}><Money cents={load.cents} /></td>
              <td className={cell}>{countWords(load.noDate)}</td>
              <td className={cell}>{countWords(load.untouched)}</td>
              <td className={cell}>{workTimeWords(load.minutes)}</td>
              <td className={cell}>{countWords(load.snoozed)}</td>
              <td className="py-1.5">
                <div className="flex justify-end gap-1">
                  <Button size="small" kind="quiet" aria-label={`Show the cases of ${load.name}`} onPress={() => onShow(load.ownerId)}>Show</Button>
                  {onShare !== undefined && load.cases > 0 && <Button size="small" kind="quiet" aria-label={`Share out the cases of ${load.name}`} onPress={() => onShare(load.ownerId)}>Share out</Button>}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {loads.length === 0 && <p className="py-3 text-ink-2">No case is open.</p>}
    </div>
  );
}
