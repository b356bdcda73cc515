/**
 * Saltmarsh Exchange: a workspace for many payers, of the generation before Harborlight's. A shell of tables with the app in
 * a numbered frame, fieldsets, a remittance viewer, two claims side by side, an explanation as plain text, and the pages
 * around them that hold numbers and no claim. It shows claims of Prairie Mutual and Cedar Valley.
 */
import { claimsOf, PRACTICE, providerAdjustmentsOf } from '../demo-claims.ts';
import type { DemoClaim } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';

const STYLE = raw(`
body{margin:0;font:12px "Lucida Sans","Lucida Grande",Geneva,sans-serif;background:#eef3f3;color:#1c2f33}td,th{font-size:12px}
.shell{background:#0f5257;color:#fff}.shell td{padding:9px 16px}.shell b{font-size:19px;letter-spacing:.3px}.shell small{color:#bfe0dd}.menu{background:#d9e8e6}.menu a{display:inline-block;padding:7px 14px;color:#0f5257;text-decoration:none;font-weight:bold}
iframe{border:0;width:100%;height:820px;display:block}.app{padding:14px 20px}h1{font-size:17px;margin:0 0 10px;color:#0f5257}h2{font-size:14px;margin:18px 0 6px;color:#0f5257}
fieldset{background:#fff;border:1px solid #b6cfcc;margin:0 0 12px;padding:8px 14px}legend{font-weight:bold;color:#0f5257}.f{display:grid;grid-template-columns:repeat(3,170px 1fr);gap:4px 8px}.f label{color:#55706f;text-align:right}.f span{font-weight:bold}
table.grid{border-collapse:collapse;width:100%;background:#fff}.grid th{background:#cfe2df;text-align:left;padding:5px 7px;border:1px solid #b6cfcc}.grid td{padding:5px 7px;border:1px solid #d6e4e2}.n{text-align:right}pre{background:#fff;border:1px solid #b6cfcc;padding:14px;font:12px/1.5 "Courier New",monospace}
.tile{display:inline-block;width:170px;background:#fff;border:1px solid #b6cfcc;margin:0 10px 10px 0;padding:10px 14px}.tile b{display:block;font-size:24px}input{border:1px solid #9db8b5;font:12px inherit;width:150px}button{background:#0f5257;color:#fff;border:0;padding:5px 14px}`);

const doc = (title: string, body: Markup): Reply => page(html`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><head><title>${title}</title><style>${STYLE}</style></head><body>${body}</body></html>`.text);
const app = (title: string, body: Markup): Reply => doc(title, html`<div class="app"><h1>${title}</h1>${body}</div>`);
const amount = (cents: number | null): string => (cents === null ? '--' : money(cents));

function shell(route: string): Reply {
  const links: [string, string][] = [['home', 'Home'], ['search', 'Claim Inquiry'], ['payments', 'Payments'], ['eligibility', 'Eligibility'], ['entry', 'Claim Entry'], ['help', 'Help']];
  return doc('Saltmarsh Exchange', html`<table class="shell" width="100%" cellspacing="0"><tr><td><b>Saltmarsh</b> Exchange</td><td align="right"><small>Welcome, Maribel Alvarado (${PRACTICE.name}) &nbsp; 3 alerts</small></td></tr></table>
<div class="menu">${links.map(([to, label]) => html`<a href="/saltmarsh/shell?go=${to}">${label}</a>`)}</div><iframe id="Iframe9" name="Iframe9" title="Saltmarsh application" src="/saltmarsh/app/${route}"></iframe>`);
}

function detail(claim: DemoClaim): Reply {
  const pair = (label: string, value: string): Markup => html`<label>${label}:</label><span>${value}</span>`;
  return app('Claim Status Detail', html`<fieldset><legend>Claim</legend><div class="f">
${pair('Payer Claim Number', claim.claimControlNumber)}${pair('Adjudication status', claim.statusWord)}${pair('Status effective date', claim.finalizedOn ? date(claim.finalizedOn) : '--')}
${pair('Total Billed', money(claim.charge))}${pair('Total paid', amount(claim.paid))}${pair('Receipt date', date(claim.receivedOn))}
${pair('Check/EFT Number', claim.payment?.number ?? '--')}${pair('Check/EFT Date', claim.payment ? date(claim.payment.date) : '--')}${pair('Saltmarsh Trace Number', 'SX-77310042')}</div></fieldset>
<fieldset><legend>Patient</legend><div class="f">${pair('Patient Name', name(claim))}${pair('Identification number', claim.memberId)}${pair('Patient Account Number', claim.patientControlNumber)}${pair('Claim Service Period', `${date(claim.serviceFrom)} - ${date(claim.serviceTo)}`)}${pair('Subscriber', 'SAME AS PATIENT')}${pair('Group #', 'SM-2210')}</div></fieldset>
<h2>Line Items</h2><table class="grid"><tr><th>Line</th><th>Proc</th><th>Mods</th><th>Units</th><th class="n">Charge Amount</th><th class="n">Paid Amount</th><th>Reason/Remark Code(s)</th></tr>${claim.lines.map((line, at) => html`<tr><td>${at + 1}</td><td>${line.procedure}</td><td>${line.modifiers.join(' ')}</td><td>${line.units}</td><td class="n">${money(line.charge)}</td><td class="n">${claim.payment ? money(line.paid) : '--'}</td><td>${[line.adjustments.map(({ groupCode, carc }) => `${groupCode}-${carc}`).join(', '), line.rarcs.join(', ')].filter((part) => part !== '').join(' / ')}</td></tr>`)}</table>`);
}

/** Check level, then claims with their lines, then what was kept back from the whole payment. */
function remittance(claims: readonly DemoClaim[]): Reply {
  const payment = claims[0]?.payment;
  if (!payment) return app('Remittance Viewer', html`<p>Payment details are not available.</p>`);
  return app('Remittance Viewer', html`<fieldset><legend>Check</legend><div class="f"><label>EFT Trace Number:</label><span>${payment.number}</span><label>Check/EFT Date:</label><span>${date(payment.date)}</span><label>Check/EFT Amount:</label><span>${money(payment.amount)}</span><label>Payer:</label><span>Cedar Valley Health</span><label>Payee:</label><span>${PRACTICE.name}</span><label>NPI:</label><span>${PRACTICE.npi}</span></div></fieldset>
${claims.map((claim) => html`<h2>${name(claim)}</h2><table class="grid"><tr><th>Payer Claim Number</th><th>Patient Name</th><th>Member ID</th><th>Patient Account Number</th><th>Service Dates</th><th class="n">Billed</th><th class="n">Paid</th><th class="n">Patient Resp</th></tr><tr><td>${claim.claimControlNumber}</td><td>${name(claim)}</td><td>${claim.memberId}</td><td>${claim.patientControlNumber}</td><td>${date(claim.serviceFrom)} - ${date(claim.serviceTo)}</td><td class="n">${money(claim.charge)}</td><td class="n">${amount(claim.paid)}</td><td class="n">${amount(claim.patientResponsibility)}</td></tr></table>
<table class="grid"><tr><th>Procedure</th><th>Modifiers</th><th>Units</th><th class="n">Charge</th><th class="n">Allowed</th><th class="n">Paid</th><th>Group</th><th>Reason Code</th><th class="n">Adjustment Amount</th><th>Remark Code</th></tr>${claim.lines.flatMap((line) => line.adjustments.map((one, at) => (at === 0
    ? html`<tr><td>${line.procedure}</td><td>${line.modifiers.join(' ')}</td><td>${line.units}</td><td class="n">${money(line.charge)}</td><td class="n">${money(line.allowed)}</td><td class="n">${money(line.paid)}</td><td>${one.groupCode}</td><td>${one.carc}</td><td class="n">${money(one.cents)}</td><td>${line.rarcs.join(', ')}</td></tr>`
    : html`<tr><td></td><td></td><td></td><td></td><td></td><td></td><td>${one.groupCode}</td><td>${one.carc}</td><td class="n">${money(one.cents)}</td><td></td></tr>`)))}</table>`)}
<h2>Provider adjustments</h2><table class="grid"><tr><th>Provider Adjustment Reason Code</th><th>Reference</th><th class="n">Amount</th></tr>${providerAdjustmentsOf('cedar-valley').map(({ code, reference, cents }) => html`<tr><td>${code}</td><td>${reference}</td><td class="n">${money(cents)}</td></tr>`)}</table>`);
}

/** Labels down the side, one claim a column. */
function compare(claims: readonly DemoClaim[]): Reply {
  const rows: [string, (claim: DemoClaim) => string][] = [
    ['Claim Number', (one) => one.claimControlNumber], ['Status', (one) => one.statusWord], ['Patient', name], ['Member ID', (one) => one.memberId], ['Patient Account #', (one) => one.patientControlNumber], ['Dates of Service', (one) => `${date(one.serviceFrom)} - ${date(one.serviceTo)}`],
    ['Billed Amount', (one) => money(one.charge)], ['Amount Paid', (one) => amount(one.paid)], ['Processed Date', (one) => (one.finalizedOn ? date(one.finalizedOn) : '--')],
  ];
  return app('Compare claims', html`<table class="grid"><tr><th></th>${claims.map((_one, at) => html`<th>Claim ${at + 1}</th>`)}</tr>${rows.map(([label, of]) => html`<tr><th scope="row">${label}</th>${claims.map((claim) => html`<td>${of(claim)}</td>`)}</tr>`)}</table>`);
}

function explanation(claim: DemoClaim): Reply {
  const row = (label: string, value: string): string => `${`${label}:`.padEnd(26)}${value}`;
  const text = ['EXPLANATION OF BENEFITS  -  THIS IS NOT A BILL', '', row('Claim Number', claim.claimControlNumber), row('Patient Name', name(claim)), row('Member ID', claim.memberId), row('Patient Account Number', claim.patientControlNumber), row('Date of Service', date(claim.serviceFrom)), row('Date Processed', claim.finalizedOn ? date(claim.finalizedOn) : ''), row('Total Charges', money(claim.charge)), row('Amount Paid', amount(claim.paid)), row('Claim Status', claim.statusWord), '', 'You may appeal within the time your agreement gives you.'];
  return app('Explanation of Benefits', html`<pre>${text.join('\n')}</pre>`);
}

const help = html`<p>A claim page looks like this: Claim Number: 1234567890, Claim Status: Denied, Billed Amount: $100.00.</p><table class="grid"><tr><th>Code</th><th>Description</th></tr><tr><td>CO-50</td><td>Not seen as medically needed.</td></tr><tr><td>CO-29</td><td>Came in after the filing limit.</td></tr></table>`;

function handle({ path, query, today }: PortalRequest): Reply | null {
  const prairie = claimsOf('prairie-mutual', today);
  const cedar = claimsOf('cedar-valley', today);
  const [first, second] = prairie;
  const [, section = '', route = '', key = ''] = path.split('/');
  if (section === '' || section === 'shell') return shell(query.get('go') ?? 'home');
  if (section !== 'app' || !first || !second) return null;
  switch (route) {
    case 'home': return app('Dashboard', html`<div class="tile"><b>12</b>denied claims</div><div class="tile"><b>4</b>pending</div><div class="tile"><b>$18,204.55</b>paid this week</div><p>Notice SX-2026-118: Prairie Mutual takes disputes here from ${date(today)} on. <a href="/saltmarsh/app/claim/${first.claimControlNumber}">Last claim viewed</a></p>`);
    case 'search': return app('Claim Inquiry', html`<fieldset><legend>Find a claim</legend><div class="f"><label for="a">Claim Number:</label><input id="a" value="${first.claimControlNumber}"><label for="b">Member ID:</label><input id="b" value="${first.memberId}"><label for="c">Date of Service:</label><input id="c" value="${date(first.serviceFrom)}"></div><p><button type="button">Search</button></p></fieldset>`);
    case 'none': return app('Claim Inquiry', html`<p><b>The payer could not find any results.</b> Check the Claim Number and the Date of Service, then search again.</p>`);
    case 'payments': return app('Payments', html`<table class="grid"><tr><th>Check/EFT Number</th><th>Payer</th><th>Check/EFT Date</th><th class="n">Check/EFT Amount</th><th>Status</th></tr>${[cedar[0]?.payment, first.payment].map((one) => (one ? html`<tr><td>${one.number}</td><td>Saltmarsh payer</td><td>${date(one.date)}</td><td class="n">${money(one.amount)}</td><td>Cleared</td></tr>` : ''))}</table>`);
    case 'eligibility': return app('Eligibility and Benefits', html`<fieldset><legend>Coverage</legend><div class="f"><label>Patient Name:</label><span>${name(first)}</span><label>Member ID:</label><span>${first.memberId}</span><label>Coverage:</label><span>Active</span><label>Deductible:</label><span>$1,500.00</span><label>Paid to date:</label><span>$412.10</span><label>Transaction ID:</label><span>270-88120</span></div></fieldset>`);
    case 'entry': return app('Claim Entry', html`<fieldset><legend>New claim</legend><div class="f"><label for="p">Patient Name:</label><input id="p" value="${name(first)}"><label for="m">Member ID:</label><input id="m" value="${first.memberId}"><label for="d">Date of Service:</label><input id="d" value="${date(first.serviceFrom)}"><label for="t">Total Charge:</label><input id="t" value="${money(first.charge)}"></div><p><button type="button">Submit claim</button></p></fieldset>`);
    case 'help': return app('Help', help);
    case 'compare': return compare([first, second]);
    case 'remit': return remittance(cedar);
    case 'eob': return explanation(first);
    case 'claim': {
      const claim = prairie.find((one) => one.claimControlNumber === key);
      return claim ? detail(claim) : null;
    }
    default: return null;
  }
}

function expectations(today: string): Expectation[] {
  const prairie = claimsOf('prairie-mutual', today);
  const cedar = claimsOf('cedar-valley', today);
  const [first, second] = prairie;
  if (!first || !second) return [];
  const at = (route: string): string => `/saltmarsh/shell?go=${encodeURIComponent(route)}`;
  const blank = (id: string, settled: string, decoys: Expectation['decoys']): Expectation => ({ id: `saltmarsh/${id}`, page: at(id), steps: [], settled, kind: 'none', claims: [], visible: [], decoys });
  const keys = ['patientName', 'memberId', 'patientControlNumber', 'charge', 'paid', 'status', 'finalizedOn'] as const;
  return [
    ...prairie.map((claim): Expectation => ({
      id: `saltmarsh/detail-${claim.claimControlNumber}`, page: at(`claim/${claim.claimControlNumber}`), steps: [], settled: 'Line Items', kind: 'claim-detail',
      claims: [truthClaim(claim, [...keys, 'receivedOn', 'paymentNumber', 'paymentOn'], { range: true, lines: { adjustments: 'codes', allowed: false } })],
      visible: [claim.claimControlNumber, claim.memberId, money(claim.charge)], decoys: [{ text: 'SX-77310042', why: 'the exchange’s own trace number' }, { text: 'SM-2210', why: 'a group' }, { text: 'Maribel Alvarado', why: 'the signed-in user' }],
    })),
    { id: 'saltmarsh/compare', page: at('compare'), steps: [], settled: 'Compare claims', kind: 'claim-list', alsoKinds: ['claim-detail'], claims: [first, second].map((claim) => truthClaim(claim, [...keys], { range: true })), visible: [first.claimControlNumber, second.claimControlNumber], decoys: [] },
    { id: 'saltmarsh/eob', page: at('eob'), steps: [], settled: 'THIS IS NOT A BILL', kind: 'claim-detail', claims: [truthClaim(first, [...keys])], visible: [first.claimControlNumber], decoys: [] },
    {
      id: 'saltmarsh/remit', page: at('remit'), steps: [], settled: 'Provider adjustments', kind: 'remittance',
      claims: cedar.map((claim) => {
        const truth = truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'charge', 'paid', 'patientResponsibility'], { range: true, lines: {} });
        // No word for the status stands there, and the payment and its date stand over all claims: a reader may give them to each.
        truth.optional = { ...truth.optional, paymentNumber: [claim.payment?.number ?? ''], paymentOn: [claim.payment?.date ?? ''], allowed: [claim.allowed ?? 0], status: [claim.status, 'paid'], remittanceOn: [claim.payment?.date ?? ''] };
        return truth;
      }),
      payment: cedar[0]?.payment ?? null, providerAdjustments: providerAdjustmentsOf('cedar-valley').map(({ code, cents, reference }) => ({ code, cents, reference })),
      visible: cedar.map((one) => one.claimControlNumber), decoys: [{ text: money(cedar[0]?.payment?.amount ?? 0), why: 'the whole check' }],
    },
    blank('home', 'denied claims', [{ text: '12', why: 'a counter' }]), blank('search', 'Find a claim', [{ text: first.claimControlNumber, why: 'typed into a search form' }]), blank('none', 'could not find any results', []),
    blank('payments', 'Cleared', [{ text: first.payment?.number ?? '', why: 'checks are no claims' }]), blank('eligibility', 'Paid to date', [{ text: first.memberId, why: 'eligibility of a member, no claim' }]),
    blank('entry', 'Submit claim', [{ text: first.memberId, why: 'a claim that is only being written' }]), blank('help', 'A claim page looks like this', [{ text: '1234567890', why: 'a sample' }]),
  ];
}

export const saltmarsh: Portal = { id: 'saltmarsh', name: 'Saltmarsh Exchange', make: 'many payers in a numbered frame: remittance viewer, comparison, explanation as text, seven pages without a claim', start: '/shell?go=search', handle, expectations };
