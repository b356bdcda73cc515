/** Remittance viewers, appeals, confirmations, clearinghouse rejections. */
import { date, money, name } from '../format.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Decoy, Expectation, TruthClaim } from '../truth.ts';
import { buildDoc, decoyCells } from './document.ts';
import type { Cell, Doc, Mutation } from './document.ts';
import type { Facts } from './facts.ts';
import { HEADER_LAYOUTS } from './headers.ts';
import type { HeaderLayout } from './headers.ts';
import type { House } from './houses.ts';
import { LINE_LAYOUTS } from './lines.ts';
import type { LineLayout } from './lines.ts';
import type { Random } from './random.ts';

export type Built = { title: string; body: Markup; extra?: Markup; layout: string } & Pick<Expectation, 'kind' | 'claims' | 'visible' | 'decoys'> & Partial<Pick<Expectation, 'alsoKinds' | 'payment' | 'providerAdjustments' | 'seen'>>;

/** One claim's cells and lines in the given shapes, with the legend below. */
export function claimBlock(doc: Doc, header: HeaderLayout, lines: LineLayout, random: Random): Markup {
  const legend = doc.legend.length ? html`<div class="legend"><h3>${random.pick(['Code Descriptions', 'Remark and reason codes', 'Legend'])}</h3><table class="lines"><thead><tr><th>Code</th><th>Description</th></tr></thead><tbody>${doc.legend.map(({ code, text }) => html`<tr><td>${code}</td><td>${text}</td></tr>`)}</tbody></table></div>` : '';
  return html`${header.render(doc, random)}${doc.columns.length ? html`<h3>${random.pick(['Service Lines', 'Line Items', 'Service Line Information', 'Charges'])}</h3>${lines.render(doc, random)}` : ''}${legend}`;
}

/** The plain shape for pages whose point is elsewhere. */
export function pairsOf(random: Random, doc: { house: House }, cells: Cell[]): { markup: Markup; extra?: Markup; id: string } {
  const layout = random.pick(HEADER_LAYOUTS.filter(({ id }) => id !== 'status-bar'));
  const shaped = { ...doc, cells } as Doc;
  return { markup: layout.render(shaped, random), id: layout.id, ...(layout.extra ? { extra: layout.extra } : {}) };
}

export function remittance(random: Random, claims: Facts[], house: House, options: { mutation?: Mutation; mutationRandom?: Random }): Built {
  const decided = claims.filter(({ payment }) => payment !== null);
  const payment = decided[0]?.payment;
  if (!payment) throw new Error('a remittance needs a decided claim');
  const earned = decided.reduce((sum, one) => sum + one.paid, 0);
  // A payment below nothing does not exist.
  const kept = random.chance(0.4) && earned > 10_000 ? { code: random.pick(['WO', 'FB', 'L6', '72']), cents: random.int(500, 9000), reference: random.digits(9) } : null;
  const amount = earned - (kept?.cents ?? 0);
  const header = random.pick(HEADER_LAYOUTS.filter(({ id }) => ['table-4', 'table-6', 'nested-tables', 'table-below', 'bootstrap-rows', 'dl', 'panels'].includes(id)));
  const lines = random.pick(LINE_LAYOUTS.filter(({ id }) => ['table', 'td-header', 'div-grid', 'gridview', 'two-level'].includes(id)));
  const blocks = decided.map((one) => {
    // The check stands at the top for all: in the claims it would be shown twice.
    const doc = buildDoc(random, { ...one, payment: { ...payment, amount } }, house, { ...options, lines: true });
    const gone = new Set(['payment', 'paymentOn', 'finalized']);
    const out: Doc = { ...doc, cells: doc.cells.filter(({ field, label }) => !gone.has(field ?? '') && label !== 'Check Amount'), legend: [] };
    const truth: TruthClaim = { ...doc.truth, paymentNumber: null, paymentOn: null, finalizedOn: null };
    truth.optional = { ...doc.truth.optional, paymentNumber: [payment.number], paymentOn: [payment.date], remittanceOn: [payment.date] };
    const texts = new Set(out.cells.map(({ text }) => text));
    return { doc: out, truth, visible: doc.visible.filter((one) => texts.has(one)), decoys: doc.decoys.filter(({ text }) => texts.has(text)) };
  });
  const top = html`<table class="kv"><tr><td class="k">${house.labels.payment === 'PAN' ? 'Payment Number' : house.labels.payment}:</td><td>${payment.number}</td><td class="k">${house.labels.paymentOn}:</td><td>${date(payment.date, house.date)}</td><td class="k">Payment Amount:</td><td>${money(amount, house.money)}</td></tr><tr><td class="k">Payee:</td><td>Juniper Street Family Practice</td><td class="k">NPI:</td><td>1245319599</td><td class="k">Payment Type:</td><td>ACH</td></tr></table>`;
  const body = html`${top}${blocks.map(({ doc }) => html`<section class="card claimblock">${claimBlock(doc, header, lines, random)}</section>`)}
${kept ? html`<h3>Provider Level Adjustments</h3><table class="lines"><thead><tr><th>Adj Reason Code</th><th>Reference #</th><th>Amount</th></tr></thead><tbody><tr><td>${kept.code}</td><td>${kept.reference}</td><td>${money(kept.cents, house.money)}</td></tr></tbody></table>` : ''}<p><b>Total Paid to Provider: ${money(amount, house.money)}</b></p>`;
  return {
    title: random.pick(['Remittance Detail', 'Remittance Advice', 'Electronic Remittance Advice', 'Explanation of Payment']), body, layout: `remittance/${header.id}/${lines.id}`, ...(header.extra ? { extra: header.extra } : {}), kind: 'remittance',
    claims: blocks.map(({ truth }) => truth), payment: { number: payment.number, date: payment.date, amount }, providerAdjustments: kept ? [kept] : [],
    visible: [payment.number, ...blocks.flatMap(({ visible }) => visible)], decoys: blocks.flatMap(({ decoys }) => decoys),
  };
}

const OUTCOMES = ['Favorable', 'Partially favorable', 'Unfavorable', 'Dismissal', 'Withdrawn', 'Upheld', 'Overturned'];
const LEVELS = ['First level', 'Redetermination', 'Level 1', 'Reconsideration', 'Second level', 'Level 2'];

export function appealDetail(random: Random, facts: Facts, house: House): Built {
  const day = (iso: string): string => date(iso, house.date);
  const open = random.chance(0.4);
  const number = random.pick([`AP-${random.digits(6)}`, `G${random.digits(8)}`, `PIQ-${random.digits(7)}`, random.digits(9)]);
  const level = random.pick(LEVELS);
  const outcome = random.pick(OUTCOMES);
  const received = Temporal.PlainDate.from(facts.finalizedOn ?? facts.receivedOn).add({ days: 20 }).toString();
  const decided = Temporal.PlainDate.from(received).add({ days: 31 }).toString();
  const cells: Cell[] = [
    { field: null, label: random.pick(['Appeal Number', 'Case number', 'Ticket number', 'Dispute Number', 'Reconsideration Number']), text: number },
    { field: null, label: random.pick(['Appeal Level', 'Level']), text: level },
    { field: null, label: random.pick(['Appeal Status', 'Dispute status', 'Case Status']), text: open ? random.pick(['In review', 'Submitted', 'Initiated']) : 'Closed' },
    { field: 'claim', label: house.labels.claim, text: facts.claimControlNumber }, { field: 'patient', label: house.labels.patient, text: name(facts, house.name) },
    { field: null, label: random.pick(['Appeal Received Date', 'Received Date', 'Date appeal received']), text: day(received) },
    { field: null, label: random.pick(['Decision Date', 'Date of decision']), text: open ? house.empty : day(decided) },
    { field: null, label: random.pick(['Decision', 'Outcome', 'Determination']), text: open ? house.empty : outcome },
    { field: null, label: 'Submitted by', text: name(facts.provider, house.name) },
  ];
  const { markup, extra, id } = pairsOf(random, { house }, cells);
  return {
    title: random.pick(['Appeal Details', 'Dispute Status', 'Reconsideration Status']), body: markup, ...(extra ? { extra } : {}), layout: `appeal/${id}`, kind: 'appeal-status',
    claims: [{ claimControlNumber: facts.claimControlNumber, patientName: name(facts, house.name), appeal: { level, number, receivedOn: received, decidedOn: open ? null : decided, outcome: open ? null : outcome }, optional: { receivedOn: [], references: [number] } }],
    visible: [number, facts.claimControlNumber, level], decoys: [{ text: name(facts.provider, house.name), why: 'who sent the appeal' }],
  };
}

export function appealList(random: Random, facts: Facts[], house: House): Built {
  const day = (iso: string): string => date(iso, house.date);
  const rows = facts.slice(0, random.int(2, 5)).map((one) => {
    const open = random.chance(0.4);
    const received = Temporal.PlainDate.from(one.finalizedOn ?? one.receivedOn).add({ days: 12 }).toString();
    return { one, open, number: `AP${random.digits(7)}`, level: random.pick(LEVELS), received, decided: open ? null : Temporal.PlainDate.from(received).add({ days: 40 }).toString(), outcome: open ? null : random.pick(OUTCOMES) };
  });
  const body = html`<table class="lines"><thead><tr>${['Appeal Number', house.labels.claim, house.labels.patient, 'Appeal Level', 'Received', 'Appeal Status', 'Decision Date', 'Decision'].map((one) => html`<th>${one}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr><td><a href="#">${row.number}</a></td><td>${row.one.claimControlNumber}</td><td>${name(row.one, house.name)}</td><td>${row.level}</td><td>${day(row.received)}</td><td>${row.open ? 'In review' : 'Closed'}</td><td>${row.decided ? day(row.decided) : house.empty}</td><td>${row.outcome ?? house.empty}</td></tr>`)}</tbody></table>`;
  return {
    title: random.pick(['Appeals', 'My disputes', 'Appeal Status']), body, layout: 'appeal-list', kind: 'appeal-status',
    claims: rows.map((row): TruthClaim => ({ claimControlNumber: row.one.claimControlNumber, patientName: name(row.one, house.name), appeal: { level: row.level, number: row.number, receivedOn: row.received, decidedOn: row.decided, outcome: row.outcome } })),
    visible: rows.map(({ number }) => number), decoys: [],
  };
}

export function confirmation(random: Random, facts: Facts, house: House): Built {
  const issued = random.chance(0.7);
  const number = random.pick([`CR-${random.digits(8)}`, random.digits(10), `${random.letters(3)}${random.digits(7)}`]);
  const label = random.pick(['Confirmation Number', 'Reference Number', 'Submission ID', 'Ticket number', 'Tracking number']);
  const said = issued ? random.pick([html`<p>${label}: <b>${number}</b></p>`, html`<dl class="dl"><dt>${label}</dt><dd>${number}</dd></dl>`, html`<p>Your ${label.toLowerCase()} is ${number}. Keep it for your records.</p>`]) : html`<p>${random.pick(['No confirmation number is issued for this request.', 'A reference number is not given for messages sent this way.'])}</p>`;
  const claimShown = random.chance(0.7);
  return {
    title: random.pick(['Thank you', 'Submission received', 'Your appeal was submitted', 'Dispute submitted']), layout: `confirmation/${issued ? 'number' : 'none'}`, kind: 'confirmation',
    body: html`<div class="card" role="status"><p>${random.pick(['Your appeal has been submitted.', 'We received your reconsideration request.', 'Your dispute was sent.'])}</p>${said}${claimShown ? html`<p>${house.labels.claim}: ${facts.claimControlNumber}</p>` : ''}<p>Submitted on ${date(facts.finalizedOn ?? facts.receivedOn, house.date)}. A decision takes up to 60 days.</p></div>`,
    claims: [{ ...(claimShown ? { claimControlNumber: facts.claimControlNumber } : {}), references: issued ? [number] : [], optional: {} }],
    visible: issued ? [number] : [], decoys: [],
  };
}

/** A clearinghouse says that a claim was turned back: 277 codes, no payer number, nothing adjudicated. */
export function rejection(random: Random, facts: Facts, house: House): Built {
  const { category, status, entity } = facts.statusCode;
  const code = random.chance(0.5) ? `${category}:${status}${entity ? `:${entity}` : ''}` : null;
  const clearinghouseId = random.digits(10);
  const cells: Cell[] = [
    { field: null, label: 'Clearinghouse Claim ID', text: clearinghouseId }, { field: 'account', label: house.labels.account, text: facts.patientControlNumber }, { field: 'patient', label: house.labels.patient, text: name(facts, house.name) },
    { field: 'member', label: house.labels.member, text: facts.memberId }, { field: 'service', label: house.labels.service, text: date(facts.serviceFrom, house.date) }, { field: 'charge', label: house.labels.charge, text: money(facts.charge, house.money) },
    { field: 'status', label: 'Status', text: random.pick(['Rejected', 'Rejected by Payer']) },
    ...(code ? [{ field: 'category' as const, label: 'Category : Status : Entity', text: code }] : [{ field: 'category' as const, label: 'Category', text: category }, { field: 'category' as const, label: 'Status code', text: status }, ...(entity ? [{ field: 'category' as const, label: 'Entity', text: entity }] : [])]),
    ...decoyCells(random, facts, house, 2).filter(({ label }) => label === 'Batch ID' || label === 'Group #' || label === 'Place of Service').map(({ field, label, text }) => ({ field, label, text })),
  ];
  const { markup, extra, id } = pairsOf(random, { house }, cells);
  const decoys: Decoy[] = [{ text: clearinghouseId, why: 'the clearinghouse’s own number' }];
  return {
    title: random.pick(['Claim Rejection Detail', 'Rejected claim', 'Claim Report']), body: html`${markup}<p class="card">${random.pick(['Correct and resubmit. This claim has not been adjudicated.', 'Edit the claim and send it again.'])}</p>`, ...(extra ? { extra } : {}), layout: `rejection/${id}`, kind: 'claim-detail',
    claims: [{ patientControlNumber: facts.patientControlNumber, patientName: name(facts, house.name), memberId: facts.memberId, serviceFrom: facts.serviceFrom, charge: facts.charge, status: 'rejected', statusCodes: [code ?? [category, status, entity].filter((one) => one !== null).join(':')], optional: { serviceTo: [facts.serviceFrom] } }],
    visible: [facts.patientControlNumber, facts.memberId], decoys,
  };
}
