import { lazy, Suspense } from 'react';
import type { ReadingClaim } from '../../rules/reading/reading.ts';
import type { DraftClaim, DraftFault } from '../../rules/review/review-draft.ts';
import type { ReviewField, ReviewKey } from '../../rules/review/review-fields.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { ReferenceList } from './ReferenceList.tsx';
import { ReviewFieldRow } from './ReviewFieldRow.tsx';

// The words for codes weigh more than the card; it stands first.
const CodesOnPage = lazy(async () => ({ default: (await import('./CodesOnPage.tsx')).CodesOnPage }));

function faultText(fault: DraftFault | undefined, kind: string): string | null {
  if (fault === undefined) return null;
  return kind === 'date' ? 'No such date. Write it as 04/07/2026.' : 'Not an amount. Write it as 1,234.50.';
}

export type ClaimReviewProps = {
  claim: DraftClaim; read: ReadingClaim; fields: readonly ReviewField[]; faults: readonly DraftFault[];
  /** What the page has come to say since, by field. */
  pageNow: Partial<Record<ReviewKey, string>>;
  onType: (key: ReviewKey, text: string) => void; onTake: (key: ReviewKey) => void; onChange: (change: (claim: DraftClaim) => DraftClaim) => void; onPoint: (field: ReviewField | null) => void;
};

/** One claim in full: each field with its evidence, the codes, the numbers that were given, and what was not found. */
export function ClaimReview({ claim, read, fields, faults, pageNow, onType, onTake, onChange, onPoint }: ClaimReviewProps) {
  const found = fields.filter((field) => field.doubt !== 'missing' || field.candidates.length > 0 || claim.edited.includes(field.key) || claim.typedBefore[field.key] !== undefined || pageNow[field.key] !== undefined);
  const missing = fields.filter((field) => !found.includes(field));
  const row = (field: ReviewField) => (
    <ReviewFieldRow
      key={field.key} field={field} text={claim.texts[field.key] ?? ''} pageNow={pageNow[field.key] ?? null} typedBefore={claim.typedBefore[field.key]?.text ?? null} isEdited={claim.edited.includes(field.key) && claim.texts[field.key] !== field.text}
      error={faultText(faults.find((fault) => fault.index === claim.index && fault.key === field.key), field.kind)}
      onChange={(text) => onType(field.key, text)} onTake={() => onTake(field.key)} onPoint={onPoint}
    />
  );
  return (
    <>
      {faults.some((fault) => fault.index === claim.index && fault.key === 'identity') && <Notice tone="problem">Give the claim number or the account number: without one this claim could never be found again.</Notice>}
      <div className="flex flex-col gap-2.5">{found.map(row)}</div>
      <Section title="Codes" level={3}><Suspense><CodesOnPage claim={read} /></Suspense></Section>
      <Section title="Reference numbers" level={3}>
        <ReferenceList
          references={claim.references} noneIssued={claim.noReferenceIssued}
          onChange={(references) => onChange((one) => ({ ...one, references }))} onNoneIssued={(noReferenceIssued) => onChange((one) => ({ ...one, noReferenceIssued }))}
        />
      </Section>
      {missing.length > 0 && <Disclosure title={`Not found on the page (${missing.length})`}><div className="flex flex-col gap-2.5">{missing.map(row)}</div></Disclosure>}
    </>
  );
}
