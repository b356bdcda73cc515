import { CheckForm } from '../../../components/prevention/CheckForm.tsx';
import { RecordTable } from '../../../components/prevention/RecordTable.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { numericDay } from '../../../components/words/day-words.ts';
import { checkWords, earlierStates, stateWords } from '../../../components/words/prevention-words.ts';
import { wordOf } from '../../../components/words/word-of.ts';
import { isoOfDay } from '../../../rules/calendar/calendar-day.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import type { RecordOf } from '../../../rules/prevention/prevention-record.ts';
import type { PreventionPage } from './prevention-page.ts';

const emptyCheck = (today: number): RecordOf<'check'> => ({ kind: 'check', what: 'eligibility', on: isoOfDay(today), payerKey: '', about: '', representative: '', reference: null, noReferenceReason: null, result: '', exception: '', ownerId: null, dueOn: null, state: 'fine' });

/** Checks of the front desk before a service, each with the payer's reference number and its day. */
export function ChecksTab({ page }: { page: PreventionPage }) {
  const { check, records, mayWork, nameOf, today } = page;
  const entries = records.of('check');
  const { edited } = check;
  const current = entries.find(({ id }) => id === edited?.id);
  return (
    <div className="flex flex-col gap-3 px-3 py-4">
      {edited !== null && (
        <CheckForm
          value={edited.record} onChange={check.change} isNew={edited.id === null} choices={page.choices} earlier={current === undefined ? [] : earlierStates(current, nameOf)}
          onSave={() => void records.save(edited).then((done) => { if (done) check.close(); })} onCancel={check.close}
        />
      )}
      {edited === null && mayWork && <div><Button kind="primary" onPress={() => check.begin({ id: null, rev: 0, record: emptyCheck(today) })}>New check</Button></div>}
      <RecordTable
        caption="Front-end checks" headings={['Account', 'Check', 'Reference', 'What came of it', 'State']} empty="No check is on file yet. Keep the payer's reference number of each eligibility, benefit or approval check here: it proves later what was said."
        rows={entries.map(({ id, record }) => {
          const due = record.dueOn === null ? null : isoToDayNumber(record.dueOn);
          return {
            id, name: record.about,
            cells: [
              <span key="about" className="figures">{record.about}</span>,
              <><p>{checkWords(record.what)}, {numericDay(isoToDayNumber(record.on))}</p><p className="text-small text-ink-2">{nameOf('payer', record.payerKey)}</p></>,
              <><p className="figures">{record.reference ?? `None: ${wordOf({}, record.noReferenceReason ?? '').toLowerCase()}`}</p>{record.representative !== '' && <p className="text-small text-ink-2">{record.representative}</p>}</>,
              record.result,
              <><p>{stateWords(record.state)}</p>{record.state === 'open' && <p className={due !== null && due < today ? 'text-small font-medium text-over' : 'text-small text-ink-2'}>{[record.exception, page.personOf(record.ownerId), due === null ? '' : `${due < today ? 'overdue since' : 'by'} ${numericDay(due)}`].filter((part) => part !== '').join(' · ')}</p>}</>,
            ],
          };
        })}
        onOpen={mayWork && edited === null ? (id) => { const entry = entries.find((one) => one.id === id); if (entry !== undefined) check.begin({ id, rev: entry.rev, record: entry.record }); } : null}
      />
    </div>
  );
}
