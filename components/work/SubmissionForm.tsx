import { useState } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { DeadlineAction } from '../../rules/domain/vocabulary.ts';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { clockOptions } from '../words/clock-words.ts';
import { isoOfDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';

export type SubmissionChannel = 'portal' | 'fax' | 'mail' | 'edi' | 'phone';
export type SavedSubmission = { action: DeadlineAction | 'records'; on: string; channel: SubmissionChannel; confirmation: string | null; noConfirmationReason: string | null; followUpOn: string };

const channels = [{ value: 'portal', label: 'Portal' }, { value: 'fax', label: 'Fax' }, { value: 'mail', label: 'Mail' }, { value: 'edi', label: 'EDI' }, { value: 'phone', label: 'Phone' }] as const;
const routes = [...clockOptions, { value: 'records' as const, label: 'Records' }];

/** What left the practice: which route, when, how, what number came back or why none, and when to look again. */
export function SubmissionForm({ suggested, today, cadenceDays, isBusy, onSave, onClose }: { suggested: DeadlineAction | 'records' | null; today: DayNumber; cadenceDays: number; isBusy: boolean; onSave: (submission: SavedSubmission) => void; onClose: () => void }) {
  const [action, setAction] = useState<DeadlineAction | 'records' | null>(suggested);
  const [on, setOn] = useState<string | null>(isoOfDay(today));
  const [channel, setChannel] = useState<SubmissionChannel>('portal');
  const [confirmation, setConfirmation] = useState('');
  const [reason, setReason] = useState('');
  const [followUpOn, setFollowUpOn] = useState<string | null>(isoOfDay(today + cadenceDays));
  const isReady = action !== null && on !== null && followUpOn !== null && (confirmation.trim() !== '' || reason.trim() !== '');
  const save = () => {
    if (action === null || on === null || followUpOn === null) return;
    const number = confirmation.trim();
    onSave({ action, on, channel, confirmation: number === '' ? null : number, noConfirmationReason: number === '' ? reason.trim() : null, followUpOn });
  };
  return (
    <DialogForm title="Record what was sent" save="Save" isReady={isReady} isBusy={isBusy} onSave={save} onClose={onClose}>
      <SelectField label="What" options={routes} value={action} onChange={setAction} autoFocus />
      <Choice label="How" options={channels} value={channel} onChange={setChannel} />
      <DateField label="Sent on" value={on} onChange={setOn} today={today} />
      <TextField label="Confirmation number" value={confirmation} onChange={setConfirmation} isIdentifier autoComplete="off" maxLength={300} />
      {confirmation.trim() === '' && <TextField label="Why there is none" value={reason} onChange={setReason} maxLength={300} placeholder="None issued" />}
      <DateField label="Follow up on" value={followUpOn} onChange={setFollowUpOn} today={today} />
    </DialogForm>
  );
}
