import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { DateField } from '../ui/DateField.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { nextActionOptions } from '../words/case-words.ts';
import { channelOptions, noReferenceOptions, outcomeOptions } from '../words/contact-words.ts';
import { errorWords } from '../words/error-words.ts';
import { finishedCall } from './call-draft.ts';
import type { CallDraft, CallFault, SavedCall } from './call-draft.ts';
import { proposeFollowUp } from './call-proposal.ts';

export type LogCallFormProps = {
  draft: CallDraft; onDraft: (draft: CallDraft) => void;
  onSave: (call: SavedCall) => void; onBack: () => void;
  today: DayNumber; now: () => number;
  /** The practice's usual days between two looks. */
  cadenceDays: number;
  /** The earliest safe day of the claim's clocks, or NO_DAY. */
  safeDay: DayNumber;
  isSaving: boolean; errorCode: string | null;
};

/**
 * A contact with the payer in the order in which it happens: who, what they said, what they promised, the number they gave.
 * Follow-up and next action fill themselves; Ctrl or Cmd with Enter saves from anywhere.
 */
export function LogCallForm({ draft, onDraft, onSave, onBack, today, now, cadenceDays, safeDay, isSaving, errorCode }: LogCallFormProps) {
  const [faults, setFaults] = useState<readonly CallFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const proposed = proposeFollowUp(draft.outcome, draft.promisedFor, today, cadenceDays, safeDay);
  const change = (part: Partial<CallDraft>) => onDraft({ ...draft, ...part });
  const faultOf = (field: CallFault['field']) => faults.find((one) => one.field === field)?.text ?? null;
  const faultFields = (field: CallFault['field']) => (faultOf(field) === null ? {} : { error: faultOf(field) });

  const save = () => {
    if (form.current?.checkValidity() === false) return;
    const finished = finishedCall(draft, proposed, now());
    if ('call' in finished) {
      setFaults([]);
      onSave(finished.call);
      return;
    }
    setFaults(finished.faults);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };

  return (
    <form ref={form} noValidate className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); save(); }}>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-3 py-3">
        {errorCode !== null && <Notice tone="problem">{errorWords(errorCode)}</Notice>}
        <div className="grid grid-cols-[8.5rem_1fr] gap-2 max-[20rem]:grid-cols-1">
        <SelectField label="How" options={channelOptions} value={draft.channel} onChange={(channel) => change({ channel, ...(channel === 'ivr' && draft.reference === '' ? { noReferenceReason: 'automated-line' as const } : {}) })} />
        <TextField label="Representative" placeholder="Name, ID or last initial" value={draft.representative} onChange={(representative) => change({ representative })} autoFocus autoComplete="off" maxLength={300} />
        </div>
        <ComboField
          label="What came of it" options={outcomeOptions} value={draft.outcome} placeholder="Type part of it" {...faultFields('outcome')}
          onChange={(outcome) => change({ outcome, ...(outcome === 'disconnected' && draft.reference === '' ? { noReferenceReason: 'cut-off' as const } : {}), ...(outcome === 'refused' && draft.reference === '' ? { noReferenceReason: 'refused' as const } : {}) })}
        />
        <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
          <TextField label="Reference number" value={draft.reference} onChange={(reference) => change({ reference })} isIdentifier autoComplete="off" spellCheck="false" maxLength={300} {...faultFields('reference')} />
          <SelectField label="Or why none" options={noReferenceOptions} value={draft.reference.trim() === '' ? draft.noReferenceReason : null} onChange={(noReferenceReason) => change({ noReferenceReason })} isDisabled={draft.reference.trim() !== ''} placeholder={draft.reference.trim() === '' ? 'Choose' : 'Not needed'} />
        </div>
        <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
          <TextField label="Promised" aside="Optional" value={draft.promise} onChange={(promise) => change({ promise })} placeholder="What they will do" autoComplete="off" maxLength={300} />
          <DateField label="Promised for" value={draft.promisedFor} onChange={(promisedFor) => change({ promisedFor })} today={today} hint="12/3, +14 or fri" />
        </div>
        <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
          <DateField label="Follow up on" value={draft.followUpOn ?? proposed.followUpOn} onChange={(followUpOn) => change({ followUpOn })} today={today} />
          <SelectField label="Then" options={nextActionOptions} value={draft.nextAction ?? proposed.nextAction} onChange={(nextAction) => change({ nextAction })} {...(draft.followUpOn === null ? { hint: proposed.why } : {})} />
        </div>
        <TextField label="Note" aside="Optional" rows={2} value={draft.note} onChange={(note) => change({ note })} maxLength={20_000} />
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line bg-ground px-3 py-2">
        <Button type="submit" kind="primary" isPending={isSaving}>Save call</Button>
        <span className="max-[22rem]:hidden"><KeyHint keys="Ctrl Enter" /></span>
        <span className="flex-1" />
        <Button kind="quiet" onPress={onBack}>Back, keep draft</Button>
      </div>
    </form>
  );
}
