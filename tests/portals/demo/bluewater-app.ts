/** Bluewater's elements: a site frame, a record page with fields of their own roots, a list whose rows are slotted. */
import type { DemoClaim } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';

function sheet(root: ShadowRoot, css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
}
function make(tag: string, text: string, part = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (part) made.className = part;
  return made;
}

/** Label in this root, value slotted from the parent's tree. */
class Field extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    sheet(root, ':host{display:block}.l{font-size:12px;color:#4d7480}.v{font-size:16px}');
    const value = make('div', '', 'v');
    value.append(document.createElement('slot'));
    root.append(make('div', this.getAttribute('label') ?? '', 'l'), value);
  }
}

/** A card: title in the root, fields slotted. */
class Card extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    sheet(root, ':host{display:block;background:#fff;border-radius:14px;padding:18px 22px;margin:14px 0;box-shadow:0 1px 4px #0c3a4422}h2{margin:0 0 10px;font-size:18px;color:#0e6a7c}.g{display:grid;grid-template-columns:repeat(4,1fr);gap:14px}');
    const grid = make('div', '', 'g');
    grid.append(document.createElement('slot'));
    root.append(make('h2', this.getAttribute('heading') ?? ''), grid);
  }
}

class Site extends HTMLElement {
  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'open' });
    sheet(root, 'header{background:#0e6a7c;color:#fff;padding:16px 30px;display:flex;gap:26px}header b{font-size:20px}main{max-width:1160px;margin:0 auto;padding:18px 30px}h1{font-size:24px}table{width:100%;border-collapse:collapse;background:#fff;border-radius:14px}th,td{text-align:left;padding:10px 14px;border-bottom:1px solid #dcebee}a{color:#0e6a7c;font-weight:bold}footer{padding:20px 30px;color:#4d7480}');
    const header = make('header', '');
    header.append(make('b', 'Bluewater Community Plan'), make('span', 'Claims'), make('span', 'Members'), make('span', 'Case 00410077 is open'));
    const main = make('main', '');
    root.append(header, main, make('footer', 'Bluewater is a community plan. Denied services can be appealed in writing.'));
    fetch('/bluewater/api/claims').then((answer) => answer.json()).then((claims) => this.fill(main, claims as DemoClaim[]), (failure: unknown) => { throw failure; });
  }

  fill(main: HTMLElement, claims: DemoClaim[]): void {
    const number = decodeURIComponent(location.pathname.split('/').pop() ?? '');
    const claim = claims.find((one) => one.claimControlNumber === number);
    setTimeout(() => main.replaceChildren(...(claim ? this.detail(claim) : this.list(claims))), 400);
  }

  list(claims: DemoClaim[]): HTMLElement[] {
    const table = make('table', '');
    const row = (cells: (string | HTMLElement)[], tag: string): void => {
      const tr = make('tr', '');
      tr.append(...cells.map((one) => { const cell = make(tag, ''); cell.append(one); return cell; }));
      table.append(tr);
    };
    row(['Claim', 'Patient', 'Date of service', 'Charges', 'Paid', 'Status'].map((one) => one === 'Claim' ? 'Claim #' : one), 'th');
    for (const claim of claims) {
      const link = make('a', claim.claimControlNumber) as HTMLAnchorElement;
      link.href = `/bluewater/s/claim/${claim.claimControlNumber}`;
      row([link, name(claim), date(claim.serviceFrom, 'month'), money(claim.charge), claim.paid === null ? '—' : money(claim.paid), claim.statusWord], 'td');
    }
    return [make('h1', 'Recent claims'), table];
  }

  detail(claim: DemoClaim): HTMLElement[] {
    const card = (heading: string, pairs: [string, string][]): HTMLElement => {
      const made = make('bw-card', '');
      made.setAttribute('heading', heading);
      made.append(...pairs.map(([label, value]) => { const field = make('bw-field', ''); field.setAttribute('label', label); field.append(make('span', value)); return field; }));
      return made;
    };
    const cash = (cents: number | null): string => cents === null ? '—' : money(cents);
    const table = make('table', '');
    const add = (cells: string[], tag: string): void => { const tr = make('tr', ''); tr.append(...cells.map((one) => make(tag, one))); table.append(tr); };
    add(['Procedure', 'Modifiers', 'Units', 'Charge', 'Paid', 'Adjustment reason codes', 'Remark codes'], 'th');
    for (const line of claim.lines) add([line.procedure, line.modifiers.join(', '), String(line.units), money(line.charge), money(line.paid), line.adjustments.map(({ groupCode, carc }) => `${groupCode} ${carc}`).join(', '), line.rarcs.join(', ')], 'td');
    return [make('h1', 'Claim record'),
      card('Summary', [['Claim #', claim.claimControlNumber], ['Claim status', claim.statusWord], ['Date of service', date(claim.serviceFrom, 'month')], ['Date received', date(claim.receivedOn, 'month')], ['Date processed', claim.finalizedOn ? date(claim.finalizedOn, 'month') : '—'], ['Total charges', cash(claim.charge)], ['Allowed amount', cash(claim.allowed)], ['Amount paid', cash(claim.paid)], ['Patient responsibility', cash(claim.patientResponsibility)], ['Service case', 'Case 00410077']]),
      card('Member', [['Patient', name(claim)], ['Member ID', claim.memberId], ['Patient account number', claim.patientControlNumber], ['Plan', 'Bluewater Gold']]),
      card('Payment', [['Payment number', claim.payment?.number ?? '—'], ['Payment date', claim.payment ? date(claim.payment.date, 'month') : '—'], ['Payment method', 'EFT']]),
      make('h1', 'Services billed'), table];
  }
}

customElements.define('bw-field', Field);
customElements.define('bw-card', Card);
customElements.define('bw-site', Site);
