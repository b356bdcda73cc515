/** Bluewater Community Plan: web components with open shadow roots, roots in roots, slotted rows. Nothing stands in the light tree. */
import { bundle } from '../bundle.ts';
import { claimsOf } from '../demo-claims.ts';
import { money } from '../format.ts';
import { html, raw } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';
import { truthClaim } from './demo-truth.ts';

const STYLE = raw('body{margin:0;font:15px/1.5 "Lucida Grande",Candara,sans-serif;background:#f0f7f8;color:#12343b}');

function handle({ path, today }: PortalRequest): Reply | null | Promise<Reply> {
  if (path === '/app.js') return bundle(new URL('./bluewater-app.ts', import.meta.url)).then((body) => ({ type: 'text/javascript', body }));
  if (path === '/api/claims') return { type: 'application/json', body: JSON.stringify(claimsOf('bluewater', today)) };
  if (path === '/s/claims' || path.startsWith('/s/claim/')) return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bluewater Community Plan</title><style>${STYLE}</style></head><body><bw-site></bw-site><script type="module" src="/bluewater/app.js"></script></body></html>`.text);
  return null;
}

function expectations(today: string): Expectation[] {
  const claims = claimsOf('bluewater', today);
  return [{
    id: 'bluewater/list', page: '/bluewater/s/claims', steps: [], settled: 'Recent claims', kind: 'claim-list' as const, claims: claims.map((claim) => truthClaim(claim, ['patientName', 'charge', 'paid', 'status'])), visible: claims.map((one) => one.claimControlNumber), decoys: [],
  }, ...claims.map((claim): Expectation => ({
    id: `bluewater/detail-${claim.claimControlNumber}`, page: `/bluewater/s/claim/${claim.claimControlNumber}`, steps: [], settled: 'Services billed', kind: 'claim-detail',
    claims: [truthClaim(claim, ['patientName', 'memberId', 'patientControlNumber', 'receivedOn', 'finalizedOn', 'charge', 'allowed', 'paid', 'patientResponsibility', 'status', 'paymentNumber', 'paymentOn'], { lines: { adjustments: 'codes', allowed: false } })],
    visible: [claim.claimControlNumber, claim.patientControlNumber, money(claim.charge)], decoys: [{ text: 'Case 00410077', why: 'a service case' }],
  }))];
}

export const bluewater: Portal = { id: 'bluewater', name: 'Bluewater Community Plan', make: 'web components in open shadow roots', start: '/s/claims', handle, expectations };
