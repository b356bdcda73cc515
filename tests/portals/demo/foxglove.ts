/**
 * Foxglove Cooperative: a portal with words of its own, which no reader knows. It is there to be taught. `?layout=new` is the same
 * page after a redesign that renamed one label, `?layout=other` after one that renamed everything. Whatever is clicked on it counts itself.
 */
import { claimsOf } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';

const STYLE = raw('body{margin:0;font:15px/1.5 Georgia,serif;background:#f3f0ea;color:#2c2a33}header{background:#5b3f6b;color:#fff;padding:14px 28px;font-size:19px}main{max-width:820px;margin:20px auto;background:#fff;padding:22px 28px;border-radius:6px}dl{display:grid;grid-template-columns:210px 1fr;gap:9px 18px}dt{color:#75707d}dd{margin:0;cursor:pointer}button{padding:6px 14px}');
const COUNT = raw('<script>window.pressed=0;for(const kind of ["click","mousedown","pointerdown"])document.querySelector("main").addEventListener(kind,()=>{window.pressed+=1},true)</script>');

type Words = readonly [file: string, stands: string, person: string, seen: string, asked: string, sent: string];
const WORDS: Readonly<Record<string, Words>> = {
  '': ['Our file', 'Where it stands', 'Who was looked after', 'Seen on', 'You asked for', 'We sent you'],
  new: ['Our file', 'Where it stands', 'Who was looked after', 'Seen on', 'Your request came to', 'We sent you'],
  other: ['Folder', 'How it went', 'Name', 'Visit', 'Sum one', 'Sum two'],
};

function handle({ path, query, today }: PortalRequest): Reply | null {
  const [claim] = claimsOf('prairie-mutual', today);
  const words = WORDS[query.get('layout') ?? ''];
  if (path !== '/claim' || !claim || !words) return null;
  const values = [claim.claimControlNumber, 'Turned down', name(claim), date(claim.serviceFrom), money(claim.charge), money(claim.paid ?? 0)];
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Foxglove Cooperative</title><style>${STYLE}</style></head><body><header>Foxglove Cooperative</header><main><h1>Your claim with us</h1><dl>${words.map((word, at) => html`<dt>${word}</dt><dd>${values[at] ?? ''}</dd>`)}</dl><p><button type="button">Withdraw this claim</button></p></main>${COUNT}</body></html>`.text);
}

function expectations(today: string): Expectation[] {
  const [claim] = claimsOf('prairie-mutual', today);
  if (!claim) return [];
  // Without a map nothing is known of these words, and nothing may be guessed.
  return ['', '?layout=new', '?layout=other'].map((layout): Expectation => ({ id: `foxglove/claim${layout}`, page: `/foxglove/claim${layout}`, steps: [], settled: claim.claimControlNumber, kind: 'none', claims: [], visible: [claim.claimControlNumber, 'Turned down'], decoys: [] }));
}

export const foxglove: Portal = { id: 'foxglove', name: 'Foxglove Cooperative', make: 'words of its own, to be taught', start: '/claim', handle, expectations };
