import { useState } from 'react';
import type { PartKind, PacketPart, ProofKind } from '../../rules/domain/appeal.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { fieldWords, partOptions, proofOptions } from '../words/appeal-words.ts';
import { DialogForm } from '../work/DialogForm.tsx';
import { isOneOf, isText, useFields } from '../work/use-fields.ts';
import type { Keeping } from '../work/use-fields.ts';

type Shared = Keeping & { isBusy: boolean; onClose: () => void };

/** A fact the case does not hold, with where it comes from: without that it is not taken. */
export function FactForm({ field, was, isBusy, onSave, onClose, ...keeping }: Shared & { field: string; was: { value: string; source: string } | null; onSave: (value: string | null, source: string) => void }) {
  const [{ value, source }, set] = useFields({ value: was?.value ?? '', source: was?.source ?? '' }, { value: isText, source: isText }, keeping);
  const isEmpty = value.trim() === '';
  return (
    <DialogForm title={`The ${fieldWords(field)}`} save={isEmpty && was !== null ? 'Take it away' : 'Save'} isReady={isEmpty ? was !== null : source.trim() !== ''} isBusy={isBusy} onSave={() => onSave(isEmpty ? null : value, source)} onClose={onClose}>
      <TextField label={`What is the ${fieldWords(field)}?`} value={value} onChange={(next) => set({ value: next })} maxLength={300} rows={2} autoFocus />
      <TextField label="Where does it stand?" hint="The letter or page it was read from. A fact without its source does not go into a letter." value={source} onChange={(next) => set({ source: next })} maxLength={300} />
    </DialogForm>
  );
}

/** A paragraph in the biller's own words, kept apart from the template's. */
export function ParagraphForm({ was, isBusy, onSave, onClose, ...keeping }: Shared & { was: { text: string; source: string } | null; onSave: (text: string, source: string) => void }) {
  const [{ text, source }, set] = useFields({ text: was?.text ?? '', source: was?.source ?? '' }, { text: isText, source: isText }, keeping);
  return (
    <DialogForm title="Your own paragraph" save="Save" isReady={text.trim() !== ''} isBusy={isBusy} onSave={() => onSave(text, source)} onClose={onClose} wide>
      <TextField label="Paragraph" value={text} onChange={(next) => set({ text: next })} rows={8} maxLength={20_000} autoFocus />
      <TextField label="Where it comes from" hint="Needed where it names an amount, a date or a number the case does not hold." value={source} onChange={(next) => set({ source: next })} maxLength={300} />
    </DialogForm>
  );
}

/** What a part is, its name on the index, and why it is included. */
export function PartForm({ part, wanted, isBusy, onSave, onClose, ...keeping }: Shared & { part: PacketPart; wanted: ReadonlyMap<PartKind, string>; onSave: (part: PacketPart) => void }) {
  const [{ kind, title, why }, set] = useFields<{ kind: PartKind; title: string; why: string }>({ kind: part.kind, title: part.title, why: part.why }, { kind: isOneOf(partOptions), title: isText, why: isText }, keeping);
  const options = part.documentId === null ? partOptions.filter(({ value }) => value === part.kind) : partOptions.filter(({ value }) => value !== 'cover-letter' && value !== 'filing-proof-list');
  const choose = (next: PartKind) => set({ kind: next, why: wanted.get(next) ?? why, title: partOptions.some(({ label }) => label === title) || title === part.title ? (partOptions.find(({ value }) => value === next)?.label ?? title) : title });
  return (
    <DialogForm title="Part of the packet" save="Save" isReady={title.trim() !== '' && why.trim() !== ''} isBusy={isBusy} onSave={() => onSave({ ...part, kind, title, why })} onClose={onClose}>
      <SelectField label="What it is" options={options} value={kind} onChange={choose} autoFocus />
      <TextField label="Name on the index" value={title} onChange={(next) => set({ title: next })} maxLength={300} />
      <TextField label="Why it is included" hint="Only what supports the stated reason belongs in." value={why} onChange={(next) => set({ why: next })} maxLength={300} rows={2} />
    </DialogForm>
  );
}

export type SavedProof = { kind: ProofKind; on: string | null; reference: string; namesClaim: boolean; documentId: null };
/** A proof of filing that no file of ours holds. */
export function ProofForm({ today, isBusy, onSave, onClose }: { today: DayNumber; isBusy: boolean; onSave: (proof: SavedProof) => void; onClose: () => void }) {
  const [kind, setKind] = useState<ProofKind | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [reference, setReference] = useState('');
  const [namesClaim, setNames] = useState(false);
  return (
    <DialogForm title="Proof of filing" save="Add" isReady={kind !== null} isBusy={isBusy} onSave={() => { if (kind !== null) onSave({ kind, on, reference, namesClaim, documentId: null }); }} onClose={onClose}>
      <SelectField label="What it is" options={proofOptions} value={kind} onChange={setKind} autoFocus />
      <DateField label="Its day" value={on} onChange={setOn} today={today} />
      <TextField label="Number on it" value={reference} onChange={setReference} isIdentifier maxLength={300} autoComplete="off" />
      <Checkbox isSelected={namesClaim} onChange={setNames}>It names this claim or this patient and day</Checkbox>
    </DialogForm>
  );
}
