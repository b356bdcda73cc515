/**
 * Pages of our own for each map, built from the same public facts as the map and with invented people: how the page is drawn,
 * what it says, and what a careful person reads from it. `{claim}`-like places are filled by `pageOf`.
 */
export type Facts = { number: string; account: string; patient: string; member: string; from: string; to: string; received: string; finalized: string; charge: string; allowed: string; paid: string; check: string; checkDate: string; status: string };

export const FACTS: Facts = {
  number: '26H0041177AB', account: 'LQ-20417', patient: 'LINDQVIST, ODA', member: 'W118204477', from: '03/02/2026', to: '03/02/2026', received: '03/09/2026', finalized: '03/20/2026',
  charge: '$412.00', allowed: '$268.40', paid: '$0.00', check: '0087741250', checkDate: '03/24/2026', status: 'Denied',
};

/** What the facts are in a reading. */
export const TRUTH: Readonly<Record<string, string | number>> = {
  claimControlNumber: '26H0041177AB', patientControlNumber: 'LQ-20417', patientName: 'LINDQVIST, ODA', memberId: 'W118204477', serviceFrom: '2026-03-02', serviceTo: '2026-03-02',
  receivedOn: '2026-03-09', finalizedOn: '2026-03-20', charge: 41200, allowed: 26840, paid: 0, paymentNumber: '0087741250', paymentOn: '2026-03-24', status: 'denied',
};

export type MapPage = {
  map: string; name: string; host: string;
  /** The page with its facts; `hook` renames what the map holds on to, as a portal does overnight. */
  draw: (facts: Facts, hook: (name: string) => string) => string;
  /** The least that must be read on the page as the map knows it. */
  found: readonly string[];
  /** Overrides of the truth, where the portal means something else. */
  truth?: Readonly<Record<string, string | number | null>>;
  /** The kind of page the map knows; null where it knows words alone. */
  page: string | null;
};

const document = (title: string, body: string): string => `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const dl = (rows: readonly (readonly [string, string])[], hook: (name: string) => string): string => `<dl>${rows.map(([label, value]) => `<dt>${escape(hook(label))}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`;
const cells = (rows: readonly (readonly [string, string])[], hook: (name: string) => string): string => `<table>${rows.map(([label, value]) => `<tr><td>${escape(hook(label))}:</td><td>${escape(value)}</td></tr>`).join('')}</table>`;

/** Label and value pairs under a heading of a claim: what nearly every portal without known elements looks like. */
function plain(map: string, host: string, rows: (facts: Facts) => readonly (readonly [string, string])[], found: readonly string[], options: { layout?: typeof dl; truth?: MapPage['truth']; title?: string } = {}): MapPage {
  const { layout = dl, truth, title = 'Claim Details' } = options;
  return { map, name: `${map}: claim`, host, draw: (facts, hook) => document(title, layout(rows(facts), hook)), found, page: null, ...(truth === undefined ? {} : { truth }) };
}

const panelOf = (hook: (name: string) => string, withTestId: boolean) => (label: string, value: string): string =>
  `<div id="${hook(`id:${label}`).replace('id:', '')}"${withTestId ? ` data-testid="${hook(`test${label}Panel`)}"` : ''}><p class="font-weight-bold">${hook(label)}</p>${label === 'Claim Status' ? `<span class="badge">${escape(value)}</span>` : `<p class="text-right">${escape(value)}</p>`}</div>`;
const availityPanels = (withTestId: boolean) => (facts: Facts, hook: (name: string) => string): string => {
  const panel = panelOf(hook, withTestId);
  return document('Claim Status', [['Claim Number', facts.number], ['Claim Status', facts.status], ['Finalized Date', facts.finalized], ['Check Number', '--'], ['Check Date', '--'], ['Billed Amount', facts.charge], ['Paid Amount', facts.paid]].map(([label = '', value = '']) => panel(label, value)).join('')
    + `<p>${hook('Patient Name')}</p><p>${escape(facts.patient)}</p>`);
};

const uhc = (facts: Facts, hook: (name: string) => string): string => {
  const card = (id: string, label: string, value: string): string => `<div data-testid="${hook(id)}"><div>${hook(label)}</div><div>${escape(value)}</div></div>`;
  return document('Claim summary', `<span class="icon">keyboard_arrow_down</span>${[
    card('overview-claim-number', 'Claim number', facts.number), card('overview-status', 'Claim status', facts.status), card('overview-patient-name', 'Patient name', facts.patient), card('overview-member-id', 'Member ID', facts.member),
    card('overview-first-dos', 'First date of service', facts.from), card('overview-total-billed', 'Total billed', facts.charge), card('overview-pan', 'PAN', facts.account), card('recieved-date', 'Date received', facts.received), card('processed-date', 'Date processed', facts.finalized),
    card('bs-total-paid-content', 'Total paid', facts.paid),
  ].join('')}<div><div>Dual Plan Claim Number</div><div>26H0099000ZZ</div></div><table><tr><th>Payment issue date</th><th>Payment number</th><th>Payment amount</th></tr><tr><td>${facts.checkDate}</td><td>${facts.check}</td><td>$9,120.55</td></tr></table>`);
};

const masshealth = (facts: Facts, hook: (name: string) => string): string => {
  const span = (id: string, text: string): string => `<span id="submissionStatus:j_id_id7pc3:${hook(id)}">${escape(text)}</span>`;
  return document('Claim Status Response', `<table><tr><td>ICN</td><td>${span('icnText', facts.number)}</td></tr><tr><td>Claim Status</td><td>${span('claimStatusText', facts.status)}</td></tr><tr><td>Amount</td><td>${span('paidAmountText', facts.paid)}</td></tr><tr><td>Total Charge</td><td>${facts.charge}</td></tr><tr><td>Member Name</td><td>${escape(facts.patient)}</td></tr></table>`);
};

const availityList = (facts: Facts, hook: (name: string) => string): string => {
  const heads = ['Status', 'Finalized Date', 'Service Dates', 'Claim #', 'Member Name', 'Member ID', 'Billed Amount', 'Paid Amount'];
  const row = (number: string, name: string, status: string): string => `<tr><td><span class="badge">${status}</span></td><td>${facts.finalized}</td><td><p>${facts.from}</p><p>${facts.to}</p></td><td>${number}</td><td>${escape(name)}</td><td>${facts.member}</td><td>${facts.charge}</td><td>${facts.paid}</td></tr>`;
  return document('Claim Status Results', `<table id="${hook('claimsTable')}"><thead><tr>${heads.map((head) => `<th role="columnheader" title="Toggle SortBy">${hook(head)}</th>`).join('')}</tr></thead><tbody>${row(facts.number, facts.patient, facts.status)}${row('26H0055001CD', 'MARCHETTI, PIA', 'PENDING')}</tbody></table>`);
};

const optum = (facts: Facts, hook: (name: string) => string): string => document('Remittance Detail', `<table class="layout"><tr><td><table><tr><td>Payment Date</td><td>${facts.checkDate}</td></tr><tr><td>Payment Number</td><td>${facts.check}</td></tr></table></td></tr></table>
<table><tr class="columnHeaderText">${['Account Number', 'Patient Name', 'Claim #/ Claim Type', 'Date(s) of Service', 'Amount Charged', 'Amount Allowed', 'Paid to Provider'].map((head) => `<td>${hook(head)}</td>`).join('')}</tr>
<tr>${[facts.account, escape(facts.patient), `<span id="${hook('claimID_1')}">${facts.number}</span>`, facts.from, facts.charge, facts.allowed, facts.paid].map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`);

export const MAP_PAGES: readonly MapPage[] = [
  { map: 'availity', name: 'Availity detail, panels with test ids', host: 'essentials.availity.com', draw: availityPanels(true), found: ['claimControlNumber', 'status', 'finalizedOn', 'charge', 'paid'], page: 'claim-detail' },
  { map: 'availity', name: 'Availity detail, older panels with ids', host: 'apps.availity.com', draw: availityPanels(false), found: ['claimControlNumber', 'status', 'finalizedOn', 'charge', 'paid'], page: 'claim-detail' },
  { map: 'availity', name: 'Availity results', host: 'essentials.availity.com', draw: availityList, found: ['claimControlNumber', 'status', 'finalizedOn', 'patientName', 'memberId', 'charge', 'paid'], page: 'claim-list' },
  { map: 'uhc', name: 'UnitedHealthcare summary', host: 'secure.uhcprovider.com', draw: uhc, found: ['claimControlNumber', 'status', 'patientName', 'memberId', 'serviceFrom', 'charge', 'paid', 'patientControlNumber', 'receivedOn', 'finalizedOn'], page: 'claim-detail' },
  { map: 'masshealth', name: 'MassHealth answer', host: 'newmmis-portal.ehs.state.ma.us', draw: masshealth, found: ['claimControlNumber', 'status', 'paid'], page: 'claim-detail' },
  { map: 'optum-pay', name: 'Optum Pay remittance', host: 'myservices.optumhealthpaymentservices.com', draw: optum, found: ['claimControlNumber', 'charge', 'allowed', 'paid'], page: 'remittance', truth: { status: null } },
  plain('navinet', 'navinet.navimedix.com', (f) => [['Claim Number', f.number], ['Claim Status', f.status], ['Patient Name', f.patient], ['Patient Account Number', f.account], ['Total Charge', f.charge], ['Paid by Amber Ridge Plan', f.paid], ['Status Effective Date', f.finalized], ['Voucher Identifier', '778812904'], ['Clearinghouse Trace Number', '5510029934871']], ['claimControlNumber', 'status', 'charge', 'paid', 'finalizedOn', 'patientControlNumber']),
  plain('cigna', 'cignaforhcp.cigna.com', (f) => [['PATIENT NAME', f.patient], ['PATIENT ID', f.member], ['DOCUMENT #', '26H0041177'], ['CLAIM #', f.number], ['STATUS', f.status], ['RECEIVED DATE', 'Mar 9, 2026'], ['PROCESS DATE', 'Mar 20, 2026'], ['AMOUNT YOU CHARGED', f.charge], ['YOUR CONTRACTED AMOUNT', f.allowed], ['AMOUNT NOT COVERED', '$143.60'], ['REMAINING BALANCE', '$11.11'], ['THE PLAN COVERED', f.paid]], ['claimControlNumber', 'memberId', 'receivedOn', 'finalizedOn', 'charge', 'allowed', 'paid'], { title: 'Explanation of payment' }),
  plain('centene', 'provider.superiorhealthplan.com', (f) => [['Claim Number', f.number], ['Claim Status', f.status], ['Member Name', f.patient], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid']),
  plain('interchange', 'portal.indianamedicaid.com', (f) => [['Claim ID', f.number], ['Claim Status', 'Finalized Denied'], ['Recipient Name', f.patient], ['Total Charge', f.charge], ['Medicaid Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid'], { layout: cells }),
  plain('gammis', 'www.mmis.georgia.gov', (f) => [['ICN', f.number], ['Claim Status', f.status], ['Member Name', f.patient], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid'], { layout: cells }),
  plain('forwardhealth', 'www.forwardhealth.wi.gov', (f) => [['ICN', f.number], ['Claim Status', 'Denied'], ['Member Name', f.patient], ['EOB Code', '0603'], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid'], { layout: cells }),
  plain('tmhp', 'secure.tmhp.com', (f) => [['Claim Number', f.number], ['MCO ICN', '900120034455'], ['Claim Status', f.status], ['Client Name', f.patient], ['Total Billed', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid'], { layout: cells }),
  plain('envision', 'www.ms-medicaid.com', (f) => [['TCN', f.number], ['Category Code', 'F2'], ['Status Code', '84'], ['Beneficiary Name', f.patient], ['Total Charge', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'charge', 'paid'], { layout: cells }),
  plain('epaces', 'www.emedny.org', (f) => [['TCN', f.number], ['Category', 'F2'], ['Status Code', '84'], ['Client Name', f.patient], ['Total Charge', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'charge', 'paid'], { layout: cells }),
  plain('nctracks', 'www.nctracks.nc.gov', (f) => [['TCN', f.number], ['Claim Status', f.status], ['Recipient Name', f.patient], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid'], { layout: cells }),
  plain('medi-cal', 'provider.medi-cal.ca.gov', (f) => [['Payer Claim Control Number (CCN)', f.number], ['Claim Status', f.status], ['Subscriber ID', f.member], ['Claim Service Period', `${f.from} - ${f.to}`], ['RAD Code', '036'], ['Total Claim Charge Amount', f.charge]], ['claimControlNumber', 'status', 'charge', 'serviceFrom']),
  plain('south-carolina', 'portal.scmedicaid.com', (f) => [['CCN', f.number], ['Claim Status', f.status], ['Recipient Name', f.patient], ['Total Charge', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid'], { layout: cells }),
  plain('office-ally', 'pm.officeally.com', (f) => [['OA Claim ID', '1234509876'], ['Patient Account Number', f.account], ['Status', 'Rejected by Payer'], ['Patient Name', f.patient], ['Total Charge', f.charge], ['Date of Service', f.from]], ['patientControlNumber', 'charge', 'status'], { truth: { status: 'rejected', claimControlNumber: null }, title: 'Clearinghouse claim' }),
  plain('waystar', 'app.waystar.com', (f) => [['Claim Number', f.account], ['Payer Claim Control Number', f.number], ['Status', 'Rejected by Waystar'], ['Patient Name', f.patient], ['Total Charge', f.charge], ['Date of Service', f.from]], ['patientControlNumber', 'claimControlNumber', 'status', 'charge'], { truth: { status: 'rejected' }, title: 'Claim detail' }),
  plain('connectcenter', 'connectcenter.changehealthcare.com', (f) => [['rhClaimNumber', '88120034417'], ['customerClaimNumber', '5520019'], ['patientControlNumber', f.account], ['Payer Claim Number', f.number], ['Claim Status', 'Rejected'], ['Patient Name', f.patient], ['Total Charge', f.charge], ['Date of Service', f.from]], ['patientControlNumber', 'claimControlNumber', 'charge'], { truth: { status: 'rejected' } }),
  plain('caresource', 'providerportal.caresource.com', (f) => [['Claim Number', f.number], ['Claim Status', f.status], ['Member Name', f.patient], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid'], { layout: cells }),
  plain('sentara', 'apps.sentarahealthplans.com', (f) => [['Claim Number', f.number], ['Claim Status', f.status], ['Member Name', f.patient], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid']),
  plain('echo', 'www.providerpayments.com', (f) => [['Claim Number', f.number], ['Patient Name', f.patient], ['Date of Service', f.from], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'charge', 'paid'], { truth: { status: null } }),
  plain('tricare-east', 'infocenter.humana-military.com', (f) => [['Claim Number', f.number], ['Claim Status', f.status], ['Beneficiary Name', f.patient], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid']),
  plain('tricare-west', 'www.tricare-west.com', (f) => [['Claim Number', f.number], ['Claim Status', f.status], ['Beneficiary Name', f.patient], ['Billed Amount', f.charge], ['Paid Amount', f.paid]], ['claimControlNumber', 'status', 'charge', 'paid']),
];

/** A page of the same portal that is about no claim: who is covered, with the same people, dates and numbers. */
export function notAClaim(facts: Facts): string {
  return document('Eligibility and Benefits', dl([['Member Name', facts.patient], ['Member ID', facts.member], ['Coverage Status', 'Active'], ['Effective Date', facts.from], ['Reference Number', facts.number], ['Deductible', facts.charge]], (name) => name));
}
