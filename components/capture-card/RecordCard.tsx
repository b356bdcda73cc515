import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { MemberField, MemberReading } from '../../rules/reading/member-reading.ts';
import { RECORD_FIELDS } from '../../rules/review/record-review.ts';
import type { KeptRecordReview, RecordTexts } from '../../rules/review/record-review.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { approvalOptions, coverageOptions, orderOptions, recordFieldWords } from '../words/record-words.ts';

const DATES: ReadonlySet<MemberField> = new Set(['from', 'to', 'asOf']);
const NAMES: ReadonlySet<MemberField> = new Set(['patientName', 'plan', 'otherPayer', 'provider', 'place']);

/**
 * A coverage check or an authorization that a page shows, each value beside the words it was read from. It is no claim: keeping it adds
 * a record of the member, which stands at every claim of that member.
 */
export function RecordCard({ reading, host, payers, review, faults, problem, pageMoved, isBusy, isCovered, onChange, onPoint, onSave, onClose }: {
  reading: MemberReading; host: string; payers: readonly PracticePayer[]; review: KeptRecordReview; faults: Partial<Record<MemberField, string>> & { payer?: string }; problem: string | null;
  /** The page shows something else by now. */
  pageMoved: boolean; isBusy: boolean; isCovered: boolean;
  onChange: (review: KeptRecordReview) => void; onPoint: (evidence: { raw: string; label: string | null } | null) => void; onSave: () => void; onClose: () => void;
}) {
  const isCoverage = reading.kind === 'coverage';
  const type = (field: MemberField, text: string) => onChange({ ...review, texts: { ...review.texts, [field]: text } satisfies RecordTexts });
  return (
    <main className="flex h-dvh flex-col bg-ground">
      <header className="flex items-center gap-2 border-b border-line px-3 py-2">
        <div className="min-w-0 flex-1">
          <h1 tabIndex={-1} className="text-lead font-semibold outline-none">{isCoverage ? 'Coverage check on this page' : 'Authorization on this page'}</h1>
          <p className="foreign truncate text-small text-ink-3">{host}</p>
        </div>
        <Button kind="quiet" size="small" onPress={onClose}>Close</Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {pageMoved && <div className="px-3 pt-3"><Notice tone="caution" title="The page now shows something else">What is kept is what was read when this card was opened.</Notice></div>}
        <Section title="Payer">
          <SelectField
            label="File under" options={payers.map((payer) => ({ value: payer.key, label: payer.name }))} value={review.payerKey} onChange={(payerKey) => onChange({ ...review, payerKey })}
            placeholder="Which payer is this?" error={faults.payer ?? null} hint={reading.values.payer === undefined ? 'No label on the page names the payer.' : `Page: ${reading.values.payer.raw}`}
          />
        </Section>
        <Section title="What the page says">
          <div className="flex flex-col gap-2.5">
            {RECORD_FIELDS[reading.kind].map((field) => {
              const found = reading.values[field];
              const text = review.texts[field] ?? '';
              const error = faults[field] ?? null;
              const hint = <span className="foreign">{found === undefined ? 'The page does not say it in a way that is sure.' : <>{found.label === null ? 'Page' : found.label}: <q>{found.raw.slice(0, 120)}</q></>}</span>;
              const options = field === 'status' ? (isCoverage ? coverageOptions : approvalOptions) : field === 'order' ? orderOptions : null;
              const mark = found === undefined ? 'Not found' : found.confidence === 'likely' ? 'Check' : null;
              return (
                <div key={field} data-field={field} onMouseEnter={() => onPoint(found ?? null)} onMouseLeave={() => onPoint(null)} onFocus={() => onPoint(found ?? null)} onBlur={() => onPoint(null)}>
                  {options !== null
                    ? <SelectField<string> label={recordFieldWords(field)} options={options} value={text === '' ? null : text} onChange={(value) => type(field, value)} placeholder="Not found" hint={hint} error={error} />
                    : <TextField label={recordFieldWords(field)} value={text} onChange={(value) => type(field, value)} hint={hint} error={error} isIdentifier={!NAMES.has(field)} placeholder={DATES.has(field) ? 'mm/dd/yyyy' : ''} autoComplete="off" maxLength={200} {...(mark === null ? {} : { aside: <Chip tone={found === undefined ? 'plain' : 'soon'}>{mark}</Chip> })} />}
                </div>
              );
            })}
          </div>
        </Section>
      </div>
      <footer className="flex items-center gap-2 border-t border-line px-3 py-2.5">
        <div className="min-w-0 flex-1" role="status">
          {problem !== null ? <span className="text-over">{problem}</span> : isCovered ? <span className="text-soon">Something covers this card. Bring it into plain sight to save.</span> : Object.keys(faults).length > 0 ? <span className="text-over">Mend what is marked first.</span> : <span className="text-small text-ink-2">Shown at every claim of this member.</span>}
        </div>
        <Button kind="primary" size="large" isPending={isBusy} isDisabled={isBusy || isCovered} onPress={onSave}>{isCoverage ? 'Keep this coverage check' : 'Keep this authorization'}</Button>
      </footer>
    </main>
  );
}
