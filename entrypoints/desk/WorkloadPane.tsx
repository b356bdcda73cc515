import { useState } from 'react';
import { LoadTable } from '../../components/queue/LoadTable.tsx';
import type { NamedLoad } from '../../components/queue/LoadTable.tsx';
import { LoadTiles } from '../../components/queue/LoadTiles.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { isoOfDay } from '../../components/words/day-words.ts';
import { absenceOn } from '../../rules/domain/person.ts';
import type { OwnerLoad } from '../../rules/queue/team-load.ts';
import { isPool } from '../../rules/queue/queue-board.ts';
import { listPayers } from '../../storage/payers.ts';
import { listPeople } from '../../storage/people.ts';
import { teamLoad } from '../../storage/queries/team-load.ts';
import { readPools } from '../../storage/staff/pools.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { ShareOut } from './ShareOut.tsx';
import { showInQueue } from './wanted-view.ts';

/** How the practice's work stands: what is late and nobody's, who has how much, and giving it out. */
export function WorkloadPane({ session }: { session: OpenVault }) {
  const { db, userId } = session;
  const today = useToday();
  const [sharing, setSharing] = useState<string | null>(null);
  const state = useQuery(async () => {
    const [load, people, pools, payers] = await Promise.all([teamLoad(db, today), listPeople(db), readPools(db), listPayers(db)]);
    return { load, people, pools, payers };
  }, [db, today]);
  if (state.state === 'failed') return <Notice tone="problem">{errorWords(state.code)}</Notice>;
  if (state.state !== 'ready') return <div aria-busy="true" />;
  const { load, people, pools, payers } = state.value;
  const todayIso = isoOfDay(today);
  const isLead = people.find(({ id }) => id === userId)?.role === 'lead';
  const named = (one: OwnerLoad): NamedLoad => {
    const pool = pools.find(({ key }) => key === one.ownerId);
    const person = people.find(({ id }) => id === one.ownerId);
    const note = pool !== undefined ? 'waits for somebody to take it' : person?.standing === 'left' ? 'has left' : person !== undefined && absenceOn(person, todayIso) !== null ? 'away today' : person?.standing === 'elsewhere' ? 'works on another computer' : '';
    return { ...one, name: pool?.name ?? person?.name ?? 'Somebody unknown', note };
  };
  const unowned = load.owners.filter(({ ownerId }) => isPool(ownerId));
  const loads = [...unowned, ...load.owners.filter(({ ownerId }) => !isPool(ownerId))].map(named);
  const sum = unowned.reduce((all, one) => ({ cases: all.cases + one.cases, overdue: all.overdue + one.overdue }), { cases: 0, overdue: 0 });
  return (
    <div className="flex max-w-6xl flex-col gap-5">
      <h1 className="text-title font-semibold">Workload</h1>
      <LoadTiles load={load} unowned={sum} untouchedDays={load.untouchedDays} onShow={(ask) => showInQueue({ ownerId: null, sort: 'priority', ...ask })} />
      <section aria-labelledby="load-people" className="flex flex-col gap-2">
        <h2 id="load-people" className="text-lead font-semibold">By owner</h2>
        <p className="max-w-3xl text-ink-2">At risk is what was denied on cases past their day or due within 7 days. Work is the practice&apos;s own minutes per reason, added up. Snoozed cases count in the last column only.</p>
        <LoadTable loads={loads} untouchedDays={load.untouchedDays} onShow={(ownerId) => showInQueue({ ownerId, sort: 'priority' })} {...(isLead ? { onShare: setSharing } : {})} />
      </section>
      {sharing !== null && <ShareOut key={sharing} session={session} ownerId={sharing} ownerName={loads.find(({ ownerId }) => ownerId === sharing)?.name ?? ''} people={people} payers={payers} onClose={() => setSharing(null)} />}
    </div>
  );
}
