import { useMemo, useState } from 'react';
import { ArrowLeft, FileSpreadsheet, FileText, Printer } from 'lucide-react';
import { CapacityView } from '../../components/numbers/CapacityView.tsx';
import { CrossTable } from '../../components/numbers/CrossTable.tsx';
import { FigureCard } from '../../components/numbers/FigureCard.tsx';
import { MonthForm, SettingsForm } from '../../components/numbers/NumbersSetup.tsx';
import { NumbersBar } from '../../components/numbers/NumbersBar.tsx';
import { HoldTable, PayerScorecard } from '../../components/numbers/PayerTables.tsx';
import { TeamTable } from '../../components/numbers/TeamTable.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { Tabs } from '../../components/ui/Tabs.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { filterWords } from '../../components/words/prevention-words.ts';
import { groupWords, spanWords } from '../../components/words/numbers-words.ts';
import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import { capacityOf } from '../../rules/numbers/capacity.ts';
import { cardsOf } from '../../rules/numbers/cards.ts';
import { crossTable, filtered, valuesOf } from '../../rules/numbers/dimensions.ts';
import type { Dimension, NumbersFilter } from '../../rules/numbers/dimensions.ts';
import { holdTimes } from '../../rules/numbers/hold-times.ts';
import type { Asked, MetricGroup } from '../../rules/numbers/metric.ts';
import { settingsOn } from '../../rules/numbers/numbers-settings.ts';
import { payerScorecard } from '../../rules/numbers/payer-scorecard.ts';
import { isWithin, monthOf, periodNamed } from '../../rules/numbers/period.ts';
import { productivity } from '../../rules/numbers/productivity.ts';
import { weeklyReport } from '../../rules/numbers/weekly-report.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { CasePane } from '../shared/pages/panes/CasePane.tsx';
import { saveFile } from '../shared/pages/save-file.ts';
import { useDraft } from '../shared/pages/use-draft.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { sendCommand } from '../shared/send-command.ts';
import { ClaimsBehind } from './numbers/ClaimsBehind.tsx';
import { MetricView } from './numbers/MetricView.tsx';
import { namesOf } from './numbers/names.ts';
import { FIRST_PLACE, PLACE_DRAFT, restorePlace } from './numbers/numbers-place.ts';
import { useNumbers } from './numbers/use-numbers.ts';
import type { NumbersView } from './numbers/use-numbers.ts';

type Tab = 'figures' | 'payers' | 'team' | 'capacity' | 'setup';
type Behind = { kind: 'missed' } | { kind: 'case'; caseId: string; from: Behind } | null;
const GROUPS: readonly MetricGroup[] = ['denials', 'recovery', 'speed', 'prevention', 'cost', 'payer'];

/** The practice's figures: each with its formula, its size, what is left out, its course and the claims behind it. */
export function NumbersPane({ session }: { session: OpenVault }) {
  const { view, left, isPartial, problem, damaged } = useNumbers(session);
  if (view.state === 'failed') return <EmptyState title="The numbers cannot be read">{errorWords(view.code)}</EmptyState>;
  if (view.state === 'loading') return <div aria-busy="true" />;
  return (
    <div className="flex flex-col gap-4">
      {problem !== null && <Notice tone="problem" title="Newest changes are not in the numbers">{problem}</Notice>}
      {isPartial && left > 0 && <div role="status"><Notice>{`Working in ${left.toLocaleString('en-US')} claims. Figures below are of the ones done so far; rates of all claims sent and the weekly report come when all are in.`}</Notice></div>}
      {damaged > 0 && <Notice tone="caution">{`${damaged} damaged ${damaged === 1 ? 'claim is' : 'claims are'} not in the numbers.`}</Notice>}
      <NumbersPage session={session} view={view.value} isPartial={isPartial} />
    </div>
  );
}

function NumbersPage({ session, view, isPartial }: { session: OpenVault; view: NumbersView; isPartial: boolean }) {
  const { numbers } = view;
  const today = useToday();
  const draft = useDraft(session, PLACE_DRAFT, restorePlace, () => (numbers.rows.some(({ deniedDay }) => isWithin(deniedDay, periodNamed(FIRST_PLACE.period, today, today))) ? FIRST_PLACE : { ...FIRST_PLACE, period: 'all' as const }));
  const [tab, setTab] = useState<Tab>('figures');
  const [behind, setBehind] = useState<Behind>(null);
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const place = draft?.value ?? FIRST_PLACE;
  const nameOf = namesOf(view.payers, view.users);
  const firstDay = useMemo(() => numbers.rows.reduce((least, row) => Math.min(least, row.deniedDay), today), [numbers, today]);
  const asked = useMemo((): Asked => filtered({ rows: numbers.rows, contacts: numbers.contacts, promises: numbers.promises, submitted: { facts: numbers.submitted, unusable: isPartial ? 'working-in' : null }, period: periodNamed(place.period, today, firstDay), today, settings: settingsOn(numbers.history, today) }, place.filter), [numbers, place, today, firstDay, isPartial]);
  const cards = useMemo(() => cardsOf(asked, numbers.history, numbers.seen), [asked, numbers]);
  if (draft === null) return <div aria-busy="true" />;
  const told = (reply: { ok: true } | { ok: false; error: { code: Parameters<typeof errorWords>[0] } }, done: string) => setMessage(reply.ok ? { tone: 'done', text: done } : { tone: 'problem', text: errorWords(reply.error.code) });
  const report = async (form: 'pdf' | 'xlsx') => {
    const period = periodNamed('last-week', today, firstDay);
    const begun = await sendCommand('numbers:report', { what: 'weekly-report', form, from: isoOfDay(period.from), to: isoOfDay(period.to) });
    if (!begun.ok) { told(begun, ''); return; }
    const { writeReport } = await import('./numbers/write-report.ts');
    const file = await writeReport(weeklyReport({ ...asked, ...{ rows: numbers.rows, contacts: numbers.contacts, promises: numbers.promises, submitted: { facts: numbers.submitted, unusable: null } }, period }, numbers.history, numbers.seen), form, { practice: view.practice, nameOf, todayIso: isoOfDay(today) });
    saveFile(file);
    setMessage({ tone: 'done', text: `${file.name} is in your downloads. It holds sums only.` });
  };
  const openMetric = (metric: string | null, more: NumbersFilter = {}) => draft.change({ ...place, metric, filter: { ...place.filter, ...more } });
  const openClaim = (caseId: string) => setBehind({ kind: 'case', caseId, from: behind });
  const period = spanWords(asked.period);
  const baseline = (id: string) => (note: string) => {
    const card = cards.find(({ metric }) => metric.id === id);
    if (card === undefined) return;
    const { value, top, bottom, n } = card.figure;
    void sendCommand('prevention:save', { id: null, rev: 0, record: { kind: 'baseline', metricId: id, version: card.metric.version, on: isoOfDay(today), from: isoOfDay(asked.period.from), to: isoOfDay(asked.period.to), filter: place.filter, value, top, bottom, n, note, state: 'current' } }).then((reply) => told(reply, 'Kept as a baseline, under Prevention.'));
  };

  if (behind?.kind === 'case') {
    return (
      <div className="flex h-[calc(100dvh-6rem)] min-h-0 max-w-3xl flex-col">
        <div className="pb-2"><Button size="small" kind="quiet" icon={<ArrowLeft aria-hidden className="size-3.5" />} onPress={() => setBehind(behind.from)}>Back to the figure</Button></div>
        <CasePane session={session} caseId={behind.caseId} areKeysOn={false} onCall={() => { location.hash = '#/queue'; }} onPayer={() => { location.hash = '#/payers'; }} onCase={openClaim} onMessage={setMessage} />
        <StatusLine message={message} />
      </div>
    );
  }
  const card = behind === null ? cards.find(({ metric }) => metric.id === place.metric) : undefined;
  const capacity = capacityOf(asked.rows, today, numbers.rows.reduce((least, row) => Math.min(least, row.openedDay), today));
  const figures = () => (
    <div className="flex flex-col gap-5 px-3 py-4">
      {numbers.rows.length === 0 && <EmptyState title="No denials yet">Import a remittance or save a claim from a portal. Figures appear here by themselves.</EmptyState>}
      {numbers.rows.length > 0 && GROUPS.map((group) => (
        <section key={group} aria-label={groupWords[group]} className="flex flex-col gap-2">
          <h2 className="text-lead font-semibold">{groupWords[group]}</h2>
          <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-2">{cards.filter(({ metric }) => metric.group === group).map((one) => <FigureCard key={one.metric.id} card={one} onOpen={() => openMetric(one.metric.id)} />)}</div>
        </section>
      ))}
      {numbers.rows.length > 0 && <CrossTable cross={crossTable(asked.rows, asked.period)} onCell={(payer, reason) => openMetric('denied-dollars', { payer, ...(reason === null ? {} : { reason }) })} payerName={(key) => nameOf('payer', key)} reasonName={(category) => nameOf('reason', category)} />}
    </div>
  );
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1"><h1 className="text-title font-semibold">Numbers</h1><p className="text-ink-2">{period}{Object.keys(place.filter).length > 0 ? `, only ${filterWords(place.filter, nameOf)}` : ''}</p></div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button size="small" icon={<FileText aria-hidden className="size-3.5" />} isDisabled={isPartial} onPress={() => void report('pdf')}>Weekly report, PDF</Button>
          <Button size="small" icon={<FileSpreadsheet aria-hidden className="size-3.5" />} isDisabled={isPartial} onPress={() => void report('xlsx')}>Weekly report, Excel</Button>
          <Button size="small" icon={<Printer aria-hidden className="size-3.5" />} onPress={() => print()}>Print</Button>
        </div>
      </header>
      <NumbersBar period={place.period} filter={place.filter} dimension={place.dimension} values={valuesOf(numbers.rows, place.dimension).filter(({ value }) => value !== '')} nameOf={nameOf} onPeriod={(next) => draft.change({ ...place, period: next })} onFilter={(filter) => draft.change({ ...place, filter })} onDimension={(dimension: Dimension) => draft.change({ ...place, dimension })} />
      {card !== undefined && <MetricView session={session} card={card} asked={asked} numbers={numbers} dimension={place.dimension} nameOf={nameOf} onBack={() => openMetric(null)} onOnly={(value) => draft.change({ ...place, filter: { ...place.filter, [place.dimension]: value } })} onOpen={openClaim} onBaseline={view.role === 'lead' || view.role === 'biller' ? baseline(card.metric.id) : null} />}
      {behind?.kind === 'missed' && (
        <section aria-label="Claims that will miss their last day" className="flex flex-col gap-2">
          <div><Button size="small" kind="quiet" icon={<ArrowLeft aria-hidden className="size-3.5" />} onPress={() => setBehind(null)}>Capacity</Button></div>
          <h2 className="text-lead font-semibold">Claims that will miss their last day at this pace</h2>
          <ClaimsBehind session={session} rows={asked.rows.filter(({ id }) => capacity.ahead.missedIds.includes(id))} top={new Set()} topWords={null} onOpen={openClaim} />
        </section>
      )}
      {behind === null && card === undefined && (
        <Tabs<Tab>
          label="Numbers" selected={tab} onSelect={setTab}
          tabs={[
            { id: 'figures', label: 'Figures', content: figures },
            { id: 'payers', label: 'Payers', content: () => <div className="flex flex-col gap-6 px-3 py-4"><PayerScorecard scores={payerScorecard(asked)} onPayer={(payer) => openMetric('denied-dollars', { payer })} nameOf={(key) => nameOf('payer', key)} /><HoldTable {...holdTimes(asked.contacts, asked.period)} nameOf={(key) => nameOf('payer', key)} /></div> },
            { id: 'team', label: 'Team', content: () => <div className="px-3 py-4"><TeamTable onPerson={(owner) => openMetric('recovery-rate-claims', { owner })} people={productivity(asked.rows, asked.contacts, asked.period, asked.settings.minimumN).filter(({ userId }) => userId !== POOL)} minimumN={asked.settings.minimumN} nameOf={(id) => nameOf('owner', id)} /></div> },
            { id: 'capacity', label: 'Capacity', content: () => <div className="px-3 py-4"><CapacityView capacity={capacity} onBacklog={() => openMetric('open-denial-dollars')} onMissed={() => setBehind({ kind: 'missed' })} /></div> },
            {
              id: 'setup', label: 'Set up', content: () => (
                <div className="flex flex-col gap-8 px-3 py-4">
                  <SettingsForm key={numbers.history.length} history={numbers.history} mayChange={view.role === 'lead'} onSave={(settings) => void sendCommand('numbers:save-settings', settings).then((reply) => told(reply, 'Figures are made so from today.'))} />
                  <MonthForm facts={numbers.submitted} payers={[...view.payers].map(([key, name]) => ({ key, name }))} thisMonth={monthOf(today)} mayChange={view.role === 'lead' || view.role === 'biller'} payerName={(key) => nameOf('payer', key)} onSave={(month) => void sendCommand('numbers:save-figures', month).then((reply) => told(reply, 'Kept.'))} />
                </div>
              ),
            },
          ]}
        />
      )}
      <StatusLine message={message} />
    </div>
  );
}
