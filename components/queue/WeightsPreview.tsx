import { ArrowDown, ArrowUp } from 'lucide-react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { Money } from '../ui/Money.tsx';
import { categoryWords } from '../words/denial-words.ts';
import { caseCount } from '../words/load-words.ts';
import { patientWords } from '../words/queue-words.ts';
import { DueWords } from './DueWords.tsx';

/** The first cases as they would stand, each with the place it has now. */
export function WeightsPreview({ rows, cases, today }: { rows: readonly { item: QueueItem; was: number }[]; cases: number; today: DayNumber }) {
  const moved = rows.filter(({ was }, index) => was !== index + 1).length;
  return (
    <section aria-labelledby="weights-preview" className="min-w-0">
      <h2 id="weights-preview" className="text-lead font-semibold">The first {rows.length} would be</h2>
      <p role="status" className="pb-2 text-ink-2">{moved === 0 ? 'The same as now.' : `${caseCount(moved)} of these would stand elsewhere than now.`} {caseCount(cases)} are open.</p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">The first cases by these weights</caption>
          <thead><tr className="border-b border-line text-small text-ink-3"><th scope="col" className="py-1 pr-3 text-right font-medium">Place</th><th scope="col" className="pr-3 font-medium">Now</th><th scope="col" className="pr-3 font-medium">Case</th><th scope="col" className="pr-3 text-right font-medium">Denied</th><th scope="col" className="font-medium">Due</th></tr></thead>
          <tbody>
            {rows.map(({ item, was }, index) => (
              <tr key={item.id} className="border-b border-line">
                <td className="figures py-1.5 pr-3 text-right font-medium">{index + 1}</td>
                <td className="figures pr-3 whitespace-nowrap text-ink-2">{was === index + 1 ? 'same' : <span className="inline-flex items-center gap-1">{was > index + 1 ? <ArrowUp aria-hidden className="size-3" /> : <ArrowDown aria-hidden className="size-3" />}<span className="sr-only">{was > index + 1 ? 'up from' : 'down from'}</span>{was}</span>}</td>
                <th scope="row" className="max-w-72 min-w-0 pr-3 font-normal"><span className="foreign block truncate font-medium">{patientWords(item.patientName)}</span><span className="block truncate text-small text-ink-3">{categoryWords(item.category)} · {item.payerName}</span></th>
                <td className="pr-3 text-right"><Money cents={item.deniedCents} /></td>
                <td><DueWords item={item} today={today} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
