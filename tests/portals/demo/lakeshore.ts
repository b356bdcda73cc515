/**
 * Lakeshore Benefit Trust: an idle countdown over the claim, then a cover with a sign-in over content which is still
 * in the tree, then the sign-in page. `?idle=5` shortens the wait (seconds).
 */
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
body{margin:0;font:14px/1.5 Candara,Calibri,sans-serif;background:#f4f1ea;color:#243}header{background:#1f4e79;color:#fff;padding:16px 30px;display:flex;gap:24px;align-items:center}header b{font-size:20px}header a{color:#cfe1f2}main{max-width:1100px;margin:0 auto;padding:20px 30px}
.box{background:#fff;border:1px solid #d7d0c0;padding:16px;margin-bottom:14px}.g{display:grid;grid-template-columns:170px 1fr 170px 1fr;gap:6px 14px}.g b{color:#567}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:7px;border-bottom:1px solid #e6e0d2}
dialog{border:1px solid #888;padding:24px;border-radius:6px}#cover{position:fixed;inset:0;background:#f4f1ea;display:none;place-items:center;z-index:9}#cover.on{display:grid}form.in{background:#fff;border:1px solid #d7d0c0;padding:24px;width:320px}input{width:100%;margin:4px 0 10px}button{background:#1f4e79;color:#fff;border:0;padding:8px 16px}`);

const SIGN_IN = (why: string): Markup => html`<form class="in" method="post" action="/lakeshore/login"><h2>Sign in</h2><p>${why}</p><label>User name<input name="u"></label><label>Password<input type="password" name="p"></label><button>Sign in</button></form>`;

/** Counts down without touching the claim's nodes, as idle timers do. */
const TIMER = raw(`
const box=document.getElementById('idle'),n=document.getElementById('left'),cover=document.getElementById('cover');
const idle=Number(new URLSearchParams(location.search).get('idle')||900);let left=Math.min(60,idle);
setTimeout(()=>{box.showModal();const t=setInterval(()=>{left-=1;n.textContent=String(left);if(left<=0){clearInterval(t);box.close();cover.classList.add('on');setTimeout(()=>{location.href='/lakeshore/login?timeout=1'},3000)}},1000);
document.getElementById('stay').addEventListener('click',()=>{clearInterval(t);box.close()})},Math.max(0,idle-left)*1000+200);`);

function detail(claim: DemoClaim): Reply {
  const pair = (label: string, value: string): Markup => html`<b>${label}:</b><span>${value}</span>`;
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lakeshore Benefit Trust</title><style>${STYLE}</style></head><body><header><b>Lakeshore Benefit Trust</b><a href="/lakeshore/claims">Claims</a><a href="/lakeshore/login">Sign out</a></header><main><h1>Claim Information</h1><div class="box g">
${pair('Claim Number', claim.claimControlNumber)}${pair('Claim Status', claim.statusWord)}${pair('Patient', name(claim))}${pair('Member ID', claim.memberId)}${pair('Patient Account #', claim.patientControlNumber)}${pair('Service Dates', `${date(claim.serviceFrom)} thru ${date(claim.serviceTo)}`)}${pair('Billed Amount', money(claim.charge))}${pair('Paid Amount', claim.paid === null ? 'None' : money(claim.paid))}${pair('Processed Date', claim.finalizedOn ? date(claim.finalizedOn) : 'None')}${pair('Check Number', claim.payment?.number ?? 'None')}${pair('Subscriber', 'VANCE, HELENA')}${pair('Interest Paid', '$0.00')}</div>
<div class="box"><table><tr><th>Procedure</th><th>Mod</th><th>Billed</th><th>Paid</th><th>Group</th><th>Reason Code</th><th>Adjustment Amount</th><th>Remark</th></tr>${claim.lines.map((line) => html`<tr><td>${line.procedure}</td><td>${line.modifiers.join(' ')}</td><td>${money(line.charge)}</td><td>${money(line.paid)}</td><td>${line.adjustments.map(({ groupCode }, at) => html`${at ? raw('<br>') : ''}${groupCode}`)}</td><td>${line.adjustments.map(({ carc }, at) => html`${at ? raw('<br>') : ''}${carc}`)}</td><td>${line.adjustments.map(({ cents }, at) => html`${at ? raw('<br>') : ''}${money(cents)}`)}</td><td>${line.rarcs.join(', ')}</td></tr>`)}</table></div></main>
<dialog id="idle"><h2>Are you still there?</h2><p>For the privacy of our members your session ends in <b id="left">60</b> seconds.</p><button id="stay">Stay signed in</button></dialog><div id="cover">${SIGN_IN('Your session has ended. Sign in to check claim status.')}</div><script>${TIMER}</script></body></html>`.text);
}

function handle({ path, today, method }: PortalRequest): Reply | null {
  const claims = claimsOf('lakeshore', today);
  const [, section = '', key = ''] = path.split('/');
  if (section === 'login') return method === 'POST' ? redirect('/lakeshore/claims') : page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in - Lakeshore</title><style>${STYLE}</style></head><body><header><b>Lakeshore Benefit Trust</b></header><main style="display:grid;place-items:center">${SIGN_IN('Sign in to check claim status, denied claims and payments.')}</main></body></html>`.text);
  if (section === 'claims') return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Claims - Lakeshore</title><style>${STYLE}</style></head><body><header><b>Lakeshore Benefit Trust</b></header><main><h1>Claims</h1><div class="box"><table><thead><tr><th>Claim Number</th><th>Patient</th><th>Service Date</th><th>Billed Amount</th><th>Paid Amount</th><th>Claim Status</th></tr></thead><tbody>${claims.map((claim) => html`<tr><td><a href="/lakeshore/claim/${claim.claimControlNumber}">${claim.claimControlNumber}</a></td><td>${name(claim)}</td><td>${date(claim.serviceFrom)}</td><td>${money(claim.charge)}</td><td>${claim.paid === null ? '' : money(claim.paid)}</td><td>${claim.statusWord}</td></tr>`)}</tbody></table></div></main></body></html>`.text);
  const claim = section === 'claim' ? claims.find((one) => one.claimControlNumber === key) : undefined;
  return claim ? detail(claim) : null;
}

function expectations(today: string): Expectation[] {
  const [first, second] = claimsOf('lakeshore', today);
  if (!first || !second) return [];
  const shown = (claim: DemoClaim): Expectation => ({
    id: `lakeshore/detail-${claim.claimControlNumber}`, page: `/lakeshore/claim/${claim.claimControlNumber}`, steps: [], settled: 'Claim Information', kind: 'claim-detail',
    claims: [truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'finalizedOn', 'charge', 'paid', 'status', 'paymentNumber'], { range: true, lines: { units: false, allowed: false } })],
    visible: [claim.claimControlNumber, claim.patientControlNumber], decoys: [{ text: 'VANCE, HELENA', why: 'the subscriber' }],
  });
  const open = shown(first);
  return [open, shown(second),
    { ...open, id: 'lakeshore/countdown', page: `${open.page}?idle=30`, settled: 'Are you still there?', steps: [{ do: 'pause', ms: 600 }] },
    { id: 'lakeshore/login', page: '/lakeshore/login?timeout=1', steps: [], settled: 'Sign in', kind: 'none', claims: [], visible: ['User name'], decoys: [] }];
}

export const lakeshore: Portal = { id: 'lakeshore', name: 'Lakeshore Benefit Trust', make: 'session countdown, cover and sign-in', start: '/login', handle, expectations };
