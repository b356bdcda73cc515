import { useState } from 'react';
import { X } from 'lucide-react';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

export type SavedViewItem = { id: string; name: string; shared: boolean; isOwn: boolean; filter: QueueFilter };

/** The same for the same filter, in whatever order its parts were chosen. */
const filterText = (filter: QueueFilter): string => JSON.stringify(Object.entries(filter).filter(([, value]) => value !== undefined && value !== false).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Views somebody kept: one press shows the queue as it was narrowed then. */
export function SavedViews({ views, filter, onChoose, onSave, onDelete }: { views: readonly SavedViewItem[]; filter: QueueFilter; onChoose: (filter: QueueFilter) => void; onSave: (name: string, shared: boolean) => void; onDelete: (id: string) => void }) {
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const text = filterText(filter);
  const current = views.find((view) => filterText(view.filter) === text) ?? null;
  const save = () => { onSave(name.trim(), shared); setNaming(false); setName(''); setShared(false); };
  return (
    <div className="flex flex-col gap-2 border-b border-line bg-sunken px-3 pt-2 pb-2">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField label="Saved view" placeholder={views.length === 0 ? 'None kept yet' : 'Choose'} isDisabled={views.length === 0} options={views.map((view) => ({ value: view.id, label: view.name, ...(view.shared ? { hint: 'shared' } : {}) }))} value={current?.id ?? null} onChange={(id) => { const view = views.find((one) => one.id === id); if (view !== undefined) onChoose(view.filter); }} />
        </div>
        {current?.isOwn === true && <IconButton label={`Delete the view ${current.name}`} icon={<X aria-hidden className="size-4" />} onPress={() => onDelete(current.id)} />}
        {!isNaming && current === null && <Button onPress={() => setNaming(true)}>Save this view</Button>}
      </div>
      {isNaming && (
        <form className="flex flex-wrap items-end gap-2" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') save(); }}>
          <div className="min-w-32 flex-1"><TextField label="Name of the view" value={name} onChange={setName} maxLength={80} autoFocus /></div>
          <Checkbox isSelected={shared} onChange={setShared}>For everybody</Checkbox>
          <Button type="submit" kind="primary" isDisabled={name.trim() === ''}>Save</Button>
          <Button kind="quiet" onPress={() => setNaming(false)}>Cancel</Button>
        </form>
      )}
    </div>
  );
}
