import { Plus } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextField } from '../ui/TextField.tsx';

type Reference = { label: string; value: string };

/** Reference and confirmation numbers of a claim, or the explicit word that the portal gave none. */
export function ReferenceList({ references, noneIssued, onChange, onNoneIssued }: { references: readonly Reference[]; noneIssued: boolean; onChange: (references: Reference[]) => void; onNoneIssued: (none: boolean) => void }) {
  return (
    <div className="flex flex-col gap-2">
      {references.map((reference, index) => (
        <div key={index} className="grid grid-cols-2 gap-2">
          <TextField label="What it is" value={reference.label} onChange={(label) => onChange(references.map((one, at) => (at === index ? { ...one, label } : one)))} />
          <TextField label="Number" isIdentifier value={reference.value} onChange={(value) => onChange(references.map((one, at) => (at === index ? { ...one, value } : one)))} />
        </div>
      ))}
      <div className="flex items-center justify-between gap-2">
        <Checkbox isSelected={noneIssued} onChange={onNoneIssued}>The portal gave no number</Checkbox>
        <Button size="small" kind="quiet" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => onChange([...references, { label: 'Reference', value: '' }])}>Add a number</Button>
      </div>
    </div>
  );
}
