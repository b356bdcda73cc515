import { WORKLIST_FIELDS } from '../../rules/worklists/worklist-columns.ts';
import type { WorklistField } from '../../rules/worklists/worklist-columns.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { worklistFieldWords } from '../words/worklist-words.ts';

const NONE = 'none';
const options: { value: string; label: string }[] = [{ value: NONE, label: 'Leave out' }, ...WORKLIST_FIELDS.map((field) => ({ value: field, label: worklistFieldWords[field] }))];

/** Each column with what is in it and what it means. A meaning is given once. */
export function ColumnTable({ headers, samples, fields, onChange }: { headers: readonly string[]; samples: readonly (readonly string[])[]; fields: readonly (WorklistField | null)[]; onChange: (fields: (WorklistField | null)[]) => void }) {
  return (
    <div className="overflow-x-auto rounded-md border border-line">
      <table className="w-full min-w-[36rem] text-left">
        <thead><tr><th className="px-3 py-1.5 text-small font-medium text-ink-2">Column</th><th className="px-3 py-1.5 text-small font-medium text-ink-2">First values</th><th className="w-56 px-3 py-1.5 text-small font-medium text-ink-2">Means</th></tr></thead>
        <tbody>
          {headers.map((header, column) => (
            <tr key={column} className="border-t border-line">
              <th scope="row" className="foreign max-w-48 truncate px-3 py-1.5 font-medium" dir="auto">{header === '' ? <span className="font-normal text-ink-3">no header</span> : header}</th>
              <td className="foreign max-w-72 truncate px-3 py-1.5 text-ink-2" dir="auto">{samples.map((row) => row[column] ?? '').filter((cell) => cell !== '').join(' · ') || <span className="text-ink-3">empty</span>}</td>
              <td className="px-3 py-1.5">
                <SelectField
                  label={`Meaning of ${header === '' ? `column ${column + 1}` : header}`} hideLabel options={options} value={fields[column] ?? NONE}
                  onChange={(value) => {
                    const field = WORKLIST_FIELDS.find((one) => one === value) ?? null;
                    onChange(headers.map((_header, at) => (at === column ? field : fields[at] === field ? null : fields[at] ?? null)));
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
