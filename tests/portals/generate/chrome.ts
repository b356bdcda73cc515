/** Everything round the claim: header, menus, notices, footers, hidden leftovers, and the way content arrives. */
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Decoy } from '../truth.ts';
import type { Facts } from './facts.ts';
import { date, money, name } from '../format.ts';
import type { House } from './houses.ts';
import type { Random } from './random.ts';

const FONTS = ['Arial, sans-serif', 'Georgia, serif', 'Verdana, sans-serif', 'system-ui, sans-serif', '"Segoe UI", Tahoma, sans-serif'];

function style(random: Random): Markup {
  const hue = random.int(0, 359);
  return raw(`*{box-sizing:border-box}body{margin:0;font:14px/1.45 ${random.pick(FONTS)};color:#222;background:#fafafa}
header{background:hsl(${hue} 45% 30%);color:#fff;padding:12px 24px;display:flex;gap:24px;align-items:center}header a{color:#fff}main{padding:18px 24px;max-width:1240px;margin:auto}
.grid{display:grid;grid-template-columns:repeat(${random.int(2, 4)},1fr);gap:10px 24px}.card{background:#fff;border:1px solid #ddd;border-radius:6px;padding:14px;margin:12px 0}p{margin:0 0 4px}
.lbl,.k,dt,.cap,.col-k,.font-weight-bold{color:#5b6570}.badge{background:hsl(${hue} 30% 88%);padding:1px 9px;border-radius:9px}.dl{display:grid;grid-template-columns:220px 1fr}dd{margin:0}
table{border-collapse:collapse}.kv td,.kv th{padding:4px 10px;text-align:left}.lines{width:100%;margin-top:14px}.lines td,.lines th{padding:5px 8px;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}.columnHeaderText td{background:#e6e6da;font-weight:bold}
.below{width:100%;margin:6px 0}.below td,.below th{text-align:left;padding:4px 8px}.row{display:flex;padding:3px 0}.col-k{width:240px}.fld label{display:block;font-size:12px}.fld input{width:200px;border:1px solid #ccc;background:#f4f4f4}
.pre{white-space:pre-wrap;font-family:monospace}.plain{list-style:none;padding:0}.big{font-size:18px}.split{display:flex;gap:30px}.ln{height:24px}.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}.val{margin-left:8px}
.info{border:1px solid #999;border-radius:8px;font-size:10px;padding:0 4px;margin-left:4px}.bar{background:#eee;border-left:6px solid hsl(${hue} 60% 45%);padding:8px 14px;font-weight:bold;margin:8px 0}.drow{display:flex}.drow>div{flex:1;padding:5px 8px;border-bottom:1px solid #ddd}.hd{font-weight:bold}
footer{color:#777;font-size:12px;padding:24px}nav a{margin-right:16px}.acc{border:0;background:none;font-weight:bold}.material-icons{font-size:9px;color:#999}.skeleton{height:60px;background:#eee}aside{float:right;width:240px;background:#fff;border:1px solid #ddd;padding:10px;font-size:13px}`);
}

/** Leftovers in the tree that nobody sees: another claim's view, a modal, a template. */
export function hiddenLeftovers(random: Random, other: Facts, house: House): { markup: Markup; decoys: Decoy[] } {
  const ways = ['display:none', 'visibility:hidden', 'position:absolute;left:-9999px', 'opacity:0;position:absolute;pointer-events:none', 'height:0;overflow:hidden'];
  const block = html`<h3>Claim Details</h3><div><span>${house.labels.claim}</span> <b>${other.claimControlNumber}</b></div><div><span>${house.labels.patient}</span> <b>${name(other, house.name)}</b></div><div><span>${house.labels.paid}</span> <b>${money(other.paid, house.money)}</b></div><div><span>${house.labels.status}</span> <b>Denied</b></div><div><span>${house.labels.serviceFrom}</span> <b>${date(other.serviceFrom, house.date)}</b></div>`;
  const way = random.int(0, ways.length + 1);
  const markup = way === ways.length ? html`<div hidden>${block}</div>` : way === ways.length + 1 ? html`<template>${block}</template>` : html`<div class="view" style="${ways[way]}">${block}</div>`;
  return { markup, decoys: [{ text: other.claimControlNumber, why: 'the view of another claim, not visible', hidden: true }] };
}

const NOTICES = ['12 denied claims need your attention', 'Claims denied with CO-16 can be corrected online since March.', 'Notice 26-0331: Paid claims now show the check number.', 'Reference number 88120447 was created for your last question.'];
const PROSE = ['If a claim was denied, you may file an appeal within 180 days of the notice. Example: Claim Number: 1234567890.', 'Paid amounts are final after the payment date. Reason code 45 means the charge is above the agreed fee.', 'Amounts shown as $0.00 do not always mean that a claim was denied. See remark code MA130 in the guide.', 'Need help? Call 1-800-555-0100 between 8 and 6. Have the Member ID ready.'];

/** A whole page. `late` blocks are moved in by script after their time, behind skeletons. */
export function wholePage(random: Random, house: House, title: string, body: Markup, options: { late?: number; hidden?: Markup; extra?: Markup; ticking?: boolean; shell?: boolean } = {}): string {
  const notices = random.some(NOTICES, random.int(0, 2));
  const prose = random.some(PROSE, random.int(0, 2));
  const search = random.chance(0.3) ? html`<form class="quick"><label>Claim Number <input name="q" value="${random.chance(0.5) ? random.digits(10) : ''}"></label> <select><option>All</option><option>Denied</option><option>Paid</option></select><button type="button">Search</button></form>` : html``;
  const content = options.late
    ? html`<div id="late-slot" aria-busy="true"><p>Please wait while we retrieve your information...</p><div class="skeleton"></div></div><template id="late">${body}</template><script>setTimeout(()=>{const s=document.getElementById('late-slot');s.removeAttribute('aria-busy');s.replaceChildren(document.getElementById('late').content.cloneNode(true))},${options.late})</script>`
    : body;
  const clock = options.ticking ? raw('<script>setInterval(()=>{document.getElementById("clock").textContent=new Date().toLocaleTimeString()},1000)</script>') : '';
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${style(random)}</style>${options.extra ?? ''}</head><body>
${options.shell === false ? '' : html`<header><strong>${house.payer}</strong><nav><a href="#">Home</a><a href="#">Eligibility</a><a href="#">Claims</a><a href="#">Dispute a denied claim</a></nav><span>Welcome, ${random.pick(['Casey Lindgren', 'PALMER, JO', 'T. Okafor'])}</span>${options.ticking ? raw('<span id="clock">00:00:00</span>') : ''}</header>`}
<main>${notices.length ? html`<aside><b>Notifications</b>${notices.map((one) => html`<p>${one}</p>`)}</aside>` : ''}${search}<h1>${title}</h1>${content}${options.hidden ?? ''}${prose.map((one) => html`<p class="note">${one}</p>`)}</main><footer>${house.payer} provider services. Claims are processed in the order received.</footer>${clock}</body></html>`.text;
}
