/** Prairie Mutual: a results grid with paging and badges whose links open a plain detail page under a strict policy. */
import { claimsOf } from '../demo-claims.ts';
import type { DemoClaim } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';

const STYLE = raw(`
*{box-sizing:border-box}body{margin:0;font:14px/1.5 "Segoe UI",Tahoma,sans-serif;color:#2b2116;background:#faf7f1}
header{background:#7a3e1d;color:#fff;padding:14px 32px;display:flex;align-items:baseline;gap:30px}header strong{font-size:22px;font-family:Georgia,serif}header a{color:#f6dcc4;text-decoration:none}
header span{margin-left:auto;font-size:13px;color:#f0cfb2}main{max-width:1240px;margin:0 auto;padding:22px 32px}h1{font:600 24px Georgia,serif;color:#5b2c12;margin:0 0 10px}
.tabs{display:flex;gap:2px;margin-bottom:0}.tabs a{padding:8px 18px;background:#eadfce;color:#5b2c12;text-decoration:none;border-radius:6px 6px 0 0}.tabs a.on{background:#fff;font-weight:600}
.box{background:#fff;border:1px solid #e2d5c1;padding:16px 18px}table{border-collapse:collapse;width:100%}th{background:#f3ebde;text-align:left;padding:9px 10px;font-size:13px;color:#5b2c12;border-bottom:1px solid #d8c5a8}td{padding:9px 10px;border-bottom:1px solid #efe7da}
.num{text-align:right}.pill{padding:2px 10px;border-radius:10px;font-size:12px;background:#e6e0d6}.pill.denied{background:#f6d4cd;color:#8a1d0c}.pill.paid{background:#d9ecd6;color:#245b1e}.foot{display:flex;justify-content:space-between;padding-top:12px;color:#7a6a55}
footer{padding:26px 32px;color:#8b7a63;font-size:12px}.kv{display:grid;grid-template-columns:repeat(3,1fr);gap:14px 30px}.kv div span{display:block;font-size:12px;color:#8b7a63;text-transform:uppercase;letter-spacing:.4px}.kv div b{font-weight:600;font-size:15px}
a.claim{color:#8a3d10;font-weight:600}.filters{display:flex;gap:14px;margin-bottom:14px}.filters label{font-size:13px;color:#6d5b45}`);

const PER_PAGE = 3;

function frame(title: string, body: Markup, headers: Record<string, string> = {}): Reply {
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Prairie Mutual</title><style>${STYLE}</style></head><body><header><strong>Prairie Mutual</strong><a href="/prairie-mutual/claims">Claims</a><a href="/prairie-mutual/authorizations">Authorizations</a><a href="/prairie-mutual/messages">Messages</a><span>Maribel Alvarado, Juniper Street</span></header><main>${body}</main><footer>Prairie Mutual, an association of farm families since 1911. For a denied claim see Provider Guide, chapter 7.</footer></body></html>`.text, headers);
}

function list(claims: DemoClaim[], at: number): Reply {
  const shown = claims.slice((at - 1) * PER_PAGE, at * PER_PAGE);
  const columns = ['', 'Claim Number', 'Patient', 'Member ID', 'Patient Account #', 'Dates of Service', 'Billed', 'Plan Paid', 'Status', 'Date Processed'];
  return frame('Claim Search', html`<h1>Claim Search</h1><div class="tabs"><a class="on" href="#">All</a><a href="#">Denied (1)</a><a href="#">Paid (1)</a></div><div class="box">
<div class="filters"><label>Status <select><option>All</option><option>Denied</option><option>Paid</option></select></label><label>From <input value="${date(claims[0]?.serviceFrom ?? '')}" size="11"></label></div>
<table id="results"><thead><tr role="row">${columns.map((one) => html`<th role="columnheader" title="${one ? `Sort by ${one}` : 'Select all'}">${one || raw('<input type="checkbox" aria-label="Select all">')}${one ? raw(' <span aria-hidden="true">&#9662;</span>') : ''}</th>`)}</tr></thead><tbody>
${shown.map((claim) => html`<tr role="row"><td role="cell"><input type="checkbox" aria-label="Select"></td><td role="cell"><a class="claim" href="/prairie-mutual/claim/${claim.claimControlNumber}">${claim.claimControlNumber}</a></td><td role="cell">${name(claim)}</td><td role="cell">${claim.memberId}</td><td role="cell">${claim.patientControlNumber}</td><td role="cell">${date(claim.serviceFrom)} - ${date(claim.serviceTo)}</td><td role="cell" class="num">${money(claim.charge)}</td><td role="cell" class="num">${claim.paid === null ? '—' : money(claim.paid)}</td><td role="cell"><span class="pill ${claim.status}">${claim.statusWord}</span></td><td role="cell">${claim.finalizedOn ? date(claim.finalizedOn) : '—'}</td></tr>`)}
<tr class="total"><td></td><td colspan="5">Total on this page</td><td class="num">${money(shown.reduce((sum, one) => sum + one.charge, 0))}</td><td class="num">${money(shown.reduce((sum, one) => sum + (one.paid ?? 0), 0))}</td><td></td><td></td></tr></tbody></table>
<div class="foot"><span>${(at - 1) * PER_PAGE + 1}-${(at - 1) * PER_PAGE + shown.length} of ${claims.length}</span><span>${at > 1 ? html`<a href="?page=${at - 1}">Previous</a>` : ''} ${at * PER_PAGE < claims.length ? html`<a href="?page=${at + 1}">Next</a>` : ''}</span></div></div>`);
}

function detail(claim: DemoClaim): Reply {
  const pair = (label: string, value: string | null): Markup => html`<div><span>${label}</span><b>${value ?? 'N/A'}</b></div>`;
  const amount = (cents: number | null): string | null => cents === null ? null : money(cents);
  // The strictest policy a portal may set: no frame of ours may be forbidden by it, and no script of ours may need it.
  const policy = { 'content-security-policy': "default-src 'none'; frame-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'" };
  return frame('Claim Detail', html`<p><a href="/prairie-mutual/claims">Back to search</a></p><h1>Claim ${claim.claimControlNumber}</h1><div class="box"><div class="kv">
${pair('Claim status', claim.statusWord)}${pair('Patient name', name(claim))}${pair('Member ID', claim.memberId)}
${pair('Patient account number', claim.patientControlNumber)}${pair('Dates of service', `${date(claim.serviceFrom)} - ${date(claim.serviceTo)}`)}${pair('Date received', date(claim.receivedOn))}
${pair('Date processed', claim.finalizedOn && date(claim.finalizedOn))}${pair('Total charges', amount(claim.charge))}${pair('Allowed amount', amount(claim.allowed))}
${pair('Paid by Prairie Mutual', amount(claim.paid))}${pair('Member responsibility', amount(claim.patientResponsibility))}${pair('Check number', claim.payment?.number ?? null)}
${pair('Check date', claim.payment && date(claim.payment.date))}${pair('Authorization', 'AU-77120')}${pair('Group number', 'PM-4402')}</div></div><h1 style="margin-top:22px">Services</h1><div class="box"><table><thead><tr><th>Line</th><th>Procedure</th><th>Modifier</th><th class="num">Units</th><th class="num">Charge</th><th class="num">Allowed</th><th class="num">Paid</th><th>Adjustment codes</th><th>Remark codes</th></tr></thead><tbody>
${claim.lines.map((line, index) => html`<tr><td>${index + 1}</td><td>${line.procedure}</td><td>${line.modifiers.join(' ')}</td><td class="num">${line.units}</td><td class="num">${money(line.charge)}</td><td class="num">${claim.payment ? money(line.allowed) : ''}</td><td class="num">${claim.payment ? money(line.paid) : ''}</td><td>${line.adjustments.map(({ groupCode, carc }) => `${groupCode}-${carc}`).join(', ')}</td><td>${line.rarcs.join(', ')}</td></tr>`)}</tbody></table></div>`, policy);
}

/** What was approved of one request: for later days than were billed. */
function authorization(claim: DemoClaim): Reply {
  const pair = (label: string, value: string): Markup => html`<div><span>${label}</span><b>${value}</b></div>`;
  const later = (days: number): string => date(Temporal.PlainDate.from(claim.serviceFrom).add({ days }).toString());
  return frame('Authorization', html`<h1>Authorization</h1><div class="box"><div class="kv">${pair('Authorization number', 'AU-77120')}${pair('Authorization status', 'Approved')}${pair('Member ID', claim.memberId)}${pair('Patient name', name(claim))}${pair('Requesting provider', 'Lena Quist, MD')}${pair('Units approved', '12')}${pair('Authorized dates', `${later(3)} - ${later(93)}`)}</div></div>
<h2>Services</h2><div class="box"><table><thead><tr><th>Procedure</th><th>Units</th><th>Status</th></tr></thead><tbody><tr><td>97110</td><td>12</td><td>Approved</td></tr></tbody></table></div>`);
}

function coverage(claim: DemoClaim): Reply {
  const pair = (label: string, value: string): Markup => html`<div><span>${label}</span><b>${value}</b></div>`;
  return frame('Eligibility', html`<h1>Eligibility and benefits</h1><div class="box"><div class="kv">${pair('Member name', name(claim))}${pair('Member ID', claim.memberId)}${pair('Payer', 'Prairie Mutual')}${pair('Coverage status', 'Active')}${pair('Coverage effective date', '01/01/2025')}${pair('Plan name', 'Prairie Household PPO')}${pair('Date of service', date(claim.serviceFrom))}${pair('Reference number', 'EB-5500172')}${pair('Group number', 'PM-4402')}</div></div><h2>Deductible</h2><div class="box"><table><tr><th>Level</th><th>Limit</th><th>Met</th></tr><tr><td>Individual</td><td>$1,500.00</td><td>$220.00</td></tr><tr><td>Family</td><td>$3,000.00</td><td>$410.00</td></tr></table></div>`);
}

function handle({ path, query, today }: PortalRequest): Reply | null {
  const claims = claimsOf('prairie-mutual', today);
  const [, section = '', key = ''] = path.split('/');
  if (section === '' || section === 'claims') return list(claims, query.get('page') === '2' ? 2 : 1);
  if (section === 'claim') {
    const found = claims.find((one) => one.claimControlNumber === key);
    return found ? detail(found) : null;
  }
  if (section === 'authorizations') return frame('Authorizations', html`<h1>Authorizations</h1><div class="box"><table><thead><tr><th>Authorization #</th><th>Patient</th><th>Member ID</th><th>Procedure</th><th>Requested dates</th><th>Units</th><th>Status</th></tr></thead><tbody><tr><td>AU-77120</td><td>HOLLOWAY, JUNE A</td><td>W220918845</td><td>97110</td><td>${date(claims[0]?.serviceFrom ?? '')}</td><td>12</td><td>Approved</td></tr><tr><td>AU-77391</td><td>WHITCOMB, ADA L</td><td>W220930027</td><td>70551</td><td>${date(claims[3]?.serviceFrom ?? '')}</td><td>1</td><td>Denied</td></tr></tbody></table></div>`);
  if (section === 'authorization' && claims[0] !== undefined) return authorization(claims[0]);
  if (section === 'coverage' && claims[0] !== undefined) return coverage(claims[0]);
  if (section === 'messages') return frame('Messages', html`<h1>Message centre</h1><div class="box"><p><b>About claim PM2604418830</b><br>You asked why this claim was denied. A nurse reviewer will answer within 5 days. Reference number 55-2201.</p></div>`);
  return null;
}

function expectations(today: string): Expectation[] {
  const claims = claimsOf('prairie-mutual', today);
  const listed = (shown: DemoClaim[], at: number): Expectation => ({
    id: `prairie-mutual/list-${at}`, page: `/prairie-mutual/claims?page=${at}`, steps: [], settled: 'Total on this page', kind: 'claim-list', seen: { rows: shown.length, of: claims.length },
    claims: shown.map((claim) => truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'charge', 'paid', 'status', 'finalizedOn'], { range: true })),
    visible: shown.map((one) => one.claimControlNumber), decoys: [{ text: 'Total on this page', why: 'a totals row is no claim' }, { text: 'Denied (1)', why: 'a tab' }],
  });
  return [listed(claims.slice(0, PER_PAGE), 1), listed(claims.slice(PER_PAGE), 2),
    ...claims.map((claim): Expectation => ({
      id: `prairie-mutual/detail-${claim.claimControlNumber}`, page: `/prairie-mutual/claim/${claim.claimControlNumber}`, steps: [], settled: 'Services', kind: 'claim-detail',
      claims: [truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'receivedOn', 'finalizedOn', 'charge', 'allowed', 'paid', 'patientResponsibility', 'paymentNumber', 'paymentOn', 'status'], { range: true, lines: { adjustments: 'codes' } })],
      visible: [claim.claimControlNumber, claim.statusWord, claim.patientControlNumber], decoys: [{ text: 'AU-77120', why: 'an authorization' }, { text: 'PM-4402', why: 'a group number' }],
    })),
    { id: 'prairie-mutual/authorizations', page: '/prairie-mutual/authorizations', steps: [], settled: 'Requested dates', kind: 'none', claims: [], visible: ['AU-77391'], decoys: [{ text: 'Denied', why: 'a denied authorization' }] },
    { id: 'prairie-mutual/authorization', page: '/prairie-mutual/authorization/AU-77120', steps: [], settled: 'Units approved', kind: 'none', claims: [], visible: ['AU-77120'], decoys: [{ text: 'Approved', why: 'the answer to a request, no state of a claim' }] },
    { id: 'prairie-mutual/coverage', page: '/prairie-mutual/coverage', steps: [], settled: 'Coverage status', kind: 'none', claims: [], visible: ['EB-5500172'], decoys: [{ text: '$1,500.00', why: 'a deductible' }] },
    { id: 'prairie-mutual/messages', page: '/prairie-mutual/messages', steps: [], settled: 'Message centre', kind: 'none', claims: [], visible: ['55-2201'], decoys: [{ text: 'PM2604418830', why: 'named in a message' }] }];
}

export const prairieMutual: Portal = { id: 'prairie-mutual', name: 'Prairie Mutual', make: 'results grid with paging, detail under a strict policy', start: '/claims', handle, expectations };
