/** Redwood Employers Plan: the explanation of payment opens in a popup that the page writes itself, or as a PDF. COEP require-corp. */
import { claimsOf } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';
import { pdf } from './pdf.ts';

const STYLE = raw(`
body{margin:0;font:15px/1.5 Optima,"Gill Sans",sans-serif;background:#fff7f3;color:#3b1f17}header{background:#8c2f1b;color:#fff;padding:18px 30px;display:flex;gap:26px}header b{font-size:20px}main{max-width:1080px;margin:0 auto;padding:20px 30px}.eop{background:#fff;border:1px solid #e3c9bf;padding:18px 22px}
table{border-collapse:collapse;width:100%}th{font-size:12px;text-transform:uppercase;color:#8a6155;text-align:left;padding:6px 8px}td{padding:6px 8px;border-top:1px solid #f0ded7}button,.btn{background:#8c2f1b;color:#fff;border:0;padding:8px 16px;font:inherit;text-decoration:none;border-radius:18px;margin-right:10px}ul{list-style:none;padding:0;columns:2}li b{display:inline-block;min-width:210px;color:#8a6155}`);

function handle({ path, today }: PortalRequest): Reply | null {
  const [claim] = claimsOf('redwood', today);
  if (!claim) return null;
  const [, section = ''] = path.split('/');
  if (section === 'eob.pdf') return { type: 'application/pdf', body: pdf(['Redwood Employers Plan - Explanation of Payment', `Claim Number: ${claim.claimControlNumber}`, `Patient: ${name(claim)}`, `Amount billed: ${money(claim.charge)}  Amount paid: ${money(claim.paid ?? 0)}`, 'Not covered. Reason CO-18.']) };
  if (section === 'eob-frame') return page(html`<!doctype html><html lang="en"><head><title>Explanation of Payment</title></head><body style="margin:0"><embed src="/redwood/eob.pdf" type="application/pdf" width="100%" height="900"></body></html>`.text);
  if (section !== 'claim') return null;
  const popup = html`<title>Explanation of Payment</title><h1>Explanation of Payment</h1><table><tr><td>Claim Number</td><td>${claim.claimControlNumber}</td></tr><tr><td>Patient Name</td><td>${name(claim)}</td></tr><tr><td>Amount You Charged</td><td>${money(claim.charge)}</td></tr><tr><td>Plan paid</td><td>${money(claim.paid ?? 0)}</td></tr></table>`.text;
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Redwood Employers Plan</title><style>${STYLE}</style></head><body><header><b>Redwood Employers Plan</b><span>Claims</span><span>Benefits</span></header><main><h1>Claim</h1><div class="eop"><ul>
<li><b>Claim Number</b> ${claim.claimControlNumber}</li><li><b>Document #</b> ${claim.claimControlNumber.slice(0, -2)}</li><li><b>Patient Name</b> ${name(claim)}</li><li><b>Identification number</b> ${claim.memberId}</li><li><b>Your account number</b> ${claim.patientControlNumber}</li><li><b>Process Date</b> ${claim.finalizedOn ? date(claim.finalizedOn, 'month') : 'N/A'}</li><li><b>Payment #</b> ${claim.payment?.number}</li><li><b>Claim Status</b> ${claim.statusWord}</li></ul>
<table><thead><tr><th>Service Dates</th><th>Procedure</th><th>Qty</th><th>Amount You Charged</th><th>Your Contracted Amount</th><th>The Plan Paid</th><th>Message code</th></tr></thead><tbody>${claim.lines.map((line) => html`<tr><td>${date(claim.serviceFrom, 'month')} to ${date(claim.serviceTo, 'month')}</td><td>${line.procedure}</td><td>${line.units}</td><td>${money(line.charge)}</td><td>${money(line.allowed)}</td><td>${money(line.paid)}</td><td>${line.adjustments.map(({ groupCode, carc }) => `${groupCode}${carc}`).join(' ')} ${line.rarcs.join(' ')}</td></tr>`)}</tbody></table></div>
<p><button id="pop">View explanation of payment</button><a class="btn" href="/redwood/eob.pdf" target="_blank">Explanation (PDF)</a></p></main><template id="eop">${raw(popup)}</template><script>document.getElementById('pop').addEventListener('click',()=>{const w=open('about:blank','eop','width=700,height=600');w.document.body.append(document.getElementById('eop').content.cloneNode(true))})</script></body></html>`.text, { 'cross-origin-embedder-policy': 'require-corp' });
}

function expectations(today: string): Expectation[] {
  const claims = claimsOf('redwood', today);
  return [...claims.map((claim): Expectation => {
    const truth = truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'finalizedOn', 'status', 'paymentNumber'], { single: 'none', lines: { adjustments: 'codes', dates: true } });
    // The period and the sums stand in the one line only.
    truth.optional = { serviceFrom: [claim.serviceFrom], serviceTo: [claim.serviceTo], charge: [claim.charge], paid: [claim.paid ?? 0], allowed: [claim.allowed ?? 0] };
    return { id: 'redwood/detail', page: '/redwood/claim', steps: [], settled: 'View explanation of payment', kind: 'claim-detail', claims: [truth], visible: [claim.claimControlNumber, claim.memberId], decoys: [{ text: claim.claimControlNumber.slice(0, -2), why: 'the document number, a prefix of the claim number' }] };
  })];
}

export const redwood: Portal = { id: 'redwood', name: 'Redwood Employers Plan', make: 'popup window and PDF, COEP require-corp', start: '/claim', handle, expectations };
