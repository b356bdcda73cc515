/** Granite Federal Alliance: frames in frames. The patient stands in the frame around, the claim in the innermost one of another origin. */
import { claimsOf, PRACTICE } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';

const STYLE = raw('body{margin:0;font:14px/1.45 "Franklin Gothic Medium",Arial,sans-serif;color:#2b2f33;background:#e8eaec}header{background:#2f3c48;color:#fff;padding:14px 24px;display:flex;gap:24px}header b{font-size:18px}iframe{border:0;width:100%;display:block}.ctx{background:#fff;padding:10px 24px;border-bottom:3px solid #7d8a96;display:flex;gap:40px}.ctx b{color:#6a757f}main{padding:16px 24px;background:#fff}.st{background:#b8322a;color:#fff;padding:9px 16px;font-weight:bold}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:7px;border-bottom:1px solid #ddd}.two{display:grid;grid-template-columns:1fr 1fr;gap:6px 40px;padding:14px 0}.two div{display:flex;justify-content:space-between;border-bottom:1px dotted #bbb}');

function handle({ path, today, otherOrigin }: PortalRequest): Reply | null {
  const [claim] = claimsOf('granite', today);
  if (!claim) return null;
  const doc = (title: string, body: ReturnType<typeof html>): Reply => page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>${body}</body></html>`.text);
  if (path === '/desk') return doc('Granite Federal Alliance', html`<header><b>Granite Federal Alliance</b><span>Provider desk</span><span>${PRACTICE.name}</span></header><iframe name="appContent" title="Claims" src="/granite/patient" style="height:820px"></iframe>`);
  if (path === '/patient') return doc('Patient', html`<div class="ctx"><span><b>Patient Name:</b> ${name(claim)}</span><span><b>Member ID:</b> ${claim.memberId}</span><span><b>Date of Birth:</b> 04/09/1961</span></div><iframe name="claimView" title="Claim" src="${otherOrigin}/granite/claim" style="height:740px"></iframe>`);
  if (path === '/claim') return doc('Claim', html`<main><h2>Claim # ${claim.claimControlNumber}</h2><div class="st">Denied</div><div class="st" style="display:none">Finalized</div><div class="two">${([['Total Charge', money(claim.charge)], ['Paid by Granite Federal', money(claim.paid ?? 0)], ['Service Dates', `${date(claim.serviceFrom)} - ${date(claim.serviceTo)}`], ['Receipt date', date(claim.receivedOn)], ['Status effective date', claim.finalizedOn ? date(claim.finalizedOn) : ''], ['Payment Number', claim.payment?.number ?? ''], ['Patient account number', claim.patientControlNumber], ['Voucher identifier', 'V-00288'], ['Clearinghouse trace number', '20118844290017']] as const).map(([label, value]) => html`<div><span>${label}</span><span>${value}</span></div>`)}</div>
<table><thead><tr><th>Line</th><th>Procedure</th><th>Modifiers</th><th>Units</th><th>Charge</th><th>Paid</th><th>Reason codes</th><th>Remarks</th></tr></thead><tbody>${claim.lines.map((line, at) => html`<tr><td>${at + 1}</td><td>${line.procedure}</td><td>${line.modifiers.join(' ')}</td><td>${line.units}</td><td>${money(line.charge)}</td><td>${money(line.paid)}</td><td>${line.adjustments.map(({ groupCode, carc }) => `${groupCode} ${carc}`).join(', ')}</td><td>${line.rarcs.join(', ')}</td></tr>`)}</tbody></table></main>`);
  return null;
}

function expectations(today: string): Expectation[] {
  return claimsOf('granite', today).map((claim) => {
    const truth = truthClaim(claim, ['patientControlNumber', 'receivedOn', 'finalizedOn', 'charge', 'paid', 'status', 'paymentNumber'], { range: true, lines: { adjustments: 'codes', allowed: false } });
    // The patient stands in another frame: joining it is right, leaving it is fair.
    truth.optional = { ...truth.optional, patientName: [name(claim)], memberId: [claim.memberId] };
    return { id: 'granite/desk', page: '/granite/desk', steps: [], settled: 'Clearinghouse trace number', kind: 'claim-detail', claims: [truth], visible: [claim.claimControlNumber, claim.memberId], decoys: [{ text: '20118844290017', why: 'a trace number' }, { text: 'V-00288', why: 'a voucher' }] };
  });
}

export const granite: Portal = { id: 'granite', name: 'Granite Federal Alliance', make: 'frames in frames, the claim in one of another origin', start: '/desk', handle, expectations };
