import type { ReactNode } from 'react';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from '../work/DialogForm.tsx';
import { isText, useFields } from '../work/use-fields.ts';
import type { Check, Keeping } from '../work/use-fields.ts';
import { AboutForm } from './AboutForm.tsx';
import { aboutChecks } from './NoteForm.tsx';
import { aboutFault } from './tag-text.ts';
import type { AboutFields } from './tag-text.ts';

export type PlaybookFields = AboutFields & { title: string; steps: string; evidence: string; who: string; typicalResult: string };
export const playbookChecks: { [K in keyof PlaybookFields]: Check } = { ...aboutChecks, title: isText, steps: isText, evidence: isText, who: isText, typicalResult: isText };

/** Lines of a box, without empty ones and without the numbers or dashes people put before them. */
export const linesOf = (text: string) => text.split('\n').map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-*•])\s+/u, '').trim()).filter((line) => line !== '');

/** What the practice does about a denial of a payer and code. */
export function PlaybookForm({ given, isNew, payerName, save, isBusy, isHeld = false, notice = null, onSave, onClose, ...keeping }: Keeping & { /** Another version was saved meanwhile: nothing is saved before that is settled. */ isHeld?: boolean; notice?: ReactNode; given: PlaybookFields; isNew: boolean; payerName: string; save: string; isBusy: boolean; onSave: (fields: PlaybookFields) => void; onClose: () => void }) {
  const [fields, set] = useFields<PlaybookFields>(given, playbookChecks, keeping);
  const isReady = !isHeld && fields.title.trim() !== '' && linesOf(fields.steps).length > 0 && aboutFault(fields) === null;
  return (
    <DialogForm wide title={isNew ? 'New playbook' : 'Change the playbook'} save={save} isReady={isReady} isBusy={isBusy} onSave={() => onSave(fields)} onClose={onClose}>
      {notice}
      <TextField label="Title" value={fields.title} onChange={(title) => set({ title })} maxLength={120} isRequired autoFocus placeholder="Authorization missing" />
      <TextField label="Steps" rows={6} value={fields.steps} onChange={(steps) => set({ steps })} maxLength={8000} isRequired hint="One a line, in order." />
      <TextField label="Have at hand" rows={3} value={fields.evidence} onChange={(evidence) => set({ evidence })} maxLength={4000} hint="One a line." />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Who" value={fields.who} onChange={(who) => set({ who })} maxLength={300} placeholder="Billing, with scheduling" />
        <TextField label="What usually comes of it" value={fields.typicalResult} onChange={(typicalResult) => set({ typicalResult })} maxLength={600} placeholder="Paid in about 30 days where the number was on file" />
      </div>
      <AboutForm fields={fields} payerName={payerName} onChange={set} />
    </DialogForm>
  );
}
