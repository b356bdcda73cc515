import type { ReactNode } from 'react';
import { SHARE_BYS } from '../../rules/queue/share-out.ts';
import type { ShareBy } from '../../rules/queue/share-out.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Money } from '../ui/Money.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { categoryOptions } from '../words/denial-words.ts';
import { caseCount, countWords, workTimeWords } from '../words/load-words.ts';

const bys: Record<ShareBy, { label: string; hint: string }> = {
  fit: { label: 'Best fit', hint: 'Skill, payer and pool together; among equals, who has least waiting.' },
  skill: { label: 'Skill', hint: 'Only to people who list this kind of denial.' },
  payer: { label: 'Payer', hint: 'Only to people who take this payer.' },
  pool: { label: 'Pool', hint: 'Only to people who take from the pool the case waits in.' },
  load: { label: 'Even load', hint: 'Whoever has least work waiting, whatever they take.' },
};
const all = { value: '', label: 'All' } as const;

export type ShareChoice = { by: ShareBy; toIds: readonly string[]; payerKey: string; category: string; overdueOnly: boolean };
export type ShareRow = { personId: string; name: string; gets: number; cents: number; fits: { skill: number; payer: number; pool: number }; casesThen: number; minutesThen: number };

/** Gives many cases of one owner to several people: how, of what, to whom, and before it is done what each would get. */
export function ShareOutForm({ ownerName, choice, people, payers, preview, most, isBusy, onChoice, onApply, onClose, children }: {
  ownerName: string; choice: ShareChoice; people: readonly { id: string; name: string; note: string }[]; payers: readonly { key: string; name: string }[];
  /** Null while it is worked out. */ preview: { rows: readonly ShareRow[]; left: number; considered: number; outOf: number } | null;
  most: number; isBusy: boolean; onChoice: (choice: ShareChoice) => void; onApply: () => void; onClose: () => void; children?: ReactNode;
}) {
  const gets = preview?.rows.reduce((sum, row) => sum + row.gets, 0) ?? 0;
  return (
    <section aria-labelledby="share-out" className="flex flex-col gap-3 rounded-md border border-line bg-sunken p-4">
      <h2 id="share-out" className="text-lead font-semibold">Share out the cases of {ownerName}</h2>
      <div className="grid max-w-3xl grid-cols-1 gap-3 sm:grid-cols-3">
        <SelectField label="By" options={SHARE_BYS.map((value) => ({ value, label: bys[value].label }))} value={choice.by} onChange={(by) => onChoice({ ...choice, by })} hint={bys[choice.by].hint} />
        <SelectField label="Only this payer" options={[all, ...payers.map(({ key, name }) => ({ value: key, label: name }))]} value={choice.payerKey} onChange={(payerKey) => onChoice({ ...choice, payerKey })} />
        <SelectField label="Only this reason" options={[all, ...categoryOptions]} value={choice.category} onChange={(category) => onChoice({ ...choice, category })} />
      </div>
      <Checkbox isSelected={choice.overdueOnly} onChange={(overdueOnly) => onChoice({ ...choice, overdueOnly })}>Only what is past its day</Checkbox>
      <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
        <legend className="mb-1 font-medium">To</legend>
        {people.map(({ id, name, note }) => (
          <Checkbox key={id} isSelected={choice.toIds.includes(id)} onChange={(on) => onChoice({ ...choice, toIds: on ? [...choice.toIds, id] : choice.toIds.filter((one) => one !== id) })}>{note === '' ? name : `${name} (${note})`}</Checkbox>
        ))}
        {people.length === 0 && <p className="text-ink-2">Nobody else can take work today. People are added and their days away kept under People.</p>}
      </fieldset>
      {preview !== null && (
        <div aria-busy={isBusy} className="overflow-x-auto">
          <table className="w-full max-w-4xl border-collapse bg-ground text-left">
            <caption className="pb-1 text-left font-medium">Before anything changes: who would get what</caption>
            <thead><tr className="border-b border-line text-small text-ink-3">{['Person', 'Gets', 'Denied', 'Fits by', 'Open then', 'Work then'].map((heading, index) => <th key={heading} scope="col" className={`px-2 py-1.5 font-medium ${index === 0 || index === 3 ? '' : 'text-right'}`}>{heading}</th>)}</tr></thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.personId} className="border-b border-line">
                  <th scope="row" className="foreign px-2 py-1.5 font-medium">{row.name}</th>
                  <td className="figures px-2 text-right">{countWords(row.gets)}</td><td className="px-2 text-right"><Money cents={row.cents} /></td>
                  <td className="figures px-2 text-ink-2">{[['skill', row.fits.skill], ['payer', row.fits.payer], ['pool', row.fits.pool]].filter(([, count]) => count !== 0).map(([fit, count]) => `${fit} ${count}`).join(', ') || '–'}</td>
                  <td className="figures px-2 text-right">{countWords(row.casesThen)}</td><td className="figures px-2 text-right">{workTimeWords(row.minutesThen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p role="status" className="mt-2 text-ink-2">
            {caseCount(gets)} would move.{preview.left > 0 && ` ${caseCount(preview.left)} fit nobody chosen and stay where they are.`}{preview.outOf > preview.considered && ` Of ${caseCount(preview.outOf)} the first ${countWords(most)} by urgency are looked at; do it again for the rest.`}
          </p>
        </div>
      )}
      {children}
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onPress={onClose}>Close</Button>
        <Button kind="primary" isDisabled={gets === 0} isPending={isBusy} onPress={onApply}>Give out {caseCount(gets)}</Button>
      </div>
      {gets > 0 && preview !== null && preview.rows.length > 1 && preview.rows.filter((row) => row.gets > 0).length === 1 && <Notice>All of it would go to one person.</Notice>}
    </section>
  );
}
