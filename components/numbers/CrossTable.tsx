import { moneyWords } from '../words/money-words.ts';
import { TableBehind } from './TableBehind.tsx';

/** Denied dollars by payer and reason, crossed. */
export function CrossTable({ cross, payerName, reasonName }: { cross: { payers: string[]; reasons: string[]; cents: number[][]; claims: number[][] }; payerName: (key: string) => string; reasonName: (category: string) => string }) {
  if (cross.payers.length === 0) return null;
  return (
    <section aria-label="Denied dollars by payer and reason" className="flex break-inside-avoid flex-col gap-2">
      <h2 className="text-lead font-semibold">Denied dollars by payer and reason</h2>
      <TableBehind
        caption="Denied dollars by payer and reason" headings={['Payer', ...cross.reasons.map((reason) => (reason === '' ? 'All other reasons' : reasonName(reason))), 'Together']}
        rows={cross.payers.map((payer, line) => {
          const cents = cross.cents[line] ?? [];
          return { key: payer, cells: [payer === '' ? 'All other payers' : payerName(payer), ...cents.map((value, at) => (value === 0 && (cross.claims[line]?.[at] ?? 0) === 0 ? '' : `${moneyWords(value)} (${cross.claims[line]?.[at] ?? 0})`)), moneyWords(cents.reduce((sum, value) => sum + value, 0))] };
        })}
      />
    </section>
  );
}
