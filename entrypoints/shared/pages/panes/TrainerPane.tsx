import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { browser } from 'wxt/browser';
import { TrainerView } from '../../../../components/maps/TrainerView.tsx';
import type { TrialValue } from '../../../../components/maps/TrainerView.tsx';
import type { ValueOnPage } from '../../../../components/maps/NameValue.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { isoOfDay } from '../../../../components/words/day-words.ts';
import { errorWords } from '../../../../components/words/error-words.ts';
import { mapOfDraft, withEntry } from '../../../../rules/portals/maps/draft-map.ts';
import type { DraftEntry, MapDraft } from '../../../../rules/portals/maps/draft-map.ts';
import type { MapField } from '../../../../rules/portals/maps/map-fields.ts';
import type { StatusMeaning } from '../../../../rules/portals/maps/portal-map.ts';
import { readStatusWord } from '../../../../rules/portals/reader/status-words.ts';
import type { CommandReply } from '../../../../rules/protocol/commands.ts';
import type { Reading } from '../../../../rules/reading/reading.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { useToday } from '../use-today.ts';
import { useDraft } from '../use-draft.ts';
import type { Draft } from '../use-draft.ts';

type Started = CommandReply<'trainer:start'>;

const blank = (): MapDraft => ({ kind: 'claim-detail', entries: [] });
const restore = (kept: unknown): MapDraft | null => (typeof kept === 'object' && kept !== null && Array.isArray((kept as Partial<MapDraft>).entries) ? (kept as MapDraft) : null);

/** Teaching one page, beside it: in the side panel, because a popup goes away with the first click on the page. */
export function TrainerPane({ session, tabId, onMessage, onDone }: { session: OpenVault; tabId: number; onMessage: (message: StatusMessage) => void; onDone: () => void }) {
  const [started, setStarted] = useState<Started | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useCallback(() => {
    void sendCommand('trainer:start', { tabId }).then((reply) => {
      if (reply.ok) {
        setStarted(reply.value);
        setProblem(null);
      } else setProblem(reply.error.code === 'portal-not-granted' ? 'Allow this site first: read the page once, then press “Allow”.' : reply.error.code === 'not-allowed' ? 'On this portal Overturn reads on your press only, and cannot be taught beside it.' : errorWords(reply.error.code));
    });
  }, [tabId]);
  useEffect(() => {
    look();
    return () => void sendCommand('trainer:stop', { tabId });
  }, [look, tabId]);
  if (started === null) return problem === null ? <div aria-busy="true" className="flex-1" /> : <p role="alert" className="px-3 py-4 text-ink-2">{problem}</p>;
  return <TaughtPage key={started.host} session={session} tabId={tabId} started={started} onLook={look} onMessage={onMessage} onDone={onDone} />;
}

function TaughtPage({ session, tabId, started, onLook, onMessage, onDone }: { session: OpenVault; tabId: number; started: Started; onLook: () => void; onMessage: (message: StatusMessage) => void; onDone: () => void }) {
  const draft = useDraft<MapDraft>(session, `portal-map:${started.host.replaceAll('.', '_')}`, restore, blank);
  return draft === null ? <div aria-busy="true" className="flex-1" /> : <TaughtDraft tabId={tabId} started={started} draft={draft} onLook={onLook} onMessage={onMessage} onDone={onDone} />;
}

function TaughtDraft({ tabId, started, draft, onLook, onMessage, onDone }: { tabId: number; started: Started; draft: Draft<MapDraft>; onLook: () => void; onMessage: (message: StatusMessage) => void; onDone: () => void }) {
  const [picked, setPicked] = useState<ValueOnPage | null>(null);
  const [isPointing, setPointing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const today = isoOfDay(useToday());
  const kind = draft.value.entries.length === 0 ? started.kind ?? draft.value.kind : draft.value.kind;

  const mapOf = (next: MapDraft) => mapOfDraft(next, { host: started.host, portal: started.portal, checkedOn: today });
  const tryOut = useEffectEvent((next: MapDraft) => {
    if (next.entries.length === 0) return;
    void sendCommand('trainer:try', { tabId, map: mapOf(next) }).then((reply) => { if (reply.ok) setReading(reply.value.reading as Reading); });
  });
  // What the map reads is read from the page again whenever either changed.
  useEffect(() => tryOut(draft.value), [draft.value, started]);

  // The pick comes through the background, which keeps it in memory only.
  useEffect(() => {
    const key = `trainer-pick:${tabId}`;
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const pick = area === 'session' ? (changes[key]?.newValue as { frameId: number; value: Omit<ValueOnPage, 'frameId'> | null } | undefined) : undefined;
      if (pick === undefined) return;
      setPointing(false);
      setPicked(pick.value === null ? null : { ...pick.value, frameId: pick.frameId });
    };
    browser.storage.onChanged.addListener(onChanged);
    return () => browser.storage.onChanged.removeListener(onChanged);
  }, [tabId]);

  const point = () => {
    setProblem(null);
    setPointing(true);
    void sendCommand('trainer:point', { tabId }).then((reply) => {
      if (reply.ok) return;
      setPointing(false);
      setProblem(errorWords(reply.error.code));
    });
  };

  const name = async (field: MapField, state: string | null) => {
    if (picked === null) return;
    setBusy(true);
    const reply = await sendCommand('trainer:suggest', { tabId, frameId: picked.frameId, n: picked.n, field });
    setBusy(false);
    if (!reply.ok) {
      setProblem(errorWords(reply.error.code));
      return;
    }
    const { hook, why } = reply.value;
    if (hook === null) {
      setProblem(why === 'wrong-shape' ? 'That text does not look like such a value. Point at the value alone, or choose another name for it.' : 'Nothing on the page would find this value again. Point at another place where it stands.');
      return;
    }
    setProblem(null);
    setPicked(null);
    const entry: DraftEntry = { field, hook: hook as DraftEntry['hook'], ...(state === null ? {} : { state: { word: picked.text, means: state as StatusMeaning['means'] } }) };
    draft.change(withEntry({ ...draft.value, kind }, entry));
  };

  const save = async () => {
    setBusy(true);
    const reply = await sendCommand('map:propose', { map: mapOf({ ...draft.value, kind }) });
    setBusy(false);
    if (!reply.ok) {
      setProblem(reply.error.field === undefined ? errorWords(reply.error.code) : `This map cannot be saved: ${reply.error.field} is not allowed.`);
      return;
    }
    await draft.drop();
    onDone();
    onMessage({ tone: 'done', text: 'Proposed. You use it now; a lead can approve it on the desk, under Portal maps.' });
  };

  return (
    <TrainerView
      host={started.host} values={started.values} hidden={started.hidden} kind={kind} entries={draft.value.entries} trial={reading === null || draft.value.entries.length === 0 ? null : trialOf(reading, draft.value.entries)}
      picked={picked} isPointing={isPointing} isBusy={isBusy} problem={problem} unknownStatus={picked !== null && readStatusWord(picked.text) === null}
      onPoint={point} onStop={() => { setPointing(false); void sendCommand('trainer:stop', { tabId }); }} onPick={(value) => { setProblem(null); setPicked(value); if (isPointing) { setPointing(false); void sendCommand('trainer:stop', { tabId }); } }}
      onShow={(value) => void sendCommand('trainer:show', { tabId, frameId: value?.frameId ?? 0, n: value?.n ?? null })}
      onName={(field, state) => void name(field, state)} onRemove={(entry) => draft.change({ ...draft.value, entries: draft.value.entries.filter((other) => other !== entry) })}
      onKind={(next) => draft.change({ ...draft.value, kind: next })} onRefresh={onLook} onSave={() => void save()}
    />
  );
}

/** What the page gives for each named field: of a list the first row that has it. */
function trialOf(reading: Reading, entries: readonly DraftEntry[]): { claims: number; values: TrialValue[] } {
  return {
    claims: reading.claims.length,
    values: entries.map(({ field }) => {
      const key = field === 'serviceDates' ? 'serviceFrom' : field;
      const isDoubtful = reading.candidates.some((entry) => entry.field === key);
      for (const claim of reading.claims) {
        const value: unknown = Object.hasOwn(claim, key) ? claim[key as 'charge'] : null;
        if (typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string') return { field, raw: value.raw, isDoubtful: false };
      }
      return { field, raw: key === 'payer' ? reading.payer?.raw ?? null : elsewhere(reading, field), isDoubtful };
    }),
  };
}

/** Codes and lines have no single value: how much of them is read. */
function elsewhere(reading: Reading, field: string): string | null {
  const claim = reading.claims[0];
  if (claim === undefined) return null;
  const lines = claim.lines.length;
  switch (field) {
    case 'reasonCodes': case 'reasonAndRemarkCodes': return [...claim.adjustments, ...claim.lines.flatMap(({ adjustments }) => adjustments)].map(({ groupCode, carc }) => (groupCode === null ? carc : `${groupCode}-${carc}`)).join(', ') || null;
    case 'remarkCodes': return [...claim.rarcs, ...claim.lines.flatMap(({ rarcs }) => rarcs)].join(', ') || null;
    case 'payerCodes': return [...claim.payerCodes, ...claim.lines.flatMap(({ payerCodes }) => payerCodes)].map(({ code }) => code).join(', ') || null;
    case 'procedure': case 'modifiers': case 'units': case 'lineNumber': case 'revenueCode': return lines === 0 ? null : `${lines} ${lines === 1 ? 'line' : 'lines'}`;
    case 'reference': case 'confirmation': return claim.references.map(({ value }) => value).join(', ') || null;
    case 'not-ours': return 'Left alone';
    default: return null;
  }
}
