/** The shapes of service lines. */
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Doc } from './document.ts';
import type { Random } from './random.ts';

export type LineLayout = { id: string; render(doc: Doc, random: Random): Markup };

/** Several adjustments of a line stand under each other in one cell. */
function cell(text: string): Markup {
  const parts = text.split('\n');
  return parts.length > 1 ? html`${parts.map((one, at) => html`${at ? raw('<br>') : ''}${one}`)}` : html`${text}`;
}
const inline = (text: string): string => text.replaceAll('\n', ', ');

export const LINE_LAYOUTS: readonly LineLayout[] = [
  { id: 'table', render: (doc) => html`<table class="lines"><thead><tr>${doc.columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead><tbody>${doc.rows.map((row) => html`<tr>${row.map((one) => html`<td>${cell(one)}</td>`)}</tr>`)}</tbody>${doc.totals ? html`<tfoot><tr>${doc.totals.map((one) => html`<td>${one}</td>`)}</tr></tfoot>` : ''}</table>` },
  { id: 'td-header', render: (doc) => html`<table class="lines" cellspacing="0"><tr class="columnHeaderText">${doc.columns.map(({ label }) => html`<td>${cell(label.replace(' ', '\n'))}</td>`)}</tr>${doc.rows.map((row) => html`<tr class="r">${row.map((one) => html`<td>${cell(one)}</td>`)}</tr>`)}${doc.totals ? html`<tr class="rowDarkbold">${doc.totals.map((one, at) => html`<td>${at === 0 ? 'Subtotal' : one}</td>`)}</tr>` : ''}</table>` },
  {
    id: 'two-level',
    render: (doc) => {
      const at = doc.columns.findIndex(({ field }) => field === 'lineCharge');
      const amounts = doc.columns.filter(({ field }, index) => index >= at && (field === 'lineCharge' || field === 'linePaid' || field === 'lineAllowed'));
      let run = 0;
      while (amounts[run] && doc.columns[at + run] === amounts[run]) run += 1;
      if (run < 2) return html`<table class="lines"><thead><tr>${doc.columns.map(({ label }) => html`<th>${label}</th>`)}</tr></thead><tbody>${doc.rows.map((row) => html`<tr>${row.map((one) => html`<td>${cell(one)}</td>`)}</tr>`)}</tbody></table>`;
      return html`<table class="lines"><thead><tr>${doc.columns.map(({ label }, index) => index === at ? html`<th colspan="${run}">Amounts</th>` : index > at && index < at + run ? '' : html`<th rowspan="2">${label}</th>`)}</tr><tr>${doc.columns.slice(at, at + run).map(({ label }) => html`<th>${label}</th>`)}</tr></thead><tbody>${doc.rows.map((row) => html`<tr>${row.map((one) => html`<td>${cell(one)}</td>`)}</tr>`)}</tbody></table>`;
    },
  },
  { id: 'div-grid', render: (doc) => html`<div role="table" class="dgrid"><div role="row" class="drow hd">${doc.columns.map(({ label }) => html`<div role="columnheader">${label}</div>`)}</div>${doc.rows.map((row) => html`<div role="row" class="drow">${row.map((one) => html`<div role="cell">${cell(one)}</div>`)}</div>`)}</div>` },
  {
    id: 'expanded-rows', // codes in a sibling row below the row they belong to
    render: (doc) => {
      const below = (index: number): boolean => ['lineCodes', 'lineRarcs', 'linePayerCode'].includes(doc.columns[index]?.field ?? '') && !doc.columns.some(({ field }) => field === 'lineCarc');
      return html`<table class="lines"><thead><tr><th></th>${doc.columns.map(({ label }, index) => below(index) ? '' : html`<th>${label}</th>`)}</tr></thead><tbody>${doc.rows.map((row) => html`<tr><td><button aria-expanded="true" title="Toggle Row Expanded">-</button></td>${row.map((one, index) => below(index) ? '' : html`<td>${cell(one)}</td>`)}</tr>
${row.some((_, index) => below(index)) ? html`<tr class="expanded"><td></td><td colspan="${row.length}">${row.map((one, index) => below(index) ? html`<div role="gridcell" aria-label="${doc.columns[index]?.label ?? ''}"><b>${doc.columns[index]?.label}</b><p>${one}</p></div>` : '')}</td></tr>` : ''}`)}</tbody></table>`;
    },
  },
  { id: 'cards', render: (doc) => html`${doc.rows.map((row, at) => html`<div class="card line"><h4>Line ${at + 1}</h4><div class="grid">${row.map((one, index) => doc.columns[index]?.field === 'line' ? '' : html`<div><div class="lbl">${doc.columns[index]?.label}</div><div>${inline(one)}</div></div>`)}</div></div>`)}` },
  { id: 'transposed', render: (doc) => html`<table class="lines transposed"><tbody><tr><th></th>${doc.rows.map((_, at) => html`<th scope="col">Line ${at + 1}</th>`)}</tr>${doc.columns.map(({ label, field }, index) => field === 'line' ? '' : html`<tr><th scope="row">${label}</th>${doc.rows.map((row) => html`<td>${cell(row[index] ?? '')}</td>`)}</tr>`)}</tbody></table>` },
  { id: 'gridview', render: (doc, random) => { const id = `ctl00_cph_gv${random.digits(2)}`; return html`<table id="${id}" class="lines" rules="all" border="1"><tr>${doc.columns.map(({ label }) => html`<th><a href="javascript:__doPostBack('${id}','Sort')">${label}</a></th>`)}</tr>${doc.rows.map((row, at) => html`<tr>${row.map((one, index) => html`<td><span id="${id}_ctl${String(at + 2).padStart(2, '0')}_lbl${index}">${cell(one)}</span></td>`)}</tr>`)}<tr class="pager"><td colspan="${doc.columns.length}"><table><tr><td><span>1</span></td><td><a href="#">2</a></td></tr></table></td></tr></table>`; } },
];
