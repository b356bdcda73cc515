import { useState } from 'react';
import { EXPORT_COLUMNS, EXPORT_ROLES, FIRST_COLUMNS, IDENTIFYING_COLUMNS, namesPeople, PLAIN_COLUMNS } from '../../rules/exports/export-kinds.ts';
import type { ExportColumn, ExportFormat, ExportKind, ExportReason } from '../../rules/exports/export-kinds.ts';
import type { Role } from '../../rules/domain/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { exportColumnWords, exportKindWords, exportReasonOptions } from '../words/export-words.ts';

export type ExportChoice = { kind: ExportKind; format: ExportFormat; columns: ExportColumn[]; reason: ExportReason | null; sensitive: boolean };

const about: Record<ExportKind, string> = {
  cases: 'The cases as filtered below, one row each.',
  posting: 'For whoever posts: every payment, adjustment and patient share of the claims closed in the span below, with where it goes.',
  everything: 'All that is kept here, readable by anybody and by other programs. The file is not encrypted.',
  trail: 'The whole audit trail with its hashes, so that it can be checked outside. No patient is in it.',
};
const formatsOf = (kind: ExportKind): readonly { value: ExportFormat; label: string }[] => (kind === 'everything' ? [{ value: 'json', label: 'JSON' }] : [{ value: 'xlsx', label: 'Excel (XLSX)' }, { value: 'csv', label: 'CSV' }]);

/** What to take out, in which form, with which columns and why. `filters` narrows the cases, `span` the posting list. */
export function ExportForm({ role, filters, span, count, isBusy, onExport }: {
  role: Role; filters: React.ReactNode; span: React.ReactNode; /** Rows it would have, where known. */ count: (kind: ExportKind) => number | null; isBusy: boolean; onExport: (choice: ExportChoice) => void;
}) {
  const kinds = (Object.keys(EXPORT_ROLES) as ExportKind[]).filter((one) => EXPORT_ROLES[one].includes(role));
  const [kind, setKind] = useState<ExportKind>(kinds[0] ?? 'trail');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [columns, setColumns] = useState<readonly ExportColumn[]>(FIRST_COLUMNS);
  const [reason, setReason] = useState<ExportReason | null>(null);
  const [sensitive, setSensitive] = useState(false);
  const formats = formatsOf(kind);
  const inForm = formats.some(({ value }) => value === format) ? format : (formats[0]?.value ?? 'csv');
  const asksReason = namesPeople(kind, columns) || (sensitive && kind !== 'trail');
  const rows = count(kind);
  const isReady = !isBusy && (!asksReason || reason !== null) && (kind !== 'cases' || columns.length > 0) && rows !== null && rows > 0;
  const toggle = (column: ExportColumn) => (isOn: boolean) => setColumns((before) => EXPORT_COLUMNS.filter((one) => (one === column ? isOn : before.includes(one))));
  const boxes = (list: readonly ExportColumn[]) => list.map((column) => <Checkbox key={column} isSelected={columns.includes(column)} onChange={toggle(column)}>{exportColumnWords(column)}</Checkbox>);
  return (
    <form
      noValidate className="flex max-w-2xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onExport({ kind, format: inForm, columns: kind === 'cases' ? [...columns] : [], reason: asksReason ? reason : null, sensitive: sensitive && kind !== 'trail' });
      }}
    >
      <Choice label="What" options={kinds.map((value) => ({ value, label: exportKindWords(value) }))} value={kind} onChange={setKind} hint={about[kind]} />
      {kind === 'cases' && (
        <>
          {filters}
          <fieldset className="flex flex-col gap-1"><legend className="text-small font-medium text-ink-2">Columns that name nobody</legend><div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">{boxes(PLAIN_COLUMNS)}</div></fieldset>
          <fieldset className="flex flex-col gap-1"><legend className="text-small font-medium text-ink-2">Columns that name a person or a claim</legend><div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">{boxes(IDENTIFYING_COLUMNS)}</div></fieldset>
        </>
      )}
      {kind === 'posting' && span}
      {kind !== 'trail' && <Checkbox isSelected={sensitive} onChange={setSensitive} hint="Substance use treatment, psychotherapy notes and what the practice marked itself. They stay out unless you say so.">Cases marked sensitive as well</Checkbox>}
      <Choice label="Form" options={formats} value={inForm} onChange={setFormat} />
      {asksReason && (
        <>
          <Notice tone="caution">This file names people or claims. Once saved it is not protected by Overturn any more: keep it only where such data may be kept, and delete it when it is done with.</Notice>
          <div className="max-w-sm"><SelectField label="Why" hint="Kept in the audit trail" options={exportReasonOptions} value={reason} onChange={setReason} /></div>
        </>
      )}
      <div className="flex items-center gap-3">
        <Button type="submit" kind="primary" isDisabled={!isReady}>{isBusy ? 'Saving' : 'Save the file'}</Button>
        <span role="status" className="text-ink-3">{rows === null ? '' : kind === 'posting' ? `${rows.toLocaleString('en-US')} ${rows === 1 ? 'claim' : 'claims'}` : `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`}</span>
      </div>
    </form>
  );
}
