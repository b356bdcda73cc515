import { Button } from '../ui/Button.tsx';
import { numericDay } from '../words/day-words.ts';
import { FigureTable } from './FigureTable.tsx';

export type ContactLine = { key: string; day: number; payer: string; person: string; countsAs: string; claims: readonly { id: string; name: string | null }[] };

/** The calls or promises behind a figure, each with the claims it was about. */
export function ContactList({ what, dayWords, lines, total, onOpen, onMore }: { what: 'contact' | 'promise'; dayWords: string; lines: readonly ContactLine[]; total: number; onOpen: (caseId: string) => void; onMore: () => void }) {
  const count = lines.length < total ? `${lines.length} of ${total.toLocaleString('en-US')}` : total.toLocaleString('en-US');
  return (
    <FigureTable
      caption={`${count} ${total === 1 ? what : `${what}s`}, the newest first`} hasMore={lines.length < total} onMore={onMore}
      columns={[{ title: dayWords }, { title: 'Payer' }, { title: 'By' }, { title: 'Counts as' }, { title: 'Claims' }]}
    >
      {lines.map((line) => (
        <tr key={line.key} className="border-b border-line">
          <th scope="row" className="figures py-0.5 pr-3 font-normal">{numericDay(line.day)}</th><td className="foreign pr-3">{line.payer}</td><td className="foreign pr-3">{line.person}</td><td className="pr-3">{line.countsAs}</td>
          <td className="foreign">{line.claims.map(({ id, name }) => <Button key={id} size="small" kind="quiet" onPress={() => onOpen(id)}>{name ?? 'Name not known'}</Button>)}</td>
        </tr>
      ))}
    </FigureTable>
  );
}
