import { QUEUE_UNSET } from '../../rules/domain/queue-filter.ts';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { Option } from '../ui/SelectField.tsx';
import { caseStateWords } from '../words/case-words.ts';
import { categoryOptions } from '../words/denial-words.ts';
import { ageOptions, kindOptions, sortOptions, unsetOptions } from '../words/work-words.ts';
import { CASE_STATES, POOL } from '../../rules/domain/vocabulary.ts';

const all = { value: '', label: 'All' } as const;
const states: readonly Option<string>[] = [all, ...CASE_STATES.filter((state) => state !== 'resolved').map((value) => ({ value, label: caseStateWords(value) }))];
const amounts: readonly Option<string>[] = [all, { value: '10000', label: '$100 or more' }, { value: '50000', label: '$500 or more' }, { value: '100000', label: '$1,000 or more' }, { value: '500000', label: '$5,000 or more' }, { value: '1000000', label: '$10,000 or more' }];
const untouched: readonly Option<string>[] = [all, { value: '7', label: '7 days or more' }, { value: '14', label: '14 days or more' }, { value: '30', label: '30 days or more' }, { value: '60', label: '60 days or more' }];

export type FacetChoice = { token: string; name: string; cases: number };
export type QueueFiltersProps = {
  filter: QueueFilter; onFilter: (filter: QueueFilter) => void; payers: readonly { key: string; name: string }[]; people: readonly { id: string; name: string }[];
  providers?: readonly FacetChoice[]; locations?: readonly FacetChoice[]; specialties?: readonly FacetChoice[];
};

/** What narrows the queue beyond the tiles. Providers, places and specialties are offered where open cases have any. */
export function QueueFilters({ filter, onFilter, payers, people, providers = [], locations = [], specialties = [] }: QueueFiltersProps) {
  const put = (part: { [K in keyof QueueFilter]?: QueueFilter[K] | undefined }) => onFilter(Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined)) as QueueFilter);
  const text = (name: 'payerKey' | 'category' | 'state' | 'kind' | 'age' | 'provider' | 'location' | 'specialty') => (value: string) => put({ [name]: value === '' ? undefined : value });
  const number = (name: 'minCents' | 'untouchedDays') => (value: string) => put({ [name]: value === '' ? undefined : Number(value) });
  const facet = (label: string, name: 'provider' | 'location' | 'specialty', choices: readonly FacetChoice[]) => choices.length > 0 && (
    <SelectField label={label} options={[all, ...choices.map(({ token, name: words, cases }) => ({ value: token, label: words, hint: String(cases) }))]} value={filter[name] ?? ''} onChange={text(name)} />
  );
  return (
    <div className="grid max-h-[50vh] grid-cols-2 content-start gap-2 overflow-y-auto border-b border-line bg-sunken px-3 py-2 short:max-h-none short:min-h-0 short:flex-1">
      <SelectField label="Payer" options={[all, ...payers.map((payer) => ({ value: payer.key, label: payer.name }))]} value={filter.payerKey ?? ''} onChange={text('payerKey')} />
      <SelectField label="Reason" options={[all, ...categoryOptions]} value={filter.category ?? ''} onChange={text('category')} />
      <SelectField label="Kind" options={[all, ...kindOptions]} value={filter.kind ?? ''} onChange={text('kind')} />
      <SelectField label="State" options={states} value={filter.state ?? ''} onChange={text('state')} />
      <SelectField label="Owner" options={[{ value: '', label: 'Everybody' }, { value: POOL, label: 'The pool' }, ...people.map((person) => ({ value: person.id, label: person.name }))]} value={filter.ownerId ?? ''} onChange={(value) => put({ ownerId: value === '' ? null : value })} />
      <SelectField label="Age of the denial" options={[all, ...ageOptions]} value={filter.age ?? ''} onChange={text('age')} />
      <SelectField label="Amount" options={amounts} value={filter.minCents === undefined ? '' : String(filter.minCents)} onChange={number('minCents')} />
      <SelectField label="Untouched for" options={untouched} value={filter.untouchedDays === undefined ? '' : String(filter.untouchedDays)} onChange={number('untouchedDays')} />
      <SelectField label="Not set" options={[all, ...unsetOptions]} value={filter.unset ?? ''} onChange={(value) => put({ unset: QUEUE_UNSET.find((one) => one === value) })} />
      {facet('Provider', 'provider', providers)}
      {facet('Location', 'location', locations)}
      {facet('Specialty', 'specialty', specialties)}
      <SelectField label="Order" options={sortOptions} value={filter.sort} onChange={(sort) => put({ sort })} />
      <div className="col-span-2 flex items-end justify-between gap-2">
        <Checkbox isSelected={filter.showSnoozed ?? false} onChange={(showSnoozed) => put({ showSnoozed })}>Show snoozed</Checkbox>
        <Button size="small" kind="quiet" onPress={() => onFilter({ ownerId: filter.ownerId, sort: 'priority' })}>Clear</Button>
      </div>
    </div>
  );
}
