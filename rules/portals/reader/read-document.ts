import { blankReading } from '../../reading/blank-reading.ts';
import type { Reading, ReadingClaim, TermsMode } from '../../reading/reading.ts';
import { decidePageKind, looksLikeClearinghouse, saysSubmitted, titleSaysSubmitted } from '../page-kind.ts';
import { assembleSlices } from './claims.ts';
import type { Assembled } from './claims.ts';
import type { ClaimValues } from './claim-fields.ts';
import { markSlices } from './label-marks.ts';
import type { LabelMarks } from './label-marks.ts';
import { provenOrder, withDateOrder } from './page-dates.ts';
import type { DateOrder } from './page-dates.ts';
import { treeSlices, Trait } from './page-tree.ts';
import type { Box, PageTree } from './page-tree.ts';
import { frameContext } from './frame-context.ts';
import type { FrameContext } from './frame-context.ts';
import { prepareLabels } from './labels.ts';
import { scanSlices } from './scan.ts';
import { seenRows } from './seen-rows.ts';
import { checkConsistency } from './consistency.ts';
import { windowSentences } from './window-sentences.ts';
import { readMemberPage } from '../records/member-page.ts';
import { isInUnseenFrame } from './unseen-frames.ts';
import { worthReading } from './worth-reading.ts';
import { isCovered, openDialog } from './covered-pages.ts';
import { isEntryForm } from './entry-forms.ts';
import { statusOfAmounts } from './claim-status.ts';
import { confirmationNumbers, confirmed } from './filed-confirmations.ts';
import { isNotReal } from './not-real.ts';
import { numberCards } from './numbered-cards.ts';
import { leaveOtherClaims } from './other-claims.ts';
import { isForeign } from './grid-kinds.ts';
import { isSpokenOf } from './one-text-claims.ts';
import type { Scan } from './findings.ts';

export type ReadOptions = {
  /** Name of the page for the reading: a file name or a host, never a full address. */
  source?: string;
  /** How the page writes its dates, where an earlier reading of it found that out. */
  dates?: DateOrder;
  portal?: string | null;
  terms?: TermsMode;
  /** A clock in milliseconds for the time limit; without it only counts limit a pass. */
  now?: () => number;
  /** Most milliseconds one pass may take. */
  milliseconds?: number;
  /** Most rows of one list that are read, around what is in view; 2000 unless fewer are wanted. */
  rows?: number;
};

/** What one frame gives: its own reading, and what it could lend to a claim in another frame. */
export type FrameReading = { reading: Reading; context: FrameContext; /** In which order the page writes month and day; absent where it was not asked. */ dates?: DateOrder };

const MOST_NODES = 120_000;
const MOST_TEXT = 20_000;
const MOST_CLAIMS = 2000;

/**
 * Reads one document: pure, never touches the page, never throws.
 * Whatever is not sure is null in the reading, with its rivals in `candidates`.
 */
export function readDocument(root: Document, options: ReadOptions = {}): Reading {
  return readFrame(root, options).reading;
}

/** As readDocument, with what the frame can lend to other frames of its tab. */
export function readFrame(root: Document, options: ReadOptions = {}): FrameReading {
  return inOneGo(readingSlices(root, options));
}

/**
 * A reading in pieces, so that the page may have its turn between them. Whoever steps through it says with `next(true)` that the page
 * had its turn: only then may things have moved.
 */
export type ReadingSlices = Generator<undefined, FrameReading, unknown>;

/** What holds for one pass, also behind a pause in which another page may have been read. */
type Pass = { order: DateOrder; /** From an earlier reading of this page. */ known: DateOrder | null };

/** A page that names its fields in Spanish alone may write the day first. */
function dateOrderOf(tree: PageTree, marks: LabelMarks): DateOrder {
  const hits = [...marks.hits.values(), ...[...marks.pairs.values()].flatMap((pairs) => pairs.map((pair) => pair.hit))].filter((hit) => hit.key !== 'other');
  const spanish = hits.filter((hit) => hit.spanish === true).length;
  return spanish >= 3 && spanish * 2 > hits.length ? provenOrder(tree.leaves.map((leaf) => leaf.text)) : 'month-first';
}

/** Steps through pieces; where things stand is measured anew after every turn of the page. */
function* resting<T>(pieces: Generator<undefined, T>, tree: PageTree, pass: Pass): Generator<undefined, T, unknown> {
  for (;;) {
    const step = withDateOrder(pass.order, () => pieces.next());
    if (step.done === true) return step.value;
    const hadTurn: unknown = yield;
    if (hadTurn === true) tree.sight.forgetPlaces();
  }
}

export function inOneGo<T>(slices: Generator<undefined, T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/**
 * As readFrame, with a pause wherever a reading can rest. Where the page has changed or moved in a pause, what was read so far
 * is worth nothing: whoever steps through this drops it and begins anew.
 */
export function* readingSlices(root: Document, options: ReadOptions = {}): ReadingSlices {
  const reading = blankReading(options.source ?? '');
  reading.portal = options.portal ?? null;
  reading.terms = options.terms ?? 'unknown';
  const context: FrameContext = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };
  if (reading.terms === 'hands-off') return { reading, context };
  try {
    return yield* readInto(root, options, reading, context);
  } catch (fault) {
    // A hostile or half-built page must not break its reader's caller; the fault's name tells where to look.
    const blank = blankReading(reading.source);
    return { reading: { ...blank, portal: reading.portal, terms: reading.terms, warnings: [{ code: 'reader-failed', place: null, detail: fault instanceof Error ? fault.name : 'unknown' }] }, context };
  }
}

function* readInto(root: Document, options: ReadOptions, reading: Reading, context: FrameContext): ReadingSlices {
  const frame = { reading, context };
  if (!worthReading(root) || isInUnseenFrame(root)) return frame;
  yield;
  yield* prepareLabels();
  const now = options.now;
  const started = now?.() ?? 0;
  const limit = options.milliseconds ?? 4000;
  const tree = yield* treeSlices(root, { nodes: MOST_NODES, depth: 500, text: MOST_TEXT, ...(options.rows === undefined ? {} : { rows: options.rows }), spent: () => now !== undefined && now() - started > limit });
  if (tree.cut || tree.unreadRows > 0) reading.warnings.push({ code: 'page-too-large', place: null });
  if (tree.root === null) return frame;
  const pass: Pass = { order: 'month-first', known: options.dates ?? null };
  const read = yield* resting(understand(tree, tree.root, frame, pass), tree, pass);
  return { ...read, dates: pass.order };
}

/** From the tree to the reading. */
function* understand(tree: PageTree, root: Box, { reading, context }: FrameReading, pass: Pass): Generator<undefined, FrameReading> {
  yield;
  const marks = yield* markSlices(tree);
  pass.order = pass.known ?? dateOrderOf(tree, marks);
  yield;
  const top = openDialog(tree, marks.within) ?? root;
  const scan = yield* scanSlices(tree, marks, top);
  yield;
  const words = tree.leaves.map((leaf) => leaf.text);
  const built = yield* build(tree, scan, words.filter((text) => text.length < 300), reading, context);
  yield;
  const stated = built.reading.kind === 'none' ? [] : windowSentences(tree);
  if (stated.length > 0) built.reading.statements = stated;
  // A page about no claim may be one about a member's coverage or an approval.
  const isQuiet = built.reading.kind === 'none' && built.reading.warnings.length === 0 && !isNotReal(tree, [], new Set());
  const member = isQuiet ? readMemberPage(tree, top, scan) : null;
  if (member !== null) built.reading.member = member;
  return built;
}

function* build(tree: PageTree, scan: Scan, words: readonly string[], reading: Reading, context: FrameContext): Generator<undefined, FrameReading> {
  const last = tree.leaves[tree.leaves.length - 1]?.end ?? 0;
  const heads = scan.headings.map((heading) => heading.text);
  // `Claim details` with an appeal in a part of its own is a page about the claim.
  const title = scan.headings.find((heading) => heading.level === 1);
  const claimTitled = title !== undefined && /\bclaims?\b/i.test(title.text) && !/\b(?:appeal|dispute|reconsideration|redetermination|grievance)s?\b/i.test(title.text);
  const appealPage = !claimTitled && heads.slice(0, 3).some((text) => /\b(?:appeal|dispute|reconsideration|redetermination|grievance)s?\b/i.test(text) && !/right/i.test(text));
  const remittancePage = heads.some((text) => /\b(?:remittance|remit|explanation of payment|eop|era|835|payment (?:detail|summary|advice)|check detail|eft detail)\b/i.test(text)) || scan.claimRows === true && tree.leaves.slice(0, 40).some((leaf) => (leaf.traits & (Trait.link | Trait.button | Trait.nav)) === 0 && REMITTANCE_TITLE.test(leaf.text));
  numberCards(tree, scan);
  leaveOtherClaims(tree, scan);
  const result = yield* assembleSlices(scan, last, { clearinghouse: looksLikeClearinghouse(words), appealPage, remittancePage });
  yield;
  // `Request received` with a date beside it is a label, not the news.
  const labels = new Set(scan.findings.map((finding) => finding.label));
  const submitted = saysSubmitted([...heads, ...tree.leaves.slice(0, 400).map((leaf) => leaf.text)].filter((text) => !labels.has(text))) || title !== undefined && titleSaysSubmitted(title.text);
  const confirmations = submitted ? confirmationNumbers(scan, words) : [];
  const noneGiven = submitted && confirmations.length === 0 && words.some((text) => NONE_GIVEN.test(text));
  const claims = result.values.filter((values) => isClaim(values, result));
  const appeals = result.values.filter((values) => values.claim.appeal !== null).length;
  const richest = claims.reduce((best, values) => Math.max(best, values.support), 0);
  const lines = claims.reduce((sum, values) => sum + values.claim.lines.length, 0);
  reading.kind = decidePageKind({
    headings: scan.headings, claims: claims.length, fromList: result.fromList, appeals, richest, lines, payment: result.payment !== null, providerAdjustments: result.providerAdjustments.length > 0,
    submitted, references: confirmations.length, entryForm: isEntryForm(tree, result),
  });
  Object.assign(context, frameContext(result.loose, heads));
  if (reading.kind === 'none' && noneGiven && claims.length === 0) {
    // Something was filed, and the page says that it gives no number for it.
    reading.kind = 'confirmation';
    reading.warnings.push({ code: 'no-number-issued', place: null });
    const about = confirmed(result.values[0], [], words);
    if (about.claim.claimControlNumber !== null) reading.claims = [about.claim];
    return { reading, context };
  }
  if (reading.kind !== 'none' && isNotReal(tree, factsAt(scan, result), labels)) reading.kind = 'none';
  if (reading.kind !== 'none' && lines === 0 && !result.fromList && isMessage(scan)) reading.kind = 'none';
  if (reading.kind === 'claim-detail' && claims.length === 1 && claims.every((values) => isSpokenOf(values, scan))) reading.kind = 'none';
  if (reading.kind === 'claim-detail' && claims.every(onlyAskedFor) && words.some((text) => NOT_FOUND.test(text))) reading.kind = 'none';
  if (reading.kind === 'none') return { reading, context };
  let kept = reading.kind === 'appeal-status' && claims.length === 0 ? result.values.filter((values) => values.claim.appeal !== null) : claims;
  if (reading.kind === 'confirmation') kept = [confirmed(result.values[0], confirmations, words)];
  // A cover lies over all of them or over none.
  if (kept.slice(0, 3).some((values) => values.claim.claimControlNumber !== null && isCovered(tree, values))) {
    reading.kind = 'none';
    reading.warnings.push({ code: 'page-covered', place: null });
    return { reading, context };
  }
  reading.claims = kept.slice(0, MOST_CLAIMS).map((values) => values.claim);
  if (kept.length > MOST_CLAIMS) reading.warnings.push({ code: 'too-many-claims', place: null });
  reading.payer = result.payer;
  if (reading.kind === 'remittance') {
    reading.payment = result.payment;
    for (const claim of reading.claims) {
      claim.paymentNumber ??= result.payment?.number ?? null;
      claim.paymentOn ??= result.payment?.date ?? null;
      if (!result.institutional) serviceFromLines(claim);
    }
    if (scan.claimRows === true) for (const values of kept) statusOfAmounts(values);
  }
  reading.providerAdjustments = result.providerAdjustments;
  // A page that gives no dates for the claim gives them with its lines.
  if (reading.kind === 'claim-detail') for (const values of kept) if (!result.institutional && datesOpen(values)) serviceFromLines(values.claim);
  if (reading.kind === 'claim-list') reading.seen = seenRows(result.lists, reading.claims.length, words, tree.unreadRows === 0 ? 0 : tree.unreadRows + kept.length - reading.claims.length);
  kept.forEach((values, claim) => {
    for (const entry of values.candidates) reading.candidates.push({ claim, ...entry });
    if (values.claim.status === null && values.candidates.some((entry) => entry.field === 'status')) reading.warnings.push({ code: 'status-word-unknown', place: null });
    checkConsistency(values.claim, claim, reading);
  });
  return { reading, context };
}

/** What a printed remittance is called at its top, in whatever element. */
const REMITTANCE_TITLE = /^(?:provider |medicare |medicaid |electronic )?(?:remittance (?:advice|notice|statement|voucher)|explanation of (?:payments?|provider payment)|payment voucher)$/i;


const NOT_FOUND = /\b(?:could not|cannot|was not|were not|not) be found\b|\b(?:was|were) not found\b|\bno (?:matching )?(?:claims?|results?|records?|matches) (?:were |was )?found\b|\bcould not find\b/i;

/** Where on the page the facts of its claims stand. */
function factsAt(scan: Scan, result: Assembled): number[] {
  const told = scan.findings.filter((finding) => finding.key !== 'other' && finding.key !== 'refLabel' && !isForeign(finding.sections)).map((finding) => finding.at);
  return [...told, ...result.grids.filter((grid) => grid.kind !== 'foreign' && grid.kind !== 'legend').map((grid) => grid.at)];
}

/** A letter: whom it is from and what it is about stand over all that it says of a claim. */
function isMessage(scan: Scan): boolean {
  const pairs = scan.findings.filter((finding) => finding.via !== 'grid');
  const subject = pairs.find((finding) => /^(?:subject|re)\W*$/i.test(finding.label));
  if (subject === undefined || !pairs.some((finding) => /^(?:from|to|sender|sent(?: by| on| to)?)\W*$/i.test(finding.label) && Math.abs(finding.at - subject.at) <= 8)) return false;
  return pairs.filter((finding) => finding.at < subject.at && finding.via !== 'heading' && /^(?:charge|paid|status|dos|memberId|patientName)$/.test(finding.key)).length < 3;
}

/** Nothing but what a person typed into a search: no amount, no state, no line. */
function onlyAskedFor(values: ClaimValues): boolean {
  const { claim } = values;
  return claim.charge === null && claim.paid === null && claim.lines.length === 0 && (claim.status === null || claim.status.value === 'not-found');
}

/** A page that says in words that what was filed has no number. */
const NONE_GIVEN = /\bno (?:confirmation|reference|tracking) (?:number|id)\b.{0,40}\b(?:issued|given|provided|assigned|available)\b|\b(?:not|never) (?:receive|get|be given|issued?|assign(?:ed)?|provided?) (?:a |an |any )?(?:confirmation|reference|tracking) (?:number|id)\b|\b(?:confirmation|reference|tracking) (?:number|id)s? (?:is|are|was|were|will be) not (?:issued|given|provided|assigned|available)\b/i;

/** Nothing else on the page claims to be the dates of service, or what does (`From Date` without a word of service) says the same as the lines. */
function datesOpen({ claim, candidates }: ClaimValues): boolean {
  const ends = (field: 'serviceFrom' | 'serviceTo'): string[] => claim.lines.flatMap((line) => (line[field] === null ? [] : [line[field].value])).sort();
  const firstOrLast = { serviceFrom: ends('serviceFrom')[0], serviceTo: ends('serviceTo').at(-1) };
  return candidates.every((entry) => entry.field !== 'serviceFrom' && entry.field !== 'serviceTo' || entry.values.every((value) => value.value === firstOrLast[entry.field as 'serviceFrom' | 'serviceTo']));
}

/** On a remittance the claim's service dates are those of its lines, as in the file that carries the same payment. */
function serviceFromLines(claim: ReadingClaim): void {
  if (claim.serviceFrom !== null || claim.serviceTo !== null || claim.lines.length === 0 || claim.lines.some((line) => line.serviceFrom === null)) return;
  const starts = claim.lines.flatMap((line) => (line.serviceFrom === null ? [] : [line.serviceFrom]));
  const ends = claim.lines.flatMap((line) => (line.serviceTo === null ? [] : [line.serviceTo]));
  const first = starts.reduce((a, b) => (b.value < a.value ? b : a), starts[0] ?? { value: '', raw: '', label: null, confidence: 'likely' });
  claim.serviceFrom = { ...first, derived: true };
  const end = ends[0];
  if (end !== undefined && ends.length === claim.lines.length) claim.serviceTo = { ...ends.reduce((a, b) => (b.value > a.value ? b : a), end), derived: true };
}

/** Enough to say that a page is about this claim: its number and two more facts, or on other forms of page the account, a charge and a state. */
function isClaim(values: ClaimValues, result: Assembled): boolean {
  const claim = values.claim;
  if (claim.claimControlNumber !== null) return values.support + Math.min(2, claim.lines.length) >= (result.fromList ? 1 : 2) || claim.appeal !== null;
  if (values.candidates.some((entry) => entry.field === 'claimControlNumber')) return values.support >= 4 && claim.charge !== null;
  return claim.charge !== null && (claim.patientControlNumber !== null || claim.patientName !== null) && (claim.status !== null || values.word !== null || claim.statusCodes.length > 0) && values.support >= 4;
}
