/** Result lists: each row a claim, in every make of grid. */
import { date, money, name } from '../format.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Expectation, TruthClaim } from '../truth.ts';
import type { Facts } from './facts.ts';
import { SYNONYMS } from './houses.ts';
import type { HeaderField, House } from './houses.ts';
import type { Mutation } from './document.ts';
import type { Random } from './random.ts';
import { statusFrom } from './status.ts';

type ListField = HeaderField | 'menu' | 'provider' | 'checkAmount' | 'entered';
type Column = { field: ListField; label: string };
type Row = { facts: Facts; cells: string[] };
export type ListDoc = { house: House; columns: Column[]; rows: Row[]; claims: TruthClaim[]; of: number; visible: string[] };
export type ListLayout = { id: string; render(doc: ListDoc, random: Random): Markup };

export function buildList(random: Random, all: Facts[], house: House, options: { mutation?: Mutation; mutationRandom?: Random; shown?: number } = {}): ListDoc {
  const { mutation = {}, mutationRandom = random } = options;
  const fields: ListField[] = ['claim'];
  const perhaps = (field: ListField, share: number): void => { if (random.chance(share)) fields.push(field); };
  perhaps('patient', 0.9); perhaps('member', 0.7); perhaps('account', 0.4); fields.push('service'); perhaps('charge', 0.9); perhaps('paid', 0.8); perhaps('status', 0.9); perhaps('finalized', 0.6); perhaps('payment', 0.3); perhaps('provider', 0.25); perhaps('received', 0.2); perhaps('entered', 0.15); perhaps('allowed', 0.2); perhaps('checkAmount', 0.12);
  let order = random.chance(0.5) ? fields : random.shuffle(fields);
  if (mutation.swap) order = mutationRandom.shuffle(order);
  if (mutation.drop) order = order.filter((field) => field === 'claim' || !mutationRandom.chance(0.2));
  const label = (field: ListField): string => {
    switch (field) {
      case 'menu': return '';
      case 'provider': return 'Rendering Provider';
      case 'checkAmount': return 'Check Amount';
      case 'entered': return 'Entered';
      default: return mutation.rename ? mutationRandom.pick(SYNONYMS[field]) : random.chance(0.2) ? random.pick(SYNONYMS[field]) : house.labels[field];
    }
  };
  const columns = order.map((field) => ({ field, label: label(field) }));
  const facts = all.slice(0, options.shown ?? all.length).slice(0, mutation.drop ? -1 : undefined);
  const rows = facts.map((one): Row & { blank: Set<ListField>; word: string } => {
    const word = random.pick(house.words[one.outcome]);
    const blank = new Set(mutation.blank ? order.filter((field) => field !== 'claim' && mutationRandom.chance(0.12)) : []);
    return { facts: one, word, blank, cells: order.map((field) => blank.has(field) ? house.empty : listCell(field, one, house, word)) };
  });
  const has = (field: ListField, row: { blank: Set<ListField> }): boolean => order.includes(field) && !row.blank.has(field);
  const claims = rows.map((row): TruthClaim => {
    const one = row.facts;
    const decided = one.payment !== null;
    const optional: NonNullable<TruthClaim['optional']> = {};
    const truth: TruthClaim = { claimControlNumber: one.claimControlNumber, optional };
    if (has('patient', row)) truth.patientName = name(one, house.name);
    if (has('member', row)) truth.memberId = one.memberId;
    if (has('account', row)) truth.patientControlNumber = one.patientControlNumber;
    if (has('service', row)) { truth.serviceFrom = one.serviceFrom; truth.serviceTo = one.serviceTo; }
    if (has('charge', row)) truth.charge = one.charge;
    if (has('received', row)) truth.receivedOn = one.receivedOn;
    if (decided && has('paid', row)) truth.paid = one.paid;
    if (decided && has('allowed', row)) truth.allowed = one.allowed;
    if (has('finalized', row)) truth.finalizedOn = one.finalizedOn;
    if (has('payment', row)) truth.paymentNumber = one.payment?.number ?? null;
    const resolved = statusFrom(has('status', row) ? row.word : null, { charge: has('charge', row) ? one.charge : null, paid: truth.paid ?? null, adjustments: [], lines: [] });
    // A list shows no codes: whether 0 paid is a denial or a deductible cannot be seen, so either is allowed there.
    if (resolved.status && resolved.also.length === 0) truth.status = resolved.status;
    else optional['status'] = [...(resolved.status ? [resolved.status] : []), ...resolved.also];
    return truth;
  });
  return { house, columns, rows, claims, of: all.length, visible: facts.map((one) => one.claimControlNumber) };
}

function listCell(field: ListField, one: Facts, house: House, word: string): string {
  const decided = one.payment !== null;
  const cash = (cents: number): string => money(cents, house.money);
  const day = (iso: string | null): string => iso ? date(iso, house.date) : house.empty;
  switch (field) {
    case 'claim': return one.claimControlNumber;
    case 'patient': return name(one, house.name);
    case 'member': return one.memberId;
    case 'account': return one.patientControlNumber;
    case 'service': return `${day(one.serviceFrom)}${house.between}${day(one.serviceTo)}`;
    case 'charge': return cash(one.charge);
    case 'paid': return decided ? cash(one.paid) : house.empty;
    case 'allowed': return decided ? cash(one.allowed) : house.empty;
    case 'status': return word;
    case 'finalized': return day(one.finalizedOn);
    case 'received': return day(one.receivedOn);
    case 'entered': return day(one.enteredOn);
    case 'payment': return one.payment?.number ?? house.empty;
    case 'provider': return name(one.provider, house.name);
    case 'checkAmount': return one.payment ? cash(one.payment.amount) : house.empty;
    default: return '';
  }
}

const show = (field: ListField, text: string): Markup => field === 'status' ? html`<span class="badge">${text}</span>` : field === 'claim' ? html`<a href="#">${text}</a>` : html`${text}`;
const dataField = (field: ListField): string => ({ claim: 'icn', patient: 'memberName', member: 'memberId', service: 'serviceDates', charge: 'totalCharge', paid: 'netPaid', status: 'stat', finalized: 'finalDt' } as Partial<Record<ListField, string>>)[field] ?? field;
const footer = (doc: ListDoc): Markup => html`<div class="foot">1-${doc.rows.length} of ${doc.of}</div>`;

export const LIST_LAYOUTS: readonly ListLayout[] = [
  { id: 'list-table', render: (doc) => html`<table class="lines"><thead><tr>${doc.columns.map(({ label }) => html`<th>${label}</th>`)}</tr></thead><tbody>${doc.rows.map(({ cells }) => html`<tr>${cells.map((one, at) => html`<td>${show(doc.columns[at]?.field ?? 'menu', one)}</td>`)}</tr>`)}</tbody></table>${footer(doc)}` },
  { id: 'list-react-table', render: (doc) => html`<div class="tabs"><a href="#">All</a> <a href="#">Denied (4)</a> <a href="#">Pending (2)</a></div><table id="claimsTable" class="lines"><thead><tr role="row"><th role="columnheader"><input type="checkbox" aria-label="Select all"></th>${doc.columns.map(({ label }) => html`<th role="columnheader" title="Toggle SortBy">${label} <span>&#8597;</span></th>`)}<th></th></tr></thead><tbody>${doc.rows.map(({ cells }) => html`<tr role="row"><td><input type="checkbox" aria-label="Select"></td>${cells.map((one, at) => html`<td role="cell">${doc.columns[at]?.field === 'service' ? html`${one.split(doc.house.between).map((part) => html`<p>${part}</p>`)}` : show(doc.columns[at]?.field ?? 'menu', one)}</td>`)}<td><button>...</button></td></tr>`)}</tbody></table>${footer(doc)}` },
  { id: 'list-td-header', render: (doc) => html`<table class="lines" border="0"><tr class="columnHeaderText"><td></td>${doc.columns.map(({ label }) => html`<td>${label}</td>`)}</tr>${doc.rows.map(({ cells }, at) => html`<tr><td>${at + 1}.</td>${cells.map((one, index) => html`<td>${show(doc.columns[index]?.field ?? 'menu', one)}</td>`)}</tr>`)}<tr><td></td><td colspan="${doc.columns.length}"><b>Total claims: ${doc.rows.length}</b></td></tr></table>` },
  { id: 'list-div-roles', render: (doc) => html`<div role="table" aria-label="Claims"><div role="rowgroup"><div role="row" class="drow hd">${doc.columns.map(({ label }) => html`<div role="columnheader">${label}</div>`)}</div></div><div role="rowgroup">${doc.rows.map(({ cells }) => html`<div role="row" class="drow">${cells.map((one, at) => html`<div role="cell">${show(doc.columns[at]?.field ?? 'menu', one)}</div>`)}</div>`)}</div></div>${footer(doc)}` },
  {
    id: 'list-mui', // rows by data-id, cells by data-field, only part of the rows drawn
    render: (doc) => html`<div role="grid" class="MuiDataGrid-root" aria-rowcount="${doc.of + 1}" aria-colcount="${doc.columns.length + 1}"><div class="MuiDataGrid-columnHeaders" role="rowgroup"><div role="row" class="drow hd" aria-rowindex="1"><div role="columnheader" data-field="__check__" aria-colindex="1"><input type="checkbox" aria-label="Select all rows"></div>${doc.columns.map(({ label, field }, at) => html`<div role="columnheader" data-field="${dataField(field)}" aria-colindex="${at + 2}" aria-label="${label}"><div class="MuiDataGrid-columnHeaderTitle">${label}</div></div>`)}</div></div>
<div class="MuiDataGrid-virtualScroller"><div class="MuiDataGrid-virtualScrollerContent" role="rowgroup">${doc.rows.map(({ cells }, row) => html`<div role="row" class="drow MuiDataGrid-row" data-id="${row + 1001}" data-rowindex="${row}" aria-rowindex="${row + 2}"><div role="gridcell" data-field="__check__" aria-colindex="1"><input type="checkbox" aria-label="Select row"></div>${cells.map((one, at) => html`<div role="gridcell" data-field="${dataField(doc.columns[at]?.field ?? 'menu')}" aria-colindex="${at + 2}">${one.trim() === '' ? '' : html`<div class="MuiDataGrid-cellContent" title="${one}">${one}</div>`}</div>`)}</div>`)}</div></div><div class="MuiTablePagination-root"><p>1–${Math.min(doc.of, 100)} of ${doc.of}</p></div></div>`,
  },
  {
    id: 'list-ag', // one row drawn in two containers, DOM order unlike the screen's
    render: (doc, random) => {
      const pinned = Math.max(0, doc.columns.findIndex(({ field }) => field === 'claim'));
      const centre = random.shuffle(doc.columns.map((_, at) => at).filter((at) => at !== pinned));
      const onScreen = [...centre].sort((a, b) => a - b);
      const left = (at: number): number => onScreen.indexOf(at) * 150;
      const head = (at: number, style: string): Markup => html`<div class="ag-header-cell" role="columnheader" col-id="${dataField(doc.columns[at]?.field ?? 'menu')}" aria-colindex="${at + 1}" style="${style}"><span class="ag-header-cell-text">${doc.columns[at]?.label}</span></div>`;
      const cell = (row: Row, at: number, style: string): Markup => html`<div class="ag-cell" role="gridcell" col-id="${dataField(doc.columns[at]?.field ?? 'menu')}" aria-colindex="${at + 1}" style="${style}">${row.cells[at]}</div>`;
      const height = doc.rows.length * 34;
      return html`<style>.ag-root{position:relative;height:${height + 40}px;overflow:auto}.ag-cell,.ag-header-cell{position:absolute;width:148px;height:30px;overflow:hidden;white-space:nowrap;padding:4px}.ag-header-cell{font-weight:bold}.ag-pin,.ag-ctr{position:absolute;top:0}.ag-ctr{left:160px}.ag-row{position:absolute;height:34px}</style>
<div class="ag-root" role="grid" aria-rowcount="${doc.of + 1}"><div class="ag-pin"><div class="ag-header-row" role="row" aria-rowindex="1">${head(pinned, 'left:0')}</div>${doc.rows.map((row, index) => html`<div class="ag-row" role="row" row-index="${index}" aria-rowindex="${index + 2}" style="top:${34 * (index + 1)}px">${cell(row, pinned, 'left:0')}</div>`)}</div>
<div class="ag-ctr"><div class="ag-header-row" role="row" aria-rowindex="1">${centre.map((at) => head(at, `left:${left(at)}px`))}</div>${doc.rows.map((row, index) => html`<div class="ag-row" role="row" row-index="${index}" aria-rowindex="${index + 2}" style="top:${34 * (index + 1)}px">${centre.map((at) => cell(row, at, `left:${left(at)}px`))}</div>`)}</div></div>`;
    },
  },
  { id: 'list-cards', render: (doc) => html`<ul class="plain">${doc.rows.map(({ cells }) => html`<li class="card"><div class="grid">${cells.map((one, at) => html`<div><span class="lbl">${doc.columns[at]?.label}</span><div>${show(doc.columns[at]?.field ?? 'menu', one.trim() ? one : '--')}</div></div>`)}</div></li>`)}</ul>${footer(doc)}` },
  { id: 'list-transposed', render: (doc) => html`<table class="lines"><tbody>${doc.columns.map(({ label, field }, at) => html`<tr><th scope="row">${label}</th>${doc.rows.map(({ cells }) => html`<td>${show(field, cells[at] ?? '')}</td>`)}</tr>`)}</tbody></table>` },
];

/** Fills the expectation of a list page. */
export function listExpectation(doc: ListDoc, layout: string): Pick<Expectation, 'kind' | 'alsoKinds' | 'claims' | 'seen' | 'visible'> {
  const partial = layout === 'list-mui' || layout === 'list-ag';
  return { kind: 'claim-list', ...(layout === 'list-transposed' || doc.rows.length < 2 ? { alsoKinds: ['claim-detail' as const] } : {}), claims: doc.claims, seen: partial ? { rows: doc.rows.length, of: doc.of } : null, visible: doc.visible };
}
