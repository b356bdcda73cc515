/**
 * Summit Ridge Advantage: a virtual grid as AG Grid 31 draws it (hand-made after its attributes): one row in two
 * containers, column order in the tree unlike the screen's, rows outside the view absent. A row opens in place by
 * `pushState`; the grid stays in the tree, hidden.
 */
import { facts } from '../generate/facts.ts';
import { seeded } from '../generate/random.ts';
import { bundle } from '../bundle.ts';
import { claimsOf } from '../demo-claims.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';
import { name } from '../format.ts';
import type { SummitRow } from './summit-ridge-app.ts';
import { BUFFER, ROW_HEIGHT, VIEW_HEIGHT } from './summit-ridge-app.ts';

const STYLE = raw(`
*{box-sizing:border-box}body{margin:0;font:14px/1.4 "Trebuchet MS",Helvetica,sans-serif;background:#eef1f6;color:#20283a}
header{background:linear-gradient(90deg,#26325f,#4a3f8f);color:#fff;padding:16px 28px;display:flex;gap:28px;align-items:center}header b{font-size:21px}header a{color:#d6d5f5;text-decoration:none}header i{margin-left:auto;font-style:normal;color:#d6d5f5}
main{padding:20px 28px}h1{font-size:22px;margin:0 0 12px}.bar{display:flex;gap:12px;margin-bottom:10px;color:#56607a}
.ag-root{position:relative;border:1px solid #c9cfdd;background:#fff;height:${VIEW_HEIGHT + 44}px;border-radius:6px;overflow:hidden}.ag-header{position:absolute;top:0;left:0;right:0;height:44px;background:#f3f4fa;border-bottom:1px solid #c9cfdd}
.ag-header-cell{position:absolute;top:0;height:44px;padding:13px 12px;font-weight:bold;font-size:13px;color:#444e68}.ag-body{position:absolute;top:44px;left:0;right:0;height:${VIEW_HEIGHT}px;overflow:auto}.ag-pinned-left,.ag-center{position:absolute;top:0}.ag-pinned-left{width:170px;border-right:1px solid #dfe3ee}.ag-center{left:170px}
.ag-row{position:absolute;height:${ROW_HEIGHT}px;border-bottom:1px solid #eceef5}.ag-cell{position:absolute;height:${ROW_HEIGHT}px;padding:10px 12px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.ag-cell a{color:#3b3490;font-weight:bold;cursor:pointer}
.card{background:#fff;border:1px solid #d6dbe8;border-radius:8px;padding:18px;margin-bottom:14px}.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:14px}.grid small{display:block;color:#6a738c}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:8px;border-bottom:1px solid #e6e9f2}button{background:#4a3f8f;color:#fff;border:0;padding:7px 14px;border-radius:5px}`);

/** The demo's own claims first, then invented ones, so that the list is longer than the view. */
function rows(today: string): SummitRow[] {
  const own = claimsOf('summit-ridge', today).map((claim): SummitRow => ({ claim: claim.claimControlNumber, patient: name(claim), member: claim.memberId, from: claim.serviceFrom, to: claim.serviceTo, charge: claim.charge, paid: claim.paid, status: claim.statusWord, finalized: claim.finalizedOn, claimDetail: claim }));
  const more = Array.from({ length: 40 }, (_, at): SummitRow => {
    const one = facts(seeded(9000 + at), today);
    return { claim: `SR009${at}${one.claimControlNumber.replace(/\D/g, '').slice(0, 5)}`, patient: name(one), member: one.memberId, from: one.serviceFrom, to: one.serviceTo, charge: one.charge, paid: one.payment ? one.paid : null, status: one.outcome === 'pending' ? 'Pending' : one.outcome === 'partially-denied' ? 'Partially Paid' : one.outcome === 'denied' ? 'Denied' : 'Paid', finalized: one.finalizedOn, claimDetail: null };
  });
  return [...own, ...more];
}

function handle({ path, today }: PortalRequest): Reply | null | Promise<Reply> {
  if (path === '/app.js') return bundle(new URL('./summit-ridge-app.ts', import.meta.url)).then((body) => ({ type: 'text/javascript', body }));
  if (path === '/api/claims') return { type: 'application/json', body: JSON.stringify(rows(today)) };
  if (path === '/claims' || path.startsWith('/claims/')) {
    return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Summit Ridge Advantage</title><style>${STYLE}</style></head><body><header><b>Summit Ridge <span style="font-weight:400">Advantage</span></b><a href="#">Dashboard</a><a href="/summit-ridge/claims">Claims</a><a href="#">Members</a><a href="#">Payments</a><i>M. Alvarado</i></header><main id="main"><p role="status">Loading…</p></main><script type="module" src="/summit-ridge/app.js"></script></body></html>`.text);
  }
  return null;
}

function expectations(today: string): Expectation[] {
  const all = rows(today);
  const drawn = all.slice(0, Math.ceil(VIEW_HEIGHT / ROW_HEIGHT) + BUFFER);
  const said = (row: SummitRow): Expectation['claims'][number] => ({ claimControlNumber: row.claim, patientName: row.patient, memberId: row.member, serviceFrom: row.from, serviceTo: row.to, charge: row.charge, paid: row.paid, finalizedOn: row.finalized, status: row.status === 'Pending' ? 'pending' : row.status === 'Partially Paid' ? 'partially-denied' : row.status === 'Denied' ? 'denied' : 'paid' });
  const list: Expectation = {
    id: 'summit-ridge/list', page: '/summit-ridge/claims', steps: [], settled: `${all.length} claims`, kind: 'claim-list', seen: { rows: drawn.length, of: all.length },
    claims: drawn.slice(0, Math.floor(VIEW_HEIGHT / ROW_HEIGHT)).map(said), mayOffer: drawn.slice(Math.floor(VIEW_HEIGHT / ROW_HEIGHT)).map(said),
    visible: drawn.slice(0, 5).map((row) => row.claim), decoys: [],
  };
  return [list, ...claimsOf('summit-ridge', today).map((claim): Expectation => ({
    id: `summit-ridge/detail-${claim.claimControlNumber}`, page: '/summit-ridge/claims', steps: [{ do: 'wait', text: `${all.length} claims` }, { do: 'click', selector: `a:text-is("${claim.claimControlNumber}")` }], settled: 'Service lines', kind: 'claim-detail',
    claims: [truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'finalizedOn', 'receivedOn', 'charge', 'allowed', 'paid', 'status', 'paymentNumber', 'paymentOn'], { range: true, lines: { adjustments: 'with-cents', allowed: false } })],
    visible: [claim.claimControlNumber, claim.patientControlNumber], decoys: [{ text: all[5]?.claim ?? '', why: 'a row of the list behind', hidden: true }],
  }))];
}

export const summitRidge: Portal = { id: 'summit-ridge', name: 'Summit Ridge Advantage', make: 'virtual grid with pinned column, details by pushState', start: '/claims', handle, expectations };
