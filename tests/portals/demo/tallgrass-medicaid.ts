/** Tallgrass State Medicaid: WebForms of 2008. Generated ids, search form and result on one page, values in read-only inputs, EOB codes. */
import { claimsOf, PRACTICE } from '../demo-claims.ts';
import type { DemoClaim } from '../demo-claims.ts';
import { date, money } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';

const STYLE = raw(`
body{margin:0;font:12px Tahoma,Geneva,sans-serif;background:#e9e4d6;color:#2c2c24}.seal{background:#5c7033;color:#fff;padding:12px 20px;display:flex;gap:14px;align-items:center}.seal b{font-size:18px}.tabs{background:#3f4f22;padding:0 20px}.tabs a{display:inline-block;color:#fff;padding:7px 14px;text-decoration:none}.tabs a.on{background:#e9e4d6;color:#2c2c24}
fieldset{background:#fffdf6;border:1px solid #b8b192;margin:12px 20px;padding:10px 14px}legend{font-weight:bold;color:#5c7033}.dnnFormItem{display:inline-block;width:31%;margin:4px 0;vertical-align:top}.dnnFormItem label{display:inline-block;width:150px;text-align:right;margin-right:8px;font-weight:bold}.dnnFormItem input{border:1px solid #c9c3aa;background:#f4f1e6;width:170px;font:12px Tahoma}.edit input{background:#fff}
table.gv{border-collapse:collapse;background:#fff;width:100%}table.gv th{background:#d9dfc6;padding:4px 6px;text-align:left}table.gv td{padding:4px 6px;border:1px solid #d6d0ba}.b{background:#5c7033;color:#fff;border:1px solid #3f4f22;padding:3px 12px}`);

function item(prefix: string, at: number, label: string, value: string): Markup {
  return html`<div class="dnnFormItem"><label for="${prefix}_txt${at}">${label}:</label><input id="${prefix}_txt${at}" name="${prefix}$txt${at}" type="text" value="${value}" readonly="readonly" tabindex="-1"></div>`;
}

function handle({ path, today }: PortalRequest): Reply | null {
  const claims = claimsOf('tallgrass-medicaid', today);
  const [, section = '', key = ''] = path.split('/');
  if (section !== 'tabid') return null;
  const found = claims.find((one) => one.claimControlNumber === key);
  const prefix = 'dnn_ctr512_ViewClaim';
  const result = found ? detail(found, prefix) : html`<fieldset><legend>Search Results</legend><table class="gv" id="${prefix}_gvClaims"><tr><th>Claim ID</th><th>Recipient</th><th>Medicaid ID</th><th>From DOS</th><th>To DOS</th><th>Claim Charge Amount</th><th>Medicaid Paid Amount</th><th>Claim Status</th></tr>
${claims.map((claim, at) => html`<tr><td><a id="${prefix}_gvClaims_ctl${String(at + 2).padStart(2, '0')}_lnkIcn" href="/tallgrass-medicaid/tabid/${claim.claimControlNumber}">${claim.claimControlNumber}</a></td><td>${claim.last}, ${claim.first}</td><td>${claim.memberId}</td><td>${date(claim.serviceFrom)}</td><td>${date(claim.serviceTo)}</td><td>${money(claim.charge)}</td><td>${claim.paid === null ? raw('&nbsp;') : money(claim.paid)}</td><td>${claim.statusWord}</td></tr>`)}
<tr><td colspan="8"><table border="0"><tr><td><span>1</span></td><td><a href="javascript:__doPostBack('gv','Page$2')">2</a></td></tr></table></td></tr></table></fieldset>`;
  return page(html`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><head><title>Tallgrass State Medicaid Healthcare Portal</title><style>${STYLE}</style></head><body><form method="get" action="/tallgrass-medicaid/tabid/135"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTcxNjA0MTQ5Mg9kFgJmD2QWAgIBD2QWBAIBD2QWAgI"><input type="hidden" name="__EVENTTARGET" value="">
<div class="seal"><b>Tallgrass State Medicaid</b> Healthcare Portal <span style="margin-left:auto">${PRACTICE.name} (Provider ID 100288410)</span></div><div class="tabs"><a href="#">My Home</a><a href="#">Eligibility</a><a class="on" href="/tallgrass-medicaid/tabid/135">Claims</a><a href="#">Care Management</a><a href="#">Resources</a></div>
<fieldset class="edit"><legend>Search Claims</legend>${[['Claim ID', '2026000000000'], ['Medicaid ID', '00388120945'], ['Service From', date(claims[0]?.serviceFrom ?? today)]].map(([label, value], at) => html`<div class="dnnFormItem"><label for="s${at}">${label}:</label><input id="s${at}" type="text" value="${value}"></div>`)}<button class="b">Search</button> <button class="b" type="reset">Reset</button></fieldset>${result}</form></body></html>`.text);
}

function detail(claim: DemoClaim, prefix: string): Markup {
  const values: [string, string][] = [
    ['Claim ID', claim.claimControlNumber], ['Claim Status', claim.statusWord], ['Claim Type', 'Professional'],
    ['Recipient', `${claim.last}, ${claim.first}${claim.middle ? ` ${claim.middle}` : ''}`], ['Medicaid ID', claim.memberId], ['Patient Account #', claim.patientControlNumber],
    ['From DOS', date(claim.serviceFrom)], ['To DOS', date(claim.serviceTo)], ['Date Received', date(claim.receivedOn)],
    ['Total Charge', money(claim.charge)], ['Total Allowed', claim.allowed === null ? '' : money(claim.allowed)], ['Medicaid Paid Amount', claim.paid === null ? '' : money(claim.paid)],
    ['Date Finalized', claim.finalizedOn ? date(claim.finalizedOn) : ''], ['Remittance #', claim.payment ? claim.payment.number : ''], ['TPL Amount', '$0.00'], ['Provider ID', '100288410'],
  ];
  const errors = claim.lines.flatMap((line, at) => line.payerCodes.map((code) => ({ at, code })));
  return html`<fieldset><legend>Professional Claim</legend>${values.map(([label, value], at) => item(prefix, at, label, value))}</fieldset>
<fieldset><legend>Service Details</legend><table class="gv" id="${prefix}_gvSvc"><tr><th>Svc #</th><th>From Date</th><th>To Date</th><th>POS</th><th>Procedure Code</th><th>Modifiers</th><th>Units</th><th>Charge Amount</th><th>Allowed Amount</th><th>Paid Amount</th></tr>${claim.lines.map((line, at) => html`<tr><td>${at + 1}</td><td>${date(claim.serviceFrom)}</td><td>${date(claim.serviceTo)}</td><td>11</td><td>${line.procedure}</td><td>${line.modifiers.join(' ')}</td><td>${line.units}</td><td>${money(line.charge)}</td><td>${claim.payment ? money(line.allowed) : raw('&nbsp;')}</td><td>${claim.payment ? money(line.paid) : raw('&nbsp;')}</td></tr>`)}</table></fieldset>
${errors.length ? html`<fieldset><legend>Adjudication Errors</legend><table class="gv" id="${prefix}_gvEob"><tr><th>Svc #</th><th>EOB Code</th><th>EOB Description</th></tr>${errors.map(({ at, code }) => html`<tr><td>${at + 1}</td><td>${code}</td><td>${code === '1012' ? 'Rendering provider number is missing or invalid' : code === '0603' ? 'Claim is held for review' : 'Priced by fee schedule'}</td></tr>`)}</table></fieldset>` : ''}`;
}

function expectations(today: string): Expectation[] {
  const claims = claimsOf('tallgrass-medicaid', today);
  return [{
    id: 'tallgrass-medicaid/list', page: '/tallgrass-medicaid/tabid/135', steps: [], settled: 'Search Results', kind: 'claim-list' as const,
    claims: claims.map((claim) => ({ ...truthClaim(claim, ['memberId', 'charge', 'paid', 'status'], { range: true }), patientName: `${claim.last}, ${claim.first}` })), visible: claims.map((one) => one.claimControlNumber), decoys: [{ text: '2026000000000', why: 'typed into the search form' }],
  }, ...claims.map((claim): Expectation => {
    const truth = truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'receivedOn', 'finalizedOn', 'charge', 'allowed', 'paid', 'status'], { range: true, lines: { adjustments: 'none', rarcs: false, payerCodes: true, dates: true } });
    // "Remittance #" is a remittance or check number, as the state pleases. EOB codes may be kept on the claim as well.
    truth.optional = { ...truth.optional, paymentNumber: claim.payment ? [claim.payment.number] : [], payerCodes: claim.lines.flatMap(({ payerCodes }) => payerCodes) };
    return {
      id: `tallgrass-medicaid/detail-${claim.claimControlNumber}`, page: `/tallgrass-medicaid/tabid/${claim.claimControlNumber}`, steps: [], settled: 'Service Details', kind: 'claim-detail', claims: [truth],
      visible: [claim.claimControlNumber, claim.memberId, money(claim.charge)], decoys: [{ text: '2026000000000', why: 'typed into the search form' }, { text: '100288410', why: 'the provider' }],
    };
  })];
}

export const tallgrassMedicaid: Portal = { id: 'tallgrass-medicaid', name: 'Tallgrass State Medicaid', make: 'WebForms with values in inputs and EOB codes', start: '/tabid/135', handle, expectations };
