import { moneyWords } from '../words/money-words.ts';
import { FigureLink } from './FigureLink.tsx';
import { TableBehind } from './TableBehind.tsx';

/** Denied dollars by payer and reason, crossed; a cell opens its claims (`onCell`; reason null: all of the payer). */
export function CrossTable({ cross, payerName, reasonName, onCell }: { cross: { payers: string[]; reasons: string[]; cents: number[][]; claims: number[][] }; payerName: (key: string) => string; reasonName: (category: string) => string; onCell: (payer: string, reason: string | null) => void }) {
  if (cross.payers.length === 0) return null;
  return (
    <section aria-label="Denied dollars by payer and reason" className="flex break-inside-avoid flex-col gap-2">
      <h2 className="text-lead font-semibold">Denied dollars by payer and reason</h2>
      <TableBehind
        caption="Denied dollars by payer and reason" headings={['Payer', ...cross.reasons.map((reason) => (reason === '' ? 'All other reasons' : reasonName(reason))), 'Together']}
        rows={cross.payers.map((payer, line) => {
          const cents = cross.cents[line] ?? [];
          const open = (reason: string | null, text: string, name: string) => (payer === '' || reason === '' ? text : <FigureLink name={`Claims of ${payerName(payer)}, ${name}: ${text}`} text={text} onPress={() => onCell(payer, reason)} />);
          const cells = cents.map((value, at) => {
            const claims = cross.claims[line]?.[at] ?? 0;
            const reason = cross.reasons[at] ?? '';
            return claims === 0 ? '' : open(reason, `${moneyWords(value)} (${claims})`, reasonName(reason));
          });
          return { key: payer, cells: [payer === '' ? 'All other payers' : payerName(payer), ...cells, open(null, moneyWords(cents.reduce((sum, value) => sum + value, 0)), 'together')] };
        })}
      />
    </section>
  );
}
