/**
 * Portal pages from a seed: layout x labels x values x noise x dynamics, each with its truth. The same seed gives the
 * same page for ever; `mutation` changes page and truth together. `node tests/portals/generate.ts 17` prints one.
 */
import { buildDoc } from './generate/document.ts';
import type { Mutation } from './generate/document.ts';
import { facts as makeFacts } from './generate/facts.ts';
import type { Facts } from './generate/facts.ts';
import { HEADER_LAYOUTS } from './generate/headers.ts';
import { HARD_HEADERS, HARD_LINES, hardNoise, replacedInPlace } from './generate/hard.ts';
import { HOUSES } from './generate/houses.ts';
import type { House } from './generate/houses.ts';
import { hiddenLeftovers, wholePage } from './generate/chrome.ts';
import { LINE_LAYOUTS } from './generate/lines.ts';
import { buildList, LIST_LAYOUTS, listExpectation } from './generate/lists.ts';
import { NON_CLAIMS } from './generate/nonclaim.ts';
import { appealDetail, appealList, claimBlock, confirmation, rejection, remittance } from './generate/other.ts';
import type { Built } from './generate/other.ts';
import { seeded } from './generate/random.ts';
import type { Random } from './generate/random.ts';
import { html } from './markup.ts';
import { page } from './portal.ts';
import type { Reply } from './portal.ts';
import type { Expectation } from './truth.ts';

export type { Mutation } from './generate/document.ts';
export type Generated = { seed: number; layout: string; files: ReadonlyMap<string, Reply>; expectation: Expectation };
export const MUTATIONS: Readonly<Record<string, Mutation>> = { renamed: { rename: true }, swapped: { swap: true }, removed: { drop: true }, blanked: { blank: true }, planted: { plant: true }, all: { rename: true, swap: true, drop: true, blank: true, plant: true } };

/** All dates of generated pages are counted back from this day, so that a seed never changes its page. */
const TODAY = '2026-06-15';

function detail(seed: number, random: Random, house: House, one: Facts, other: Facts, options: { mutation?: Mutation; mutationRandom?: Random }): Built {
  const header = HEADER_LAYOUTS[(Math.floor(seed / 20) * 11 + (seed % 20)) % HEADER_LAYOUTS.length] ?? random.pick(HEADER_LAYOUTS);
  const lines = LINE_LAYOUTS[Math.floor(seed / 3) % LINE_LAYOUTS.length] ?? random.pick(LINE_LAYOUTS);
  const doc = buildDoc(random, one, house, options);
  const title = random.pick(['Claim Details', 'Claim Status', 'Claim Inquiry', 'Claim Status Details', 'Claim Summary']);
  const two = random.chance(0.12);
  if (!two) return { title, body: claimBlock(doc, header, lines, random), ...(header.extra ? { extra: header.extra } : {}), layout: `detail/${header.id}/${doc.columns.length ? lines.id : 'no-lines'}`, kind: 'claim-detail', claims: [doc.truth], visible: doc.visible, decoys: doc.decoys };
  const second = buildDoc(random, { ...other, claimControlNumber: other.claimControlNumber }, house, options);
  return {
    title: 'Claims for this visit', body: html`<section class="card"><h2>Claim 1 of 2</h2>${claimBlock({ ...doc, legend: [] }, header, lines, random)}</section><section class="card"><h2>Claim 2 of 2</h2>${claimBlock({ ...second, legend: [] }, header, lines, random)}</section>`, ...(header.extra ? { extra: header.extra } : {}),
    layout: `two-claims/${header.id}/${lines.id}`, kind: 'claim-detail', alsoKinds: ['claim-list', 'remittance'], claims: [doc.truth, second.truth], visible: [...doc.visible, ...second.visible], decoys: [...doc.decoys, ...second.decoys],
  };
}

function build(seed: number, random: Random, house: House, options: { mutation?: Mutation; mutationRandom?: Random }): Built {
  const outcome = seed % 20;
  const many = Array.from({ length: random.int(3, 14) }, () => makeFacts(random, TODAY));
  const one = makeFacts(random, TODAY);
  const other = makeFacts(random, TODAY);
  const nth = Math.floor(seed / 20);
  if (outcome < 10 && seed >= HARD_FROM) return hardDetail(seed, random, house, one, other, options);
  if (outcome < 10) return detail(seed, random, house, one, other, options);
  if (outcome < 14) {
    const layout = LIST_LAYOUTS[(nth * 4 + outcome) % LIST_LAYOUTS.length] ?? random.pick(LIST_LAYOUTS);
    const few = layout.id === 'list-transposed' ? many.slice(0, 3) : many;
    const shown = layout.id === 'list-mui' || layout.id === 'list-ag' ? Math.max(2, few.length - random.int(0, 4)) : few.length;
    const doc = buildList(random, few, house, { ...options, shown });
    return { title: random.pick(['Claim Search Results', 'Claims', 'Claim Status Results']), body: layout.render(doc, random), layout: layout.id, decoys: [], ...listExpectation(doc, layout.id) };
  }
  switch (outcome) {
    case 14: return remittance(random, Array.from({ length: random.int(1, 4) }, () => makeFacts(random, TODAY, random.pick(['denied', 'paid', 'partially-denied']))), house, options);
    case 15: return nth % 2 ? appealList(random, many, house) : appealDetail(random, one, house);
    case 16: return nth % 2 ? confirmation(random, one, house) : rejection(random, makeFacts(random, TODAY, 'rejected'), house);
    default: {
      const shape = NON_CLAIMS[(nth * 3 + outcome) % NON_CLAIMS.length] ?? random.pick(NON_CLAIMS);
      return { title: shape.title, body: shape.render(random, one, house), layout: `none/${shape.id}`, kind: 'none', claims: [], visible: [], decoys: [] };
    }
  }
}

/** From this seed on the harder shapes are drawn too; below it pages stay what they were. */
export const HARD_FROM = 10_000;

function hardDetail(seed: number, random: Random, house: House, one: Facts, other: Facts, options: { mutation?: Mutation; mutationRandom?: Random }): Built {
  const headers = [...HARD_HEADERS, ...HEADER_LAYOUTS];
  const header = random.chance(0.7) ? HARD_HEADERS[seed % HARD_HEADERS.length] ?? random.pick(HARD_HEADERS) : random.pick(headers);
  const lines = random.chance(0.6) ? random.pick(HARD_LINES) : random.pick(LINE_LAYOUTS);
  const doc = buildDoc(random, one, house, options);
  const noise = hardNoise(random, one, other, house);
  const body = random.chance(0.5) ? html`${claimBlock(doc, header, lines, random)}${noise.markup}` : html`${noise.markup}${claimBlock(doc, header, lines, random)}`;
  const before = random.chance(0.15) ? claimBlock(buildDoc(random, other, house), header, lines, random) : null;
  return {
    title: random.pick(['Claim Details', 'Claim Status', 'View claim', 'Claim Inquiry']), body: before ? replacedInPlace(before, body, 700) : body, ...(header.extra ? { extra: header.extra } : {}),
    layout: `hard/${header.id}/${doc.columns.length ? lines.id : 'no-lines'}${before ? '+replaced' : ''}`, kind: 'claim-detail', claims: [doc.truth], visible: doc.visible, decoys: [...doc.decoys, ...noise.decoys],
  };
}

/** One page and its truth. Seeds cycle through the layouts; twenty seeds hold ten details, four lists, three others, three pages without a claim. */
export function generatePage(seed: number, mutation?: keyof typeof MUTATIONS): Generated {
  const random = seeded(seed + 1);
  const house = HOUSES[Math.floor(seed * 7 + seed / 8) % HOUSES.length] ?? random.pick(HOUSES);
  const change = mutation === undefined ? undefined : MUTATIONS[mutation];
  const options = change ? { mutation: change, mutationRandom: seeded(seed * 31 + 7) } : {};
  const built = build(seed, random, house, options);
  const noise = seeded(seed * 13 + 5);
  const hidden = built.kind !== 'none' && noise.chance(0.35) ? hiddenLeftovers(noise, makeFacts(noise, TODAY), house) : null;
  const late = noise.chance(0.25) && !built.layout.includes('replaced') ? noise.pick([300, 600, 900, 1500]) : 0;
  const framed = noise.chance(0.2);
  const path = `/generated/${seed}${mutation ? `-${mutation}` : ''}`;
  const parts = { ...(late ? { late } : {}), ...(hidden ? { hidden: hidden.markup } : {}), ...(built.extra ? { extra: built.extra } : {}), ticking: noise.chance(0.1) };
  const files = new Map<string, Reply>();
  const headers: Record<string, string> = noise.chance(0.1) ? { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' } : {};
  if (framed) {
    files.set(path, page(wholePage(noise, house, 'Provider Workspace', html`<iframe id="newBodyFrame" title="Application" src="${path}/app" style="width:100%;height:1200px;border:0"></iframe>`, {}), headers));
    files.set(`${path}/app`, page(wholePage(noise, house, built.title, built.body, { ...parts, shell: false }), headers));
  } else files.set(path, page(wholePage(noise, house, built.title, built.body, parts), headers));
  const expectation: Expectation = {
    id: path.slice(1), page: path, steps: [], settled: built.visible[0] ?? built.title, kind: built.kind, claims: built.claims, visible: built.visible, decoys: [...built.decoys, ...(hidden?.decoys ?? [])],
    ...(built.alsoKinds ? { alsoKinds: built.alsoKinds } : {}), ...(built.payment ? { payment: built.payment } : {}), ...(built.providerAdjustments ? { providerAdjustments: built.providerAdjustments } : {}), ...(built.seen ? { seen: built.seen } : {}),
  };
  return { seed, layout: `${built.layout}${framed ? '+frame' : ''}${late ? '+late' : ''}${hidden ? '+hidden' : ''}`, files, expectation };
}

if (import.meta.main) {
  const made = generatePage(Number(process.argv[2] ?? 0), process.argv[3]);
  for (const [path, reply] of made.files) process.stdout.write(`<!-- ${path} ${made.layout} -->\n${String(reply.body)}\n`);
  process.stdout.write(`<!-- ${JSON.stringify(made.expectation, null, 1)} -->\n`);
}
