import { useEffect, useRef, useState } from 'react';
import { BulkBar, BULK_MOST } from '../../../../components/queue/BulkBar.tsx';
import type { BulkChange } from '../../../../components/queue/BulkBar.tsx';
import { QueueFilters } from '../../../../components/queue/QueueFilters.tsx';
import { SavedViews } from '../../../../components/queue/SavedViews.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { Notice } from '../../../../components/ui/Notice.tsx';
import { errorWords } from '../../../../components/words/error-words.ts';
import type { DayNumber } from '../../../../rules/domain/day-number.ts';
import type { QueueFilter } from '../../../../rules/domain/queue-filter.ts';
import type { CommandRequest } from '../../../../rules/protocol/commands.ts';
import { facetChoices } from '../../../../storage/queries/facet-names.ts';
import { queueIds } from '../../../../storage/queries/queue-page.ts';
import { listViews } from '../../../../storage/saved-views.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';

type Steps = CommandRequest<'queue:bulk'>['steps'];
type Done = { words: string; undo: Steps } | { problem: string };
const cases = (count: number): string => `${count} ${count === 1 ? 'case' : 'cases'}`;

/** Filters, saved views and what is done to a whole view; fetched when it is first opened. */
export function QueueTools({ session, filter, count, isCurrent, today, payers, people, onFilter, onClose }: { session: OpenVault; filter: QueueFilter; /** The count is of these filters, not of those before. */ isCurrent: boolean; count: number; today: DayNumber; payers: readonly { key: string; name: string }[]; people: readonly { id: string; name: string }[]; onFilter: (filter: QueueFilter) => void; onClose: () => void }) {
  const { db, vault, userId } = session;
  const names = useQuery(async () => {
    const [providers, locations, specialties] = await Promise.all((['provider', 'location', 'specialty'] as const).map((name) => facetChoices(db, vault, name)));
    return { providers: providers ?? [], locations: locations ?? [], specialties: specialties ?? [] };
  }, [db, vault]);
  const views = useQuery(async () => listViews(db, vault, userId), [db, vault, userId]);
  const [isBulk, setBulk] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<Done | null>(null);

  const run = async (steps: Steps, words: (changed: number) => string, canUndo: boolean) => {
    setBusy(true);
    const reply = await sendCommand('queue:bulk', { steps });
    setBusy(false);
    if (!reply.ok) {
      setDone({ problem: errorWords(reply.error.code) });
      return;
    }
    const { undo, left } = reply.value;
    setBulk(false);
    setDone({ words: `${words(undo.length)}${left === 0 ? '' : ` ${cases(left)} left as they were: changed by somebody else or closed.`}`, undo: canUndo ? undo : [] });
  };
  const apply = async (change: BulkChange) => {
    const ids = (await queueIds(db, filter, today)).slice(0, BULK_MOST);
    if (ids.length > 0) await run(ids.map((caseId) => ({ caseId, ...change })), (changed) => `${cases(changed)} changed.`, true);
  };
  const save = async (name: string, shared: boolean) => {
    const reply = await sendCommand('view:save', { id: null, view: { name, filter }, shared });
    if (!reply.ok) setDone({ problem: errorWords(reply.error.code) });
  };
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []); // the next Tab is at the first of them
  const lists = names.state === 'ready' ? names.value : { providers: [], locations: [], specialties: [] };
  return (
    <div ref={box} role="group" aria-label="Filters and views" tabIndex={-1} className="flex flex-col outline-none short:min-h-0 short:flex-1">
      <SavedViews views={views.state === 'ready' ? views.value : []} filter={filter} onChoose={onFilter} onSave={(name, shared) => void save(name, shared)} onDelete={(id) => void sendCommand('view:delete', { id })} />
      <QueueFilters filter={filter} onFilter={onFilter} payers={payers} people={people} {...lists} />
      {done !== null && (
        <div className="px-3 py-2">
          {'problem' in done
            ? <Notice tone="problem">{done.problem}</Notice>
            : <Notice action={<div className="flex gap-2">{done.undo.length > 0 && <Button size="small" isPending={isBusy} onPress={() => void run(done.undo, (changed) => `${cases(changed)} as before.`, false)}>Undo</Button>}<Button size="small" kind="quiet" onPress={() => setDone(null)}>Close</Button></div>}><span role="status">{done.words}</span></Notice>}
        </div>
      )}
      {isBulk
        ? <BulkBar count={count} people={people} today={today} isBusy={isBusy} onApply={(change) => void apply(change)} onClose={() => setBulk(false)} />
        : <div className="flex items-center justify-end gap-2 border-b border-line bg-sunken px-3 py-2"><Button size="small" isDisabled={count === 0 || !isCurrent} onPress={() => { setDone(null); setBulk(true); }}>Change all {count}</Button><span className="hidden short:contents"><Button size="small" kind="primary" onPress={onClose}>{isCurrent ? `Show ${cases(count)}` : 'Show'}</Button></span></div>}
    </div>
  );
}
