import { useState } from 'react';
import { ExportForm } from '../../../components/exports/ExportForm.tsx';
import type { ExportChoice } from '../../../components/exports/ExportForm.tsx';
import { QueueFilters } from '../../../components/queue/QueueFilters.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Choice } from '../../../components/ui/Choice.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { isoOfDay } from '../../../rules/calendar/calendar-day.ts';
import type { ExportKind } from '../../../rules/exports/export-kinds.ts';
import type { QueueFilter } from '../../../rules/domain/queue-filter.ts';
import { countCases } from '../../../storage/exports/case-rows.ts';
import { countEverything } from '../../../storage/exports/everything-text.ts';
import { countPosting } from '../../../storage/exports/posting-rows.ts';
import { listPayers } from '../../../storage/payers.ts';
import { listUsers, roleOf } from '../../../storage/people.ts';
import { storageErrorCode } from '../../../storage/storage-fault.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { saveFile } from '../../shared/pages/save-file.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { useToday } from '../../shared/pages/use-today.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { queueFilterNow } from '../queue-filter-now.ts';
import { writeExport } from './write-export.ts';

const MS_PER_DAY = 86_400_000;
const spans = [{ value: '1', label: 'Last day' }, { value: '7', label: 'Last 7 days' }, { value: '31', label: 'Last 31 days' }, { value: '0', label: 'All' }] as const;

const EVERYBODYS: QueueFilter = { ownerId: null, sort: 'priority', showSnoozed: true };

/** Lists and everything out of the store, as files. Cases begin with what the queue of this window shows. */
export function ExportPane({ session }: { session: OpenVault }) {
  const { db, userId } = session;
  const today = useToday();
  const [filter, setFilter] = useState<QueueFilter>(() => queueFilterNow() ?? EVERYBODYS);
  const isOfQueue = JSON.stringify(filter) === JSON.stringify(queueFilterNow());
  const [days, setDays] = useState<(typeof spans)[number]['value']>('7');
  const [openedMs] = useState(() => Date.now());
  const [isBusy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const fromMs = days === '0' ? 0 : openedMs - Number(days) * MS_PER_DAY;
  const state = useQuery(async () => ({ role: await roleOf(db, userId), payers: await listPayers(db), people: await listUsers(db) }), [db, userId]);
  const counts = useQuery(
    async () => ({ cases: await countCases(db, filter, today), posting: await countPosting(db, fromMs), everything: await countEverything(db), trail: await db.audit.count() }),
    [db, JSON.stringify(filter), today, fromMs],
  );
  if (state.state !== 'ready' || state.value.role === null) return null;
  const countOf = (kind: ExportKind) => (counts.state === 'ready' ? counts.value[kind] : null);

  const save = async (choice: ExportChoice) => {
    setBusy(true);
    setSaved(null);
    const begun = await sendCommand('export:begin', { ...choice, rows: countOf(choice.kind) ?? 0 });
    setProblem(begun.ok ? null : errorWords(begun.error.code));
    if (begun.ok) {
      try {
        const file = await writeExport(session, choice, { filter, today, fromMs, nowMs: Date.now(), todayIso: isoOfDay(today) });
        saveFile(file);
        setSaved(file.name);
      } catch (error) {
        setProblem(error instanceof RangeError ? 'Too many rows for one Excel sheet. Narrow the filter, or take CSV.' : errorWords(storageErrorCode(error) ?? 'storage-failed'));
      }
    }
    setBusy(false);
  };

  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <h1 className="text-title font-semibold">Exports</h1>
      <p className="text-ink-2">Every export stands in the audit trail: who, what, when, why. For a copy to restore from, make a <a className="text-accent underline" href="#/backup">backup</a>.</p>
      <ExportForm
        role={state.value.role} count={countOf} isBusy={isBusy} onExport={(choice) => void save(choice)}
        filters={(
          <div className="flex flex-col gap-2">
            {isOfQueue && <p className="flex flex-wrap items-center gap-2 text-ink-2">As the queue of this window shows it now. <Button size="small" kind="quiet" onPress={() => setFilter(EVERYBODYS)}>Take all open claims</Button></p>}
            <div className="rounded-md border border-line"><QueueFilters filter={filter} onFilter={setFilter} payers={state.value.payers} people={state.value.people} /></div>
          </div>
        )}
        span={<Choice label="Closed in the" options={spans} value={days} onChange={setDays} />}
      />
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {saved !== null && <div role="status"><Notice title="Saved">{saved} is in your downloads.</Notice></div>}
    </div>
  );
}
