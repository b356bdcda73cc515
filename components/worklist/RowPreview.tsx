import type { ReadRow } from '../../rules/worklists/read-row.ts';
import { Money } from '../ui/Money.tsx';
import { PlainDay } from '../ui/PlainDay.tsx';
import { claimStatusWords } from '../words/case-words.ts';
import { patientWords } from '../words/queue-words.ts';

/** The first rows as they will be taken. */
export function RowPreview({ rows }: { rows: readonly { row: number; read: ReadRow; payer: string }[] }) {
  return (
    <div className="overflow-x-auto rounded-md border border-line">
      <table className="w-full min-w-[44rem] text-left">
        <thead><tr>{['Row', 'Patient', 'Claim or account', 'Payer', 'Service', 'Charge', 'Payer did', 'Codes'].map((name) => <th key={name} className="px-2 py-1.5 text-small font-medium text-ink-2">{name}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ row, read: { facts }, payer }) => (
            <tr key={row} className="border-t border-line align-top">
              <td className="figures px-2 py-1 text-ink-3">{row}</td>
              <td className="foreign max-w-40 truncate px-2 py-1" dir="auto">{patientWords(facts.patientName)}</td>
              <td className="figures max-w-40 truncate px-2 py-1">{facts.claimControlNumber ?? facts.patientControlNumber ?? '–'}</td>
              <td className="foreign max-w-40 truncate px-2 py-1" dir="auto">{payer}</td>
              <td className="px-2 py-1">{facts.serviceFrom === null ? '–' : <PlainDay day={facts.serviceFrom} />}</td>
              <td className="px-2 py-1"><Money cents={facts.charge} /></td>
              <td className="px-2 py-1">{facts.status === null ? '–' : claimStatusWords(facts.status)}</td>
              <td className="figures px-2 py-1">{[...facts.adjustments.map(({ groupCode, carc }) => (groupCode === null ? carc : `${groupCode}-${carc}`)), ...facts.rarcs].join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
