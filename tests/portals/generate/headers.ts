/** The shapes in which portals put labels beside values. Each takes the same cells. */
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Cell, Doc } from './document.ts';
import type { Random } from './random.ts';

export type HeaderLayout = { id: string; render(doc: Doc, random: Random): Markup; /** Needs script or style of its own. */ extra?: Markup };

const lab = (doc: Doc, { label }: Cell): string => doc.house.colon ? `${label}:` : label;
const slug = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
const camel = (label: string): string => label.replace(/[^A-Za-z0-9 ]/g, '').replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
const chunks = <T>(list: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, at * size + size));
const badge = (cell: Cell): Markup => cell.field === 'status' ? html`<span class="badge">${cell.text}</span>` : html`${cell.text}`;

/** Parts a page into named sections, as cards do. */
function sections(doc: Doc, random: Random): { title: string; cells: Cell[] }[] {
  const size = Math.ceil(doc.cells.length / random.int(2, 3));
  const titles = ['Claim Overview', 'Member and Provider', 'Payment', 'More Information'];
  return chunks(doc.cells, size).map((cells, at) => ({ title: titles[at] ?? 'More', cells }));
}

export const HEADER_LAYOUTS: readonly HeaderLayout[] = [
  {
    id: 'panels', // id and test id contain the label with its blanks
    render: (doc) => html`<div class="grid">${doc.cells.map((cell) => html`<div class="panel" id="${cell.label}" data-testid="test${cell.label}Panel"><p class="font-weight-bold">${lab(doc, cell)}</p>${cell.field === 'status' ? html`<span class="badge">${cell.text}</span>` : html`<p class="text-right">${cell.text}</p>`}</div>`)}</div>`,
  },
  {
    id: 'testid-blocks', // label line, value line, ligature icons
    render: (doc, random) => html`${sections(doc, random).map(({ title, cells }) => html`<section class="card" data-testid="${slug(title)}-abc-accordion-item" data-state="open"><button class="acc"><span>${title}</span><i class="material-icons">keyboard_arrow_up</i></button><div class="grid">${cells.map((cell) => html`<div data-testid="overview-${slug(cell.label)}"><div class="lbl">${lab(doc, cell)}</div><div>${cell.text}</div></div>`)}</div></section>`)}`,
  },
  { id: 'dl', render: (doc) => html`<dl class="dl">${doc.cells.map((cell) => html`<dt>${lab(doc, cell)}</dt><dd>${badge(cell)}</dd>`)}</dl>` },
  { id: 'dl-div', render: (doc) => html`<dl class="grid">${doc.cells.map((cell) => html`<div><dt>${lab(doc, cell)}</dt><dd>${cell.text}</dd></div>`)}</dl>` },
  { id: 'table-2', render: (doc) => html`<table class="kv"><tbody>${doc.cells.map((cell) => html`<tr><th scope="row">${lab(doc, cell)}</th><td>${badge(cell)}</td></tr>`)}</tbody></table>` },
  { id: 'table-4', render: (doc) => html`<table class="kv">${chunks(doc.cells, 2).map((row) => html`<tr>${row.map((cell) => html`<td class="k">${lab(doc, cell)}</td><td>${cell.text}</td>`)}</tr>`)}</table>` },
  { id: 'table-6', render: (doc) => html`<table class="kv" cellspacing="0">${chunks(doc.cells, 3).map((row) => html`<tr>${row.map((cell) => html`<td class="k" nowrap>${lab(doc, cell)}</td><td>${cell.text}</td>`)}</tr>`)}</table>` },
  {
    id: 'table-below', // a row of labels, then a row of values
    render: (doc, random) => {
      const head = random.chance(0.5) ? 'th' : 'td';
      return html`${chunks(doc.cells, random.int(4, 6)).map((row) => html`<table class="below"><tr class="hd">${row.map((cell) => raw(`<${head}>${html`${lab(doc, cell)}`.text}</${head}>`))}</tr><tr>${row.map((cell) => html`<td>${cell.text}</td>`)}</tr></table>`)}`;
    },
  },
  {
    id: 'nested-tables', // tables in tables, spacer images, fonts
    render: (doc) => html`<table width="100%" border="0" cellpadding="0"><tr>${chunks(doc.cells, Math.ceil(doc.cells.length / 2)).map((half) => html`<td valign="top" width="50%"><table border="0" cellspacing="2">${half.map((cell) => html`<tr><td align="right"><font size="2"><b>${lab(doc, cell)}</b></font></td><td width="6"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" width="4" height="1" alt=""></td><td><font size="2">${cell.text}</font></td></tr>`)}</table></td>`)}</tr></table>`,
  },
  {
    id: 'webforms', // generated ids, spans
    render: (doc, random) => {
      const control = random.int(300, 900);
      return html`<div class="dnnForm">${doc.cells.map((cell, at) => html`<div class="row"><span class="col-k" id="dnn_ctr${control}_View_lbl${camel(cell.label)}_${at}">${lab(doc, cell)}</span><span class="col-v" id="dnn_ctr${control}_View_txt${camel(cell.label)}_${at}">${cell.text}</span></div>`)}</div>`;
    },
  },
  {
    id: 'jsf-inputs', // values in read-only inputs with labels
    render: (doc) => html`<form id="form" onsubmit="return false"><input type="hidden" name="javax.faces.ViewState" value="j_id1:j_id2"><div class="grid">${doc.cells.map((cell, at) => html`<div class="fld"><label for="form:panel:j_id_${at}:0:field">${lab(doc, cell)}</label><input id="form:panel:j_id_${at}:0:field" type="text" readonly value="${cell.text.trim()}"></div>`)}</div></form>`,
  },
  { id: 'bootstrap-rows', render: (doc) => html`${doc.cells.map((cell) => html`<div class="row"><div class="col-k"><strong>${lab(doc, cell)}</strong></div><div class="col-v">${badge(cell)}</div></div>`)}` },
  {
    id: 'colon-lines', // several pairs in one text node
    render: (doc) => html`<div class="pre">${chunks(doc.cells, 2).map((row) => html`<div>${row.map((cell) => `${cell.label.toUpperCase()}: ${cell.text.trim() || '--'}`).join('     ')}</div>`)}</div>`,
  },
  { id: 'inline-bold', render: (doc) => html`<ul class="plain">${doc.cells.map((cell) => html`<li><b>${cell.label}:</b> ${cell.text}</li>`)}</ul>` },
  { id: 'cards-big-value', render: (doc) => html`<div class="grid">${doc.cells.map((cell) => html`<div class="tile"><div class="big">${badge(cell)}</div><div class="cap">${cell.label}</div></div>`)}</div>` },
  {
    id: 'labelled-by', // ARIA ties value to label, far apart in the tree
    render: (doc, random) => {
      const salt = random.digits(3);
      return html`<div class="split"><div>${doc.cells.map((cell, at) => html`<div class="ln" id="l${salt}${at}">${lab(doc, cell)}</div>`)}</div><div>${doc.cells.map((cell, at) => html`<div class="ln" aria-labelledby="l${salt}${at}">${cell.text.trim() ? cell.text : raw('&nbsp;')}</div>`)}</div></div>`;
    },
  },
  {
    id: 'sr-copies', // the visible label is cut; a copy for screen readers stands beside it
    render: (doc) => html`<div class="grid">${doc.cells.map((cell) => html`<div><span class="lbl" aria-hidden="true">${lab(doc, cell)}</span><span class="sr-only">${cell.label}</span><span class="val">${cell.text}</span><i class="info" title="Help about this field">i</i></div>`)}</div>`,
  },
  {
    id: 'shadow-fields', // label in the root, value slotted
    render: (doc) => html`<div class="grid">${doc.cells.map((cell) => html`<plan-field label="${lab(doc, cell)}"><span>${cell.text}</span></plan-field>`)}</div>`,
    extra: raw(`<script>customElements.define('plan-field',class extends HTMLElement{connectedCallback(){const r=this.attachShadow({mode:'open'});const l=document.createElement('div');l.style.cssText='font-size:12px;color:#667';l.textContent=this.getAttribute('label');const s=document.createElement('slot');const v=document.createElement('div');v.append(s);r.append(l,v)}})</script>`),
  },
  {
    id: 'shadow-all', // everything inside one root of a card which holds rows with roots of their own
    render: (doc) => html`<plan-card data-rows="${JSON.stringify(doc.cells.map((cell) => [lab(doc, cell), cell.text]))}"></plan-card>`,
    extra: raw(`<script>customElements.define('plan-row',class extends HTMLElement{set pair(p){const r=this.attachShadow({mode:'open'});for(const[i,t]of p.entries()){const d=document.createElement(i?'b':'span');d.style.cssText='display:inline-block;min-width:210px';d.textContent=t;r.append(d)}}});customElements.define('plan-card',class extends HTMLElement{connectedCallback(){const r=this.attachShadow({mode:'open'});for(const p of JSON.parse(this.dataset.rows)){const e=document.createElement('plan-row');e.style.display='block';e.pair=p;r.append(e)}}})</script>`),
  },
  {
    id: 'status-bar', // a coloured bar with a word, a heading with the number, the rest as pairs
    render: (doc) => {
      const status = doc.cells.find(({ field }) => field === 'status');
      const claim = doc.cells.find(({ field }) => field === 'claim');
      const rest = doc.cells.filter((cell) => cell !== status && cell !== claim);
      return html`<h2>${claim ? `Claim # ${claim.text}` : ''}</h2>${status ? html`<div class="bar" role="status"><span class="dot"></span>${status.text}</div><div class="bar" style="display:none">Pending review</div>` : ''}<div class="grid">${rest.map((cell) => html`<div><div class="lbl">${lab(doc, cell)}</div><div>${cell.text}</div></div>`)}</div>`;
    },
  },
];
