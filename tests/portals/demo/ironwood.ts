/**
 * Ironwood Employee Benefits: the same list in three real grids, as portals of different age have it: MUI X DataGrid 9,
 * AG Grid 31 (a row is drawn in several containers when a column is pinned) and AG Grid 36. Rows outside the view do not exist.
 */
import { readFile } from 'node:fs/promises';
import { bundle } from '../bundle.ts';
import { date, money, name } from '../format.ts';
import { facts } from '../generate/facts.ts';
import { seeded } from '../generate/random.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation, TruthClaim } from '../truth.ts';

export type IronwoodRow = { id: number; icn: string; account: string; patient: string; member: string; dos: string; billed: string; paid: string; stat: string; finalDt: string };
const GRIDS = [['mui', 'MUI X DataGrid'], ['ag31', 'AG Grid 31'], ['ag36', 'AG Grid 36']] as const;
const COUNT = 64;
const STYLE = raw('body{margin:0;font:14px/1.4 Inter,Arial,sans-serif;background:#f5f5f2;color:#2a2a26}header{background:#41372b;color:#fff;padding:16px 28px;display:flex;gap:26px}header b{font-size:20px}header a{color:#e7d9c4}main{padding:18px 28px}h1{font-size:22px}#grid{height:430px;background:#fff}');

type Made = { row: IronwoodRow; truth: TruthClaim };
function claims(today: string): Made[] {
  return Array.from({ length: COUNT }, (_, at) => {
    const one = facts(seeded(5200 + at), today);
    const decided = one.payment !== null;
    const stat = one.outcome === 'pending' ? 'In Process' : one.outcome === 'denied' ? 'Denied' : one.outcome === 'partially-denied' ? 'Partially Paid' : 'Paid';
    return {
      row: { id: 70_000 + at, icn: one.claimControlNumber, account: one.patientControlNumber, patient: name(one), member: one.memberId, dos: `${date(one.serviceFrom)} - ${date(one.serviceTo)}`, billed: money(one.charge), paid: decided ? money(one.paid) : '', stat, finalDt: one.finalizedOn ? date(one.finalizedOn) : '' },
      truth: {
        claimControlNumber: one.claimControlNumber, patientControlNumber: one.patientControlNumber, patientName: name(one), memberId: one.memberId, serviceFrom: one.serviceFrom, serviceTo: one.serviceTo, charge: one.charge, paid: decided ? one.paid : null, finalizedOn: one.finalizedOn,
        status: stat === 'In Process' ? 'pending' : stat === 'Denied' ? 'denied' : stat === 'Paid' ? 'paid' : 'partially-denied',
      },
    };
  });
}

function handle({ path, today }: PortalRequest): Reply | null | Promise<Reply> {
  const [, section = '', key = ''] = path.split('/');
  if (section === 'rows') return { type: 'application/json', body: JSON.stringify(claims(today).map(({ row }) => row)) };
  // Version 31 brings its style as files; 36 writes it itself.
  if (section === 'ag31.css') {
    const styles = ['ag-grid.css', 'ag-theme-alpine-no-font.css'].map((file) => readFile(new URL(`../../../node_modules/ag-grid-31/styles/${file}`, import.meta.url), 'utf8'));
    return Promise.all(styles).then((texts) => ({ type: 'text/css', body: texts.join('\n') }));
  }
  const grid = GRIDS.find(([id]) => id === (section === 'app' ? key.replace('.js', '') : section));
  if (!grid) return null;
  if (section === 'app') return bundle(new URL(`./ironwood-${grid[0]}.${grid[0] === 'mui' ? 'tsx' : 'ts'}`, import.meta.url)).then((body) => ({ type: 'text/javascript', body }));
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ironwood Employee Benefits</title><style>${STYLE}</style>${grid[0] === 'ag31' ? html`<link rel="stylesheet" href="/ironwood/ag31.css">` : ''}</head><body><header><b>Ironwood Employee Benefits</b>${GRIDS.map(([id, title]) => html`<a href="/ironwood/${id}">${title}</a>`)}</header><main><h1>Claims</h1><p>All claims of the last twelve months. ${COUNT} claims.</p><div id="grid"></div></main><script type="module" src="/ironwood/app/${grid[0]}.js"></script></body></html>`.text);
}

function expectations(today: string): Expectation[] {
  const all = claims(today);
  // What is drawn depends on the grid's buffer: the rows in view are certain, the others may be read where they exist.
  return GRIDS.map(([id]): Expectation => ({
    id: `ironwood/${id}`, page: `/ironwood/${id}`, steps: [], settled: all[4]?.row.icn ?? '', kind: 'claim-list', seen: { rows: 6, of: COUNT },
    claims: all.slice(0, 6).map(({ truth }) => truth), mayOffer: all.slice(6).map(({ truth }) => truth), visible: all.slice(0, 5).map(({ row }) => row.icn), decoys: [],
  }));
}

export const ironwood: Portal = { id: 'ironwood', name: 'Ironwood Employee Benefits', make: 'real MUI DataGrid and AG Grid lists', start: '/mui', handle, expectations };
