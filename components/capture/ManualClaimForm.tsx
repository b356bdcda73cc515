import { useRef, useState } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { DateField } from '../ui/DateField.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { claimStatusOptions } from '../words/case-words.ts';
import { errorWords } from '../words/error-words.ts';
import { manualFacts } from './manual-draft.ts';
import type { ManualDraft, ManualFault } from './manual-draft.ts';

export type ManualClaimFormProps = {
  draft: ManualDraft; onDraft: (draft: ManualDraft) => void; payers: readonly { key: string; name: string }[]; today: DayNumber;
  onSave: (facts: ReturnType<typeof manualFacts>['facts']) => void; onBack: () => void; isSaving: boolean; errorCode: string | null;
};

/** A claim by hand: for portals that allow no tool, for letters and for calls. Text can be pasted beside it and is kept as proof. */
export function ManualClaimForm({ draft, onDraft, payers, today, onSave, onBack, isSaving, errorCode }: ManualClaimFormProps) {
  const [faults, setFaults] = useState<readonly ManualFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<ManualDraft>) => onDraft({ ...draft, ...part });
  const fault = (field: keyof ManualDraft) => { const text = faults.find((one) => one.field === field)?.text; return text === undefined ? {} : { error: text }; };
  const save = () => {
    if (form.current?.checkValidity() === false) return;
    const read = manualFacts(draft, payers.find((payer) => payer.key === draft.payerKey)?.name ?? null);
    setFaults(read.faults);
    if (read.faults.length === 0) onSave(read.facts);
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form
      ref={form} noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => { event.preventDefault(); save(); }}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); save(); } }}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-3 py-3">
        {errorCode !== null && <Notice tone="problem">{errorWords(errorCode)}</Notice>}
        <ComboField label="Payer" options={payers.map((payer) => ({ value: payer.key, label: payer.name }))} value={draft.payerKey} onChange={(payerKey) => change({ payerKey })} autoFocus {...fault('payerKey')} />
        <TextField label="Pasted text" aside="Optional, kept as it is" rows={3} value={draft.pasted} onChange={(pasted) => change({ pasted })} maxLength={20_000} placeholder="Select the claim in the portal, copy, paste here" />
        <TextField label="Claim number" value={draft.claimControlNumber} onChange={(claimControlNumber) => change({ claimControlNumber })} isIdentifier autoComplete="off" maxLength={300} {...fault('claimControlNumber')} />
        <TextField label="Account number" value={draft.patientControlNumber} onChange={(patientControlNumber) => change({ patientControlNumber })} isIdentifier autoComplete="off" maxLength={300} />
        <TextField label="Patient" aside="Last, First" value={draft.patientName} onChange={(patientName) => change({ patientName })} autoComplete="off" maxLength={300} />
        <TextField label="Member ID" value={draft.memberId} onChange={(memberId) => change({ memberId })} isIdentifier autoComplete="off" maxLength={300} />
        <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
          <DateField label="Service from" value={draft.serviceFrom} onChange={(serviceFrom) => change({ serviceFrom })} today={today} hint="As 12/3/26" />
          <DateField label="Service to" value={draft.serviceTo} onChange={(serviceTo) => change({ serviceTo })} today={today} hint="Same day if empty" {...fault('serviceTo')} />
        </div>
        <SelectField label="Status" options={claimStatusOptions} value={draft.status} onChange={(status) => change({ status })} />
        <DateField label="Date of the denial" value={draft.remittanceOn} onChange={(remittanceOn) => change({ remittanceOn })} today={today} hint="On the remittance or letter; it starts the clocks" />
        <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
          <TextField label="Billed" value={draft.charge} onChange={(charge) => change({ charge })} isIdentifier placeholder="$0.00" {...fault('charge')} />
          <TextField label="Paid" value={draft.paid} onChange={(paid) => change({ paid })} isIdentifier placeholder="$0.00" {...fault('paid')} />
        </div>
        <TextField label="Denial codes" value={draft.codes} onChange={(codes) => change({ codes })} isIdentifier autoComplete="off" hint="As CO-197, N54" {...fault('codes')} />
        <TextField label="Reference number" aside="Optional" value={draft.reference} onChange={(reference) => change({ reference })} isIdentifier autoComplete="off" maxLength={300} />
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line bg-ground px-3 py-2">
        <Button type="submit" kind="primary" isPending={isSaving}>Save claim</Button>
        <span className="max-[22rem]:hidden"><KeyHint keys="Ctrl Enter" /></span>
        <span className="flex-1" />
        <Button kind="quiet" onPress={onBack}>Back, keep draft</Button>
      </div>
    </form>
  );
}
