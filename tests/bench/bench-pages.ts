/** Pages of a wanted size: a claim of the generator, or none, with as much of a portal around it as is wanted. */
import { generatePage } from '../portals/generate.ts';

export const PAGE_KINDS = ['claim', 'claim among claims', 'list of claims', 'claim words, no claim', 'none of ours'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

const NEWS = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Provider news</title></head><body><main><h1>Provider news</h1><p>Office hours change in spring. Bring your card.</p></main></body></html>';

/** The first seeds whose page is whole at once and of one document. */
function plainSeed(isWanted: (layout: string) => boolean): string {
  for (let seed = 0; seed < 2000; seed += 1) {
    const { layout, files, expectation } = generatePage(seed);
    const body = files.get(expectation.page)?.body;
    if (typeof body === 'string' && isWanted(layout) && !/\+(?:frame|late|hidden)/u.test(layout)) return body;
  }
  throw new Error('The generator has no such page.');
}

function startingPage(kind: PageKind): string {
  if (kind === 'claim' || kind === 'claim among claims') return plainSeed((layout) => layout.startsWith('detail/') && !layout.includes('no-lines'));
  return kind === 'none of ours' ? NEWS : plainSeed((layout) => layout === 'none/news');
}

/** Half a table, a quarter menus, a quarter menus that are folded away: about ten nodes each. */
const surroundings: readonly ((nth: number) => string)[] = [
  (nth) => `<table><tr><td>Room ${nth}</td><td>${(nth * 7) % 365} days</td><td>$${nth % 900}.${String(nth % 100).padStart(2, '0')}</td><td>Suite ${nth % 40}</td></tr></table>`,
  (nth) => `<div class="tile"><p><span>Office ${nth}</span> <b>Open</b></p><p>Mon-Fri 8-${(nth % 9) + 1}</p></div>`,
  (nth) => `<nav><ul><li><a href="#a${nth}">Forms ${nth}</a></li><li><a href="#b${nth}">Manuals</a></li><li><a href="#c${nth}">Contacts</a></li></ul></nav>`,
  (nth) => `<ul style="display:none"><li><a href="#d${nth}">Training ${nth}</a></li><li><a href="#e${nth}">Webinars</a></li><li><a href="#f${nth}">Calendar</a></li></ul>`,
];

/** The same where every part says words and values of claims, so that no part can be passed over. */
const speaking: readonly ((nth: number) => string)[] = [
  (nth) => `<table><tr><td>Member services ${nth}</td><td>0${1 + (nth % 9)}/12/2026</td><td>$${nth % 900}.00</td><td>Provider number ${nth}</td></tr></table>`,
  (nth) => `<div class="tile"><p><span>Payment policy ${nth}</span> <b>Open</b></p><p>Date updated 03/0${1 + (nth % 9)}/2026</p></div>`,
  (nth) => `<nav><ul><li><a href="#a${nth}">Claims ${nth}</a></li><li><a href="#b${nth}">Payments</a></li><li><a href="#c${nth}">Members</a></li></ul></nav>`,
  (nth) => `<ul style="display:none"><li><a href="#d${nth}">Claim status ${nth}</a></li><li><a href="#e${nth}">Appeals</a></li><li><a href="#f${nth}">Paid claims</a></li></ul>`,
];

/** What a search found: one row of six cells for each claim, fifteen nodes. */
function listPage(nodes: number): string {
  const row = (nth: number): string => `<tr><td><a href="#c${nth}">26H${1_000_000 + nth * 37}</a></td><td>${['Doe, Jane', 'Roe, Ann', 'Poe, Max'][nth % 3] ?? ''}</td><td>0${1 + (nth % 9)}/12/2026</td><td>$${100 + (nth % 900)}.00</td><td>$${nth % 90}.10</td><td><span class="badge">${['Paid', 'Denied', 'Pending'][nth % 3] ?? ''}</span></td></tr>`;
  const rows = Array.from({ length: Math.ceil(nodes / 15) }, (_, nth) => row(nth)).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Claims</title></head><body><h1>Claim search results</h1><table><thead><tr><th>Claim number</th><th>Patient</th><th>Service date</th><th>Charged</th><th>Paid</th><th>Status</th></tr></thead><tbody>${rows}</tbody></table></body></html>`;
}

/** HTML of about `nodes` nodes. */
export function benchPage(kind: PageKind, nodes: number): string {
  if (kind === 'list of claims') return listPage(nodes);
  const start = startingPage(kind);
  const own = (start.match(/<[a-z]|>[^<\s]/giu) ?? []).length;
  const around: string[] = [];
  const pieces = kind === 'claim among claims' ? speaking : surroundings;
  for (let count = own, nth = 0; count < nodes; nth += 1) {
    const piece = pieces[nth % pieces.length]?.(nth) ?? '';
    count += (piece.match(/<[a-z]|>[^<]/giu) ?? []).length;
    around.push(piece);
  }
  return start.replace('</body>', () => `<section>${around.join('')}</section></body>`);
}
