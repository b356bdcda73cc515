import { useState } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { CASE_STATES, POOL } from '../../rules/domain/vocabulary.ts';
import type { CaseState } from '../../rules/domain/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { caseStateWords } from '../words/case-words.ts';

export type BulkChange = { ownerId?: string; state?: CaseState; followUpOn?: string };
/** As many as go at once; of more, the first in the order shown. */
export const BULK_MOST = 500;

const keep = { value: '', label: 'As it is' } as const;
const states = [keep, ...CASE_STATES.filter((state) => state !== 'resolved' && state !== 'not-workable').map((value) => ({ value, label: caseStateWords(value) }))];

/** Owner, state or follow-up for every case of the view in front. It can be taken back in one press afterwards. */
export function BulkBar({ count, people, today, isBusy, onApply, onClose }: { count: number; people: readonly { id: string; name: string }[]; today: DayNumber; isBusy: boolean; onApply: (change: BulkChange) => void; onClose: () => void }) {
  const [ownerId, setOwner] = useState('');
  const [state, setState] = useState('');
  const [followUpOn, setFollowUp] = useState<string | null>(null);
  const number = Math.min(count, BULK_MOST);
  const found = CASE_STATES.find((one) => one === state);
  const change: BulkChange = { ...(ownerId === '' ? {} : { ownerId }), ...(found === undefined ? {} : { state: found }), ...(followUpOn === null ? {} : { followUpOn }) };
  return (
    <div role="group" aria-label="Change all cases of this view" className="flex flex-col gap-2 border-b border-line bg-sunken px-3 py-2">
      <p className="font-medium">{count > BULK_MOST ? `The first ${BULK_MOST} of ${count} cases of this view` : `All ${count} cases of this view`}</p>
      <div className="grid grid-cols-2 gap-2">
        <SelectField label="Give to" options={[keep, { value: POOL, label: 'The pool' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} value={ownerId} onChange={setOwner} />
        <SelectField label="New state" options={states} value={state} onChange={setState} />
        <DateField label="Follow up on" value={followUpOn} onChange={setFollowUp} today={today} />
      </div>
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onPress={onClose}>Cancel</Button>
        <Button kind="primary" isDisabled={number === 0 || Object.keys(change).length === 0} isPending={isBusy} onPress={() => onApply(change)}>Change {number}</Button>
      </div>
    </div>
  );
}
