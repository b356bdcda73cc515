import { blankClaim } from '../../reading/blank-reading.ts';
import type { Found, MapUse, Reading, ReadingClaim } from '../../reading/reading.ts';
import { finishStatus } from '../reader/claim-status.ts';
import { checkConsistency } from '../reader/consistency.ts';
import { portalWordKey, withPortalWords } from '../reader/portal-words.ts';
import type { PortalWords } from '../reader/portal-words.ts';
import { layeredSlices } from '../layers/read-layers.ts';
import { inOneGo, readingSlices } from '../reader/read-document.ts';
import type { FrameReading, ReadingSlices, ReadOptions } from '../reader/read-document.ts';
import { readStatusWord } from '../reader/status-words.ts';
import { sameIdentifier } from '../reader/identifiers.ts';
import { withDateOrder } from '../reader/page-dates.ts';
import { isInUnseenFrame } from '../reader/unseen-frames.ts';
import { claimParts } from './claims-apart.ts';
import { HookFinder } from './find-hooks.ts';
import type { AtHook } from './find-hooks.ts';
import { readHookDates, readHookField, readHookStatus, valueOf } from './hook-values.ts';
import { MAP_FIELDS } from './map-fields.ts';
import type { ClaimField, HookField, MapField } from './map-fields.ts';
import type { Hook, SlimMap } from './portal-map.ts';
import { pageByRemainingLabels } from './remaining-labels.ts';
import { layBeside, rivalsOf, settleReadings } from './settle-values.ts';

type MapPage = SlimMap['pages'][number];

/**
 * Reads one document with the map of its portal, if there is one. The map outranks the general reader and is checked by it:
 * where both see a value and differ, neither is asserted. A hook that is not where the map says leaves its field to the general
 * reader, and is named in `reading.map`. Pure as the reader itself; never throws.
 */
export function readFrameWithMap(root: Document, options: ReadOptions, map: SlimMap | null): FrameReading {
  return inOneGo(mappedSlices(root, options, map));
}

/** As `readFrameWithMap`, with pauses; see `layeredSlices`. */
export function* mappedSlices(root: Document, options: ReadOptions, map: SlimMap | null): ReadingSlices {
  const general = yield* layeredSlices(root, options);
  if (map === null || options.terms === 'hands-off' || isInUnseenFrame(root)) return general;
  yield;
  try {
    return yield* withMap(root, options, map, general);
  } catch (fault) {
    // A map is data from outside: what it breaks must not take the general reader's answer along.
    const reading = { ...general.reading, warnings: [...general.reading.warnings, { code: 'map-failed', place: null, detail: fault instanceof Error ? fault.name : 'unknown' }] };
    return { ...general, reading };
  }
}

function* withMap(root: Document, options: ReadOptions, map: SlimMap, general: FrameReading): ReadingSlices {
  const finder = map.pages.some((page) => [...page.recognise, ...page.fields.flatMap(({ hooks }) => hooks)].some((hook) => hook.by !== 'label' && hook.by !== 'column')) ? new HookFinder(root) : null;
  const first = recognise(map, general.reading, finder);
  const labels = labelsOf(map, first);
  const words: PortalWords = {
    labels: new Map([...labels].map(([text, field]) => [text, { key: MAP_FIELDS[field], weak: false }])),
    statuses: new Map(map.statuses.map(([word, state]) => [portalWordKey(word), state])),
  };
  const use: MapUse = { id: map.id, version: map.version, ...(map.trial === true ? { trial: true as const } : {}), page: first?.kind ?? null, fell: [], doubtful: [] };
  const isWorded = words.labels.size > 0 || words.statuses.size > 0;
  const worded = isWorded ? yield* wordedSlices(words, readingSlices(root, { ...options, ...(general.dates === undefined ? {} : { dates: general.dates }) })) : general;
  return withPortalWords(words, () => {
    const reading = settleReadings({ ...worded.reading, map: use }, general.reading, labels);
    // A page whose words only the map knows shows its kind once it was read with them.
    const page = first ?? recognise(map, worded.reading, finder);
    use.page = page?.kind ?? null;
    reading.map = use;
    if (page !== null && finder !== null) withDateOrder(general.dates ?? 'month-first', () => { applyHooks(reading, page, finder); });
    if (page === null && reading.kind === 'none') noteRenamed(reading, map, finder ?? new HookFinder(root));
    else noteFallen(reading, map, page);
    for (const [at, claim] of reading.claims.entries()) settleStatus(reading, at, claim);
    return { reading, context: worded.context };
  });
}

/** A reading with the portal's own words: each piece of it sees them, and nothing that runs in the pauses does. */
function* wordedSlices(words: PortalWords, pieces: ReadingSlices): ReadingSlices {
  let hadTurn: unknown = false;
  for (;;) {
    const turn: unknown = hadTurn;
    const step = withPortalWords(words, () => pieces.next(turn));
    if (step.done === true) return step.value;
    hadTurn = yield;
  }
}

/** The first page of the map all of whose marks are there; the marks of a page made of words alone are the reader's own judgement of its kind. */
function recognise(map: SlimMap, reading: Reading, finder: HookFinder | null): MapPage | null {
  return map.pages.find((page) => {
    const marks = page.recognise.filter((hook) => hook.by !== 'label' && hook.by !== 'column');
    if (marks.length === 0) return page.kind === reading.kind;
    return finder !== null && marks.every((hook) => finder.isThere(hook));
  }) ?? null;
}

/** The portal's own labels: those of the map and those that the hooks of this page (before it is known: of all pages) are anchored in. */
function labelsOf(map: SlimMap, page: MapPage | null): Map<string, MapField> {
  const labels = new Map<string, MapField>();
  for (const { fields } of page === null ? map.pages : [page]) {
    for (const { field, hooks } of fields) for (const hook of hooks) if (hook.by === 'label' || hook.by === 'column') labels.set(portalWordKey(hook.is), field);
  }
  for (const [text, field] of map.labels) labels.set(portalWordKey(text), field);
  return labels;
}

type Said = Map<HookField, Found<string | number> | { from: string; to: string | null; raw: string; label: string | null }>;

/** What the hooks of a page say: on a page of one claim anywhere on it, on a page of several in each claim's own part. */
function applyHooks(reading: Reading, page: MapPage, finder: HookFinder): void {
  const isSilent = reading.kind === 'none' && (page.kind === 'claim-detail' || page.kind === 'claim-list') && !reading.warnings.some(({ code }) => code === 'page-covered' || code === 'reader-failed');
  if (!isSilent && reading.kind !== page.kind) return;
  const parts = page.kind === 'claim-detail' ? [] : claimParts(page.fields.find(({ field }) => field === 'claimControlNumber')?.hooks ?? [], finder);
  if (parts.length === 0) {
    if (isSilent ? page.kind !== 'claim-detail' : reading.claims.length !== 1) return;
    const said = saidIn(reading, page, finder, null);
    if (isSilent && !makeClaim(reading, page, said)) return;
    layClaim(reading, 0, said);
    return;
  }
  const fell = new Map<string, number>();
  const before = reading.map?.fell ?? [];
  for (const { number, part } of parts) {
    if (reading.map !== undefined) reading.map.fell = [];
    const said = saidIn(reading, page, finder, part);
    for (const field of reading.map?.fell ?? []) fell.set(field, (fell.get(field) ?? 0) + 1);
    // The number of the part names the claim; what the general reader took for another claim is left to it.
    const at = isSilent ? (makeClaim(reading, page, said) ? reading.claims.length - 1 : -1) : reading.claims.findIndex((claim) => claim.claimControlNumber !== null && sameIdentifier(claim.claimControlNumber.value) === number);
    if (at >= 0) layClaim(reading, at, said);
  }
  // A row without a value is a row; a field that no row has fell.
  if (reading.map !== undefined) reading.map.fell = [...before, ...[...fell].filter(([, times]) => times === parts.length).map(([field]) => field)];
}

/** What the hooks of a page say in one part of it, or on all of it; hooks that fell are named in `reading.map`. */
function saidIn(reading: Reading, page: MapPage, finder: HookFinder, part: Element | null): Said {
  const said: Said = new Map();
  for (const { field, hooks, required } of page.fields) {
    const places = hooks.filter((hook) => hook.by !== 'label' && hook.by !== 'column');
    if (places.length === 0) continue;
    const verdict = readPlaces(field, places, finder, part);
    if (verdict === 'odd' || verdict === 'gone' && required === true) reading.map?.fell.push(field);
    else if (typeof verdict === 'object') said.set(field, verdict);
  }
  return said;
}

function layClaim(reading: Reading, at: number, said: Said): void {
  const claim = reading.claims[at];
  if (claim === undefined) return;
  for (const [field, found] of said) {
    if (field === 'status') sayStatus(reading, at, found as Found<string>);
    else if ('from' in found) {
      const { raw, label } = found;
      layBeside(reading, at, 'serviceFrom', { value: found.from, raw, label, confidence: 'certain' });
      if (found.to !== null) layBeside(reading, at, 'serviceTo', { value: found.to, raw, label, confidence: 'certain' });
      else if (claim.serviceTo === null && claim.serviceFrom !== null) layBeside(reading, at, 'serviceTo', { value: found.from, raw, label, confidence: 'certain', derived: true });
    } else layBeside(reading, at, field as ClaimField, found);
  }
  if (claim.serviceFrom !== null && claim.serviceTo !== null && claim.serviceTo.value < claim.serviceFrom.value) {
    claim.serviceFrom = null;
    claim.serviceTo = null;
  }
  checkConsistency(claim, at, reading);
}

type Verdict = Found<string | number> | { from: string; to: string | null; raw: string; label: string | null } | 'gone' | 'empty' | 'odd';

/** The first place that says something; `odd` where a text stands there that has not the field's shape. */
function readPlaces(field: HookField, hooks: readonly Hook[], finder: HookFinder, part: Element | null): Verdict {
  let worst: 'gone' | 'empty' | 'odd' = 'gone';
  for (const hook of hooks) {
    const at = finder.at(hook, part);
    if (at.state !== 'found') {
      if (at.state === 'empty' && worst === 'gone') worst = 'empty';
      continue;
    }
    const value = readPlace(field, at, hook.by === 'place' ? 'likely' : 'certain');
    if (value !== null) return value;
    worst = 'odd';
  }
  return worst;
}

function readPlace(field: HookField, at: Extract<AtHook, { state: 'found' }>, confidence: 'certain' | 'likely'): Exclude<Verdict, string> | null {
  if (field === 'serviceDates') {
    const dates = readHookDates(at.texts);
    return dates === null ? null : { ...dates, label: at.label };
  }
  const found = field === 'status' ? readHookStatus(at.texts) : readHookField(field, at.texts);
  return found === null ? null : { value: found.value, raw: found.raw, label: at.label, confidence };
}

/** A claim of hooks alone, where the general reader saw none: its number and two more facts, or nothing. */
function makeClaim(reading: Reading, page: MapPage, said: ReadonlyMap<HookField, unknown>): boolean {
  const facts = (['status', 'charge', 'paid', 'serviceDates', 'serviceFrom', 'patientName'] as const).filter((field) => said.has(field)).length;
  if (!said.has('claimControlNumber') || facts < 2) return false;
  reading.kind = page.kind;
  reading.claims.push(blankClaim());
  return true;
}

/** The portal's word at the map's place. What it comes to is decided with the amounts, once all of them are settled. */
function sayStatus(reading: Reading, at: number, word: Found<string>): void {
  const claim = reading.claims[at];
  const state = readStatusWord(word.raw);
  if (claim === undefined || state === null) return;
  const present = claim.status;
  // The same word, or another that came to the same: nothing to settle.
  if (present !== null && portalWordKey(present.raw) === portalWordKey(word.raw)) return;
  const trial: ReadingClaim = structuredClone(claim);
  trial.status = null;
  finishStatus({ claim: trial, word, state, candidates: [], support: 0 });
  if (trial.status !== null) layBeside(reading, at, 'status', trial.status);
}

/** A status worked out from amounts is worked out again from those that stand now. */
function settleStatus(reading: Reading, at: number, claim: ReadingClaim): void {
  const { status } = claim;
  if (status === null || reading.map === undefined) return;
  const state = readStatusWord(status.raw);
  if (state !== 'decided') return;
  claim.status = null;
  const candidates: Parameters<typeof finishStatus>[0]['candidates'] = [];
  finishStatus({ claim, word: { value: status.raw, raw: status.raw, label: status.label, confidence: status.confidence }, state, candidates, support: 0 });
  for (const entry of candidates) if (rivalsOf(reading, at, entry.field).length === 0) reading.candidates.push({ claim: at, ...entry });
}

/** A page whose labels were renamed until no claim was left: doubtful, so that only several of them in a row say that the portal changed. */
function noteRenamed(reading: Reading, map: SlimMap, finder: HookFinder): void {
  const page = reading.map === undefined ? null : pageByRemainingLabels(map, reading, finder);
  if (page === null || reading.map === undefined) return;
  reading.map.page = page.kind;
  reading.map.doubtful.push('page');
}

/** What the map promised and did not find: a page of a known kind without its marks, a required label that nothing stands under. */
function noteFallen(reading: Reading, map: SlimMap, page: MapPage | null): void {
  const { map: use } = reading;
  if (use === undefined) return;
  if (page === null) {
    if (map.pages.some(({ kind }) => kind === reading.kind)) use.fell.push('page');
    return;
  }
  if (reading.kind === 'none') {
    use.fell.push('page');
    return;
  }
  for (const { field, hooks, required } of page.fields) {
    if (required !== true || use.fell.includes(field) || hooks.some((hook) => hook.by !== 'label' && hook.by !== 'column')) continue;
    const key: ClaimField = field === 'serviceDates' ? 'serviceFrom' : field;
    const isThere = reading.claims.some((claim) => valueOf(claim, key) !== null) || reading.candidates.some((entry) => entry.field === key);
    if (!isThere) use.fell.push(field);
  }
}
