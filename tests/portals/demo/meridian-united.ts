/**
 * Meridian United Care: a large payer's single-page app. Test-id blocks, accordions, cards that load one by one,
 * codes behind an expander, and one table with several adjudications of the same lines.
 */
import { bundle } from '../bundle.ts';
import { claimsOf } from '../demo-claims.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation, Step } from '../truth.ts';
import { truthClaim, withoutCodes } from './demo-truth.ts';
import { date, money } from '../format.ts';

const STYLE = raw(`
*{box-sizing:border-box}body{margin:0;font:15px/1.45 "Arial",sans-serif;background:#fbfbfb;color:#323334}
.top{background:#fff;border-bottom:4px solid #00508f;padding:14px 34px;display:flex;gap:30px;align-items:center}.top b{color:#00508f;font-size:20px}.top nav a{margin-right:22px;color:#00508f;text-decoration:none}.top span{margin-left:auto;color:#666}
main{max-width:1180px;margin:0 auto;padding:20px 34px}h1{font-size:26px;color:#00508f}.abyss-card{background:#fff;border:1px solid #d9dadb;border-radius:4px;margin:12px 0}.abyss-accordion-header{display:flex;justify-content:space-between;width:100%;border:0;background:#f4f7fa;padding:13px 18px;font:inherit;font-weight:bold;color:#00508f;text-align:left}
.content{padding:16px 18px;display:grid;grid-template-columns:repeat(4,1fr);gap:16px}.content>div>div:first-child{font-size:13px;color:#666}.material-icons{font-size:10px;color:#999;font-style:normal}
table{width:100%;border-collapse:collapse}th{text-align:left;font-size:13px;background:#f4f7fa;padding:8px 10px}td{padding:9px 10px;border-top:1px solid #e5e5e6}.group td{background:#e7edf4;font-weight:bold;font-size:13px}a{color:#00508f}.pill{background:#e5e5e6;border-radius:3px;padding:2px 8px}`);

function handle({ path, today }: PortalRequest): Reply | null | Promise<Reply> {
  if (path === '/app.js') return bundle(new URL('./meridian-united-app.tsx', import.meta.url)).then((body) => ({ type: 'text/javascript', body }));
  if (path === '/api/claims') return { type: 'application/json', body: JSON.stringify(claimsOf('meridian-united', today)) };
  return path === '/' ? page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Provider Portal | Meridian United Care</title><style>${STYLE}</style></head><body><div class="top"><b>Meridian United Care</b><nav><a href="#/claims">Claims &amp; Payments</a><a href="#/claims">Eligibility</a><a href="#/claims">Referrals</a><a href="#/claims">Document Library</a></nav><span>Hello, Maribel</span></div><main id="root"></main><script type="module" src="/meridian-united/app.js"></script></body></html>`.text) : null;
}

function expectations(today: string): Expectation[] {
  const claims = claimsOf('meridian-united', today);
  return [{
    id: 'meridian-united/list', page: '/meridian-united/#/claims', steps: [], settled: 'results found', kind: 'claim-list' as const, seen: null,
    claims: claims.map((claim) => ({ ...truthClaim(claim, ['patientName', 'charge', 'paid']), optional: { serviceTo: [claim.serviceFrom], status: [claim.status, 'finalized', 'paid', 'partially-denied'] } })),
    visible: claims.map((one) => one.claimControlNumber), decoys: [],
  }, ...claims.flatMap((claim): Expectation[] => {
    const open: Step[] = [{ do: 'wait', text: 'results found' }, { do: 'click', selector: `a:text-is("${claim.claimControlNumber}")` }];
    const base = truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'receivedOn', 'finalizedOn', 'charge', 'paid', 'patientResponsibility', 'status', 'paymentNumber', 'paymentOn']);
    const lines = (codes: boolean): Expectation['claims'] => [{ ...base, ...truthClaim(claim, [], { lines: codes ? { adjustments: 'codes', payerCodes: true, allowed: false, dates: true } : { adjustments: 'none', rarcs: false, allowed: false, dates: true } }), }];
    const closed: Expectation = {
      id: `meridian-united/detail-${claim.claimControlNumber}`, page: '/meridian-united/#/claims', steps: open, settled: 'Payment issue date', kind: 'claim-detail', claims: lines(false).map((one) => withoutCodes(one, claim)),
      visible: [claim.claimControlNumber, claim.patientControlNumber, money(claim.charge), date(claim.receivedOn)],
      decoys: [{ text: money(claim.payment?.amount ?? 0), why: 'the whole payment' }, { text: 'FD 59001177 01', why: 'the dual plan’s claim' }],
    };
    return [closed, { ...closed, id: `${closed.id}-expanded`, claims: lines(true), settled: 'Remark codes', steps: [...open, { do: 'wait', text: 'Payment issue date' }, ...claim.lines.map((_, at): Step => ({ do: 'click', selector: `[data-adjudication="0"] button[aria-label=data-table-expand-row-button] >> nth=${at}` }))] }];
  })];
}

export const meridianUnited: Portal = { id: 'meridian-united', name: 'Meridian United Care', make: 'React app with test ids, accordions, re-adjudicated lines', start: '/', handle, expectations };
