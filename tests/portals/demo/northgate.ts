/** Northgate Choice: appeal list and detail, a dispute form, and two answers after sending: with a reference number and without. */
import { claimsOf } from '../demo-claims.ts';
import type { DemoClaim } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { page, redirect } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';

const STYLE = raw(`
body{margin:0;font:15px/1.5 Palatino,"Book Antiqua",serif;background:#fbfaf8;color:#2a2730}header{background:#3c2a4d;color:#fff;padding:18px 34px;display:flex;gap:30px;align-items:baseline}header b{font-size:22px;letter-spacing:1px}header a{color:#e1d3ef;text-decoration:none}
.layout{display:grid;grid-template-columns:210px 1fr;max-width:1240px;margin:0 auto}aside{padding:24px 18px;border-right:1px solid #e4dfea}aside a{display:block;padding:6px 0;color:#3c2a4d}main{padding:24px 30px}h1{font-size:24px;margin:0 0 14px;color:#3c2a4d}
table{border-collapse:collapse;width:100%;background:#fff}th,td{text-align:left;padding:9px 10px;border-bottom:1px solid #e4dfea}th{font-size:13px;color:#6a5c78}dl{display:grid;grid-template-columns:220px 1fr;background:#fff;border:1px solid #e4dfea;padding:16px 20px;margin:0 0 16px}dt{color:#6a5c78}dd{margin:0}
.ok{background:#eef6ec;border-left:5px solid #4f8a43;padding:16px 20px}textarea{width:100%;height:90px}button,.btn{background:#3c2a4d;color:#fff;border:0;padding:9px 18px;font:inherit;text-decoration:none;display:inline-block}`);

type Appeal = { number: string; claim: DemoClaim; level: string; received: string; decided: string | null; outcome: string | null };

function appeals(today: string): Appeal[] {
  const [first, second] = claimsOf('northgate', today);
  const day = Temporal.PlainDate.from(today);
  const ago = (days: number): string => day.subtract({ days }).toString();
  return first && second ? [
    { number: 'AP-2026-008812', claim: first, level: 'First level', received: ago(52), decided: ago(20), outcome: 'Upheld' },
    { number: 'AP-2026-009340', claim: first, level: 'Second level', received: ago(11), decided: null, outcome: null },
    { number: 'AP-2026-009118', claim: second, level: 'First level', received: ago(30), decided: ago(5), outcome: 'Overturned' },
  ] : [];
}

function frame(title: string, body: Markup): Reply {
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Northgate Choice - ${title}</title><style>${STYLE}</style></head><body><header><b>NORTHGATE CHOICE</b><a href="#">Home</a><a href="/northgate/appeals">Appeals and Disputes</a><a href="#">Fee Schedules</a></header><div class="layout"><aside><b>Appeals</b><a href="/northgate/appeals">Appeal Status</a><a href="/northgate/dispute">New dispute</a><a href="/northgate/question">Ask a question</a></aside><main><h1>${title}</h1>${body}</main></div></body></html>`.text);
}

function handle({ path, today, method, form }: PortalRequest): Reply | null {
  const all = appeals(today);
  const claims = claimsOf('northgate', today);
  const [, section = '', key = ''] = path.split('/');
  switch (section) {
    case 'appeals': return frame('Appeal Status', html`<table><thead><tr><th>Appeal Number</th><th>Claim Number</th><th>Patient</th><th>Appeal Level</th><th>Date Received</th><th>Appeal Status</th><th>Decision Date</th><th>Decision</th></tr></thead><tbody>${all.map((one) => html`<tr><td><a href="/northgate/appeal/${one.number}">${one.number}</a></td><td>${one.claim.claimControlNumber}</td><td>${name(one.claim)}</td><td>${one.level}</td><td>${date(one.received)}</td><td>${one.decided ? 'Closed' : 'In review'}</td><td>${one.decided ? date(one.decided) : '--'}</td><td>${one.outcome ?? '--'}</td></tr>`)}</tbody></table>`);
    case 'appeal': {
      const one = all.find(({ number }) => number === key);
      return one ? frame('Appeal Details', html`<dl><dt>Appeal Number</dt><dd>${one.number}</dd><dt>Appeal Level</dt><dd>${one.level}</dd><dt>Appeal Status</dt><dd>${one.decided ? 'Closed' : 'In review'}</dd><dt>Appeal received date</dt><dd>${date(one.received)}</dd><dt>Decision Date</dt><dd>${one.decided ? date(one.decided) : '--'}</dd><dt>Decision</dt><dd>${one.outcome ?? '--'}</dd></dl>
<h1>Claim in dispute</h1><dl><dt>Claim Number</dt><dd>${one.claim.claimControlNumber}</dd><dt>Patient Name</dt><dd>${name(one.claim)}</dd><dt>Member ID</dt><dd>${one.claim.memberId}</dd><dt>Date of service</dt><dd>${date(one.claim.serviceFrom)}</dd><dt>Total charge</dt><dd>${money(one.claim.charge)}</dd></dl><p>An upheld decision may be appealed to the second level within 60 days of the decision date.</p>`) : null;
    }
    case 'dispute': return method === 'POST' ? redirect(`/northgate/sent?claim=${encodeURIComponent(form.get('claim') ?? '')}`) : frame('New dispute', html`<form method="post"><p><label>Claim Number<br><input name="claim" value="${claims[0]?.claimControlNumber}"></label></p><p><label>Why should the decision change?<br><textarea name="why"></textarea></label></p><button>Submit dispute</button></form>`);
    case 'sent': return frame('Dispute submitted', html`<div class="ok" role="status"><p><b>Your dispute was submitted.</b></p><p>Confirmation Number: <b>NGD-4471-20933</b></p><p>Claim Number: ${claims[0]?.claimControlNumber}</p><p>Submitted on ${date(today)}. We answer within 30 days.</p></div><p><a class="btn" href="/northgate/appeals">To my appeals</a></p>`);
    case 'question': return method === 'POST' ? redirect('/northgate/asked') : frame('Ask a question', html`<form method="post"><p><textarea name="q">Why was this claim denied?</textarea></p><button>Send</button></form>`);
    case 'asked': return frame('Message sent', html`<div class="ok" role="status"><p><b>Thank you. Your request was submitted.</b></p><p>No confirmation number is issued for questions. Watch your message centre for the answer.</p></div>`);
    case 'claim': {
      const claim = claims.find((one) => one.claimControlNumber === key);
      return claim ? frame('Claim Details', html`<dl><dt>Claim Number</dt><dd>${claim.claimControlNumber}</dd><dt>Claim Status</dt><dd>${claim.statusWord}</dd><dt>Patient Name</dt><dd>${name(claim)}</dd><dt>Member ID</dt><dd>${claim.memberId}</dd><dt>Date of service</dt><dd>${date(claim.serviceFrom)}</dd><dt>Date processed</dt><dd>${claim.finalizedOn ? date(claim.finalizedOn) : '--'}</dd><dt>Total charge</dt><dd>${money(claim.charge)}</dd><dt>Plan paid</dt><dd>${claim.paid === null ? '--' : money(claim.paid)}</dd><dt>Denial code</dt><dd>${claim.lines.flatMap((line) => line.adjustments.map(({ groupCode, carc }) => `${groupCode}-${carc}`)).join(', ')}</dd></dl><a class="btn" href="/northgate/dispute">Dispute a denied claim</a>`) : null;
    }
    default: return null;
  }
}

function expectations(today: string): Expectation[] {
  const all = appeals(today);
  const said = (one: Appeal): Expectation['claims'][number] => ({ claimControlNumber: one.claim.claimControlNumber, patientName: name(one.claim), appeal: { level: one.level, number: one.number, receivedOn: one.received, decidedOn: one.decided, outcome: one.outcome } });
  return [
    { id: 'northgate/appeals', page: '/northgate/appeals', steps: [], settled: 'Appeal Level', kind: 'appeal-status', claims: all.map(said), visible: all.map(({ number }) => number), decoys: [] },
    ...all.map((one): Expectation => ({ id: `northgate/${one.number}`, page: `/northgate/appeal/${one.number}`, steps: [], settled: 'Claim in dispute', kind: 'appeal-status', claims: [{ ...said(one), memberId: one.claim.memberId, serviceFrom: one.claim.serviceFrom, charge: one.claim.charge, optional: { serviceTo: [one.claim.serviceFrom] } }], visible: [one.number, one.level], decoys: [] })),
    { id: 'northgate/sent', page: '/northgate/sent', steps: [], settled: 'Your dispute was submitted.', kind: 'confirmation', claims: [{ claimControlNumber: claimsOf('northgate', today)[0]?.claimControlNumber ?? null, references: ['NGD-4471-20933'] }], visible: ['NGD-4471-20933'], decoys: [] },
    { id: 'northgate/asked', page: '/northgate/asked', steps: [], settled: 'No confirmation number is issued', kind: 'confirmation', claims: [{ references: [] }], visible: [], decoys: [] },
    { id: 'northgate/dispute', page: '/northgate/dispute', steps: [], settled: 'New dispute', kind: 'none', claims: [], visible: ['Why should the decision change?'], decoys: [{ text: claimsOf('northgate', today)[0]?.claimControlNumber ?? '', why: 'typed into a form' }] },
    ...claimsOf('northgate', today).map((claim): Expectation => ({
      id: `northgate/detail-${claim.claimControlNumber}`, page: `/northgate/claim/${claim.claimControlNumber}`, steps: [], settled: 'Denial code', kind: 'claim-detail',
      claims: [{ ...truthClaim(claim, ['patientName', 'memberId', 'finalizedOn', 'charge', 'paid', 'status']), adjustments: claim.lines.flatMap((line) => line.adjustments.map(({ groupCode, carc }) => ({ groupCode, carc, cents: null }))) }],
      visible: [claim.claimControlNumber], decoys: [{ text: 'Dispute a denied claim', why: 'a button' }],
    })),
  ];
}

export const northgate: Portal = { id: 'northgate', name: 'Northgate Choice', make: 'appeal list and detail, dispute form, confirmation', start: '/appeals', handle, expectations };
