import type { ReactNode } from 'react';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import type { PageNow, Taken } from '../../rules/review/page-now.ts';
import { MOST_ROWS } from '../../rules/portals/seen-list.ts';
import { changeClaim, typeInto } from '../../rules/review/review-draft.ts';
import type { DraftFault, ReviewDraft } from '../../rules/review/review-draft.ts';
import { reviewFields } from '../../rules/review/review-fields.ts';
import type { ReviewField } from '../../rules/review/review-fields.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { ClaimChooser } from './ClaimChooser.tsx';
import type { ChooserRow } from './ClaimChooser.tsx';
import { ClaimReview } from './ClaimReview.tsx';
import { MapNotice } from './MapNotice.tsx';
import { PageMoved } from './PageMoved.tsx';

export type KnownClaim = { index: number; caseId: string; facts: ClaimFacts; lastSeenMs: number };

const SAME: PageNow = { state: 'same' };
const nothing = () => undefined;

const numberOf = (draft: ReviewDraft): string => draft.claims[0]?.texts['claimControlNumber'] ?? '';

function trackedChip({ fields, isKnown }: ChooserRow) {
  const changes = fields.filter((field) => field.was !== null).length;
  if (!isKnown) return <Chip tone="accent">New</Chip>;
  return <Chip tone={changes > 0 ? 'soon' : 'plain'}>{changes > 0 ? `In your queue, ${changes} changed` : 'In your queue'}</Chip>;
}

/** What saving changes of a claim that is in the queue already. */
function updateWords(fields: readonly ReviewField[]): string {
  const labels = fields.filter((field) => field.was !== null).map((field) => field.label);
  if (labels.length === 0) return 'In your queue. Nothing on the page has changed; the look is kept as evidence.';
  return `Changes ${labels.slice(0, 3).join(', ')}${labels.length > 3 ? ` and ${labels.length - 3} more` : ''}.`;
}

/**
 * The review card: everything the page says of a claim, each value editable beside the words it was read from.
 * Nothing is saved but what the person confirms here.
 */
export function CaptureCard({ reading, host, payers, known, draft, faults, problem, pageNow = SAME, readAt = '', ending = null, isBusy, isCovered, about = null, isInPane = false, closeWords = 'Close', onDraft, onTake = nothing, onReviewNow = nothing, onPoint, onSave, onClose }: {
  reading: Reading; host: string; payers: readonly PracticePayer[]; known: readonly KnownClaim[]; draft: ReviewDraft; faults: readonly DraftFault[]; problem: string | null; isBusy: boolean;
  /** What the page has come to since, and the moment the values were read; of a paste neither is known. */
  pageNow?: PageNow; readAt?: string;
  /** The portal counts down to a sign-out. */
  ending?: { seconds: number | null } | null;
  /** Something lies over the card: saving waits until it is in plain sight. */
  isCovered: boolean;
  /** Part of a page that has its own heading and height, such as the side panel's paste box. */
  /** What the practice's library says about these claims. */
  about?: ReactNode; isInPane?: boolean; closeWords?: string;
  onDraft: (draft: ReviewDraft) => void; onTake?: (taken: Taken) => void; onReviewNow?: () => void; onPoint: (field: ReviewField | null) => void; onSave: () => void; onClose: () => void;
}) {
  const chosen = draft.claims.filter((claim) => claim.chosen);
  const isList = reading.claims.length > 1;
  const payerFault = faults.some((fault) => fault.key === 'payer');
  const Frame = isInPane ? 'div' : 'main';
  const Title = isInPane ? 'h2' : 'h1';
  const rows = draft.claims.flatMap((claim): ChooserRow[] => {
    const before = known.find((one) => one.index === claim.index) ?? null;
    return reading.claims[claim.index] === undefined ? [] : [{ claim, fields: reviewFields(reading, claim.index, before?.facts ?? null), isKnown: before !== null, isFaulty: faults.some((fault) => fault.index === claim.index) }];
  });
  const review = ({ claim, fields }: ChooserRow) => {
    const read = reading.claims[claim.index];
    return read === undefined ? null : (
      <ClaimReview
        claim={claim} read={read} fields={fields} faults={faults} pageNow={pageNow.state === 'changed' ? (pageNow.says[claim.index] ?? {}) : {}} onPoint={onPoint}
        onType={(key, text) => onDraft(typeInto(draft, claim.index, key, text))} onTake={(key) => onTake({ index: claim.index, key })} onChange={(change) => onDraft(changeClaim(draft, claim.index, change))}
      />
    );
  };
  const isUpdate = !isList && rows[0]?.isKnown === true;
  const isBehind = pageNow.state === 'moved' || pageNow.state === 'gone';
  const what = isList ? `the ${reading.claims.length} claims of this list` : numberOf(draft) === '' ? 'the claim that was read' : `claim ${numberOf(draft)}`;
  return (
    <Frame className={isInPane ? 'flex min-h-0 flex-1 flex-col bg-ground' : 'flex h-dvh flex-col bg-ground'}>
      <header className="flex items-center gap-2 border-b border-line px-3 py-2">
        <div className="min-w-0 flex-1">
          <Title tabIndex={-1} className="text-lead font-semibold outline-none">{isList ? `${reading.claims.length} claims on this page` : 'Claim on this page'}</Title>
          <p className="foreign truncate text-small text-ink-3">{host}{reading.seen !== null && reading.seen.of !== null ? `, ${reading.seen.rows.toLocaleString('en-US')} of ${reading.seen.of.toLocaleString('en-US')} rows seen` : ''}</p>
          {isList && reading.seen !== null && reading.seen.of !== null && reading.seen.of > reading.claims.length && <p className="text-small text-ink-3">{reading.claims.length >= MOST_ROWS ? `One card takes ${MOST_ROWS} rows, around those in view. For others, scroll to them and open the card again.` : 'Scroll the list on the page to see more rows.'}</p>}
        </div>
        <Button kind="quiet" size="small" onPress={onClose}>{closeWords}</Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {ending !== null && <div className="px-3 pt-3"><Notice tone="problem" title={ending.seconds === null ? 'The portal is about to sign you out' : `The portal said it signs you out in ${ending.seconds} seconds`}>What you typed here is kept, also if the page goes away. Staying signed in is for you to choose in the portal.</Notice></div>}
        <PageMoved now={pageNow} readAt={readAt} what={what} onTakeAll={() => onTake('all')} onReviewNow={onReviewNow} />
        {reading.map !== undefined && <MapNotice map={reading.map} />}
        <Section title="Payer">
          <SelectField
            label="File under" options={payers.map((payer) => ({ value: payer.key, label: payer.name }))} value={draft.payerKey} onChange={(payerKey) => onDraft({ ...draft, payerKey })}
            placeholder="Which payer is this?" error={payerFault ? 'Choose the payer: it decides which windows hold.' : null}
            hint={reading.payer === null ? 'No label on the page names the payer.' : `Page: ${reading.payer.raw}`}
          />
        </Section>
        {about}
        {isList
          ? <ClaimChooser rows={rows} onChoose={(isChosen) => onDraft({ ...draft, claims: rows.map((row) => ({ ...row.claim, chosen: isChosen(row) })) })}>{review}</ClaimChooser>
          : rows.map((row) => <Section key={row.claim.index} title="What the page says" aside={trackedChip(row)}>{review(row)}</Section>)}
        {reading.warnings.length > 0 && <Section title="Said by the reader"><ul className="text-ink-2">{reading.warnings.slice(0, 8).map((warning, index) => <li key={`${warning.code}-${index}`} className="foreign">{warning.code}</li>)}</ul></Section>}
      </div>
      <footer className="flex items-center gap-2 border-t border-line px-3 py-2.5">
        <div className="min-w-0 flex-1" role="status">
          {problem !== null ? <span className="text-over">{problem}</span> : isCovered ? <span className="text-soon">Something covers this card. Bring it into plain sight to save.</span> : faults.length > 0 ? <span className="text-over">Mend what is marked first.</span> : isUpdate ? <span className="line-clamp-2 text-small text-ink-2">{updateWords(rows[0]?.fields ?? [])}</span> : null}
        </div>
        <Button kind="primary" size="large" isPending={isBusy} isDisabled={isBusy || isCovered || chosen.length === 0} onPress={onSave}>
          {isList ? `Save ${chosen.length} ${chosen.length === 1 ? 'claim' : 'claims'}` : isBehind && numberOf(draft) !== '' ? <span className="foreign">{isUpdate ? 'Update' : 'Save'} {numberOf(draft)}</span> : isUpdate ? 'Update the claim' : 'Save to queue'}
        </Button>
      </footer>
    </Frame>
  );
}
