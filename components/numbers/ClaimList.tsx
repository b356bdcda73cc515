import { Button } from '../ui/Button.tsx';
import { Money } from '../ui/Money.tsx';
import { numericDay } from '../words/day-words.ts';
import { FigureTable } from './FigureTable.tsx';

export type ClaimLine = { id: string; patient: string | null; claim: string | null; payer: string; reason: string; deniedDay: number; deniedCents: number; recoveredCents: number; state: string; isTop: boolean };

/** The claims behind a figure. `topWords`: what the marked ones are, null where all of them make the figure. */
export function ClaimList({ lines, total, topWords, onOpen, onMore }: { lines: readonly ClaimLine[]; total: number; topWords: string | null; onOpen: (id: string) => void; onMore: () => void }) {
  const count = lines.length < total ? `${lines.length} of ${total.toLocaleString('en-US')}` : total.toLocaleString('en-US');
  return (
    <FigureTable
      caption={`${count} ${total === 1 ? 'claim' : 'claims'}, the largest amount first`} hasMore={lines.length < total} onMore={onMore}
      columns={[{ title: 'Patient' }, { title: 'Payer' }, { title: 'Reason' }, { title: 'Denied on', isEnd: true }, { title: 'Denied', isEnd: true }, { title: 'Recovered', isEnd: true }, { title: 'State' }, ...(topWords === null ? [] : [{ title: 'Counts as' }])]}
    >
      {lines.map((line) => (
        <tr key={line.id} className="border-b border-line">
          <th scope="row" className="foreign py-0.5 pr-3 font-normal"><Button size="small" kind="quiet" onPress={() => onOpen(line.id)}>{line.patient ?? line.claim ?? 'Name not known'}</Button></th>
          <td className="foreign pr-3">{line.payer}</td><td className="pr-3">{line.reason}</td><td className="figures pr-3 text-right">{numericDay(line.deniedDay)}</td>
          <td className="pr-3 text-right"><Money cents={line.deniedCents} /></td><td className="pr-3 text-right"><Money cents={line.recoveredCents} /></td><td className="pr-3">{line.state}</td>
          {topWords !== null && <td>{line.isTop ? topWords : ''}</td>}
        </tr>
      ))}
    </FigureTable>
  );
}
