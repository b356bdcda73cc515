/** Draws Summit Ridge's virtual grid and its details, as a hand-written AG Grid 31. */
import type { DemoClaim } from '../demo-claims.ts';
import { date, money } from '../format.ts';

export type SummitRow = { claim: string; patient: string; member: string; from: string; to: string; charge: number; paid: number | null; status: string; finalized: string | null; claimDetail: DemoClaim | null };
export const ROW_HEIGHT = 42;
export const VIEW_HEIGHT = 420;
export const BUFFER = 2;

/** Column id, header, width; in the order of the screen. */
const CENTER = [['memberName', 'Member', 200], ['memberId', 'Member ID', 140], ['dos', 'Service Dates', 220], ['totalCharge', 'Billed Amount', 130], ['netPaid', 'Plan Paid', 120], ['stat', 'Status', 130], ['finalDt', 'Finalized', 120]] as const;
/** In the tree they stand as they were created. */
const TREE_ORDER = [3, 0, 5, 1, 6, 2, 4];

function el(tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
const left = (index: number): number => CENTER.slice(0, index).reduce((sum, [, , width]) => sum + width, 0);

function text(row: SummitRow, id: string): string {
  switch (id) {
    case 'memberName': return row.patient;
    case 'memberId': return row.member;
    case 'dos': return `${date(row.from)} - ${date(row.to)}`;
    case 'totalCharge': return money(row.charge);
    case 'netPaid': return row.paid === null ? '' : money(row.paid);
    case 'stat': return row.status;
    default: return row.finalized ? date(row.finalized) : '';
  }
}

function grid(rows: SummitRow[], open: (row: SummitRow) => void): HTMLElement {
  const header = el('div', { class: 'ag-header', role: 'presentation' },
    el('div', { class: 'ag-header-row', role: 'row', 'aria-rowindex': '1' }, el('div', { class: 'ag-header-cell', role: 'columnheader', 'col-id': 'icn', style: 'left:0;width:170px' }, 'Claim ID')),
    el('div', { class: 'ag-header-row', role: 'row', 'aria-rowindex': '1' }, ...TREE_ORDER.flatMap((index) => { const column = CENTER[index]; return column ? [el('div', { class: 'ag-header-cell', role: 'columnheader', 'col-id': column[0], style: `left:${170 + left(index)}px;width:${column[2]}px` }, column[1])] : []; })));
  const pinned = el('div', { class: 'ag-pinned-left', role: 'rowgroup' });
  const center = el('div', { class: 'ag-center', role: 'rowgroup' });
  const body = el('div', { class: 'ag-body', role: 'presentation' }, el('div', { style: `height:${rows.length * ROW_HEIGHT}px;width:${170 + left(CENTER.length)}px` }), pinned, center);
  const draw = (): void => {
    const first = Math.max(0, Math.floor(body.scrollTop / ROW_HEIGHT) - BUFFER);
    const last = Math.min(rows.length, Math.ceil((body.scrollTop + VIEW_HEIGHT) / ROW_HEIGHT) + BUFFER);
    pinned.replaceChildren();
    center.replaceChildren();
    for (let at = first; at < last; at++) {
      const row = rows[at];
      if (!row) continue;
      const attributes = { role: 'row', 'row-index': String(at), 'row-id': String(at), 'aria-rowindex': String(at + 2), style: `top:${at * ROW_HEIGHT}px;width:100%` };
      const link = el('a', {}, row.claim);
      link.addEventListener('click', () => open(row));
      pinned.append(el('div', { class: 'ag-row', ...attributes }, el('div', { class: 'ag-cell', role: 'gridcell', 'col-id': 'icn', style: 'left:0;width:170px' }, link)));
      center.append(el('div', { class: 'ag-row', ...attributes }, ...TREE_ORDER.flatMap((index) => { const column = CENTER[index]; return column ? [el('div', { class: 'ag-cell', role: 'gridcell', 'col-id': column[0], style: `left:${left(index)}px;width:${column[2]}px` }, text(row, column[0]))] : []; })));
    }
  };
  body.addEventListener('scroll', draw);
  draw();
  return el('div', { class: 'ag-root', role: 'grid', 'aria-rowcount': String(rows.length + 1), 'aria-colcount': String(CENTER.length + 1) }, header, body);
}

function detail(claim: DemoClaim, back: () => void): HTMLElement {
  const pair = (label: string, value: string): HTMLElement => el('div', {}, el('small', {}, label), value);
  const button = el('button', {}, 'Back to claims');
  button.addEventListener('click', back);
  const cash = (cents: number | null): string => cents === null ? '—' : money(cents);
  const head = ['Line', 'Procedure', 'Modifier', 'Units', 'Billed', 'Plan paid', 'Group', 'Reason', 'Amount', 'Remark'];
  return el('section', {}, el('p', {}, button), el('h1', {}, 'Claim details'),
    el('div', { class: 'card grid' }, pair('Claim ID', claim.claimControlNumber), pair('Status', claim.statusWord), pair('Service dates', `${date(claim.serviceFrom)} - ${date(claim.serviceTo)}`), pair('Finalized', claim.finalizedOn ? date(claim.finalizedOn) : '—'),
      pair('Member', `${claim.last}, ${claim.first}${claim.middle ? ` ${claim.middle}` : ''}`), pair('Member ID', claim.memberId), pair('Your account number', claim.patientControlNumber), pair('Received', date(claim.receivedOn)),
      pair('Billed amount', cash(claim.charge)), pair('Allowed amount', cash(claim.allowed)), pair('Plan paid', cash(claim.paid)), pair('Customer number', '4471-0093'),
      pair('EFT number', claim.payment?.number ?? '—'), pair('EFT date', claim.payment ? date(claim.payment.date) : '—')),
    el('div', { class: 'card' }, el('h1', {}, 'Service lines'), el('table', {}, el('tr', {}, ...head.map((one) => el('th', {}, one))), ...claim.lines.map((line, at) => el('tr', {}, ...[
      String(at + 1), line.procedure, line.modifiers.join(' '), String(line.units), money(line.charge), money(line.paid), line.adjustments.map(({ groupCode }) => groupCode).join(' '), line.adjustments.map(({ carc }) => carc).join(' '), line.adjustments.map(({ cents }) => money(cents)).join(' '), line.rarcs.join(' '),
    ].map((one) => el('td', {}, one)))))));
}

async function start(): Promise<void> {
  const main = document.getElementById('main');
  if (!main) return;
  const answer = await fetch('/summit-ridge/api/claims');
  const rows = await answer.json() as SummitRow[];
  await new Promise((done) => { setTimeout(done, 600); });
  const list = el('section', {}, el('h1', {}, 'Claims'), el('div', { class: 'bar' }, el('span', {}, `${rows.length} claims`), el('span', {}, 'Sorted by service date')));
  const shown = el('section', {});
  const route = (): void => {
    const found = rows.find(({ claim }) => location.pathname.endsWith(`/${claim}`))?.claimDetail;
    list.style.display = found ? 'none' : '';
    shown.replaceChildren(...(found ? [detail(found, () => history.back())] : []));
  };
  list.append(grid(rows, (row) => { history.pushState(null, '', `/summit-ridge/claims/${row.claim}`); route(); }));
  addEventListener('popstate', route);
  main.replaceChildren(list, shown);
  route();
}
if (typeof document !== 'undefined') start().catch((failure: unknown) => { throw failure; });
