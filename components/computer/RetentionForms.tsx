import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PlainDay } from '../ui/PlainDay.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { numericDay, dayOfIso } from '../words/day-words.ts';

const years = (from: number, most: number, own: number) => [...new Set([...Array.from({ length: most - from + 1 }, (_, at) => from + at), own])].sort((a, b) => a - b).map((value) => ({ value: String(value), label: value === 1 ? '1 year' : `${value} years` }));
const dayText = (iso: string) => { const day = dayOfIso(iso); return day === null ? iso : numericDay(day); };

/** How long closed cases and the trail are kept. `atLeast`: what the organization asks for. */
export function KeepingForm({ caseYears, trailYears, atLeast, isLead, onChange }: { caseYears: number; trailYears: number; atLeast: { caseYears: number | null; trailYears: number | null }; isLead: boolean; onChange: (change: { caseYears?: number; trailYears?: number }) => void }) {
  const by = (least: number | null) => (least === null ? '' : ` Your organization asks for ${least} years at least.`);
  return (
    <div className="flex max-w-md flex-col gap-4">
      <SelectField label="Closed cases are kept for" isDisabled={!isLead} options={years(atLeast.caseYears ?? 1, 20, caseYears)} value={String(caseYears)} onChange={(value) => onChange({ caseYears: Number(value) })} hint={`Since they were closed or last worked on. Contracts and states ask for different times: ask before you shorten it.${by(atLeast.caseYears)}`} />
      <SelectField label="The audit trail is kept for" isDisabled={!isLead} options={years(Math.max(6, atLeast.trailYears ?? 6), 20, trailYears)} value={String(trailYears)} onChange={(value) => onChange({ trailYears: Number(value) })} hint={`Six years is the least that HIPAA asks for (45 CFR 164.316).${by(atLeast.trailYears)}`} />
    </div>
  );
}

export type ShownPlan = {
  isHeld: boolean; casesBefore: string; cases: number; heldCases: number; oldestDay: number | null; newestDay: number | null; unfiled: number; trailBefore: string; trailRows: number; stoppedByHold: boolean;
};

/** What a purge would take, and the purge itself: two boxes, the passphrase once more, one press. */
export function PurgeForm({ plan, isBusy, problem, onPurge }: { plan: ShownPlan; isBusy: boolean; problem: string | null; onPurge: (what: { cases: boolean; trail: boolean; passphrase: string }) => void }) {
  const [cases, setCases] = useState(false);
  const [trail, setTrail] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const nothing = plan.cases === 0 && plan.unfiled === 0 && plan.trailRows === 0;
  if (plan.isHeld) return <Notice tone="caution" title="A legal hold on everything is in force">Nothing can be purged until it is ended.</Notice>;
  return (
    <form
      className="flex max-w-2xl flex-col gap-3" noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if ((cases || trail) && passphrase !== '') onPurge({ cases, trail, passphrase });
      }}
    >
      <dl className="grid grid-cols-[11rem_1fr] gap-y-1">
        <dt className="text-ink-3">Closed cases past their time</dt>
        <dd>{plan.cases.toLocaleString('en-US')}, last touched before {dayText(plan.casesBefore)}{plan.oldestDay !== null && plan.newestDay !== null && <>: from <PlainDay day={plan.oldestDay} /> to <PlainDay day={plan.newestDay} /></>}{plan.heldCases > 0 && `. ${plan.heldCases} more on legal hold stay`}</dd>
        <dt className="text-ink-3">Under no case</dt>
        <dd>{plan.unfiled === 1 ? '1 record' : `${plan.unfiled.toLocaleString('en-US')} records`} of files and portal pages as old</dd>
        <dt className="text-ink-3">Rows of the audit trail</dt>
        <dd>{plan.trailRows.toLocaleString('en-US')} before {dayText(plan.trailBefore)}{plan.stoppedByHold && '. It is kept from the first row about a case on hold on'}</dd>
      </dl>
      {nothing ? <p className="text-ink-2">Nothing has been kept long enough to be purged.</p> : (
        <>
          {(plan.cases > 0 || plan.unfiled > 0) && <Checkbox isSelected={cases} onChange={setCases} hint="With their calls, looks, appeals and documents, and what is as old under no case. Counts of remittances stay.">Purge {plan.cases === 0 ? 'the records under no case' : plan.cases === 1 ? 'this case' : `these ${plan.cases.toLocaleString('en-US')} cases`}</Checkbox>}
          {plan.trailRows > 0 && <Checkbox isSelected={trail} onChange={setTrail} hint="The chain holds from the cut on. Export the trail first if somebody may ask for it.">Purge the oldest part of the trail</Checkbox>}
          <div className="max-w-sm"><TextField label="Your passphrase" type="password" value={passphrase} onChange={setPassphrase} /></div>
          {problem !== null && <Notice tone="problem">{problem}</Notice>}
          <p className="text-ink-2">This cannot be undone. Backups made earlier still hold what is purged: delete those as well once they are past their time.</p>
          <div><Button type="submit" kind="danger" isDisabled={(!cases && !trail) || passphrase === ''} isPending={isBusy}>Purge</Button></div>
        </>
      )}
    </form>
  );
}

export type ShownHold = { id: string; userName: string; atWords: string; reason: string | null; isFromElsewhere: boolean };

/** The holds on everything; ending ends all of them here. */
export function HoldForm({ holds, isBusy, onSave }: { holds: readonly ShownHold[]; isBusy: boolean; onSave: (on: boolean, reason: string) => void }) {
  const [reason, setReason] = useState('');
  return (
    <form className="flex max-w-2xl flex-col gap-3" noValidate onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') onSave(holds.length === 0, reason.trim()); }}>
      {holds.map(({ id, userName, atWords, reason: why, isFromElsewhere }) => (
        <Notice key={id} tone="caution" title="On hold: nothing is purged">Set by <span className="foreign">{userName}</span> on {atWords}{isFromElsewhere && ', on another computer'}. <span className="foreign">{why ?? 'The reason is damaged and cannot be shown.'}</span></Notice>
      ))}
      {holds.some(({ isFromElsewhere }) => isFromElsewhere) && <p className="text-ink-2">Ending it ends it on this computer. On the other one it stands until a lead ends it there.</p>}
      <div className="flex max-w-xl items-end gap-2">
        <div className="min-w-0 flex-1"><TextField label={holds.length === 0 ? 'Why' : 'Why it ends'} value={reason} onChange={setReason} maxLength={300} /></div>
        <Button type="submit" isDisabled={reason.trim() === ''} isPending={isBusy}>{holds.length === 0 ? 'Hold everything' : holds.length === 1 ? 'End the hold' : 'End all holds'}</Button>
      </div>
    </form>
  );
}
