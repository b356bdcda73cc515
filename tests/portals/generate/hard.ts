/** Further shapes, noise and time: drawn from seed 10,000 on, so that the pages of earlier seeds stay what they are. */
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Decoy } from '../truth.ts';
import type { Cell, Doc } from './document.ts';
import type { Facts } from './facts.ts';
import type { HeaderLayout } from './headers.ts';
import type { House } from './houses.ts';
import type { LineLayout } from './lines.ts';
import type { Random } from './random.ts';

const lab = (doc: Doc, { label }: Cell): string => doc.house.colon ? `${label}:` : label;
const value = (cell: Cell): string => cell.text.trim() ? cell.text : '\u00a0';

export const HARD_HEADERS: readonly HeaderLayout[] = [
  { id: 'colon-node', render: (doc) => html`${doc.cells.map((cell) => html`<div class="row"><span class="col-k">${cell.label}</span><span>:</span><span class="x1f">${cell.text}</span></div>`)}` },
  { id: 'split-label', render: (doc) => html`<div class="grid">${doc.cells.map((cell) => { const [first = '', ...rest] = cell.label.split(' '); return html`<div><div class="lbl">${first}${rest.length ? html`<br>${rest.join(' ')}` : ''}</div><div>${value(cell)}</div></div>`; })}</div>` },
  { id: 'copy-buttons', render: (doc) => html`<div class="grid">${doc.cells.map((cell) => html`<div><label class="lbl">${lab(doc, cell)}<sup>*</sup></label><div class="v"><span>${cell.text}</span>${cell.field === 'claim' || cell.field === 'account' ? html` <button type="button">Copy</button>` : ''}</div></div>`)}</div>` },
  { id: 'css-reversed', render: (doc) => html`${doc.cells.map((cell) => html`<div style="display:flex;flex-direction:row-reverse;justify-content:flex-end"><span style="min-width:280px">${value(cell)}</span><span style="min-width:230px" class="lbl">${lab(doc, cell)}</span></div>`)}` },
  { id: 'section-rows', render: (doc) => html`<table class="kv">${doc.cells.map((cell, at) => html`${at % 5 === 0 ? html`<tr><td colspan="2" style="background:#eee"><b>${['Claim Information', 'Patient Information', 'Payment Information', 'Other', 'More'][at / 5] ?? 'More'}</b></td></tr>` : ''}<tr><td class="k">${lab(doc, cell)}</td><td>${cell.text}</td></tr>`)}</table>` },
  { id: 'hashed-classes', render: (doc, random) => { const salt = random.letters(4).toLowerCase(); return html`<div class="css-${salt}-root">${doc.cells.map((cell) => html`<div class="css-${salt}-item" style="display:inline-block;width:30%;margin:8px 0"><div><div><span style="font-size:11px;text-transform:uppercase;color:#666">${cell.label}</span></div><div><span><span>${value(cell)}</span></span></div></div></div>`)}</div>`; } },
  { id: 'fieldset', render: (doc) => html`${[0, 1, 2].map((part) => { const cells = doc.cells.filter((_, at) => at % 3 === part); return html`<fieldset><legend>${['General', 'Details', 'Additional'][part]}</legend>${cells.map((cell) => html`<p><label>${lab(doc, cell)}</label> <output>${cell.text}</output></p>`)}</fieldset>`; })}` },
  { id: 'aria-list', render: (doc) => html`<div role="list">${doc.cells.map((cell) => html`<div role="listitem" style="display:flex;gap:12px;padding:4px 0"><span style="flex:0 0 240px">${lab(doc, cell)}</span><span>${value(cell)}</span></div>`)}</div>` },
  { id: 'disabled-inputs', render: (doc) => html`<div class="grid">${doc.cells.map((cell) => html`<div class="mat-form-field"><input disabled value="${cell.text.trim()}" aria-label="${cell.label}"><span class="lbl" style="display:block">${cell.label}</span></div>`)}</div>` },
  { id: 'heading-number', render: (doc) => { const claim = doc.cells.find(({ field }) => field === 'claim'); const rest = doc.cells.filter((cell) => cell !== claim); return html`<nav>Home / Claims / ${claim?.text}</nav><h2>Claim # ${claim?.text}</h2><table class="kv">${rest.map((cell) => html`<tr><td class="k">${lab(doc, cell)}</td><td>${cell.text}</td></tr>`)}</table>`; } },
];

const cellOf = (text: string): Markup => html`${text.split('\n').map((one, at) => html`${at ? raw('<br>') : ''}${one}`)}`;
const ADJUSTING = new Set(['lineGroup', 'lineCarc', 'lineAdjustment']);

export const HARD_LINES: readonly LineLayout[] = [
  {
    id: 'rowspan', // one row per adjustment, the line's own cells spanning them
    render: (doc) => html`<table class="lines"><thead><tr>${doc.columns.map(({ label }) => html`<th>${label}</th>`)}</tr></thead><tbody>${doc.rows.map((row) => {
      const depth = Math.max(1, ...row.map((one, at) => ADJUSTING.has(doc.columns[at]?.field ?? '') ? one.split('\n').length : 1));
      return Array.from({ length: depth }, (_, level) => html`<tr>${row.map((one, at) => ADJUSTING.has(doc.columns[at]?.field ?? '') ? html`<td>${one.split('\n')[level] ?? ''}</td>` : level === 0 ? html`<td rowspan="${depth}">${cellOf(one)}</td>` : '')}</tr>`);
    })}</tbody></table>`,
  },
  {
    id: 'nested-adjustments', // a little table of adjustments below each line
    render: (doc) => {
      const inner = doc.columns.map(({ field }) => ADJUSTING.has(field ?? ''));
      const nested = inner.filter(Boolean).length >= 2;
      return html`<table class="lines"><thead><tr>${doc.columns.map(({ label }, at) => nested && inner[at] ? '' : html`<th>${label}</th>`)}</tr></thead><tbody>${doc.rows.map((row) => html`<tr>${row.map((one, at) => nested && inner[at] ? '' : html`<td>${cellOf(one)}</td>`)}</tr>${nested && row.some((one, at) => inner[at] && one) ? html`<tr><td colspan="${row.length}"><table class="adj" aria-label="Adjustments"><thead><tr>${doc.columns.map(({ label }, at) => inner[at] ? html`<th>${label}</th>` : '')}</tr></thead><tbody>${(row.find((_, at) => inner[at]) ?? '').split('\n').map((_, level) => html`<tr>${row.map((one, at) => inner[at] ? html`<td>${one.split('\n')[level]}</td>` : '')}</tr>`)}</tbody></table></td></tr>` : ''}`)}</tbody></table>`;
    },
  },
  { id: 'sticky-divs', render: (doc) => html`<div class="tbl"><div class="drow hd">${doc.columns.map(({ label }) => html`<div>${label}</div>`)}</div>${doc.rows.map((row) => html`<div class="drow">${row.map((one) => html`<div>${one.trim() ? cellOf(one) : raw('&nbsp;')}</div>`)}</div>`)}</div>` },
  { id: 'with-spacers', render: (doc) => html`<table class="lines" cellspacing="0"><tr>${doc.columns.map(({ label }) => html`<td><b><font size="2">${label}</font></b></td><td width="5"></td>`)}</tr><tr><td colspan="${doc.columns.length * 2}"><hr></td></tr>${doc.rows.map((row) => html`<tr>${row.map((one) => html`<td><font size="2">${cellOf(one)}</font></td><td width="5">&nbsp;</td>`)}</tr>`)}</table>` },
  { id: 'labelled-cells', render: (doc) => html`<table class="lines responsive"><thead style="position:absolute;left:-9999px"><tr>${doc.columns.map(({ label }) => html`<th>${label}</th>`)}</tr></thead><tbody>${doc.rows.map((row) => html`<tr style="display:block;border:1px solid #ddd;margin:8px 0">${row.map((one, at) => html`<td data-label="${doc.columns[at]?.label ?? ''}" style="display:flex;justify-content:space-between"><span class="lbl">${doc.columns[at]?.label}</span><span>${one.replaceAll('\n', ', ')}</span></td>`)}</tr>`)}</tbody></table>` },
];

/** Blocks beside the claim that hold the same kinds of words and numbers and are not the claim. */
export function hardNoise(random: Random, own: Facts, other: Facts, house: House): { markup: Markup; decoys: Decoy[] } {
  const day = (iso: string): string => date(iso, house.date);
  const cash = (cents: number): string => money(cents, house.money);
  const blocks: { markup: Markup; decoys: Decoy[] }[] = [
    { markup: html`<h3>Claim history</h3><table class="lines"><thead><tr><th>Date</th><th>Event</th></tr></thead><tbody><tr><td>${day(own.receivedOn)}</td><td>Received</td></tr><tr><td>${day(own.receivedOn)}</td><td>Pending review</td></tr><tr><td>${day(own.finalizedOn ?? own.receivedOn)}</td><td>Letter sent</td></tr></tbody></table>`, decoys: [{ text: 'Pending review', why: 'a past state' }] },
    { markup: html`<h3>Diagnosis</h3><table class="lines"><thead><tr><th>Seq</th><th>Code</th><th>Description</th></tr></thead><tbody><tr><td>1</td><td>M54.16</td><td>Radiculopathy</td></tr><tr><td>2</td><td>N18.31</td><td>Kidney disease</td></tr></tbody></table>`, decoys: [{ text: 'M54.16', why: 'a diagnosis' }] },
    { markup: html`<h3>Other insurance</h3><table class="lines"><thead><tr><th>Carrier</th><th>Policy</th><th>Paid</th><th>Paid Date</th></tr></thead><tbody><tr><td>Orchard Life</td><td>${random.digits(8)}</td><td>${cash(random.int(1000, 90000))}</td><td>${day(other.receivedOn)}</td></tr></tbody></table>`, decoys: [{ text: 'Orchard Life', why: 'another payer' }] },
    { markup: html`<h3>Notes</h3><p>Office note: patient called, thinks the claim was denied with CO-197. Old claim number ${other.claimControlNumber}. Paid ${cash(other.charge)} by hand.</p>`, decoys: [{ text: other.claimControlNumber, why: 'in a note' }] },
    { markup: html`<h3>Contact</h3><p>Provider inquiry reference ${random.digits(9)}. Call 1-800-555-0133. Fax 1-800-555-0134. Mail: PO Box ${random.digits(5)}, Ashgrove.</p>`, decoys: [] },
    { markup: html`<div class="card"><b>Subscriber</b><div class="grid"><div><div class="lbl">Name</div><div>${name(own.subscriber, house.name)}</div></div><div><div class="lbl">Date of Birth</div><div>${day('1958-08-19')}</div></div><div><div class="lbl">Group Name</div><div>Larch Timber Co</div></div></div></div>`, decoys: [{ text: 'Larch Timber Co', why: 'the employer' }] },
    { markup: html`<div class="card"><b>Rendering provider</b><div class="grid"><div><div class="lbl">Name</div><div>${name(own.provider, house.name)}</div></div><div><div class="lbl">NPI</div><div>1245319599</div></div><div><div class="lbl">Specialty</div><div>Family Medicine</div></div></div></div>`, decoys: [{ text: '1245319599', why: 'an NPI' }] },
    { markup: html`<ol class="steps" style="display:flex;gap:30px;list-style:none;padding:0"><li style="color:#999">Received</li><li style="color:#999">In Process</li><li><b>Decision made</b></li></ol>`, decoys: [] },
  ];
  const chosen = random.some(blocks, random.int(1, 3));
  return { markup: html`${chosen.map(({ markup }) => markup)}`, decoys: chosen.flatMap(({ decoys }) => decoys) };
}

/** First another claim stands in the same nodes, then this one: what is read must be of one claim. */
export function replacedInPlace(first: Markup, second: Markup, after: number): Markup {
  return html`<div id="view">${first}</div><template id="next">${second}</template><script>setTimeout(()=>{history.pushState(null,'',location.pathname+'#next');document.getElementById('view').replaceChildren(document.getElementById('next').content.cloneNode(true))},${after})</script>`;
}
