import { Button } from '../ui/Button.tsx';
import { numericDay } from '../words/day-words.ts';

export type ContactLine = { key: string; day: number; payer: string; person: string; countsAs: string; claims: readonly { id: string; name: string | null }[] };

/** The calls or promises behind a figure, each with the claims it was about. */
export function ContactList({ what, dayWords, lines, total, onOpen, onMore }: { what: 'contact' | 'promise'; dayWords: string; lines: readonly ContactLine[]; total: number; onOpen: (caseId: string) => void; onMore: () => void }) {
  return (
    <div className="flex flex-col gap-2">
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-left">
          <caption className="pb-1 text-left text-ink-2">{lines.length < total ? `${lines.length} of ${total.toLocaleString('en-US')}` : total.toLocaleString('en-US')} {total === 1 ? what : `${what}s`}, the newest first</caption>
          <thead>
            <tr className="border-b border-edge text-small text-ink-2">
              <th scope="col" className="py-1 pr-3 font-medium">{dayWords}</th><th scope="col" className="pr-3 font-medium">Payer</th><th scope="col" className="pr-3 font-medium">By</th><th scope="col" className="pr-3 font-medium">Counts as</th><th scope="col" className="font-medium">Claims</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key} className="border-b border-line">
                <th scope="row" className="figures py-0.5 pr-3 font-normal">{numericDay(line.day)}</th><td className="foreign pr-3">{line.payer}</td><td className="foreign pr-3">{line.person}</td><td className="pr-3">{line.countsAs}</td>
                <td className="foreign">{line.claims.map(({ id, name }) => <Button key={id} size="small" kind="quiet" onPress={() => onOpen(id)}>{name ?? 'Name not known'}</Button>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length < total && <div><Button size="small" onPress={onMore}>Show more</Button></div>}
    </div>
  );
}
