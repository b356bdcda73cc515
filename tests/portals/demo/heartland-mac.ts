/** Heartland Medicare Services: a contractor look-alike. Its terms forbid tools, so the product must leave it alone. */
import { claimsOf } from '../demo-claims.ts';
import type { DemoClaim } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';

const STYLE = raw(`
body{margin:0;font:14px/1.45 "Source Sans Pro",Arial,sans-serif;color:#1b1b1b}.gov{background:#f0f0f0;padding:5px 26px;font-size:12px}header{background:#112e51;color:#fff;padding:16px 26px;display:flex;gap:26px;align-items:center}header b{font-size:20px}header a{color:#cfe0f5}main{max-width:1140px;margin:0 auto;padding:18px 26px}
table{width:100%;border-collapse:collapse;margin:10px 0}th{background:#dce4ef;text-align:left;padding:7px 9px}td{padding:7px 9px;border-bottom:1px solid #dfe1e2}.kv{display:grid;grid-template-columns:repeat(3,1fr);gap:8px 24px}.kv div{border-bottom:1px dotted #bbb;display:flex;justify-content:space-between;padding:4px 0}.kv span:first-child{font-weight:bold}`);

function detail(claim: DemoClaim): Reply {
  const values: [string, string][] = [['Claim Control Number', claim.claimControlNumber], ['Claim Status', claim.statusWord], ['Medicare Number', '1EG4-TE5-MK73'], ['Beneficiary Name', name(claim)], ['Date of Service', date(claim.serviceFrom)], ['Receipt Date', date(claim.receivedOn)], ['Total Billed Amount', money(claim.charge)], ['Allowed Amount', money(claim.allowed ?? 0)], ['Total Paid Amount', money(claim.paid ?? 0)], ['Claim Finalized Date', claim.finalizedOn ? date(claim.finalizedOn) : ''], ['EFT/Check Number', claim.payment?.number ?? ''], ['Crossover', 'N'], ['Billing PTAN', 'HM44021'], ['Rendering NPI', '1245319599'], ['Total Deductible', '$0.00']];
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Heartland Medicare Portal</title><style>${STYLE}</style></head><body><div class="gov">A contractor of the Medicare program. Authorized users only. Automated tools, scripts and robots are not permitted.</div><header><b>Heartland Medicare Services</b><a href="#">Claim Status</a><a href="#">Eligibility</a><a href="#">Appeals</a></header><main><h1>Claim Status Detail</h1><div class="kv">${values.map(([label, value]) => html`<div><span>${label}</span><span>${value}</span></div>`)}</div>
<h2>Claim Lines</h2><table><thead><tr><th>DOS</th><th>Procedure</th><th>Modifiers</th><th>Units</th><th>Billed</th><th>Allowed</th><th>Paid</th><th>RA Reason Codes</th><th>Remark Codes</th></tr></thead><tbody>${claim.lines.map((line) => html`<tr><td>${date(claim.serviceFrom)}</td><td>${line.procedure}</td><td>${line.modifiers.join(' ')}</td><td>${line.units}</td><td>${money(line.charge)}</td><td>${money(line.allowed)}</td><td>${money(line.paid)}</td><td>${line.adjustments.map(({ groupCode, carc }) => `${groupCode}-${carc}`).join(', ')}</td><td>${line.rarcs.join(', ')}</td></tr>`)}</tbody></table></main></body></html>`.text);
}

function handle({ path, today }: PortalRequest): Reply | null {
  const [claim] = claimsOf('heartland-mac', today);
  return claim && path === '/claim' ? detail(claim) : null;
}

function expectations(today: string): Expectation[] {
  return claimsOf('heartland-mac', today).map((claim) => ({
    id: 'heartland-mac/detail', page: '/heartland-mac/claim', steps: [], settled: 'Claim Lines', kind: 'claim-detail',
    claims: [truthClaim(claim, ['patientName', 'memberId', 'receivedOn', 'finalizedOn', 'charge', 'allowed', 'paid', 'status', 'paymentNumber'], { lines: { adjustments: 'codes', dates: true } })], visible: [claim.claimControlNumber], decoys: [{ text: 'HM44021', why: 'a PTAN' }],
  }));
}

export const heartlandMac: Portal = { id: 'heartland-mac', name: 'Heartland Medicare Services', make: 'Medicare contractor look-alike, for the hands-off mode', start: '/claim', host: 'heartland-mac.localhost', handle, expectations };
