import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { Option } from '../ui/SelectField.tsx';
import { caseStateWords } from '../words/case-words.ts';
import { categoryOptions } from '../words/denial-words.ts';
import { CASE_STATES, POOL } from '../../rules/domain/vocabulary.ts';

const all = { value: '', label: 'All' } as const;
const sorts: readonly Option<QueueFilter['sort']>[] = [{ value: 'priority', label: 'Urgency and money' }, { value: 'next-day', label: 'Next date' }, { value: 'oldest-touch', label: 'Longest untouched' }];
const states: readonly Option<string>[] = [all, ...CASE_STATES.filter((state) => state !== 'resolved').map((value) => ({ value, label: caseStateWords(value) }))];

export type QueueFiltersProps = { filter: QueueFilter; onFilter: (filter: QueueFilter) => void; payers: readonly { key: string; name: string }[]; people: readonly { id: string; name: string }[] };

/** What narrows the queue beyond the tiles. */
export function QueueFilters({ filter, onFilter, payers, people }: QueueFiltersProps) {
  const narrow = (name: 'payerKey' | 'category' | 'state') => (value: string) => {
    const next = { ...filter };
    if (value === '') Reflect.deleteProperty(next, name);
    else next[name] = value;
    onFilter(next);
  };
  return (
    <div className="grid grid-cols-2 gap-2 border-b border-line bg-sunken px-3 py-2">
      <SelectField label="Payer" options={[all, ...payers.map((payer) => ({ value: payer.key, label: payer.name }))]} value={filter.payerKey ?? ''} onChange={narrow('payerKey')} />
      <SelectField label="Reason" options={[all, ...categoryOptions]} value={filter.category ?? ''} onChange={narrow('category')} />
      <SelectField label="State" options={states} value={filter.state ?? ''} onChange={narrow('state')} />
      <SelectField label="Owner" options={[{ value: '', label: 'Everybody' }, { value: POOL, label: 'The pool' }, ...people.map((person) => ({ value: person.id, label: person.name }))]} value={filter.ownerId ?? ''} onChange={(value) => onFilter({ ...filter, ownerId: value === '' ? null : value })} />
      <SelectField label="Order" options={sorts} value={filter.sort} onChange={(sort) => onFilter({ ...filter, sort })} />
      <div className="flex items-end justify-between gap-2">
        <Checkbox isSelected={filter.showSnoozed ?? false} onChange={(showSnoozed) => onFilter({ ...filter, showSnoozed })}>Show snoozed</Checkbox>
        <Button size="small" kind="quiet" onPress={() => onFilter({ ownerId: filter.ownerId, sort: 'priority' })}>Clear</Button>
      </div>
    </div>
  );
}
