import { useState } from 'react';
import { PayerIndex } from '../../components/library/PayerIndex.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { SelectField } from '../../components/ui/SelectField.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { Tabs } from '../../components/ui/Tabs.tsx';
import { openAsks } from '../../storage/library/radar-asks.ts';
import { libraryPayerRows } from '../../storage/queries/library.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { sendCommand } from '../shared/send-command.ts';
import { Asks } from './library/Asks.tsx';
import { ChangeFeed } from './library/ChangeFeed.tsx';
import { LibraryPayer } from './library/LibraryPayer.tsx';
import { Packs } from './library/Packs.tsx';
import { libraryAddress, useLibraryPlace } from './library/use-library-place.ts';
import { useReader } from './library/use-reader.ts';

type Tab = 'waiting' | 'asks' | 'changes' | 'packs';
const staleOptions = [90, 180, 365, 730].map((days) => ({ value: String(days), label: days === 365 ? '1 year' : days === 730 ? '2 years' : `${days} days` }));

/** The library, for people: payers on the left; one of them, or what waits and what changed, on the right. */
export function LibraryPane({ session }: { session: OpenVault }) {
  const { db, vault } = session;
  const reader = useReader(session);
  const payerKey = useLibraryPlace();
  const [text, setText] = useState('');
  const [tab, setTab] = useState<Tab>('waiting');
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const today = reader?.today ?? 0;
  const staleAfterDays = reader?.staleAfterDays ?? 365;
  const rows = useQuery(() => libraryPayerRows(db, today, staleAfterDays), [db, today, staleAfterDays]);
  const asks = useQuery(() => openAsks(db, vault), [db, vault]);
  const waiting = useQuery(() => db.libraryChanges.where('state').equals('proposed').count(), [db]);
  if (reader === null || rows.state !== 'ready' || asks.state !== 'ready' || waiting.state !== 'ready') return <div aria-busy="true" />;
  const done = (said: string) => setMessage({ tone: 'done', text: said });
  const problem = (said: string) => setMessage({ tone: 'problem', text: said });
  const nameOf = (key: string) => rows.value.find((row) => row.key === key)?.name ?? key;
  const stale = rows.value.reduce((sum, row) => sum + (row.isOwn ? row.stale : 0), 0);
  const home = (
    <>
      <header className="flex flex-wrap items-end gap-x-6 gap-y-2 px-3 pb-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-title font-semibold">All payers</h2>
          <p className="text-ink-2">{stale === 0 ? 'Every rule of your payers was looked at lately.' : `${stale} ${stale === 1 ? 'rule' : 'rules'} of your payers should be looked at again.`}</p>
        </div>
        {reader.isLead && <div className="w-44"><SelectField label="Look again after" options={staleOptions.some(({ value }) => value === String(staleAfterDays)) ? staleOptions : [...staleOptions, { value: String(staleAfterDays), label: `${staleAfterDays} days` }]} value={String(staleAfterDays)} onChange={(days) => void sendCommand('settings:save', { staleAfterDays: Number(days) })} /></div>}
      </header>
      <Tabs<Tab>
        label="Library" selected={tab} onSelect={setTab}
        tabs={[
          { id: 'waiting', label: 'Proposed', count: waiting.value, content: () => <div className="px-3 py-3"><ChangeFeed session={session} reader={reader} which="waiting" onDone={done} onProblem={problem} /></div> },
          { id: 'asks', label: 'Questions', count: asks.value.length, content: () => <div className="flex flex-col gap-3 px-3 py-3">{asks.value.length === 0 && <p className="text-ink-2">No text states another window than the library.</p>}<Asks session={session} reader={reader} asks={asks.value} onDone={done} onProblem={problem} /></div> },
          { id: 'changes', label: 'What changed', content: () => <div className="px-3 py-3"><ChangeFeed session={session} reader={reader} which="all" onDone={done} onProblem={problem} /></div> },
          { id: 'packs', label: 'Packs', content: () => <div className="px-3 py-3"><Packs session={session} reader={reader} onBegin={() => setMessage(null)} onDone={done} onProblem={problem} /></div> },
        ]}
      />
    </>
  );
  return (
    <div className="-mx-4 -mb-4 grid border-line not-first:border-t first:-mt-4 md:-mx-8 md:-mb-6 md:first:-mt-6 lg:h-dvh lg:grid-cols-[22rem_1fr]">
      <section aria-label="Payers" className="flex h-[60dvh] min-h-0 min-w-0 flex-col border-line pt-4 lg:h-auto lg:border-r">
        <div className="flex items-center gap-2 px-3 pb-2">
          <h1 className="flex-1 text-title font-semibold">Library</h1>
          {payerKey !== null && <Button size="small" kind="quiet" onPress={() => { location.hash = libraryAddress(null); }}>All payers</Button>}
        </div>
        <PayerIndex rows={rows.value} text={text} current={payerKey} addressOf={libraryAddress} onText={setText} />
      </section>
      <section aria-label={payerKey === null ? 'All payers' : nameOf(payerKey)} className="flex min-h-0 min-w-0 flex-col border-t border-line lg:h-auto lg:border-t-0">
        <div className="min-h-0 flex-1 overflow-y-auto pt-4 pb-8"><div className="mx-auto max-w-4xl">{payerKey === null ? home : <LibraryPayer key={payerKey} session={session} reader={reader} payerKey={payerKey} nameOf={nameOf} onDone={done} onProblem={problem} />}</div></div>
        <StatusLine message={message} />
      </section>
    </div>
  );
}
