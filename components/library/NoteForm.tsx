import type { ReactNode } from 'react';
import type { NoteKind } from '../../rules/library/library-entry.ts';
import { Choice } from '../ui/Choice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { noteKindOptions } from '../words/library-words.ts';
import { DialogForm } from '../work/DialogForm.tsx';
import { isOneOf, isText, useFields } from '../work/use-fields.ts';
import type { Check, Keeping } from '../work/use-fields.ts';
import { AboutForm } from './AboutForm.tsx';
import { aboutFault } from './tag-text.ts';
import type { AboutFields } from './tag-text.ts';

export type NoteFields = AboutFields & { kind: NoteKind; title: string; text: string };
const isFlag: Check = (value) => typeof value === 'boolean';
export const aboutChecks: { [K in keyof AboutFields]: Check } = { isPayer: isFlag, codes: isText, category: isText, procedures: isText, modifiers: isText, products: isText };
export const noteChecks: { [K in keyof NoteFields]: Check } = { ...aboutChecks, kind: isOneOf(noteKindOptions), title: isText, text: isText };

/** A note of the practice. What it is about decides where it shows by itself. */
export function NoteForm({ given, isNew, payerName, isBusy, isHeld = false, notice = null, onSave, onClose, ...keeping }: Keeping & { /** Another version was saved meanwhile: nothing is saved before that is settled. */ isHeld?: boolean; notice?: ReactNode; given: NoteFields; isNew: boolean; payerName: string; isBusy: boolean; onSave: (fields: NoteFields) => void; onClose: () => void }) {
  const [fields, set] = useFields<NoteFields>(given, noteChecks, keeping);
  return (
    <DialogForm wide title={isNew ? 'New note' : 'Change the note'} save="Save note" isReady={!isHeld && fields.text.trim() !== '' && aboutFault(fields) === null} isBusy={isBusy} onSave={() => onSave(fields)} onClose={onClose}>
      {notice}
      <Choice label="Kind" options={noteKindOptions} value={fields.kind} onChange={(kind) => set({ kind })} />
      <TextField label="Title" value={fields.title} onChange={(title) => set({ title })} maxLength={120} autoFocus />
      <TextField label="Note" rows={8} value={fields.text} onChange={(text) => set({ text })} maxLength={20_000} isRequired aside="No patient names" hint="Markdown: **bold**, - list, 1. list, [words](https://address)." />
      <AboutForm fields={fields} payerName={payerName} onChange={set} />
    </DialogForm>
  );
}
