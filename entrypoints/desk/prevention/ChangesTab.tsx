import { ChangeCard } from '../../../components/prevention/ChangeCard.tsx';
import { ChangeForm } from '../../../components/prevention/ChangeForm.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { earlierStates } from '../../../components/words/prevention-words.ts';
import { isoOfDay } from '../../../rules/calendar/calendar-day.ts';
import type { DayNumber } from '../../../rules/domain/day-number.ts';
import type { NumbersFilter } from '../../../rules/numbers/dimensions.ts';
import type { RecordOf } from '../../../rules/prevention/prevention-record.ts';
import { effectOfRecord } from './effect-of-record.ts';
import type { PreventionPage } from './prevention-page.ts';

/** Eight weeks: long enough for most patterns to show ten claims, short enough that somebody still remembers what was changed. */
const REVIEW_AFTER_DAYS = 56;
export const newChange = (filter: NumbersFilter, today: DayNumber, ownerId: string | null): RecordOf<'change'> => ({
  kind: 'change', what: '', why: '', filter, ownerId, startOn: isoOfDay(today), reviewOn: isoOfDay(today + REVIEW_AFTER_DAYS), state: 'running', followed: 'not-asked', payerRuleMoved: false, reason: '',
});

/** What is done differently, for which pattern, and what the numbers say of it: the pattern before and after, beside everything else. */
export function ChangesTab({ page }: { page: PreventionPage }) {
  const { change, records, mayWork, nameOf, today } = page;
  const entries = records.of('change');
  const { edited } = change;
  const current = entries.find(({ id }) => id === edited?.id);
  return (
    <div className="flex flex-col gap-3 px-3 py-4">
      {edited !== null && (
        <ChangeForm
          value={edited.record} onChange={change.change} isNew={edited.id === null} choices={page.choices} nameOf={nameOf} earlier={current === undefined ? [] : earlierStates(current, nameOf)}
          onSave={() => void records.save(edited).then((done) => { if (done) change.close(); })} onCancel={change.close}
        />
      )}
      {edited === null && mayWork && <div><Button kind="primary" onPress={() => change.begin({ id: null, rev: 0, record: newChange({}, today, null) })}>New change</Button></div>}
      {entries.length === 0 && <p className="text-ink-2">No change is on file yet. Write down what is done differently and for which pattern; on its review day the numbers say whether it helped.</p>}
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {entries.map((entry) => (
          <li key={entry.id}>
            <ChangeCard
              record={entry.record} effect={effectOfRecord(page.view.numbers.rows, entry.record, today)} today={today} nameOf={nameOf} owner={page.personOf(entry.record.ownerId)}
              onOpen={mayWork && edited === null ? () => change.begin({ id: entry.id, rev: entry.rev, record: entry.record }) : null}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
