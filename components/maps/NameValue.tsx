import { useState } from 'react';
import { HOOK_FIELDS } from '../../rules/portals/maps/map-fields.ts';
import type { MapField } from '../../rules/portals/maps/map-fields.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { claimStatusOptions } from '../words/case-words.ts';
import { mapFieldOptions, mapFieldWords } from '../words/map-words.ts';

/** A text of the page that can be named. `n` and `frameId`: where it stands. */
export type ValueOnPage = { frameId: number; n: number; text: string; label: string | null; means: MapField | null; isColumn: boolean };

const stateOptions = [{ value: 'decided', label: 'Decided: the amounts tell how' }, ...claimStatusOptions];
const single: ReadonlySet<string> = new Set(HOOK_FIELDS);

/** The question for one picked value: what is it? */
export function NameValue({ value, isBusy, unknownStatus, onName, onCancel }: { value: ValueOnPage; isBusy: boolean; unknownStatus: boolean; onName: (field: MapField, state: string | null) => void; onCancel: () => void }) {
  const [field, setField] = useState<MapField | null>(value.means);
  const [state, setState] = useState<string | null>(null);
  const asksState = field === 'status' && unknownStatus;
  const isOther = field !== null && value.means !== null && value.means !== field && single.has(value.means);
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-raised p-3">
      <p className="foreign text-small text-ink-2">{value.label === null ? 'Without a label' : `${value.isColumn ? 'In the column' : 'Beside'} “${value.label}”`}</p>
      <p className="foreign figures text-lead font-semibold break-words">{value.text}</p>
      <ComboField label="What is it?" options={mapFieldOptions} value={field} onChange={(next) => setField(mapFieldOptions.find((one) => one.value === next)?.value ?? null)} autoFocus />
      {asksState && <SelectField label="What does this status mean?" options={stateOptions} value={state} onChange={setState} placeholder="Choose" hint="Overturn does not know this word yet." />}
      {isOther && <Notice tone="caution">Elsewhere “{value.label}” is read as {mapFieldWords(value.means ?? '')}. In this portal it will mean {mapFieldWords(field)}.</Notice>}
      <div className="flex gap-2">
        <Button kind="primary" isDisabled={isBusy || field === null || (asksState && state === null)} onPress={() => { if (field !== null) onName(field, asksState ? state : null); }}>Add to the map</Button>
        <Button kind="quiet" onPress={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
