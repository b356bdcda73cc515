/**
 * Cedar Valley Health: a remittance viewer of 2004. Layout tables in tables, no `th`, header rows known by class,
 * claim header and lines in sibling tables, subtotals, a legend and a provider-level adjustment at the end.
 */
import { claimsOf, PRACTICE, providerAdjustmentsOf } from '../demo-claims.ts';
import type { DemoClaim } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { page, redirect } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';
import { MEANINGS } from './code-words.ts';

const STYLE = raw(`
body{margin:0;background:#dfe6df;font:11px Verdana,Arial,sans-serif;color:#222}
table{font-size:11px}.menu td{white-space:nowrap}
.top{background:linear-gradient(#23513a,#16382a);color:#fff}.top td{padding:10px 14px}.logo{font:bold 20px Georgia,serif;letter-spacing:.5px}.logo i{color:#e7c25a;font-style:normal}
.menu td{background:#e7c25a;padding:5px 16px;border-right:1px solid #c9a53e;font-weight:bold}.menu a{color:#23391f;text-decoration:none}
.frame{background:#fff;border:1px solid #a9b8a9;margin:10px auto;width:1180px}.pad{padding:12px 16px}
h1{font:bold 15px Verdana;color:#23513a;margin:0 0 8px}
.columnHeaderText td{background:#cddccd;font-weight:bold;color:#1d3f2b;padding:4px 6px;border-bottom:2px solid #23513a;vertical-align:bottom}
.row td,.rowAlt td{padding:4px 6px;border-bottom:1px solid #e3e9e3;vertical-align:top}.rowAlt td{background:#f5f8f3}
.rowDarkbold td{background:#e9e4cf;font-weight:bold;padding:4px 6px}
.lab{color:#5a6b5a;font-weight:bold;white-space:nowrap;padding:2px 6px 2px 0}.val{padding:2px 26px 2px 0}
.money{text-align:right}.small{font-size:10px;color:#667}.claimbar{background:#f0efe2;border-top:1px solid #b9b08a;margin-top:14px}
.login{width:330px;margin:70px auto;background:#fff;border:1px solid #a9b8a9}.login td{padding:5px 10px}input[type=text],input[type=password]{width:170px;border:1px solid #889}
.btn{background:#23513a;color:#fff;border:1px outset #4d8a6a;font:bold 11px Verdana;padding:3px 12px}
a{color:#1c5e3d}`);

const spacer = html`<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" width="1" height="6" alt="">`;

function frame(title: string, body: Markup): Reply {
  return page(html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><title>${title}</title><style>${STYLE}</style></head><body>
<table class="top" width="100%" cellspacing="0" cellpadding="0" border="0"><tr><td class="logo">Cedar Valley <i>Health</i></td><td align="right" class="small" style="color:#cfe0d4">Provider Remittance Center &nbsp;|&nbsp; Signed in: M. ALVARADO &nbsp;|&nbsp; ${PRACTICE.name}</td></tr></table>
<table class="menu" width="100%" cellspacing="0" cellpadding="0"><tr><td><a href="/cedar-valley/home">Home</a></td><td><a href="/cedar-valley/payments">View Payments</a></td><td><a href="/cedar-valley/search">Search Remittance</a></td><td><a href="/cedar-valley/help">Code Help</a></td><td width="60%" style="background:#e7c25a">${spacer}</td><td><a href="/cedar-valley/login">Log Off</a></td></tr></table>
<table class="frame" cellspacing="0" cellpadding="0"><tr><td class="pad">${body}</td></tr></table>
<p class="small" align="center">Cedar Valley Health Provider Services 1-800-555-0142 &middot; Amounts are final once the payment is issued. Denied services are listed with their adjustment codes.</p></body></html>`.text);
}

function lineTable(claim: DemoClaim): Markup {
  const total = (pick: (line: DemoClaim['lines'][number]) => number): string => money(claim.lines.reduce((sum, line) => sum + pick(line), 0));
  return html`<table width="100%" cellspacing="0" cellpadding="0" border="0">
<tr class="columnHeaderText"><td>Date(s) of Service</td><td>Description of<br>Service</td><td>Units</td><td class="money">Amount<br>Charged</td><td class="money">Claim/Service<br>Adj</td><td>Adj Reason<br>Code</td><td>RMK<br>Code</td><td class="money">Amount<br>Allowed</td><td class="money">Deduct/Coins/<br>Copay</td><td class="money">Paid to<br>Provider</td></tr>
${claim.lines.map((line, index) => {
    const share = line.adjustments.filter(({ groupCode }) => groupCode === 'PR').reduce((sum, { cents }) => sum + cents, 0);
    return html`<tr class="${index % 2 ? 'rowAlt' : 'row'}"><td>${date(claim.serviceFrom)}</td><td>${[line.procedure, ...line.modifiers].join(' ')}</td><td>${line.units}</td><td class="money">${money(line.charge)}</td>
<td class="money">${line.adjustments.map(({ cents }) => html`${money(cents)}<br>`)}</td><td>${line.adjustments.map(({ groupCode, carc }) => html`${groupCode}-${carc}<br>`)}</td><td>${line.rarcs.join(', ') || raw('&nbsp;')}</td><td class="money">${money(line.allowed)}</td><td class="money">${money(share)}</td><td class="money">${money(line.paid)}</td></tr>`;
  })}
<tr class="rowDarkbold"><td colspan="3">Subtotal</td><td class="money">${total((line) => line.charge)}</td><td class="money">${total((line) => line.adjustments.reduce((sum, { cents }) => sum + cents, 0))}</td><td></td><td></td><td class="money">${total((line) => line.allowed)}</td><td></td><td class="money">${total((line) => line.paid)}</td></tr></table>`;
}

function pairs(cells: [label: string, value: string | Markup][], across: number): Markup {
  const rows: Markup[] = [];
  for (let at = 0; at < cells.length; at += across) rows.push(html`<tr>${cells.slice(at, at + across).map(([label, value]) => html`<td class="lab">${label}</td><td class="val">${value}</td>`)}</tr>`);
  return html`<table cellspacing="0" cellpadding="0" border="0">${rows}</table>`;
}

function remittance(claims: DemoClaim[], payment: NonNullable<DemoClaim['payment']>): Reply {
  return frame('Remittance Detail', html`<h1>Remittance Detail</h1>
${pairs([['Organization:', PRACTICE.name], ['Payment Date:', date(payment.date)], ['Payment Type:', 'ACH'], ['Payment Number:', payment.number], ['NPI:', PRACTICE.npi], ['Payment Amount:', money(payment.amount)]], 3)}
${claims.map((claim, index) => html`<table class="claimbar" width="100%" cellspacing="0" cellpadding="6"><tr><td>
${pairs([
    ['Patient Name:', html`<span id="patientName_${index + 1}">${name(claim)}</span>`], ['Subscriber ID:', html`<span id="subscriberID_${index + 1}">${claim.memberId}</span>`], ['Account Number:', claim.patientControlNumber],
    ['Claim #:', html`<a id="claimID_${index + 1}" href="/cedar-valley/claim/${claim.claimControlNumber}">${claim.claimControlNumber}</a>`], ['Rendering Provider:', `${PRACTICE.rendering.last}, ${PRACTICE.rendering.first}`], ['Group Policy Number:', `CV-${claim.memberId.slice(-4)}`],
    ['Received Date:', date(claim.receivedOn)], ['Patient Resp:', money(claim.patientResponsibility ?? 0)], ['Total Claim Paid:', money(claim.paid ?? 0)],
  ], 3)}</td></tr></table>${lineTable(claim)}`)}
<br><table id="onlyplb" cellspacing="0" cellpadding="0" width="60%"><tr class="columnHeaderText"><td>Provider Adjustment Reason Code</td><td>Reference #</td><td class="money">Amount</td></tr>
${providerAdjustmentsOf('cedar-valley').map(({ code, reference, cents }) => html`<tr class="row"><td>${code}</td><td>${reference}</td><td class="money">${money(cents)}</td></tr>`)}</table><br>
<table width="100%" cellspacing="0" cellpadding="4"><tr class="rowDarkbold"><td>Total Paid to Provider</td><td class="money">${money(payment.amount)}</td></tr></table>
${legend(claims)}`);
}

function legend(claims: DemoClaim[]): Markup {
  const codes = new Set(claims.flatMap(({ lines }) => lines.flatMap((line) => [...line.adjustments.map(({ carc }) => carc), ...line.rarcs])));
  return html`<br><table cellspacing="0" cellpadding="0"><tr class="columnHeaderText"><td>Adjustment / Remark Code</td><td>Description</td></tr>
${[...codes].map((code) => html`<tr class="row"><td>${code}</td><td>${MEANINGS[code] ?? 'See your provider manual.'}</td></tr>`)}</table>`;
}

function detail(claim: DemoClaim): Reply {
  return frame(`Claim ${claim.claimControlNumber}`, html`<h1>Claim Inquiry Result</h1>
<table width="100%" border="0"><tr><td valign="top">${pairs([
    ['Claim #', claim.claimControlNumber], ['Claim Status', html`<b>${claim.statusWord}</b>`], ['Inquiry #', '7719002'],
    ['Patient', name(claim)], ['Member ID', claim.memberId], ['Your Account #', claim.patientControlNumber],
    ['Date of service', claim.serviceFrom === claim.serviceTo ? date(claim.serviceFrom) : `${date(claim.serviceFrom)} - ${date(claim.serviceTo)}`], ['Received', date(claim.receivedOn, 'us-short')], ['Processed', claim.finalizedOn ? date(claim.finalizedOn, 'us-short') : raw('&nbsp;')],
    ['Total charge', money(claim.charge)], ['Plan paid', claim.paid === null ? raw('&nbsp;') : money(claim.paid)], ['Patient resp', claim.patientResponsibility === null ? raw('&nbsp;') : money(claim.patientResponsibility)],
    ['Check/EFT #', claim.payment?.number ?? raw('&nbsp;')], ['Check date', claim.payment ? date(claim.payment.date) : raw('&nbsp;')], ['Check amount', claim.payment ? money(claim.payment.amount) : raw('&nbsp;')],
  ], 3)}</td></tr></table>${spacer}${lineTable(claim)}${legend([claim])}`);
}

function handle({ path, today, method }: PortalRequest): Reply | null {
  const claims = claimsOf('cedar-valley', today);
  const payment = claims[0]?.payment;
  if (!payment) return null;
  const [, section = '', key = ''] = path.split('/');
  switch (section) {
    case '': return redirect('/cedar-valley/login');
    case 'login': return method === 'POST' ? redirect('/cedar-valley/home') : page(html`<!DOCTYPE html><html><head><title>Cedar Valley Health</title><style>${STYLE}</style></head><body><table class="top" width="100%"><tr><td class="logo">Cedar Valley <i>Health</i></td></tr></table><form method="post"><table class="login"><tr><td colspan="2"><h1>Provider Sign In</h1>Sign in to see claim status and remittances.</td></tr><tr><td>User ID</td><td><input type="text" name="u" value="malvarado"></td></tr><tr><td>Password</td><td><input type="password" name="p" value="demo"></td></tr><tr><td></td><td><button class="btn">Log On</button></td></tr></table></form></body></html>`.text);
    case 'home': return frame('Home', html`<h1>Welcome, Juniper Street</h1><p>2 denied claims and 1 paid claim since your last visit. Reference: notice 26-0118.</p><p><a href="/cedar-valley/payments">View your payments</a></p>`);
    case 'payments': return frame('View Payments', html`<h1>View Payments</h1><table width="100%" cellspacing="0"><tr class="columnHeaderText"><td>Payer</td><td>Payment Date</td><td>NPI</td><td>Payment Number</td><td class="money">Amount</td><td>Type</td><td>Payment Status/Trace Number</td><td>Claim Count</td></tr>
<tr class="row"><td>Cedar Valley Health</td><td>${date(payment.date)}</td><td>${PRACTICE.npi}</td><td><a href="/cedar-valley/remittance/${payment.number}">${payment.number}</a></td><td class="money">${money(payment.amount)}</td><td>ACH</td><td>Successful ACH</td><td>${claims.length}</td></tr></table>`);
    case 'search': return frame('Search Remittance', html`<h1>Search Remittance</h1><form><table><tr><td>Claim #</td><td><input type="text" name="c" value="26H0041177"></td><td>Patient Name</td><td><input type="text" name="n"></td></tr><tr><td>Claim Amount</td><td><input type="text" name="a"></td><td></td><td><button class="btn">Search</button></td></tr></table></form>`);
    case 'help': return frame('Code Help', html`<h1>How to read codes</h1><p>Example: Claim Number: 1234567890 was denied with CO-50. A denied service shows reason and remark codes.</p>${legend(claims)}`);
    case 'remittance': return key === payment.number ? remittance(claims, payment) : null;
    case 'claim': {
      const found = claims.find((one) => one.claimControlNumber === key);
      return found ? detail(found) : null;
    }
    default: return null;
  }
}

function expectations(today: string): Expectation[] {
  const claims = claimsOf('cedar-valley', today);
  const payment = claims[0]?.payment;
  if (!payment) return [];
  const none = (id: string, path: string, settled: string, why: string): Expectation =>
    ({ id: `cedar-valley/${id}`, page: `/cedar-valley/${path}`, steps: [], settled, kind: 'none', claims: [], visible: [settled], decoys: [{ text: settled, why }] });
  const details = claims.map((claim): Expectation => ({
    id: `cedar-valley/detail-${claim.claimControlNumber}`, page: `/cedar-valley/claim/${claim.claimControlNumber}`, steps: [], settled: 'Claim Inquiry Result', kind: 'claim-detail',
    claims: [truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'receivedOn', 'finalizedOn', 'charge', 'paid', 'patientResponsibility', 'paymentNumber', 'paymentOn', 'status'],
      { lines: { dates: true } })].map((one) => ({ ...one, optional: { ...one.optional, allowed: [claim.allowed ?? 0] } })),
    visible: [claim.claimControlNumber, money(claim.charge), claim.memberId],
    decoys: [{ text: '7719002', why: 'an inquiry number' }, { text: money(payment.amount), why: 'the amount of the whole check' }],
  }));
  return [...details, {
    id: 'cedar-valley/remittance', page: `/cedar-valley/remittance/${payment.number}`, steps: [], settled: 'Total Paid to Provider', kind: 'remittance',
    payment: { number: payment.number, date: payment.date, amount: payment.amount },
    providerAdjustments: providerAdjustmentsOf('cedar-valley'),
    claims: claims.map((claim) => {
      const truth = truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'receivedOn', 'paid', 'patientResponsibility'], { lines: { dates: true } });
      // The claim's own total stands only in the subtotal row; its status nowhere in words.
      truth.optional = { ...truth.optional, charge: [claim.charge], allowed: [claim.allowed ?? 0], status: [claim.status], paymentNumber: [payment.number], paymentOn: [payment.date], remittanceOn: [payment.date] };
      return truth;
    }),
    visible: [payment.number, money(payment.amount), ...claims.map((one) => one.claimControlNumber)], decoys: [{ text: PRACTICE.npi, why: 'the practice, not a claim' }],
  },
  none('home', 'home', 'Welcome, Juniper Street', 'counters on a home page'), none('payments', 'payments', 'Payment Status/Trace Number', 'a list of checks'),
  none('search', 'search', 'Search Remittance', 'a search form with a typed number'), none('help', 'help', 'How to read codes', 'a legend with a sample'), none('login', 'login', 'Provider Sign In', 'a sign-in page')];
}

export const cedarValley: Portal = { id: 'cedar-valley', name: 'Cedar Valley Health', make: 'server-rendered layout tables, remittance viewer', start: '/login', handle, expectations };
