import type { ReactNode } from 'react';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import { repeatedClaims } from '../../rules/worklists/read-row.ts';
import type { ReadRow } from '../../rules/worklists/read-row.ts';
import { DATE_ORDERS } from '../../rules/worklists/worklist-columns.ts';
import type { WorklistMapping } from '../../rules/worklists/worklist-columns.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { claimStatusOptions } from '../words/case-words.ts';
import { dateOrderWords, readingWords } from '../words/worklist-words.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { RowPreview } from './RowPreview.tsx';
import { RowsToMend } from './RowsToMend.tsx';

export type WorklistRow = { row: number; cells: readonly string[]; read: ReadRow };

export type WorklistReviewProps = {
  name: string; encoding: string; delimiter: string | null; raggedRows: number; beyondMost: number;
  sheets: readonly string[]; sheet: number; onSheet: (sheet: number) => void;
  /** Whether the first row holds headings; saying otherwise reads the list anew. */
  hasHeadings: boolean; onHeadings: (hasHeadings: boolean) => void;
  headers: readonly string[]; mapping: WorklistMapping; isMappingKnown: boolean; onMapping: (mapping: WorklistMapping) => void;
  /** Whether the days prove their own order, and examples. */
  dates: { isSure: boolean; shown: readonly string[] };
  payers: readonly { key: string; name: string }[]; rows: readonly WorklistRow[]; leftOut: number;
  onMend: (row: number, column: number, text: string) => void; onLeaveOut: (rows: readonly number[]) => void;
  saving: { done: number; of: number } | null; problem: string | null; onSave: () => void; onBack: () => void;
};

const PREVIEWED = 8;
const statuses: { value: string; label: string }[] = [{ value: 'not-said', label: 'Not said' }, ...claimStatusOptions];

/** A list before it is taken: what each column means, what each row will be, and which rows need a hand. */
export function WorklistReview(props: WorklistReviewProps) {
  const { headers, mapping, rows, payers } = props;
  const sound = rows.filter(({ read }) => read.problems.length === 0);
  const repeated = repeatedClaims(sound.map(({ read }) => read));
  const faulty = rows.filter(({ read }) => read.problems.length > 0);
  const named = (['patientName', 'claimControlNumber', 'patientControlNumber', 'payer'] as const).flatMap((field) => { const at = mapping.fields.indexOf(field); return at < 0 ? [] : [at]; });
  const payerOf = (read: ReadRow) => read.payerName ?? payers.find(({ key }) => key === mapping.payerKey)?.name ?? '–';
  return (
    <div className="flex flex-col gap-2 pb-16">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="foreign min-w-0 truncate text-lead font-semibold" dir="auto">{props.name}</h2>
        <Chip tone={props.encoding === 'windows-1252' ? 'soon' : 'plain'}>{readingWords(props.encoding, props.delimiter)}</Chip>
        {props.isMappingKnown && <Chip tone="good">Columns known from last time</Chip>}
      </div>
      {props.raggedRows > 0 && <Notice tone="caution">{props.raggedRows === 1 ? '1 row has' : `${props.raggedRows.toLocaleString('en-US')} rows have`} more or fewer cells than the first. Look whether {props.raggedRows === 1 ? 'its' : 'their'} values stand in the right columns.</Notice>}
      {props.beyondMost > 0 && <Notice tone="caution">The list is longer than 20,000 rows. The last {props.beyondMost.toLocaleString('en-US')} are not taken.</Notice>}
      {props.sheets.length > 1 && <div className="max-w-xs"><SelectField label="Sheet" options={props.sheets.map((label, index) => ({ value: String(index), label }))} value={String(props.sheet)} onChange={(value) => props.onSheet(Number(value))} /></div>}
      <Section title="What each column means">
        <div className="mb-2"><Checkbox isSelected={props.hasHeadings} isDisabled={props.saving !== null} onChange={props.onHeadings} hint={props.hasHeadings ? 'Untick it where the list begins with a claim at once, so that none is lost as a heading.' : 'The first row is taken as a claim. Say below what each column means.'}>The list has headings</Checkbox></div>
        <ColumnTable headers={headers} samples={rows.slice(0, 3).map(({ cells }) => cells)} fields={mapping.fields} onChange={(fields) => props.onMapping({ ...mapping, fields })} />
      </Section>
      <Section title="What holds for every row">
        <div className="grid gap-3 sm:grid-cols-3">
          <Ask isWanted={mapping.fields.some((field) => field !== null && ['serviceFrom', 'serviceTo', 'remittanceOn', 'noticeReceivedOn'].includes(field))}>
            <SelectField
              label="Days are written" options={DATE_ORDERS.map((value) => ({ value, label: dateOrderWords[value] }))} value={mapping.dateOrder} onChange={(dateOrder) => props.onMapping({ ...mapping, dateOrder })}
              hint={props.dates.isSure ? (props.dates.shown.length === 0 ? 'No day in the list can be read two ways.' : `The list shows it: ${props.dates.shown.join(', ')}`) : `Could be read both ways: ${props.dates.shown.join(', ')}. Check it.`}
            />
          </Ask>
          <Ask isWanted={!mapping.fields.includes('payer')}><ComboField label="Payer" options={payers.map(({ key, name }) => ({ value: key, label: name }))} value={mapping.payerKey} onChange={(payerKey) => props.onMapping({ ...mapping, payerKey })} /></Ask>
          <Ask isWanted={!mapping.fields.includes('status')}>
            <SelectField label="What the payer did" options={statuses} value={mapping.statusForAll ?? 'not-said'} onChange={(value) => props.onMapping({ ...mapping, statusForAll: value === 'not-said' ? null : value as ClaimFacts['status'] })} />
          </Ask>
        </div>
      </Section>
      {faulty.length > 0 && (
        <Section title={`${faulty.length.toLocaleString('en-US')} ${faulty.length === 1 ? 'row needs' : 'rows need'} a hand`} aside={<Button size="small" kind="quiet" onPress={() => props.onLeaveOut(faulty.map(({ row }) => row))}>Leave all of them out</Button>}>
          <RowsToMend headers={headers} named={named} rows={faulty.map(({ row, cells, read }) => ({ row, cells, problems: read.problems }))} onMend={props.onMend} onLeaveOut={(row) => props.onLeaveOut([row])} />
        </Section>
      )}
      <Section title={`${sound.length.toLocaleString('en-US')} ${sound.length === 1 ? 'row' : 'rows'} ready`} {...(props.leftOut > 0 ? { aside: `${props.leftOut.toLocaleString('en-US')} left out` } : {})}>
        {sound.length === 0 ? <p className="text-ink-3">None yet. Say above which column holds the claim number.</p> : <RowPreview rows={sound.slice(0, PREVIEWED).map(({ row, read }) => ({ row, read, payer: payerOf(read) }))} />}
        {repeated.length > 0 && <Notice tone="caution">{repeated.length === 1 ? 'One claim number stands' : `${repeated.length.toLocaleString('en-US')} claim numbers stand`} in more than one row. Lines of one claim become one case; look whether it is that or a slip of the hand.</Notice>}
        {sound.length > PREVIEWED && <p className="mt-1 text-small text-ink-3">and {(sound.length - PREVIEWED).toLocaleString('en-US')} more</p>}
      </Section>
      <div className="sticky bottom-0 -mx-1 flex flex-col gap-2 border-t border-line bg-ground px-1 py-3">
        {props.problem !== null && <Notice tone="problem">{props.problem}</Notice>}
        {props.saving !== null && <Progress label="Saving" value={props.saving.done} max={props.saving.of} text={`${props.saving.done.toLocaleString('en-US')} of ${props.saving.of.toLocaleString('en-US')}`} />}
        <div className="flex items-center gap-2">
          <Button kind="primary" isDisabled={sound.length === 0 || props.saving !== null} onPress={props.onSave}>Take {sound.length.toLocaleString('en-US')} {sound.length === 1 ? 'row' : 'rows'}</Button>
          <Button isDisabled={props.saving !== null} onPress={props.onBack}>Back</Button>
          {faulty.length > 0 && <span className="text-small text-ink-3">{faulty.length === 1 ? 'The row' : `The ${faulty.length.toLocaleString('en-US')} rows`} above {faulty.length === 1 ? 'stays' : 'stay'} here to be put right.</span>}
        </div>
      </div>
    </div>
  );
}

function Ask({ isWanted, children }: { isWanted: boolean; children: ReactNode }) {
  return isWanted ? <div className="min-w-0">{children}</div> : null;
}
