/**
 * Copperline Intermediary: an institutional (Part A) desk of the JSF age. PrimeFaces ids that change with position, values in
 * read-only inputs, type of bill, status and location, five-digit reason codes of the system behind it, revenue lines.
 */
import type { DemoClaim } from '../demo-claims.ts';
import { date, money } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { page } from '../portal.ts';
import type { Portal, PortalRequest, Reply } from '../portal.ts';
import type { Expectation } from '../truth.ts';

const STYLE = raw(`
body{margin:0;font:13px "Open Sans","Trebuchet MS",sans-serif;background:#f5f1ee;color:#2d2622}.top{background:linear-gradient(#8a4b2a,#6d381d);color:#fff;padding:14px 26px;display:flex;gap:24px;align-items:center}.top b{font-size:19px}
.ui-menubar{background:#fff;border-bottom:1px solid #d8c9bf;padding:0 26px}.ui-menubar a{display:inline-block;padding:9px 14px;color:#6d381d;text-decoration:none}main{max-width:1180px;margin:0 auto;padding:16px 20px}
.ui-panel{background:#fff;border:1px solid #d8c9bf;border-radius:4px;margin-bottom:14px}.ui-panel-titlebar{background:#efe4dc;padding:7px 14px;font-weight:bold;color:#6d381d}.ui-panelgrid{width:100%;border-collapse:collapse}.ui-panelgrid td{padding:6px 12px;border-bottom:1px solid #f0e7e1}.ui-outputlabel{color:#7a6558}
input{border:1px solid #ddd0c7;background:#faf6f3;font:13px inherit;padding:3px 6px;width:170px;color:#2d2622}.ui-datatable table{border-collapse:collapse;width:100%}.ui-datatable th{background:#efe4dc;text-align:left;padding:6px 10px}.ui-datatable td{padding:6px 10px;border-bottom:1px solid #f0e7e1}.n{text-align:right}`);

type Institutional = Pick<DemoClaim, 'claimControlNumber' | 'patientControlNumber' | 'memberId' | 'status'> & {
  patient: string; statusWord: string; typeOfBill: string; from: string; to: string; received: string; processed: string | null; charge: number; paid: number; reason: string | null; revenue: [code: string, hcpcs: string, units: number, charge: number, noncovered: number][];
};

function claims(today: string): Institutional[] {
  const day = Temporal.PlainDate.from(today);
  const ago = (days: number): string => day.subtract({ days }).toString();
  return [
    { claimControlNumber: '22614500881204CLA', patientControlNumber: 'JSF20871', memberId: '1EG4-TE5-MK73', patient: 'HOLLISTER, BEATRIX', status: 'denied', statusWord: 'D B9997', typeOfBill: '131', from: ago(61), to: ago(61), received: ago(50), processed: ago(22), charge: 318_400, paid: 0, reason: '39721', revenue: [['0450', '99284', 1, 182_400, 182_400], ['0352', '70450', 1, 136_000, 136_000]] },
    { claimControlNumber: '22614500917733CLA', patientControlNumber: 'JSF20902', memberId: '1EG4-TE5-MK73', patient: 'HOLLISTER, BEATRIX', status: 'paid', statusWord: 'P B9997', typeOfBill: '131', from: ago(40), to: ago(38), received: ago(33), processed: ago(9), charge: 96_000, paid: 60_120, reason: null, revenue: [['0300', '80053', 1, 16_000, 0], ['0510', '99213', 1, 80_000, 0]] },
  ];
}

function frame(title: string, body: Markup): Reply {
  return page(html`<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Copperline Intermediary</title><style>${STYLE}</style></head><body><div class="top"><b>Copperline Intermediary</b><span>Institutional Provider Desk</span><span style="margin-left:auto">Provider 140088, JUNIPER STREET</span></div><div class="ui-menubar"><a href="/copperline/claims">Claims</a><a href="#">Attachments</a><a href="#">Roster Billing</a><a href="#">Reports</a></div><main><h2>${title}</h2>${body}</main></body></html>`.text);
}

function list(all: readonly Institutional[]): Reply {
  return frame('Claim Inquiry', html`<div class="ui-panel ui-datatable" id="j_idt44:tbl"><div class="ui-panel-titlebar">Claims found: ${all.length}</div><table role="grid"><thead><tr>${['DCN', 'Medicare ID', 'Beneficiary Name', 'TOB', 'Statement From', 'Statement Thru', 'Total Charges', 'Status/Location'].map((one, at) => html`<th id="j_idt44:tbl:j_idt${at + 50}" role="columnheader"><span class="ui-column-title">${one}</span></th>`)}</tr></thead><tbody>${all.map((one, at) => html`<tr data-ri="${at}" role="row"><td role="gridcell"><a href="/copperline/claim/${one.claimControlNumber}">${one.claimControlNumber}</a></td><td role="gridcell">${one.memberId}</td><td role="gridcell">${one.patient}</td><td role="gridcell">${one.typeOfBill}</td><td role="gridcell">${date(one.from)}</td><td role="gridcell">${date(one.to)}</td><td role="gridcell" class="n">${money(one.charge)}</td><td role="gridcell">${one.statusWord}</td></tr>`)}</tbody></table></div>`);
}

function detail(claim: Institutional): Reply {
  let at = 10;
  const cell = (label: string, value: string): Markup => {
    at += 1;
    return html`<td><label class="ui-outputlabel" for="form:panel:j_idt${at}:0:field">${label}</label></td><td><input id="form:panel:j_idt${at}:0:field" name="form:panel:j_idt${at}:0:field" type="text" class="ui-inputfield ui-state-disabled" readonly value="${value}"></td>`;
  };
  return frame('Claim Detail', html`<form id="form"><div class="ui-panel"><div class="ui-panel-titlebar">Claim</div><table class="ui-panelgrid" role="grid"><tbody>
<tr>${cell('Document Control Number', claim.claimControlNumber)}${cell('Status/Location', claim.statusWord)}${cell('Type of Bill', claim.typeOfBill)}</tr>
<tr>${cell('Beneficiary Name', claim.patient)}${cell('Medicare ID', claim.memberId)}${cell('Patient Control Number', claim.patientControlNumber)}</tr>
<tr>${cell('Statement From', date(claim.from))}${cell('Statement Thru', date(claim.to))}${cell('Receipt Date', date(claim.received))}</tr>
<tr>${cell('Total Charges', money(claim.charge))}${cell('Provider Payment', money(claim.paid))}${cell('Process Date', claim.processed ? date(claim.processed) : '')}</tr>
<tr>${cell('NPI', '1234567893')}${cell('Medical Record Number', 'MR-55120')}${cell('FISS Reason Code', claim.reason ?? '')}</tr></tbody></table></div></form>
<div class="ui-panel ui-datatable"><div class="ui-panel-titlebar">Revenue lines</div><table role="grid"><thead><tr><th>Rev Code</th><th>HCPCS</th><th>Units</th><th class="n">Total Charge</th><th class="n">Noncovered</th></tr></thead><tbody>${claim.revenue.map(([code, hcpcs, units, charge, noncovered]) => html`<tr role="row"><td>${code}</td><td>${hcpcs}</td><td>${units}</td><td class="n">${money(charge)}</td><td class="n">${money(noncovered)}</td></tr>`)}</tbody></table></div>`);
}

function handle({ path, today }: PortalRequest): Reply | null {
  const all = claims(today);
  const [, section = '', key = ''] = path.split('/');
  if (section === 'claims') return list(all);
  const claim = section === 'claim' ? all.find((one) => one.claimControlNumber === key) : undefined;
  return claim ? detail(claim) : null;
}

function expectations(today: string): Expectation[] {
  const all = claims(today);
  const shared = (one: Institutional): Expectation['claims'][number] => ({ claimControlNumber: one.claimControlNumber, patientName: one.patient, memberId: '1EG4TE5MK73', serviceFrom: one.from, serviceTo: one.to, charge: one.charge, status: one.status });
  return [
    { id: 'copperline/list', page: '/copperline/claims', steps: [], settled: 'Claims found: 2', kind: 'claim-list', claims: all.map(shared), visible: all.map((one) => one.claimControlNumber), decoys: [{ text: '140088', why: 'the provider' }] },
    ...all.map((one): Expectation => ({
      id: `copperline/detail-${one.claimControlNumber}`, page: `/copperline/claim/${one.claimControlNumber}`, steps: [], settled: 'Revenue lines', kind: 'claim-detail',
      claims: [{
        ...shared(one), patientControlNumber: one.patientControlNumber, paid: one.paid, receivedOn: one.received, finalizedOn: one.processed, payerCodes: one.reason === null ? [] : [one.reason],
        lines: one.revenue.map(([, procedure, units, charge]) => ({ procedure, units, charge })),
      }],
      visible: [one.claimControlNumber, one.patientControlNumber], decoys: [{ text: 'MR-55120', why: 'a medical record' }, { text: '140088', why: 'the provider' }],
    })),
  ];
}

export const copperline: Portal = { id: 'copperline', name: 'Copperline Intermediary', make: 'institutional desk of the JSF age: values in inputs, status and location, revenue lines', start: '/claims', handle, expectations };
