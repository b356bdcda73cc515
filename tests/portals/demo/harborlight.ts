/**
 * Harborlight Health Plan: a multi-app shell whose claim app runs in a same-origin frame. The app is React
 * (`harborlight-app.tsx`): cards come late, one by one, routes change by hash, and the codes of a line exist
 * only once the line is expanded.
 */
import { claimsOf } from '../demo-claims.ts';
import { bundle } from '../bundle.ts';
import { date, money } from '../format.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation, TruthClaim } from '../truth.ts';
import { truthClaim, withoutCodes } from './demo-truth.ts';

const SHELL = raw(`
*{box-sizing:border-box}body{margin:0;font:14px/1.45 "Helvetica Neue",Helvetica,Arial,sans-serif;background:#f2f5f8;color:#1f2d3a;display:flex;flex-direction:column;height:100vh}
header{background:#fff;border-bottom:1px solid #d5dee6;height:62px;display:flex;align-items:center;gap:26px;padding:0 24px}
.brand{font-weight:700;font-size:20px;color:#0b5c7a}.brand b{color:#f08a24}nav a{color:#33495c;text-decoration:none;margin-right:20px;font-weight:500}
.right{margin-left:auto;display:flex;gap:18px;align-items:center;color:#51687b;font-size:13px}.dot{background:#c8342c;color:#fff;border-radius:10px;padding:1px 7px;font-size:11px}
.bar{background:#0b5c7a;color:#fff;padding:8px 24px;font-size:13px}.bar a{color:#cfe7f1}
iframe{flex:1;border:0;width:100%;background:#f2f5f8}`);

function handle({ path, today, query }: PortalRequest): Reply | null | Promise<Reply> {
  if (path === '/' || path === '/shell') {
    const route = query.get('go') ?? 'claims';
    return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harborlight Provider Workspace</title><style>${SHELL}</style></head><body>
<header><div class="brand">harbor<b>light</b></div><nav><a href="?go=claims">Claims &amp; Payments</a><a href="?go=elig">Patient Registration</a><a href="#">My Providers</a><a href="#">Payer Spaces</a></nav>
<div class="right"><span>Notifications <span class="dot">3</span></span><span>Maribel Alvarado</span><span>Juniper Street Family Practice</span></div></header>
<div class="bar">Home &rsaquo; Claims &amp; Payments &rsaquo; Claim Status</div>
<iframe id="newBodyFrame" name="newBodyFrame" title="Claim Status" src="/harborlight/app#/${route}"></iframe></body></html>`.text);
  }
  if (path === '/app') return page('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Claim Status</title><link rel="stylesheet" href="/harborlight/app.css"></head><body><div id="root"></div><script type="module" src="/harborlight/app.js"></script></body></html>');
  if (path === '/app.css') return { type: 'text/css', body: APP_STYLE };
  if (path === '/app.js') return bundle(new URL('./harborlight-app.tsx', import.meta.url)).then((body) => ({ type: 'text/javascript', body }));
  if (path === '/api/claims') return { type: 'application/json', body: JSON.stringify(claimsOf('harborlight', today)) };
  return null;
}

const APP_STYLE = `
*{box-sizing:border-box}body{margin:0;padding:22px 28px;font:14px/1.5 "Helvetica Neue",Helvetica,Arial,sans-serif;color:#1f2d3a;background:#f2f5f8}
h2{font-size:22px;margin:0 0 4px;font-weight:600}.card{background:#fff;border:1px solid #d9e1e8;border-radius:8px;padding:18px 20px;margin:14px 0}
.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:4px 24px}.panel{border-bottom:1px solid #eef2f5;padding:8px 0}.panel p{margin:0}.font-weight-bold{font-weight:600;color:#5b7083;font-size:12px}
.text-right{font-size:15px}.badge{display:inline-block;border-radius:12px;padding:2px 10px;font-size:12px;font-weight:600;color:#fff;background:#6b7c8a}.badge-danger{background:#b3261e}.badge-success{background:#1e7b4c}.badge-warning{background:#a86300}
table{width:100%;border-collapse:collapse;background:#fff}th{text-align:left;font-size:12px;color:#5b7083;border-bottom:2px solid #d9e1e8;padding:8px 10px}td{padding:9px 10px;border-bottom:1px solid #eef2f5;vertical-align:top}
button.link{background:none;border:0;color:#0b5c7a;font:inherit;font-weight:600;cursor:pointer;padding:0;text-decoration:underline}button.exp{border:1px solid #b7c5d0;background:#fff;border-radius:4px;width:26px;height:26px;cursor:pointer}
.skeleton{height:92px;background:linear-gradient(90deg,#e8eef2,#f6f9fb,#e8eef2);border-radius:6px}.muted{color:#5b7083}.expanded td{background:#f7fafc}.toolbar{display:flex;gap:10px;align-items:center}.primary{background:#0b5c7a;color:#fff;border:0;border-radius:5px;padding:8px 16px;font-weight:600}
dl{display:grid;grid-template-columns:180px 1fr;margin:0}dt{font-weight:600;color:#5b7083}dd{margin:0}`;

function expectations(today: string): Expectation[] {
  const claims = claimsOf('harborlight', today);
  const list: Expectation = {
    id: 'harborlight/list', page: '/harborlight/shell', steps: [], settled: 'Showing 1-4 of 4', kind: 'claim-list', seen: { rows: 4, of: 4 },
    claims: claims.map((claim) => withoutCodes(truthClaim(claim, ['patientName', 'memberId', 'charge', 'paid', 'status', 'finalizedOn'], { range: true }), claim)),
    visible: claims.map((one) => one.claimControlNumber), decoys: [],
  };
  const details = claims.flatMap((claim): Expectation[] => {
    const open: Expectation['steps'] = [{ do: 'click', frame: 'newBodyFrame', selector: `button.link:text-is("${claim.claimControlNumber}")` }];
    const base = truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'receivedOn', 'finalizedOn', 'charge', 'paid', 'patientResponsibility', 'paymentNumber', 'paymentOn', 'status', 'statusCodes'], { range: true });
    const lines = (adjustments: 'codes-only-carc' | 'none'): TruthClaim => ({ ...base, ...truthLines(claim, adjustments), optional: { ...base.optional, allowed: [claim.allowed ?? 0] } });
    const visible = [claim.claimControlNumber, money(claim.charge), date(claim.serviceFrom), claim.patientControlNumber];
    const collapsed: Expectation = {
      id: `harborlight/detail-${claim.claimControlNumber}`, page: '/harborlight/shell', steps: [{ do: 'wait', text: 'Showing 1-4 of 4' }, ...open], settled: 'Line Items', kind: 'claim-detail', claims: [withoutCodes(lines('none'), claim)], visible,
      decoys: [{ text: 'Maribel Alvarado', why: 'the signed-in user' }, ...(claim.payment ? [{ text: money(claim.payment.amount), why: 'the whole check' }] : [])],
    };
    if (!claim.payment) return [collapsed];
    const expanded: Expectation = {
      ...collapsed, id: `${collapsed.id}-expanded`, claims: [lines('codes-only-carc')], settled: 'Reason/Remark Codes',
      steps: [...collapsed.steps, { do: 'wait', text: 'Line Items' }, ...claim.lines.map((_, index) => ({ do: 'click' as const, frame: 'newBodyFrame', selector: `#lineLevelTable button.exp >> nth=${index}` }))],
    };
    return [collapsed, expanded];
  });
  return [list, ...details, {
    id: 'harborlight/eligibility', page: '/harborlight/shell?go=elig', steps: [], settled: 'Active Coverage', kind: 'none', claims: [], visible: ['Active Coverage'], decoys: [{ text: 'HBL55120934', why: 'eligibility of a member, no claim' }],
  }];
}

function truthLines(claim: ReturnType<typeof claimsOf>[number], adjustments: 'codes-only-carc' | 'none'): Pick<TruthClaim, 'lines'> {
  return truthClaim(claim, [], { lines: { adjustments, rarcs: adjustments !== 'none', dates: true } });
}

export const harborlight: Portal = { id: 'harborlight', name: 'Harborlight Health Plan', make: 'React app in a same-origin frame, late cards, expandable lines', start: '/shell', handle, expectations };
