import { useState } from 'react';
import { UserPlus } from 'lucide-react';
import { AddPersonForm } from '../../../components/people/AddPersonForm.tsx';
import { HandOverForm } from '../../../components/people/HandOverForm.tsx';
import { PeopleTable } from '../../../components/people/PeopleTable.tsx';
import { PersonForm } from '../../../components/people/PersonForm.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { isoOfDay } from '../../../components/words/day-words.ts';
import { canTakeWork } from '../../../rules/domain/person.ts';
import type { Person } from '../../../rules/domain/person.ts';
import { listPayers } from '../../../storage/payers.ts';
import { listPeople } from '../../../storage/people.ts';
import { openCaseIdsOf } from '../../../storage/staff/hand-over-queue.ts';
import { readPools } from '../../../storage/staff/pools.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { useToday } from '../../shared/pages/use-today.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { OwnAbsences } from './OwnAbsences.tsx';
import { ClientsSection } from './ClientsSection.tsx';
import { PoolsSection } from './PoolsSection.tsx';
import { SheetView } from './SheetView.tsx';

type Open = { what: 'add' } | { what: 'change' | 'hand-over' | 'leave' | 'passphrase' | 'sheet'; person: Person };

/** The people of the practice: who may do what, who takes what, who is away, and how a queue changes hands. */
export function PeoplePane({ session }: { session: OpenVault }) {
  const { db, userId } = session;
  const today = useToday();
  const todayIso = isoOfDay(today);
  const [open, setOpen] = useState<Open | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const state = useQuery(async () => {
    const [people, payers, pools] = await Promise.all([listPeople(db), listPayers(db), readPools(db)]);
    return { people: await Promise.all(people.map(async (person) => ({ ...person, openCases: (await openCaseIdsOf(db, person.id)).length }))), payers, pools };
  }, [db]);
  if (state.state !== 'ready') return null;
  const { people, payers, pools } = state.value;
  const me = people.find(({ id }) => id === userId);
  const isLead = me?.role === 'lead';
  const close = () => setOpen(null);
  const done = (words: string) => {
    setNews(words);
    close();
  };
  if (open?.what === 'sheet') return <SheetView session={session} owner={open.person} payers={payers} onBack={close} />;

  const takersFor = (person: Person) => [
    ...people.filter((one) => one.id !== person.id && canTakeWork(one, todayIso)).map(({ id, name }) => ({ value: id, label: name })), ...pools.map(({ key, name }) => ({ value: key, label: name })),
  ];
  const handOver = async (person: Person, toId: string | null, reason: string, leaves: boolean): Promise<string | null> => {
    let moved = 0;
    if (toId !== null) {
      const reply = await sendCommand('queue:hand-over', { fromId: person.id, toId, caseIds: null, reason });
      if (!reply.ok) return errorWords(reply.error.code);
      moved = reply.value.moved;
    }
    const left = leaves ? await sendCommand('person:leave', { personId: person.id }) : null;
    if (left !== null && !left.ok) return errorWords(left.error.code);
    done(`${moved === 1 ? '1 case' : `${moved} cases`} handed over.${leaves ? ` ${person.name} can sign in no more.` : ''}`);
    return null;
  };

  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-title font-semibold">People</h1>
        {isLead && <Button kind="primary" icon={<UserPlus aria-hidden className="size-4" />} onPress={() => setOpen({ what: 'add' })}>Add a person</Button>}
      </div>
      <p className="max-w-2xl text-ink-2">Everybody signs in under their own name with their own passphrase. {isLead ? 'What a role may do is held wherever something is changed, not only by what is shown.' : 'A lead adds people and changes roles.'}</p>
      {news !== null && <div role="status"><Notice>{news}</Notice></div>}
      <PeopleTable
        people={people} payerNames={new Map(payers.map(({ key, name }) => [key, name]))} poolNames={new Map(pools.map(({ key, name }) => [key, name]))} userId={userId} today={today} todayIso={todayIso} isLead={isLead}
        onChange={(person) => setOpen({ what: 'change', person })} onHandOver={(person) => setOpen({ what: 'hand-over', person })} onPassphrase={(person) => setOpen({ what: 'passphrase', person })}
        onLeave={(person) => setOpen({ what: 'leave', person })} onSheet={(person) => setOpen({ what: 'sheet', person })}
      />
      {me !== undefined && me.role !== 'auditor' && <OwnAbsences key={JSON.stringify(me.away)} away={me.away} others={people.filter((one) => one.id !== userId && one.standing !== 'left')} today={today} />}
      {isLead && <PoolsSection key={JSON.stringify(pools)} pools={pools} />}

      <ClientsSection session={session} isLead={isLead} />

      {open?.what === 'add' && (
        <AddPersonForm
          onClose={close}
          onAdd={async (person) => {
            const reply = await sendCommand('person:add', person);
            if (!reply.ok) return { field: reply.error.field ?? '', words: errorWords(reply.error.code) };
            done(`${person.name} can sign in now.`);
            return null;
          }}
        />
      )}
      {open?.what === 'change' && (
        <PersonForm
          person={open.person} payers={payers} pools={pools} others={people.filter((one) => one.id !== open.person.id && one.standing !== 'left')} today={today} onClose={close}
          onSave={async (change) => {
            const reply = await sendCommand('person:save', { personId: open.person.id, ...change });
            if (!reply.ok) return errorWords(reply.error.code);
            done('Saved.');
            return null;
          }}
        />
      )}
      {open?.what === 'passphrase' && <NewPassphrase person={open.person} onDone={() => done(`${open.person.name} has a new first passphrase. The old one opens nothing any more.`)} onClose={close} />}
      {(open?.what === 'hand-over' || open?.what === 'leave') && (
        <HandOverForm name={open.person.name} openCases={people.find(({ id }) => id === open.person.id)?.openCases ?? 0} leaves={open.what === 'leave'} takers={takersFor(open.person)} onClose={close} onSave={async (toId, reason) => handOver(open.person, toId, reason, open.what === 'leave')} />
      )}
    </div>
  );
}
