import { Button } from '../ui/Button.tsx';
import { Money } from '../ui/Money.tsx';
import { numericDay } from '../words/day-words.ts';

export type ClaimLine = { id: string; patient: string | null; claim: string | null; payer: string; reason: string; deniedDay: number; deniedCents: number; recoveredCents: number; state: string; isTop: boolean };

/** The claims behind a figure. `topWords`: what the marked ones are, null where all of them make the figure. */
export function ClaimList({ lines, total, topWords, onOpen, onMore }: { lines: readonly ClaimLine[]; total: number; topWords: string | null; onOpen: (id: string) => void; onMore: () => void }) {
  return (
    <div className="flex flex-col gap-2">
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-left">
          <caption className="pb-1 text-left text-ink-2">{lines.length < total ? `${lines.length} of ${total.toLocaleString('en-US')} claims, the largest amount first` : `${total.toLocaleString('en-US')} ${total === 1 ? 'claim' : 'claims'}, the largest amount first`}</caption>
          <thead>
            <tr className="border-b border-edge text-small text-ink-2">
              <th scope="col" className="py-1 pr-3 font-medium">Patient</th><th scope="col" className="pr-3 font-medium">Payer</th><th scope="col" className="pr-3 font-medium">Reason</th><th scope="col" className="pr-3 text-right font-medium">Denied on</th>
              <th scope="col" className="pr-3 text-right font-medium">Denied</th><th scope="col" className="pr-3 text-right font-medium">Recovered</th><th scope="col" className="pr-3 font-medium">State</th>{topWords !== null && <th scope="col" className="font-medium">Counts as</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className="border-b border-line">
                <th scope="row" className="foreign py-0.5 pr-3 font-normal"><Button size="small" kind="quiet" onPress={() => onOpen(line.id)}>{line.patient ?? line.claim ?? 'Name not known'}</Button></th>
                <td className="foreign pr-3">{line.payer}</td><td className="pr-3">{line.reason}</td><td className="figures pr-3 text-right">{numericDay(line.deniedDay)}</td>
                <td className="pr-3 text-right"><Money cents={line.deniedCents} /></td><td className="pr-3 text-right"><Money cents={line.recoveredCents} /></td><td className="pr-3">{line.state}</td>
                {topWords !== null && <td>{line.isTop ? topWords : ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length < total && <div><Button size="small" onPress={onMore}>Show more</Button></div>}
    </div>
  );
}
