import { lazy, Suspense, useState } from 'react';
import { HoldMapView } from '../../components/call/HoldMapView.tsx';
import { PromiseRow } from '../../components/call/PromiseRow.tsx';
import { PostableNote } from '../../components/note/PostableNote.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Chip } from '../../components/ui/Chip.tsx';
import { Money } from '../../components/ui/Money.tsx';
import { SelectField } from '../../components/ui/SelectField.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { Tabs } from '../../components/ui/Tabs.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import { channelWords, outcomeWords } from '../../components/words/contact-words.ts';
import { correctionKindWords, correctionStateWords } from '../../components/words/correction-words.ts';
import { errorWords } from '../../components/words/error-words.ts';
import { momentWords, numericDay } from '../../components/words/day-words.ts';
import { patientWords } from '../../components/words/queue-words.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { unpostedNotes } from '../../storage/calls/case-notes.ts';
import { promiseCounts, promisesToWatch } from '../../storage/calls/promises.ts';
import { readWorkTexts } from '../../storage/calls/work-texts.ts';
import { begunCalls } from '../../storage/queries/active-calls.ts';
import { contactedPayers, contactsByReference, holdMapOf } from '../../storage/queries/calls.ts';
import { correctionsUnderWay } from '../../storage/queries/corrections.ts';
import { readSettings } from '../../storage/settings.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useCopy } from '../shared/pages/use-copy.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { sendCommand } from '../shared/send-command.ts';
import { callCases } from '../../storage/queries/call-desk.ts';

const CallPane = lazy(async () => ({ default: (await import('../shared/pages/panes/CallPane.tsx')).CallPane }));
const SHOWN = 100;
type Tab = 'begun' | 'notes' | 'promises' | 'corrections' | 'reference' | 'waits';
type PaneProps = { session: OpenVault; onMessage: (message: StatusMessage) => void };

const aboutItem = (item: QueueItem | null) => (item === null ? 'Case no longer here' : `${patientWords(item.patientName)} · ${item.payerName}${item.claimControlNumber === null ? '' : ` · ${item.claimControlNumber}`}`);

/** Calls and what follows from them: notes to post, promises, corrections on their way, a reference number, waits. */
export function CallsPane({ session }: { session: OpenVault }) {
  const [tab, setTab] = useState<Tab>('notes');
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const rest = { session, onMessage: setMessage };
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <h1 className="text-title font-semibold">Calls</h1>
      <Tabs<Tab>
        label="Calls" selected={tab} onSelect={(next) => { setMessage(null); setTab(next); }}
        tabs={[
          { id: 'notes', label: 'Notes to post', content: () => <NotesTab {...rest} /> }, { id: 'begun', label: 'Calls begun', content: () => <BegunTab {...rest} /> }, { id: 'promises', label: 'Promises', content: () => <PromisesTab {...rest} /> },
          { id: 'corrections', label: 'Corrections', content: () => <CorrectionsTab {...rest} /> }, { id: 'reference', label: 'Find a reference', content: () => <ReferenceTab {...rest} /> }, { id: 'waits', label: 'Waits', content: () => <WaitsTab {...rest} /> },
        ]}
      />
      <StatusLine message={message} />
    </div>
  );
}

function NotesTab({ session, onMessage }: PaneProps) {
  const { db, vault } = session;
  const copy = useCopy(session, onMessage);
  const found = useQuery(async () => ({ waiting: await unpostedNotes(db, vault, null, SHOWN), texts: await readWorkTexts(db, vault) }), [db, vault]);
  if (found.state !== 'ready') return null;
  const { waiting: { total, notes }, texts } = found.value;
  if (total === 0) return <p className="px-3 py-4 text-ink-2">Every note is posted. A note waits here after each call until it is in your practice system.</p>;
  const mark = async (id: string, state: 'posted' | 'not-needed' | 'unposted') => {
    const reply = await sendCommand('case-note:posted', { noteIds: [id], state });
    onMessage(reply.ok ? { tone: 'done', text: state === 'posted' ? 'Marked as posted.' : 'Saved.' } : { tone: 'problem', text: errorWords(reply.error.code) });
  };
  return (
    <div className="px-3 py-2">
      <p className="text-ink-2">{total} {total === 1 ? 'note is' : 'notes are'} not posted yet{total > notes.length ? `; the oldest ${notes.length} are shown` : ''}.</p>
      <ul>{notes.map((note) => <PostableNote key={note.id} note={note} about={aboutItem(note.item)} maxLength={texts.formats.find(({ value }) => value.id === note.formatId)?.value.maxLength ?? null} onCopy={async (text) => { await copy(text, 'Note copied.'); }} onState={(state) => void mark(note.id, state)} />)}</ul>
    </div>
  );
}

function BegunTab({ session, onMessage }: PaneProps) {
  const { db, vault, userId } = session;
  const [caseId, setCaseId] = useState<string | null>(null);
  const found = useQuery(async () => { const calls = await begunCalls(db, vault, userId); return { calls, cases: await callCases(db, vault, calls.map((one) => one.caseId)) }; }, [db, vault, userId]);
  if (found.state !== 'ready') return null;
  if (caseId !== null) return <div className="mt-2 flex max-w-xl flex-col rounded-lg border border-line pt-2"><Suspense fallback={<div aria-busy="true" />}><CallPane key={caseId} session={session} caseId={caseId} onDone={() => setCaseId(null)} onMessage={onMessage} /></Suspense></div>;
  if (found.value.calls.length === 0) return <p className="px-3 py-4 text-ink-2">No call is half written. What you begin in the popup or the panel shows up here until it is saved.</p>;
  return (
    <ul className="px-3 py-2">
      {found.value.calls.map((one) => (
        <li key={one.caseId} className="flex items-center justify-between gap-2 border-b border-line py-1.5 last:border-b-0">
          <span className="foreign min-w-0 truncate">{aboutItem(found.value.cases.get(one.caseId)?.item ?? null)} <span className="text-small text-ink-3">{momentWords(one.atMs)}</span></span>
          <Button size="small" onPress={() => setCaseId(one.caseId)}>Go on</Button>
        </li>
      ))}
    </ul>
  );
}

function PromisesTab({ session, onMessage }: PaneProps) {
  const { db, vault } = session;
  const today = useToday();
  const found = useQuery(async () => { const counts = await promiseCounts(db, today); return { counts, names: new Map((await db.payers.toArray()).map(({ key, name }) => [key, name])), watched: await promisesToWatch(db, vault, SHOWN) }; }, [db, vault, today]);
  if (found.state !== 'ready') return null;
  const { counts, names, watched } = found.value;
  if (counts.length === 0) return <p className="px-3 py-4 text-ink-2">No promise yet. Write down on a call until when something was promised, and it is followed here.</p>;
  return (
    <div className="flex flex-col gap-3 px-3 py-2">
      <table className="figures w-full border-collapse">
        <caption className="sr-only">Promises by payer</caption>
        <thead><tr className="text-left text-small text-ink-3">{['Payer', 'Past its day', 'Open', 'Kept', 'Broken'].map((name) => <th key={name} scope="col" className="py-1 pr-3 font-medium">{name}</th>)}</tr></thead>
        <tbody>{counts.map((one) => <tr key={one.payerKey} className="border-t border-line"><th scope="row" className="foreign py-1 pr-3 text-left font-normal">{names.get(one.payerKey) ?? one.payerKey}</th>{[one.past, one.open, one.kept, one.broken].map((count, index) => <td key={index} className="py-1 pr-3">{count}</td>)}</tr>)}</tbody>
      </table>
      <ul>{watched.map(({ promise, item }) => <PromiseRow key={promise.id} promise={promise} about={aboutItem(item)} today={today} onSettle={(state) => void sendCommand('promise:settle', { promiseId: promise.id, state, how: '' }).then((reply) => onMessage(reply.ok ? { tone: 'done', text: 'Saved.' } : { tone: 'problem', text: errorWords(reply.error.code) }))} />)}</ul>
    </div>
  );
}

function CorrectionsTab({ session }: PaneProps) {
  const { db, vault } = session;
  const found = useQuery(async () => correctionsUnderWay(db, vault, SHOWN), [db, vault]);
  if (found.state !== 'ready') return null;
  const { total, corrections } = found.value;
  if (total === 0) return <p className="px-3 py-4 text-ink-2">Nothing is on its way. Corrected claims and records stand here from draft until they pay or fail.</p>;
  return (
    <ul className="px-3 py-2">
      {corrections.map(({ correction, item }) => (
        <li key={correction.id} className="flex flex-wrap items-center gap-2 border-b border-line py-1.5 last:border-b-0">
          <span className="foreign min-w-0 flex-1 truncate">{aboutItem(item)}</span>
          <span className="text-small text-ink-2">{correctionKindWords(correction.content.kind)}</span><Chip>{correctionStateWords(correction.state)}</Chip><span className="figures text-small text-ink-2">since {numericDay(correction.stepDay)}</span>
          {item !== null && <Money cents={item.deniedCents} />}
        </li>
      ))}
    </ul>
  );
}

function ReferenceTab({ session }: PaneProps) {
  const { db, vault } = session;
  const [text, setText] = useState('');
  const found = useQuery(async () => contactsByReference(db, vault, text), [db, vault, text]);
  return (
    <div className="flex flex-col gap-3 px-3 py-3">
      <TextField label="Reference number of a call" value={text} onChange={setText} isIdentifier autoComplete="off" hint="From its third character on" />
      {found.state === 'ready' && found.value.length === 0 && text.trim().length >= 3 && <p className="text-ink-2">No call has this number.</p>}
      {found.state === 'ready' && found.value.map(({ contact, claims }) => (
        <article key={contact.id} className="rounded-md border border-line px-2.5 py-2">
          <h2 className="foreign font-medium">{contact.reference ?? ''} · {channelWords(contact.channel)} {momentWords(contact.atMs)}{contact.representative === '' ? '' : ` · ${contact.representative}`}</h2>
          <p className="text-small text-ink-2">{claims.length} {claims.length === 1 ? 'claim' : 'claims'}</p>
          <ul>{claims.map((item) => <li key={item.id} className="flex justify-between gap-2 border-t border-line py-1"><span className="foreign min-w-0 truncate">{aboutItem(item)} <span className="text-ink-2">· {outcomeWords(contact.claims?.find(({ caseId }) => caseId === item.id)?.outcome ?? contact.outcome)}</span></span><Money cents={item.deniedCents} /></li>)}</ul>
        </article>
      ))}
    </div>
  );
}

function WaitsTab({ session }: PaneProps) {
  const { db, vault } = session;
  const [payerKey, setPayerKey] = useState<string | null>(null);
  const found = useQuery(async () => {
    const payers = await contactedPayers(db);
    const key = payerKey ?? payers[0]?.key ?? null;
    const { timeZone } = await readSettings(db);
    return { payers, key, map: key === null ? null : await holdMapOf(db, vault, key, Date.now(), timeZone === '' ? Temporal.Now.timeZoneId() : timeZone) };
  }, [db, vault, payerKey]);
  if (found.state !== 'ready') return null;
  const { payers, key, map } = found.value;
  if (key === null || map === null) return <p className="px-3 py-4 text-ink-2">No call was logged yet.</p>;
  return (
    <div className="flex max-w-xl flex-col gap-3 px-3 py-3">
      <SelectField label="Payer" options={payers.map((payer) => ({ value: payer.key, label: payer.name }))} value={key} onChange={setPayerKey} />
      <HoldMapView map={map} payerName={payers.find((payer) => payer.key === key)?.name ?? ''} />
    </div>
  );
}
