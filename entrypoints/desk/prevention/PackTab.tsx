import { MeetingPack } from '../../../components/prevention/MeetingPack.tsx';
import { numericDay } from '../../../components/words/day-words.ts';
import { originWords } from '../../../components/words/denial-words.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import { effectWords } from '../../../components/words/prevention-words.ts';
import { isoOfDay } from '../../../rules/calendar/calendar-day.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { valueOf } from '../../../rules/numbers/dimensions.ts';
import type { Dimension } from '../../../rules/numbers/dimensions.ts';
import { RECENT_DAYS } from '../../../rules/prevention/patterns.ts';
import type { Pattern } from '../../../rules/prevention/patterns.ts';
import { costliest } from '../../../rules/prevention/recurring.ts';
import { withoutIdentifiers } from '../../../rules/prevention/without-identifiers.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { effectOfRecord } from './effect-of-record.ts';
import type { PreventionPage } from './prevention-page.ts';

/** The short list for the root-cause meeting, to print. */
export function PackTab({ page }: { page: PreventionPage }) {
  const { records, nameOf, today, owners, personOf } = page;
  const { rows } = page.view.numbers;
  const iso = isoOfDay(today);
  const open = records.of('log').filter(({ record }) => record.state === 'open').sort((one, other) => (one.record.dueOn ?? '9').localeCompare(other.record.dueOn ?? '9'));
  const reviews = records.of('change').filter(({ record }) => record.state === 'running' && record.reviewOn <= iso);
  const rowsOf = (pattern: Pattern) => rows.filter((row) => row.first !== 'rejection' && row.deniedDay > today - RECENT_DAYS && row.deniedDay <= today && Object.entries(pattern.filter).every(([dimension, value]) => valueOf(row, dimension as Dimension) === value));
  const print = () => void sendCommand('numbers:report', { what: 'meeting-pack', form: 'print', from: isoOfDay(today - RECENT_DAYS + 1), to: iso }).then((reply) => { if (reply.ok) globalThis.print(); else records.tell({ tone: 'problem', text: errorWords(reply.error.code) }); });
  return (
    <div className="px-3 py-4">
      <MeetingPack
        date={numericDay(today)} patterns={page.found.patterns} rowsOf={rowsOf} nameOf={nameOf} ownerOf={(category) => (owners.has(category) ? personOf(owners.get(category) ?? null) : null)} costly={costliest(rows, today, RECENT_DAYS, page.smallCell, 5)} smallCell={page.smallCell}
        open={open.map(({ id, record }) => ({
          id, cells: [[record.category === null ? originWords(record.team) : nameOf('reason', record.category), record.payerKey === null ? '' : nameOf('payer', record.payerKey)].filter((part) => part !== '').join(', '), withoutIdentifiers(record.action), personOf(record.ownerId), record.dueOn === null ? 'no day set' : `${record.dueOn < iso ? 'overdue since' : 'due'} ${numericDay(isoToDayNumber(record.dueOn))}`],
        }))}
        reviews={reviews.map(({ id, record }) => { const says = effectWords(effectOfRecord(rows, record, today)); return { id, cells: [withoutIdentifiers(record.what), `${says.title}: ${says.text}`, personOf(record.ownerId)] }; })}
        onPrint={print}
      />
    </div>
  );
}
