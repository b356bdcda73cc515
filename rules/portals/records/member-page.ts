import type { Found } from '../../reading/reading.ts';
import type { MemberField, MemberReading } from '../../reading/member-reading.ts';
import { cleanLabel, nameKey } from '../reader/claim-fields.ts';
import { isTextCovered } from '../reader/covered-pages.ts';
import type { Scan } from '../reader/findings.ts';
import { readTexts } from '../reader/found-values.ts';
import { sameIdentifier } from '../reader/identifiers.ts';
import { markLabels } from '../reader/label-marks.ts';
import type { LabelHit } from '../reader/labels.ts';
import { readFieldSpan } from '../reader/page-dates.ts';
import { Trait } from '../reader/page-tree.ts';
import type { Box, PageTree } from '../reader/page-tree.ts';
import { portalWordKey, withPortalWords } from '../reader/portal-words.ts';
import { scanTree } from '../reader/scan.ts';
import { cellTexts } from '../reader/scan-matrix.ts';
import type { Grid } from '../reader/scan-matrix.ts';
import { sectionKind } from '../reader/sections.ts';
import type { Section, SectionKind } from '../reader/sections.ts';
import { recordLabel } from './record-labels.ts';
import type { RecordLabel } from './record-labels.ts';
import { approvalStatus, coverageStatus, readRecordValue } from './record-values.ts';

type Kind = MemberReading['kind'];
/** Such a page is short; a very long one is not looked through twice. */
const MOST_LEAVES = 4000;
/** A label with its value texts, whatever it was drawn as. `own`: what the general reader takes the label for. */
type Pair = { label: string; texts: readonly string[]; sections: readonly Section[]; own: string };

const REFUSED: ReadonlySet<SectionKind> = new Set(['help', 'search', 'estimate', 'notes', 'news', 'user', 'entry']);
/** Parts of the page in which a status, a date or a name is somebody else's. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set(['help', 'search', 'estimate', 'notes', 'news', 'user', 'entry', 'related', 'status-history', 'original', 'payment', 'claim', 'appeal', 'remittance', 'codes', 'legend', 'plb']);

/**
 * A coverage check or an authorization on a page that shows no claim, with the label and the words each value stands beside;
 * null where the page is neither, shows several, or does not say enough of one. The same rule as for claims: what is not sure is absent.
 * Labels that only such pages have are looked for in a pass of their own, so that no claim is ever read by them.
 */
export function readMemberPage(tree: PageTree, top: Box, first: Scan): MemberReading | null {
  const kind = kindOfPage(first.headings);
  if (kind === null || tree.leaves.length > MOST_LEAVES) return null;
  // In one go: words of one pass hold only as long as nobody else has a turn.
  const scan = withPortalWords({ labels: new RecordWords(kind), statuses: new Map() }, () => scanTree(tree, markLabels(tree), top));
  const numbers = new Set(scan.grids.flatMap((grid) => columnOf(grid, kind, 'number').map(sameIdentifier)));
  const pairs = pairsOf(scan, kind);
  const values: MemberReading['values'] = {};
  const put = (field: MemberField, found: Found<string> | null): void => { if (found !== null) values[field] = found; };
  const usable = pairs.filter(({ sections }) => !sections.some((section) => section.kind !== null && ELSEWHERE.has(section.kind)));
  const here = usable.filter(({ sections }) => !sections.some((section) => section.kind === 'cob' || section.kind === (kind === 'coverage' ? 'auth' : 'eligibility')));
  const ofPerson = usable.filter(({ sections }) => !sections.some((section) => section.kind === 'cob'));
  const memberIds = ofPerson.filter(({ own }) => own === 'memberId');
  const readId = (text: string): string | null => readRecordValue(kind, 'memberId', text);
  put('memberId', settle(memberIds, readId, sameIdentifier));
  // Two members on one page: whose coverage it is nobody can say.
  if (values.memberId === undefined && memberIds.some(({ texts }) => readTexts(texts, readId) !== null)) return null;
  put('patientName', settle(ofPerson.filter(({ own, sections }) => own === 'patientName' && !sections.some((section) => section.kind === 'subscriber' || section.kind === 'provider')), (text) => readRecordValue(kind, 'patientName', text), nameKey));
  put('payer', settle(here.filter(({ own, label }) => (own === 'payer' || own === 'payerAndId') && !/plan|product/i.test(label)), (text) => readRecordValue(kind, 'payer', text)));
  const fields: readonly MemberField[] = kind === 'coverage' ? ['status', 'plan', 'order', 'reference', 'asOf'] : ['number', 'status', 'units', 'codes', 'provider', 'place'];
  for (const field of fields) put(field, byLabel(field === 'provider' ? here : here.filter(({ sections }) => !sections.some((section) => section.kind === 'provider')), kind, field));
  putDates(values, here.filter(({ sections }) => !sections.some((section) => section.kind === 'provider')), kind);
  if (kind === 'coverage') {
    put('otherPayer', byLabel(usable, kind, 'otherPayer') ?? settle(usable.filter(({ own, sections }) => own === 'payer' && sections.some((section) => section.kind === 'cob')), (text) => readRecordValue(kind, 'otherPayer', text)));
    if (values.status === undefined && !pairs.some(({ label }) => recordLabel(kind, label)?.field === 'status')) put('status', statusOfHeadings(first.headings));
  } else {
    if (values.number === undefined || numbers.size > 1 && !scan.findings.some(({ label }) => recordLabel(kind, label)?.field === 'number')) return null;
    fromLines(values, scan, numbers);
  }
  const enough = kind === 'coverage'
    ? (values.status !== undefined || values.from !== undefined) && (values.memberId !== undefined || values.patientName !== undefined)
    : values.number !== undefined && (values.status !== undefined || values.from !== undefined || values.codes !== undefined);
  const raw = values.number?.raw ?? values.memberId?.raw ?? values.patientName?.raw;
  return !enough || raw === undefined || isTextCovered(tree, raw) ? null : { kind, values };
}

/** What the page is about by its title, or, where the title tells nothing of it, by the one such part that it has. */
function kindOfPage(headings: Scan['headings']): Kind | null {
  const title = headings.find(({ level }) => level === 1) ?? headings[0];
  if (title === undefined) return null;
  const about = sectionKind(title.text);
  if (about === 'eligibility') return 'coverage';
  if (about === 'auth') return 'authorization';
  if (about !== null && (REFUSED.has(about) || about === 'claim' || about === 'appeal' || about === 'remittance' || about === 'payment')) return null;
  const kinds = new Set(headings.slice(0, 8).map(({ text }) => sectionKind(text)));
  if (kinds.has('eligibility') === kinds.has('auth')) return null;
  return kinds.has('auth') ? 'authorization' : 'coverage';
}

/** The labels of one kind of page, as the portal's own words of one pass. */
class RecordWords extends Map<string, LabelHit> {
  readonly kind: Kind;

  constructor(kind: Kind) {
    super();
    this.kind = kind;
  }

  override get(text: string): LabelHit | undefined {
    const found = recordLabel(this.kind, text);
    // A status label takes a status word as its value even where that word is a label elsewhere (`Approved`).
    return found === null ? undefined : { key: found.field === 'status' ? 'status' : 'other', weak: found.weak };
  }
}

/** Labels with values, and tables of one row, whose heads are labels as well. What a person could type into is no answer. */
function pairsOf(scan: Scan, kind: Kind): Pair[] {
  const isInput = (boxes: readonly Box[]): boolean => boxes.some((box) => (box.traits & (Trait.input | Trait.editable)) !== 0);
  const pairs = scan.findings.filter(({ banner, boxes }) => !banner && !isInput(boxes)).map(({ label, texts, sections, key }): Pair => ({ label, texts, sections, own: key }));
  for (const grid of scan.grids) {
    const rows = grid.rows.filter((row) => row.kind === 'data');
    const [row] = rows;
    if (rows.length !== 1 || row === undefined || grid.banner) continue;
    for (const head of grid.heads) if (head.text !== '') pairs.push({ label: head.text, texts: cellTexts(row, head), sections: grid.sections, own: recordLabel(kind, head.text) === null ? head.hit?.key ?? '' : 'other' });
  }
  return pairs;
}

/** The one value of some pairs; null where they say different things. */
function settle(pairs: readonly Pair[], read: (text: string) => string | null, same: (value: string) => string = portalWordKey, isWeak = false): Found<string> | null {
  const found = pairs.flatMap(({ label, texts }): Found<string>[] => {
    const value = readTexts(texts, read);
    return value === null ? [] : [{ ...value, label: cleanLabel(label), confidence: isWeak ? 'likely' : 'certain' }];
  });
  const [one] = found;
  return one !== undefined && found.every(({ value }) => same(value) === same(one.value)) ? one : null;
}

/** By the clear labels of a field; where there is none, by the vague ones. */
function byLabel(pairs: readonly Pair[], kind: Kind, field: MemberField): Found<string> | null {
  const named = pairs.filter(({ label }) => recordLabel(kind, label)?.field === field);
  const clear = named.filter(({ label }) => recordLabel(kind, label)?.weak === false);
  const read = (text: string): string | null => readRecordValue(kind, field, text);
  return clear.length > 0 ? settle(clear, read) : settle(named, read, portalWordKey, true);
}

/**
 * Both ends of what is covered or approved. Never one from here and the other from there, and no span is left open that the page
 * closes: where an end is contradicted, or stands in another part of the page, there are no dates.
 */
function putDates(values: MemberReading['values'], pairs: readonly Pair[], kind: Kind): void {
  const spanText = (text: string): string | null => { const span = readFieldSpan(text); return span === null || span.to === null ? null : `${span.from} ${span.to}`; };
  const day = (text: string): string | null => readRecordValue(kind, 'from', text);
  for (const weak of [false, true]) {
    const of = (...fields: RecordLabel['field'][]): Pair[] => pairs.filter(({ label }) => { const found = recordLabel(kind, label); return found !== null && fields.includes(found.field) && found.weak === weak; });
    const dated = (list: readonly Pair[], read: (text: string) => string | null): Pair[] => list.filter(({ texts }) => readTexts(texts, read) !== null);
    const [spans, froms, tos] = [dated(of('dates', 'from'), spanText), dated(of('from'), day), dated(of('to'), day)];
    const [span, from, to] = [settle(spans, spanText, undefined, weak), settle(froms, day, undefined, weak), settle(tos, day, undefined, weak)];
    if (spans.length + froms.length + tos.length === 0) continue;
    const isSplit = spans.length > 0 && span === null || froms.length > 0 && from === null || tos.length > 0 && to === null;
    const [begin = '', end = ''] = span?.value.split(' ') ?? [];
    if (isSplit || span !== null && (from !== null && from.value !== begin || to !== null && to.value !== end)) return;
    if (span !== null) Object.assign(values, { from: { ...span, value: begin }, to: { ...span, value: end } });
    else if (from === null || to === null || to.value >= from.value && placeOf(froms[0]) === placeOf(tos[0])) {
      if (from !== null) values.from = from;
      if (to !== null) values.to = to;
    }
    return;
  }
}

function placeOf(pair: Pair | undefined): string {
  return JSON.stringify(pair?.sections.map(({ text }) => text) ?? []);
}

/** `Coverage active` as a title of the page: the word itself, without a label. */
function statusOfHeadings(headings: Scan['headings']): Found<string> | null {
  const said = headings.slice(0, 6).flatMap(({ text }) => { const value = coverageStatus(text); return value === null ? [] : [{ value, raw: text, label: null, confidence: 'likely' as const }]; });
  const [one] = said;
  return one !== undefined && said.every(({ value }) => value === one.value) ? one : null;
}

function columnOf(grid: Grid, kind: Kind, field: MemberField): string[] {
  const head = grid.heads.find(({ text }) => recordLabel(kind, text)?.field === field);
  return head === undefined ? [] : grid.rows.filter((row) => row.kind === 'data').flatMap((row) => { const found = readTexts(cellTexts(row, head), (text) => readRecordValue(kind, field, text)); return found === null ? [] : [found.value]; });
}

/** The services of an approval, from its own table: codes of rows that were not refused. A list of other authorizations has numbers of its own. */
function fromLines(values: MemberReading['values'], scan: Scan, numbers: ReadonlySet<string>): void {
  if (numbers.size > 1 || values.codes !== undefined) return;
  const tables = scan.grids.filter((grid) => !grid.banner && grid.heads.some(({ text }) => recordLabel('authorization', text)?.field === 'codes') && !grid.sections.some((section) => section.kind !== null && ELSEWHERE.has(section.kind)));
  const [grid, more] = tables;
  if (grid === undefined || more !== undefined) return;
  const head = (field: MemberField) => grid.heads.find(({ text }) => recordLabel('authorization', text)?.field === field);
  const [codes, status] = [head('codes'), head('status')];
  const rows = grid.rows.filter((row) => row.kind === 'data' && (status === undefined || ['approved', 'partly'].includes(readTexts(cellTexts(row, status), approvalStatus)?.value ?? '')));
  if (codes === undefined || rows.length === 0) return;
  const found = rows.map((row) => readTexts(cellTexts(row, codes), (text) => readRecordValue('authorization', 'codes', text)));
  if (found.some((one) => one === null)) return;
  const all = [...new Set(found.map((one) => one?.value ?? ''))];
  values.codes = { value: all.join(' '), raw: found.map((one) => one?.raw ?? '').join(' ').slice(0, 300), label: cleanLabel(codes.text), confidence: 'certain' };
}
