import { Checkbox } from '../ui/Checkbox.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { categoryOptions } from '../words/denial-words.ts';
import { aboutFault } from './tag-text.ts';
import type { AboutFields } from './tag-text.ts';

const options = [{ value: '', label: 'Any reason' }, ...categoryOptions];

/** Which claims a note or playbook shows on by itself. */
export function AboutForm({ fields, payerName, onChange }: { fields: AboutFields; payerName: string; onChange: (part: Partial<AboutFields>) => void }) {
  const fault = aboutFault(fields);
  const faultOf = (field: keyof AboutFields) => (fault?.field === field ? fault.text : null);
  return (
    <fieldset className="m-0 flex flex-col gap-3 border-0 p-0">
      <legend className="mb-1 p-0 text-small font-semibold text-ink-2">Shows by itself on claims that meet all of this</legend>
      <Checkbox isSelected={fields.isPayer} onChange={(isPayer) => onChange({ isPayer })}>Only claims of <span className="foreign">{payerName}</span></Checkbox>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Codes" value={fields.codes} onChange={(codes) => onChange({ codes })} maxLength={600} placeholder="CO-197, N54" hint="One of them is enough. Commas between." />
        <SelectField label="Reason" options={options} value={fields.category} onChange={(category) => onChange({ category })} />
        <TextField label="Procedures" value={fields.procedures} onChange={(procedures) => onChange({ procedures })} maxLength={600} placeholder="97110, 9711*" error={faultOf('procedures')} />
        <TextField label="Modifiers" value={fields.modifiers} onChange={(modifiers) => onChange({ modifiers })} maxLength={120} placeholder="GP, 59" error={faultOf('modifiers')} />
      </div>
      <TextField label="Plans" value={fields.products} onChange={(products) => onChange({ products })} maxLength={300} placeholder="medicare-advantage, Choice POS" hint="A kind of plan, or words of the plan's name." error={faultOf('products')} />
    </fieldset>
  );
}
