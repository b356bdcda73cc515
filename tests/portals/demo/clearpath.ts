/** ClearPath Exchange: a clearinghouse. Rejections with 277 codes, its own claim numbers, nothing adjudicated. */
import { demoClaims, DEMO_PAYERS } from '../demo-claims.ts';
import type { DemoClaim } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation, TruthClaim } from '../truth.ts';

const STYLE = raw(`
body{margin:0;font:14px/1.45 Roboto,Arial,sans-serif;background:#f7f7fa;color:#212433}header{background:#fff;border-bottom:1px solid #ddd;padding:14px 26px;display:flex;gap:24px;align-items:center}header b{color:#d3541b;font-size:19px}header a{color:#444;text-decoration:none}.side{display:grid;grid-template-columns:200px 1fr}nav{background:#2b2f42;min-height:90vh;padding:18px}nav a{display:block;color:#cfd3e6;padding:8px 4px;text-decoration:none}main{padding:20px 26px}
table{width:100%;border-collapse:collapse;background:#fff}th{background:#eef0f6;text-align:left;padding:8px 10px;font-size:12px;text-transform:uppercase;color:#5b607a}td{padding:9px 10px;border-bottom:1px solid #eceef4}.chip{background:#fde4da;color:#a53a0b;border-radius:3px;padding:2px 8px;font-weight:500}.card{background:#fff;border:1px solid #e1e3ec;padding:18px;margin-bottom:14px}.row{display:flex;padding:5px 0}.row span:first-child{width:230px;color:#5b607a}`);

const MEANS: Record<string, string> = { A7: 'Rejected for invalid information', A3: 'Returned as unprocessable', '562': 'Entity’s National Provider Identifier', '164': 'Entity’s contract or member number' };
const rejected = (today: string): DemoClaim[] => demoClaims(today).filter((one) => one.status === 'rejected');
const payerName = (claim: DemoClaim): string => DEMO_PAYERS.find(({ id }) => id === claim.payer)?.name ?? '';

function frame(title: string, body: Markup): Reply {
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ClearPath Exchange</title><style>${STYLE}</style></head><body><header><b>ClearPath</b><a href="#">Dashboard</a><a href="/clearpath/claims">Manage Claims</a><a href="#">Remits</a><a href="#" style="margin-left:auto">malvarado</a></header><div class="side"><nav><a href="/clearpath/claims">Rejected (2)</a><a href="#">Accepted (41)</a><a href="#">Denied at payer (12)</a><a href="#">Reports</a></nav><main><h2>${title}</h2>${body}</main></div></body></html>`.text);
}

function handle({ path, today }: PortalRequest): Reply | null {
  const claims = rejected(today);
  const [, section = '', key = ''] = path.split('/');
  if (section === 'claims') return frame('Manage Claims', html`<table><thead><tr><th>ClearPath Claim ID</th><th>Patient</th><th>Patient Control Number</th><th>Payer</th><th>Date of Service</th><th>Total Charge</th><th>Status</th><th>Category : Status : Entity</th></tr></thead><tbody>${claims.map((claim) => html`<tr><td><a href="/clearpath/claim/${claim.claimControlNumber}">${claim.claimControlNumber}</a></td><td>${name(claim)}</td><td>${claim.patientControlNumber}</td><td>${payerName(claim)}</td><td>${date(claim.serviceFrom)}</td><td>${money(claim.charge)}</td><td><span class="chip">${claim.statusWord}</span></td><td>${claim.statusCodes.map(({ category, status, entity }) => `${category}:${status}:${entity ?? ''}`)}</td></tr>`)}</tbody></table>`);
  const claim = section === 'claim' ? claims.find((one) => one.claimControlNumber === key) : undefined;
  if (!claim) return null;
  const row = (label: string, value: string): Markup => html`<div class="row"><span>${label}</span><span>${value}</span></div>`;
  return frame('Rejection Detail', html`<div class="card">${row('ClearPath Claim ID', claim.claimControlNumber)}${row('Status', claim.statusWord)}${row('Patient', name(claim))}${row('Member ID', claim.memberId)}${row('Patient Control Number', claim.patientControlNumber)}${row('Date of Service', date(claim.serviceFrom))}${row('Total Charge', money(claim.charge))}${row('Payer', payerName(claim))}${row('Batch ID', '882014')}</div>
<h3>Claim status codes (277CA)</h3><table><thead><tr><th>Category</th><th>Status code</th><th>Entity</th><th>Meaning</th></tr></thead><tbody>${claim.statusCodes.map(({ category, status, entity }) => html`<tr><td>${category}</td><td>${status}</td><td>${entity ?? ''}</td><td>${MEANS[category] ?? ''}: ${MEANS[status] ?? ''}</td></tr>`)}</tbody></table><p>Correct the claim and send it again. A rejected claim was never adjudicated and cannot be appealed.</p>`);
}

function truth(claim: DemoClaim, detail: boolean): TruthClaim {
  return {
    patientControlNumber: claim.patientControlNumber, patientName: name(claim), ...(detail ? { memberId: claim.memberId } : {}), serviceFrom: claim.serviceFrom, charge: claim.charge, status: 'rejected',
    statusCodes: claim.statusCodes.map(({ category, status, entity }) => [category, status, entity].filter((one) => one !== null).join(':')), optional: { serviceTo: [claim.serviceFrom] },
  };
}

function expectations(today: string): Expectation[] {
  const claims = rejected(today);
  const decoys = claims.map((one) => ({ text: one.claimControlNumber, why: 'the clearinghouse’s number, not the payer’s' }));
  return [{ id: 'clearpath/list', page: '/clearpath/claims', steps: [], settled: 'Manage Claims', kind: 'claim-list' as const, claims: claims.map((one) => truth(one, false)), visible: claims.map((one) => one.patientControlNumber), decoys },
    ...claims.map((claim): Expectation => ({ id: `clearpath/detail-${claim.claimControlNumber}`, page: `/clearpath/claim/${claim.claimControlNumber}`, steps: [], settled: 'Rejection Detail', kind: 'claim-detail', claims: [truth(claim, true)], visible: [claim.patientControlNumber, claim.memberId], decoys: [...decoys, { text: '882014', why: 'a batch' }] }))];
}

export const clearpath: Portal = { id: 'clearpath', name: 'ClearPath Exchange', make: 'clearinghouse rejections with 277 codes', start: '/claims', handle, expectations };
