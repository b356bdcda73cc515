import { EXERCISES, TRAINING_CLAIMS } from '../../rules/training/exercises.ts';
import type { TrainingClaim, TrainingPortalId, TrainingState } from '../../rules/training/exercises.ts';
import { node } from './node.ts';

type Look = { name: string; place: string; detail: (claim: TrainingClaim, state: TrainingState, today: Temporal.PlainDate) => HTMLElement[] };

const money = (cents: number): string => `$${Math.floor(cents / 100).toLocaleString('en-US')}.${String(cents % 100).padStart(2, '0')}`;
const day = (today: Temporal.PlainDate, ago: number): string => { const { year, month, day: date } = today.subtract({ days: ago }); return `${String(month).padStart(2, '0')}/${String(date).padStart(2, '0')}/${year}`; };
const sum = (state: TrainingState, pick: (line: TrainingState['lines'][number]) => number): string => money(state.lines.reduce((total, line) => total + pick(line), 0));

function lineTable(claim: TrainingClaim, state: TrainingState, today: Temporal.PlainDate, names: readonly string[]): HTMLElement {
  const rows = state.lines.map((line) => node('tr', {}, [day(today, claim.servedAgo), line.procedure, money(line.charge), money(line.allowed), money(line.paid), line.adjustments.map(({ code, cents }) => `${code} ${money(cents)}`).join(', '), line.remarks.join(', ')].map((text) => node('td', {}, [text]))));
  return node('table', { class: 'lines' }, [node('thead', {}, [node('tr', {}, names.map((name) => node('th', { scope: 'col' }, [name])))]), node('tbody', {}, rows)]);
}

/** What the detail page says, label by label, in the payer's words. */
function facts(claim: TrainingClaim, state: TrainingState, today: Temporal.PlainDate, words: Readonly<Record<string, string>>): [string, string][] {
  const all: Record<string, string | null> = {
    number: claim.claimNumber, status: state.status, patient: claim.patient, member: claim.memberId, account: claim.accountNumber, service: day(today, claim.servedAgo), received: day(today, claim.receivedAgo),
    finalized: day(today, state.finalizedAgo), billed: sum(state, (line) => line.charge), allowed: sum(state, (line) => line.allowed), paid: sum(state, (line) => line.paid), share: sum(state, (line) => line.patientShare),
    check: state.payment?.number ?? null, checkDate: state.payment === null ? null : day(today, state.payment.ago),
  };
  return Object.entries(words).flatMap(([key, label]): [string, string][] => { const value = all[key]; return value === null || value === undefined ? [] : [[label, value]]; });
}

const pairsTable = (pairs: [string, string][], across: number): HTMLElement => {
  const rows: HTMLElement[] = [];
  for (let at = 0; at < pairs.length; at += across) rows.push(node('tr', {}, pairs.slice(at, at + across).flatMap(([label, value]) => [node('td', { class: 'label' }, [label]), node('td', {}, [value])])));
  return node('table', { class: 'pairs' }, [node('tbody', {}, rows)]);
};

const LOOKS: Readonly<Record<TrainingPortalId, Look>> = {
  osprey: {
    name: 'Osprey Mutual', place: 'Provider Center',
    detail: (claim, state, today) => [
      node('h1', {}, ['Claim detail']),
      pairsTable(facts(claim, state, today, { number: 'Claim Number:', status: 'Claim Status:', patient: 'Patient Name:', member: 'Member ID:', account: 'Patient Account Number:', service: 'Date of Service:', received: 'Received Date:', finalized: 'Processed Date:', billed: 'Total Billed:', allowed: 'Allowed Amount:', paid: 'Paid Amount:', share: 'Patient Responsibility:', check: 'Check/EFT Number:', checkDate: 'Check Date:' }), 2),
      node('h2', {}, ['Service lines']), lineTable(claim, state, today, ['Service Date', 'Procedure', 'Billed', 'Allowed', 'Paid', 'Adjustment Reason Code', 'Remark Code']),
    ],
  },
  fernbrook: {
    name: 'Fernbrook Health Plan', place: 'for providers',
    detail: (claim, state, today) => [
      node('h1', {}, ['Claim summary']),
      node('dl', { class: 'cards' }, facts(claim, state, today, { number: 'Claim number', status: 'Status', patient: 'Member name', member: 'Member ID', account: 'Your account number', service: 'Service date', received: 'Date received', finalized: 'Date finalized', billed: 'Amount billed', allowed: 'Plan allowance', paid: 'Plan paid', share: 'Member responsibility', check: 'Payment number', checkDate: 'Payment date' }).map(([label, value]) => node('div', {}, [node('dt', {}, [label]), node('dd', {}, [value])]))),
      node('h2', {}, ['Services']), lineTable(claim, state, today, ['Date of service', 'Code', 'Billed amount', 'Allowed amount', 'Paid amount', 'Reason codes', 'Remark codes']),
    ],
  },
  larkmoor: {
    name: 'Larkmoor Benefit Fund', place: 'Claims inquiry',
    detail: (claim, state, today) => [
      node('h1', {}, ['Claim inquiry result']),
      pairsTable(facts(claim, state, today, { number: 'Claim #', status: 'Status', patient: 'Patient', member: 'Subscriber ID', account: 'Patient Account #', service: 'DOS', received: 'Received', finalized: 'Finalized Date', billed: 'Billed Amount', paid: 'Amount Paid', share: 'Patient Resp', check: 'Check #', checkDate: 'Check Date' }), 3),
      lineTable(claim, state, today, ['DOS', 'Proc', 'Billed', 'Allowed', 'Paid', 'Reason Code', 'RMK Code']),
    ],
  },
};

function isPortal(name: string): name is TrainingPortalId {
  return Object.hasOwn(LOOKS, name);
}

/** Draws the page an address names: `#/osprey/claims`, `#/osprey/claim/NUMBER`, and with `/later` the same three weeks on. */
export function drawPortal(root: HTMLElement, hash: string, today: Temporal.PlainDate): void {
  const [, id = '', section = '', number = '', time = ''] = hash.replace(/^#/u, '').split('/');
  const portal = isPortal(id) ? id : 'osprey';
  const { name, place, detail } = LOOKS[portal];
  const claim = section === 'claim' ? TRAINING_CLAIMS[portal].find(({ claimNumber }) => claimNumber === number) : undefined;
  const isLater = time === 'later';
  document.title = name;
  document.body.dataset['portal'] = portal;
  root.replaceChildren(
    node('p', { class: 'mode' }, ['Practice mode. Every patient here is invented.']),
    node('header', {}, [node('strong', { class: 'brand' }, [name]), node('span', {}, [place]), node('nav', { 'aria-label': 'Portal' }, [node('a', { href: `#/${portal}/claims` }, ['Claims'])]), node('span', { class: 'who' }, ['Willow Bend Clinic'])]),
    claim === undefined
      ? node('main', {}, [node('h1', {}, ['Claims']), claimList(portal, today)])
      : node('main', {}, [...detail(claim, isLater && claim.later !== null ? claim.later : claim.now, today), timeLink(portal, claim, isLater)]),
    node('footer', {}, ['An invented payer for practice. It comes with Overturn and uses no network. ', node('a', { href: 'desk.html#/training' }, ['Back to the exercises'])]),
  );
}

function claimList(portal: TrainingPortalId, today: Temporal.PlainDate): HTMLElement {
  const rows = TRAINING_CLAIMS[portal].map((claim) => node('tr', {}, [node('td', {}, [node('a', { href: `#/${portal}/claim/${claim.claimNumber}` }, [claim.claimNumber])]), ...[claim.patient, day(today, claim.servedAgo), sum(claim.now, (line) => line.charge), sum(claim.now, (line) => line.paid), claim.now.status].map((text) => node('td', {}, [text]))]));
  return node('table', { class: 'lines' }, [node('thead', {}, [node('tr', {}, ['Claim Number', 'Patient Name', 'Date of Service', 'Billed', 'Paid', 'Status'].map((text) => node('th', { scope: 'col' }, [text])))]), node('tbody', {}, rows)]);
}

function timeLink(portal: TrainingPortalId, claim: TrainingClaim, isLater: boolean): HTMLElement {
  const title = EXERCISES.find(({ claimNumber }) => claimNumber === claim.claimNumber)?.title ?? '';
  const address = `#/${portal}/claim/${claim.claimNumber}`;
  return node('p', { class: 'practice' }, [
    `Practice: ${title}. `,
    claim.later === null ? 'This page says the same three weeks later.' : node('a', { href: isLater ? address : `${address}/later` }, [isLater ? 'Show the page as it is today' : 'Show the page as it is three weeks later']),
  ]);
}
