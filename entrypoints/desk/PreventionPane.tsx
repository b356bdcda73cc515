import { useMemo, useState } from 'react';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import { Tabs } from '../../components/ui/Tabs.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import { settingsOn } from '../../rules/numbers/numbers-settings.ts';
import { findPatterns } from '../../rules/prevention/patterns.ts';
import type { Pattern } from '../../rules/prevention/patterns.ts';
import { recurringReasons } from '../../rules/prevention/recurring.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { namesOf } from './numbers/names.ts';
import { useNumbers } from './numbers/use-numbers.ts';
import type { NumbersView } from './numbers/use-numbers.ts';
import { BaselinesTab } from './prevention/BaselinesTab.tsx';
import { ChangesTab } from './prevention/ChangesTab.tsx';
import { ChecksTab } from './prevention/ChecksTab.tsx';
import { ListsTab } from './prevention/ListsTab.tsx';
import { LogTab } from './prevention/LogTab.tsx';
import { OwnersTab } from './prevention/OwnersTab.tsx';
import { PackTab } from './prevention/PackTab.tsx';
import { PatternsTab } from './prevention/PatternsTab.tsx';
import type { PreventionPage } from './prevention/prevention-page.ts';
import { useEdited } from './prevention/use-edited.ts';
import { useRecords } from './prevention/use-records.ts';
import type { Records } from './prevention/use-records.ts';

type Tab = 'patterns' | 'owners' | 'log' | 'changes' | 'checks' | 'lists' | 'pack' | 'baselines';
/** A pattern put aside comes back when it has grown by half. */
const COMES_BACK_AT = 1.5;

/** What keeps coming back, what is done about it, and whether that helped. */
export function PreventionPane({ session }: { session: OpenVault }) {
  const { view, left, isPartial } = useNumbers(session);
  const records = useRecords(session);
  if (view.state === 'failed') return <EmptyState title="This cannot be read">{errorWords(view.code)}</EmptyState>;
  if (view.state === 'loading' || records === null) return <div aria-busy="true" />;
  return (
    <div className="flex flex-col gap-4">
      {isPartial && left > 0 && <div role="status"><Notice>{`Working in ${left.toLocaleString('en-US')} claims. What stands out below is of the ones done so far.`}</Notice></div>}
      <PreventionTabs session={session} view={view.value} records={records} />
    </div>
  );
}

function PreventionTabs({ session, view, records }: { session: OpenVault; view: NumbersView; records: Records }) {
  const today = useToday();
  const log = useEdited(session, 'log');
  const change = useEdited(session, 'change');
  const check = useEdited(session, 'check');
  const [tab, setTab] = useState<Tab>('patterns');
  const { rows } = view.numbers;
  const all = useMemo(() => findPatterns(rows, today), [rows, today]);
  if (!log.isReady || !change.isReady || !check.isReady) return <div aria-busy="true" />;

  const nameOf = namesOf(view.payers, view.users);
  const aside = records.of('put-aside');
  const isAside = ({ key, recent }: Pattern): boolean => aside.some(({ record }) => record.pattern === key && recent < record.claims * COMES_BACK_AT);
  const patterns = all.patterns.filter((pattern) => !isAside(pattern));
  const owners = new Map(records.of('owner').map(({ record }) => [record.category, record.ownerId]));
  const page: PreventionPage = {
    session, view, records, today, log, change, check, nameOf, owners,
    mayWork: view.role === 'lead' || view.role === 'biller', smallCell: settingsOn(view.numbers.history, today).smallCell,
    choices: { today, people: view.staff.map(({ id, name }) => ({ value: id, label: name })), payers: [...view.payers].map(([value, label]) => ({ value, label })) },
    personOf: (id) => (id === null ? 'Nobody yet' : nameOf('owner', id)), found: { ...all, patterns }, aside: all.patterns.length - patterns.length,
  };
  const iso = isoOfDay(today);
  const go = (next: Tab) => {
    records.tell(null);
    setTab(next);
  };
  const openLines = records.of('log').filter(({ record }) => record.state === 'open').length;
  const dueReviews = records.of('change').filter(({ record }) => record.state === 'running' && record.reviewOn <= iso).length;
  const openChecks = records.of('check').filter(({ record }) => record.state === 'open').length;
  const unowned = recurringReasons(rows, today).filter(({ category }) => !owners.has(category)).length;
  return (
    <div className="flex flex-col gap-4">
      <header><h1 className="text-title font-semibold">Prevention</h1><p className="text-ink-2">What keeps coming back, what is done about it, and whether that helped.</p></header>
      <Tabs<Tab>
        label="Prevention" selected={tab} onSelect={go}
        tabs={[
          { id: 'patterns', label: 'Patterns', ...counted(patterns.length), content: () => <PatternsTab page={page} onGo={go} /> },
          { id: 'owners', label: 'Owners', ...counted(unowned), content: () => <OwnersTab page={page} /> },
          { id: 'log', label: 'Root-cause log', ...counted(openLines), content: () => <LogTab page={page} /> },
          { id: 'changes', label: 'Changes', ...counted(dueReviews), content: () => <ChangesTab page={page} /> },
          { id: 'checks', label: 'Front-end checks', ...counted(openChecks), content: () => <ChecksTab page={page} /> },
          { id: 'lists', label: 'Lists and cards', content: () => <ListsTab page={page} /> },
          { id: 'pack', label: 'Meeting pack', content: () => <PackTab page={page} /> },
          { id: 'baselines', label: 'Baselines', content: () => <BaselinesTab page={page} /> },
        ]}
      />
      <StatusLine message={records.message} />
    </div>
  );
}

/** What waits for somebody; nothing where nothing does. */
const counted = (count: number): { count?: number } => (count === 0 ? {} : { count });
