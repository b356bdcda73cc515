import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DraftClaim } from '../../rules/review/review-draft.ts';
import type { ReviewField } from '../../rules/review/review-fields.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { claimStatusWords } from '../words/case-words.ts';

export type ChooserRow = { claim: DraftClaim; fields: readonly ReviewField[]; isKnown: boolean; isFaulty: boolean };

const DENIED = new Set(['denied', 'partially-denied', 'rejected']);
const shown = (field: ReviewField, text: string) => (field.kind === 'status' ? claimStatusWords(text) : text);

/**
 * The claims of a list: which are saved, which are in the queue already and what changed of them. A row opens to the whole
 * claim; only the open one is drawn in full, so that hundreds of rows cost little.
 */
export function ClaimChooser({ rows, onChoose, children }: { rows: readonly ChooserRow[]; onChoose: (isChosen: (row: ChooserRow) => boolean) => void; children: (row: ChooserRow) => ReactNode }) {
  const [open, setOpen] = useState<number | null>(null);
  const chosen = rows.filter(({ claim }) => claim.chosen).length;
  const isNew = ({ isKnown }: ChooserRow) => !isKnown;
  return (
    <>
      <div className="sticky top-0 z-10 flex flex-wrap items-center justify-between gap-x-2 border-b border-line bg-ground px-3 py-1">
        <span className="text-small text-ink-2" role="status">{chosen} of {rows.length} chosen</span>
        <span className="flex gap-1">
          <Button size="small" kind="quiet" onPress={() => onChoose(({ claim }) => DENIED.has(claim.texts['status'] ?? ''))}>Choose denied</Button>
          {rows.some(isNew) && rows.some(({ isKnown }) => isKnown) && <Button size="small" kind="quiet" onPress={() => onChoose(isNew)}>New</Button>}
          <Button size="small" kind="quiet" onPress={() => onChoose(() => true)}>All</Button>
          <Button size="small" kind="quiet" onPress={() => onChoose(() => false)}>None</Button>
        </span>
      </div>
      <ul>
        {rows.map((row) => (
          <ListRow key={row.claim.index} row={row} isOpen={open === row.claim.index} onOpen={() => setOpen(open === row.claim.index ? null : row.claim.index)} onChoose={(on) => onChoose((one) => (one === row ? on : one.claim.chosen))}>
            {open === row.claim.index && children(row)}
          </ListRow>
        ))}
      </ul>
    </>
  );
}

function ListRow({ row, isOpen, onOpen, onChoose, children }: { row: ChooserRow; isOpen: boolean; onOpen: () => void; onChoose: (on: boolean) => void; children: ReactNode }) {
  const { claim, fields, isKnown, isFaulty } = row;
  const text = (key: string) => claim.texts[key] ?? '';
  const title = [text('claimControlNumber') || text('patientControlNumber'), text('patientName')].filter((part) => part !== '').join(', ') || `Row ${claim.index + 1}`;
  const changes = fields.filter((field) => field.was !== null);
  const facts = [text('serviceFrom'), text('charge') === '' ? '' : `$${text('charge')}`].filter((part) => part !== '').join(', ');
  return (
    <li className={classes('border-b border-line px-3', !isOpen && '[contain-intrinsic-size:auto_3.25rem] [content-visibility:auto]', isFaulty && 'bg-over-soft')}>
      <div className="flex items-start gap-2 py-1">
        <input type="checkbox" aria-label={`Choose ${title}`} checked={claim.chosen} onChange={(event) => onChoose(event.target.checked)} className="mt-1 size-4.5 shrink-0 accent-accent" />
        <button type="button" aria-expanded={isOpen} onClick={onOpen} className="flex min-h-9 min-w-0 flex-1 items-start gap-1.5 rounded-sm py-0.5 text-left hover:bg-hover">
          <ChevronRight aria-hidden className={classes('mt-0.5 size-3.5 shrink-0 text-ink-3', isOpen && 'rotate-90')} />
          <span className="min-w-0 flex-1">
            <span className="flex items-baseline justify-between gap-2"><span className="foreign truncate font-medium">{title}</span><span className="shrink-0 text-small">{text('status') === '' ? '' : claimStatusWords(text('status'))}</span></span>
            <span className="flex items-baseline justify-between gap-2 text-small text-ink-3">
              <span className="figures truncate">{facts}</span>
              {isKnown ? <Chip tone={changes.length > 0 ? 'soon' : 'plain'}>{changes.length > 0 ? `In your queue, ${changes.length} changed` : 'In your queue'}</Chip> : <Chip tone="accent">New</Chip>}
            </span>
            {changes.slice(0, 3).map((field) => <span key={field.key} className="foreign block truncate text-small text-soon">{field.label}: {shown(field, field.was ?? '')} → {shown(field, field.text)}</span>)}
            {changes.length > 3 && <span className="block text-small text-soon">and {changes.length - 3} more</span>}
          </span>
        </button>
      </div>
      {isOpen && <div className="pb-3 pl-6">{children}</div>}
    </li>
  );
}
