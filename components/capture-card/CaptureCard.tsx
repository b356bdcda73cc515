import { lazy, Suspense } from 'react';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { changeClaim, typeInto } from '../../rules/review/review-draft.ts';
import type { DraftFault, ReviewDraft } from '../../rules/review/review-draft.ts';
import { reviewFields } from '../../rules/review/review-fields.ts';
import type { ReviewField } from '../../rules/review/review-fields.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { claimStatusWords } from '../words/case-words.ts';
import { ReferenceList } from './ReferenceList.tsx';
import { ReviewFieldRow } from './ReviewFieldRow.tsx';

// The words for codes weigh more than the card; it stands first.
const CodesOnPage = lazy(async () => ({ default: (await import('./CodesOnPage.tsx')).CodesOnPage }));

export type KnownClaim = { index: number; caseId: string; facts: ClaimFacts; lastSeenMs: number };

function faultText(fault: DraftFault | undefined, kind: string): string | null {
  if (fault === undefined) return null;
  return kind === 'date' ? 'No such date. Write it as 04/07/2026.' : 'Not an amount. Write it as 1,234.50.';
}

/**
 * The review card: everything the page says of a claim, each value editable beside the words it was read from.
 * Nothing is saved but what the person confirms here.
 */
export function CaptureCard({ reading, host, payers, known, draft, faults, problem, isBusy, isCovered, isInPane = false, closeWords = 'Close', onDraft, onPoint, onSave, onClose }: {
  reading: Reading; host: string; payers: readonly PracticePayer[]; known: readonly KnownClaim[]; draft: ReviewDraft; faults: readonly DraftFault[]; problem: string | null; isBusy: boolean;
  /** Something lies over the card: saving waits until it is in plain sight. */
  isCovered: boolean;
  /** Part of a page that has its own heading and height, such as the side panel's paste box. */
  isInPane?: boolean; closeWords?: string;
  onDraft: (draft: ReviewDraft) => void; onPoint: (field: ReviewField | null) => void; onSave: () => void; onClose: () => void;
}) {
  const chosen = draft.claims.filter((claim) => claim.chosen);
  const isList = reading.claims.length > 1;
  const payerFault = faults.some((fault) => fault.key === 'payer');
  const Frame = isInPane ? 'div' : 'main';
  const Title = isInPane ? 'h2' : 'h1';
  return (
    <Frame className={isInPane ? 'flex min-h-0 flex-1 flex-col bg-ground' : 'flex h-dvh flex-col bg-ground'}>
      <header className="flex items-center gap-2 border-b border-line px-3 py-2">
        <div className="min-w-0 flex-1">
          <Title className="text-lead font-semibold">{isList ? `${reading.claims.length} claims on this page` : 'Claim on this page'}</Title>
          <p className="foreign truncate text-small text-ink-3">{host}{reading.seen !== null && reading.seen.of !== null ? `, ${reading.seen.rows} of ${reading.seen.of} rows seen` : ''}</p>
        </div>
        <Button kind="quiet" size="small" onPress={onClose}>{closeWords}</Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Section title="Payer">
          <SelectField
            label="File under" options={payers.map((payer) => ({ value: payer.key, label: payer.name }))} value={draft.payerKey} onChange={(payerKey) => onDraft({ ...draft, payerKey })}
            placeholder="Which payer is this?" error={payerFault ? 'Choose the payer: it decides which windows hold.' : null}
            hint={reading.payer === null ? 'No label on the page names the payer.' : `Page: ${reading.payer.raw}`}
          />
        </Section>
        {isList && (
          <div className="flex items-center justify-between border-b border-line px-3 pb-2">
            <span className="text-small text-ink-2">{chosen.length} of {reading.claims.length} chosen</span>
            <span className="flex gap-1">
              <Button size="small" kind="quiet" onPress={() => onDraft({ ...draft, claims: draft.claims.map((claim) => ({ ...claim, chosen: reading.claims[claim.index]?.status?.value === 'denied' || reading.claims[claim.index]?.status?.value === 'partially-denied' })) })}>Choose denied</Button>
              <Button size="small" kind="quiet" onPress={() => onDraft({ ...draft, claims: draft.claims.map((claim) => ({ ...claim, chosen: true })) })}>All</Button>
              <Button size="small" kind="quiet" onPress={() => onDraft({ ...draft, claims: draft.claims.map((claim) => ({ ...claim, chosen: false })) })}>None</Button>
            </span>
          </div>
        )}
        {draft.claims.map((claim) => {
          const read = reading.claims[claim.index];
          if (read === undefined) return null;
          const before = known.find((one) => one.index === claim.index) ?? null;
          const fields = reviewFields(reading, claim.index, before?.facts ?? null);
          const changes = fields.filter((field) => field.was !== null).length;
          const found = fields.filter((field) => field.doubt !== 'missing' || field.candidates.length > 0 || claim.edited.includes(field.key) || claim.typedBefore[field.key] !== undefined);
          const missing = fields.filter((field) => !found.includes(field));
          const row = (field: ReviewField) => (
            <ReviewFieldRow
              key={field.key} field={field} text={claim.texts[field.key] ?? ''} typedBefore={claim.typedBefore[field.key]?.text ?? null} isEdited={claim.edited.includes(field.key) && claim.texts[field.key] !== field.text}
              error={faultText(faults.find((fault) => fault.index === claim.index && fault.key === field.key), field.kind)}
              onChange={(text) => onDraft(typeInto(draft, claim.index, field.key, text))} onPoint={onPoint}
            />
          );
          const tracked = before === null ? <Chip tone="accent">New</Chip> : <Chip tone={changes > 0 ? 'soon' : 'plain'}>{changes > 0 ? `In your queue, ${changes} changed` : 'In your queue'}</Chip>;
          const body = (
            <>
              {faults.some((fault) => fault.index === claim.index && fault.key === 'identity') && <Notice tone="problem">Give the claim number or the account number: without one this claim could never be found again.</Notice>}
              <div className="flex flex-col gap-2.5">{found.map(row)}</div>
              <Section title="Codes" level={3}><Suspense><CodesOnPage claim={read} /></Suspense></Section>
              <Section title="Reference numbers" level={3}>
                <ReferenceList
                  references={claim.references} noneIssued={claim.noReferenceIssued}
                  onChange={(references) => onDraft(changeClaim(draft, claim.index, (one) => ({ ...one, references })))}
                  onNoneIssued={(noReferenceIssued) => onDraft(changeClaim(draft, claim.index, (one) => ({ ...one, noReferenceIssued })))}
                />
              </Section>
              {missing.length > 0 && <Disclosure title={`Not found on the page (${missing.length})`}><div className="flex flex-col gap-2.5">{missing.map(row)}</div></Disclosure>}
            </>
          );
          if (!isList) return <Section key={claim.index} title="What the page says" aside={tracked}>{body}</Section>;
          const title = [claim.texts['claimControlNumber'], claim.texts['patientName']].filter((text) => text !== undefined && text !== '').join(', ') || `Row ${claim.index + 1}`;
          return (
            <div key={claim.index} className="flex items-start gap-2 border-b border-line px-3">
              <div className="pt-1.5"><Checkbox aria-label={`Choose ${title}`} isSelected={claim.chosen} onChange={(on) => onDraft(changeClaim(draft, claim.index, (one) => ({ ...one, chosen: on })))}>{''}</Checkbox></div>
              <div className="min-w-0 flex-1">
                <Disclosure title={<span className="foreign block truncate">{title}</span>} aside={<span className="flex items-center gap-1.5">{claim.texts['status'] !== undefined && claim.texts['status'] !== '' && <span className="text-small">{claimStatusWords(claim.texts['status'])}</span>}{tracked}</span>}>{body}</Disclosure>
              </div>
            </div>
          );
        })}
        {reading.warnings.length > 0 && <Section title="Said by the reader"><ul className="text-ink-2">{reading.warnings.slice(0, 8).map((warning, index) => <li key={`${warning.code}-${index}`} className="foreign">{warning.code}</li>)}</ul></Section>}
      </div>
      <footer className="flex items-center gap-2 border-t border-line px-3 py-2.5">
        <div className="min-w-0 flex-1" role="status">
          {problem !== null ? <span className="text-over">{problem}</span> : isCovered ? <span className="text-soon">Something covers this card. Bring it into plain sight to save.</span> : faults.length > 0 ? <span className="text-over">Mend what is marked first.</span> : null}
        </div>
        <Button kind="primary" size="large" isPending={isBusy} isDisabled={isBusy || isCovered || chosen.length === 0} onPress={onSave}>
          {isList ? `Save ${chosen.length} ${chosen.length === 1 ? 'claim' : 'claims'}` : 'Save to queue'}
        </Button>
      </footer>
    </Frame>
  );
}
