import { useState } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from './DialogForm.tsx';

export type SavedOverride = { date: string; reason: string; evidence: string };

/** A person's word that beats the rule. The rule's own date stays in the history. */
export function OverrideForm({ clockName, today, isBusy, onSave, onClose }: { clockName: string; today: DayNumber; isBusy: boolean; onSave: (override: SavedOverride) => void; onClose: () => void }) {
  const [date, setDate] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  return (
    <DialogForm title={`${clockName}: set another date`} save="Set date" isReady={date !== null && reason.trim() !== ''} isBusy={isBusy} onSave={() => { if (date !== null) onSave({ date, reason: reason.trim(), evidence: evidence.trim() }); }} onClose={onClose}>
      <DateField label="Last day" value={date} onChange={setDate} today={today} autoFocus />
      <TextField label="Why" value={reason} onChange={setReason} maxLength={300} placeholder="The letter prints this date" />
      <TextField label="Proof" aside="Optional" value={evidence} onChange={setEvidence} maxLength={300} placeholder="Letter of 10/08/2026, page 2" />
    </DialogForm>
  );
}
