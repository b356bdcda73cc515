import type { ReviewField } from '../../rules/review/review-fields.ts';
import type { ClaimStatus } from '../../rules/reading/reading.ts';
import { Chip } from '../ui/Chip.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { claimStatusOptions, claimStatusWords } from '../words/case-words.ts';

const take = 'foreign min-h-6 max-w-full truncate rounded-sm border border-edge bg-raised px-1.5 hover:bg-hover';
const doubtWords = { certain: null, likely: 'Check', derived: 'Worked out', missing: 'Not found' } as const;

/**
 * One field of the card: the value to edit, the words on the page it comes from, and how sure the reader was.
 * Pointing at it or moving into it outlines the place on the page.
 */
export function ReviewFieldRow({ field, text, pageNow, typedBefore, isEdited, error, onChange, onTake, onPoint }: {
  field: ReviewField; text: string;
  /** What the page has come to say since the card was opened, where that is something else; null where it has not changed. */
  pageNow: string | null;
  /** What the person had typed while the page still said something else; null where there is nothing of the kind. */
  typedBefore: string | null;
  isEdited: boolean; error: string | null; onChange: (text: string) => void; onTake: () => void; onPoint: (field: ReviewField | null) => void;
}) {
  const mark = isEdited ? 'Changed by you' : doubtWords[field.doubt];
  const aside = mark === null ? undefined : <Chip tone={isEdited ? 'accent' : field.doubt === 'missing' ? 'plain' : 'soon'}>{mark}</Chip>;
  const shown = (value: string) => (field.kind === 'status' && value !== '' ? claimStatusWords(value) : value);
  const hint = (
    <span className="foreign">
      {field.evidence === null ? 'The page does not say it in a way that is sure.' : <>{field.evidence.label === null ? 'Page' : field.evidence.label}: <q>{field.evidence.raw.slice(0, 120)}</q></>}
      {field.was !== null && <span className="block font-medium text-soon">Last time: {shown(field.was)}</span>}
    </span>
  );
  return (
    <div onMouseEnter={() => onPoint(field)} onMouseLeave={() => onPoint(null)} onFocus={() => onPoint(field)} onBlur={() => onPoint(null)} data-field={field.key}>
      {field.kind === 'status'
        ? (
            <div className="flex items-end gap-2">
              <div className="min-w-0 flex-1"><SelectField label={field.label} options={claimStatusOptions} value={text === '' ? null : (text as ClaimStatus)} onChange={onChange} placeholder="Not found" hint={hint} error={error} /></div>
              {aside !== undefined && <span className="mb-5.5">{aside}</span>}
            </div>
          )
        : <TextField label={field.label} value={text} onChange={onChange} hint={hint} error={error} isIdentifier={field.kind !== 'text' || field.key !== 'patientName'} placeholder={field.kind === 'date' ? 'mm/dd/yyyy' : field.kind === 'money' ? '0.00' : ''} autoComplete="off" {...(aside === undefined ? {} : { aside })} />}
      {pageNow !== null && pageNow !== text && (
        <div role="status" className="mt-1 flex flex-wrap items-center gap-1 text-small">
          {pageNow === '' ? <span className="text-soon">The page no longer says it.</span> : <><span className="text-soon">The page now says:</span><button type="button" className={take} onClick={onTake}>{shown(pageNow)}</button></>}
        </div>
      )}
      {pageNow === null && isEdited && field.text !== '' && (
        <div className="mt-1 flex flex-wrap items-center gap-1 text-small"><span className="text-ink-3">The page says:</span><button type="button" className={take} onClick={() => onChange(field.text)}>{shown(field.text)}</button></div>
      )}
      {typedBefore !== null && (
        <div className="mt-1 flex flex-wrap items-center gap-1 text-small">
          <span className="text-soon">The page changed. You had typed:</span>
          <button type="button" className={take} onClick={() => onChange(typedBefore)}>{typedBefore === '' ? '(empty)' : shown(typedBefore)}</button>
        </div>
      )}
      {field.candidates.length > 0 && text === '' && (
        <div className="mt-1 flex flex-wrap items-center gap-1">
          <span className="text-small text-ink-3">On the page:</span>
          {field.candidates.slice(0, 4).map((candidate) => (
            <button key={`${candidate.label ?? ''}${candidate.text}`} type="button" className="foreign min-h-6 rounded-sm border border-edge bg-raised px-1.5 text-small hover:bg-hover" onClick={() => onChange(candidate.text)}>
              {candidate.label === null ? '' : `${candidate.label}: `}{shown(candidate.text)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
