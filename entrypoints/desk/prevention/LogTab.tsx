import { Copy } from 'lucide-react';
import { LogForm } from '../../../components/prevention/LogForm.tsx';
import { RecordTable } from '../../../components/prevention/RecordTable.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { numericDay } from '../../../components/words/day-words.ts';
import { originWords } from '../../../components/words/denial-words.ts';
import { earlierStates, sendBackNote, stateWords } from '../../../components/words/prevention-words.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { RECENT_DAYS } from '../../../rules/prevention/patterns.ts';
import type { RecordOf } from '../../../rules/prevention/prevention-record.ts';
import { copyText } from '../../shared/pages/copy-text.ts';
import type { PreventionPage } from './prevention-page.ts';
import type { EntryOf } from './use-records.ts';

export const EMPTY_LOG: RecordOf<'log'> = { kind: 'log', cause: '', payerKey: null, category: null, team: 'undecided', action: '', ownerId: null, dueOn: null, result: '', state: 'open' };

/** What went wrong where, what is done about it, by whom, until when, and what came of it. */
export function LogTab({ page }: { page: PreventionPage }) {
  const { log, records, mayWork, nameOf, today } = page;
  const entries = records.of('log');
  const { edited } = log;
  const current = entries.find(({ id }) => id === edited?.id);
  return (
    <div className="flex flex-col gap-3 px-3 py-4">
      {edited !== null && (
        <LogForm
          value={edited.record} onChange={log.change} isNew={edited.id === null} choices={page.choices} earlier={current === undefined ? [] : earlierStates(current, nameOf)}
          onSave={() => void records.save(edited).then((done) => { if (done) log.close(); })} onCancel={log.close}
        />
      )}
      {edited === null && mayWork && <div><Button kind="primary" onPress={() => log.begin({ id: null, rev: 0, record: EMPTY_LOG })}>New line</Button></div>}
      <RecordTable
        caption="Root-cause log" headings={['Cause', 'What is done', 'Owner', 'State']} empty="Nothing is written down yet. A line says what went wrong where, what is done about it, by whom and until when."
        rows={entries.map((entry) => ({ id: entry.id, name: entry.record.cause, ...cellsOf(entry) }))}
        onOpen={mayWork && edited === null ? (id) => { const entry = entries.find((one) => one.id === id); if (entry !== undefined) log.begin({ id, rev: entry.rev, record: entry.record }); } : null}
        extra={(id) => {
          const entry = entries.find((one) => one.id === id);
          return entry === undefined ? null : <Button size="small" kind="quiet" icon={<Copy aria-hidden className="size-3.5" />} aria-label={`Copy a note to ${originWords(entry.record.team)}`} onPress={() => sendBack(entry)}>Copy note</Button>;
        }}
      />
    </div>
  );

  function cellsOf({ record }: EntryOf<'log'>) {
    const of = [record.payerKey === null ? null : nameOf('payer', record.payerKey), record.category === null ? null : nameOf('reason', record.category), originWords(record.team)].filter((part) => part !== null);
    const due = record.dueOn === null ? null : isoToDayNumber(record.dueOn);
    const isLate = record.state === 'open' && due !== null && due < today;
    return {
      cells: [
        <><p>{record.cause}</p><p className="text-small text-ink-2">{of.join(' · ')}</p></>,
        <><p>{record.action}</p>{record.result !== '' && <p className="text-small text-ink-2">Result: {record.result}</p>}</>,
        page.personOf(record.ownerId),
        <><p>{stateWords(record.state)}</p>{due !== null && record.state === 'open' && <p className={isLate ? 'text-small font-medium text-over' : 'text-small text-ink-2'}>{isLate ? 'overdue since' : 'due'} {numericDay(due)}</p>}</>,
      ],
    };
  }

  function sendBack({ id, record }: EntryOf<'log'>) {
    const recent = page.view.numbers.rows.filter((row) => row.deniedDay > today - RECENT_DAYS && (record.payerKey === null || row.payerKey === record.payerKey) && (record.category === null || row.category === record.category)).length;
    const note = sendBackNote({
      to: originWords(record.team), pattern: record.category === null ? record.cause : nameOf('reason', record.category), claims: recent >= page.smallCell ? recent : null, payer: record.payerKey === null ? '' : nameOf('payer', record.payerKey),
      action: record.action, by: record.dueOn === null ? null : isoToDayNumber(record.dueOn), from: page.personOf(page.session.userId), reference: id.slice(0, 8),
    });
    void copyText(note).then((done) => records.tell(done ? { tone: 'done', text: 'Copied, without a patient in it. Paste it where that team works.' } : { tone: 'problem', text: 'The browser did not let it be copied.' }));
  }
}
