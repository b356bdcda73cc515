/** Meridian United Care's app: claims and details by hash route. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { DemoClaim, DemoLine } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';

function Block({ id, label, children }: { id: string; label: string; children: React.ReactNode }): React.ReactNode {
  return <div data-testid={id}><div className="abyss-text-root">{label}</div><div className="abyss-text-root">{children}</div></div>;
}

function Accordion({ id, title, after, text, children }: { id: string; title: string; after: number; text: string; children: React.ReactNode }): React.ReactNode {
  const [open, setOpen] = useState(true);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return <div className="abyss-card" data-testid={`${id}-abyss-accordion-item`} data-state={open ? 'open' : 'closed'}>
    <button className="abyss-accordion-header" onClick={() => setOpen(!open)}><span>{title}</span><i className="material-icons" aria-hidden="true">{open ? 'keyboard_arrow_up' : 'keyboard_arrow_down'}</i></button>
    {open && (ready ? children : <div className="content" aria-busy="true">Please wait while we retrieve {text}</div>)}
  </div>;
}

function Row({ line, claim }: { line: DemoLine; claim: DemoClaim }): React.ReactNode {
  const [open, setOpen] = useState(false);
  return <>
    <tr data-testid="data-table-row"><td><button aria-label="data-table-expand-row-button" onClick={() => setOpen(!open)}>{open ? '-' : '+'}</button></td><td>{date(claim.serviceFrom)}</td><td>{line.procedure}</td><td>{line.modifiers.join(', ') || '--'}</td><td>{line.units}</td><td>{money(line.charge)}</td><td>{money(line.paid)}</td></tr>
    {open && <tr data-testid="expanded-row-container"><td /><td colSpan={6}>
      <div data-testid="expanded-row-carc-codes-text"><b>CARC codes:</b> <span>{line.adjustments.map(({ groupCode, carc }) => `${groupCode}-${carc}`).join(', ') || '--'}</span></div>
      <div data-testid="expanded-row-remittance-codes-text"><b>Remittance advice codes:</b> <span>{line.rarcs.join(', ') || '--'}</span></div>
      <div data-testid="expanded-row-remark-codes-text"><b>Remark codes (EX):</b> <span>{line.payerCodes.join(', ') || '--'}</span></div>
    </td></tr>}
  </>;
}

/** How the same line stood before it was looked at again: nothing of it counts any more. */
const before = (line: DemoLine): DemoLine => ({ ...line, paid: Math.round(line.charge * 0.31), adjustments: [{ groupCode: 'CO', carc: '45', cents: line.charge - Math.round(line.charge * 0.31) }], rarcs: [], payerCodes: [] });
const earlier = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 26 * 86_400_000).toISOString().slice(0, 10);

function Detail({ claim }: { claim: DemoClaim }): React.ReactNode {
  const { payment } = claim;
  const finalized = claim.finalizedOn ?? claim.receivedOn;
  return <>
    <p><a href="#/claims">Back to search results</a></p><h1>Claim details</h1>
    <Accordion id="overview" title="Claim overview" after={300} text="the claim overview"><div className="content">
      <Block id="overview-claim-number" label="Claim number">{claim.claimControlNumber}</Block><Block id="overview-status" label="Claim status"><span className="pill">{claim.statusWord}</span></Block><Block id="overview-patient-name" label="Patient name">{name(claim)}</Block><Block id="overview-member-id" label="Member ID">{claim.memberId}</Block>
      <Block id="overview-first-dos" label="First service date">{date(claim.serviceFrom)}</Block><Block id="overview-total-billed" label="Total billed">{money(claim.charge)}</Block><Block id="overview-network-status" label="Network status">In network</Block><Block id="overview-pan" label="Patient account number">{claim.patientControlNumber}</Block>
      <Block id="recieved-date" label="Received date">{date(claim.receivedOn)}</Block><Block id="processed-date" label="Processed date">{date(finalized)}</Block><Block id="cs-dual" label="Dual plan claim number">FD 59001177 01</Block><Block id="pi-group" label="Group number">0099412</Block>
    </div></Accordion>
    <Accordion id="billing-summary" title="Billing summary" after={700} text="billing information"><div className="content">
      <Block id="bs-total-paid-content" label="Total paid">{money(claim.paid ?? 0)}</Block><Block id="bs-patient-content" label="Patient responsibility">{money(claim.patientResponsibility ?? 0)}</Block><Block id="diagnosis-codes-content" label="Diagnosis codes">M54.16, E11.9</Block>
    </div></Accordion>
    <Accordion id="lines" title="Service lines" after={1000} text="service lines"><table><thead><tr><th /><th>Service date</th><th>Procedure code</th><th>Modifiers</th><th>Units</th><th>Billed</th><th>Paid</th></tr></thead>
      <tbody data-adjudication="0"><tr className="group" data-testid="data-table-group-header-row"><td colSpan={7}>PROCESSED DATE: {date(finalized)}</td></tr>{claim.lines.map((line, at) => <Row key={at} line={line} claim={claim} />)}</tbody>
      <tbody data-adjudication="1"><tr className="group" data-testid="data-table-group-header-row"><td colSpan={7}>PROCESSED DATE: {date(earlier(finalized))}</td></tr>{claim.lines.map((line, at) => <Row key={at} line={before(line)} claim={claim} />)}</tbody></table></Accordion>
    <Accordion id="payments" title="Payments" after={1300} text="payment details">{payment ? <table><thead><tr><th>Payment issue date</th><th>Payment number</th><th>Payment amount</th></tr></thead><tbody><tr><td>{date(payment.date)}</td><td>{payment.number}</td><td>{money(payment.amount)}</td></tr></tbody></table> : <div className="content">Payment details are not available</div>}</Accordion>
  </>;
}

function List({ claims }: { claims: DemoClaim[] }): React.ReactNode {
  return <><h1>Claims</h1><p data-testid="search-results-label">{claims.length} results found</p><div className="abyss-card"><table><thead><tr><th>Claim number</th><th>Patient name</th><th>First service date</th><th>Total billed</th><th>Total paid</th><th>Claim status</th></tr></thead><tbody id="claims-results">{claims.map((claim, row) => <tr key={claim.claimControlNumber}>
    <td className={`abyss-table-cell-col-1-row-${row}`}><a className="abyss-link-root" href={`#/summary/${encodeURIComponent(claim.claimControlNumber)}`}>{claim.claimControlNumber}</a></td><td>{name(claim)}</td><td>{date(claim.serviceFrom)}</td><td>{money(claim.charge)}</td><td>{claim.paid === null ? '--' : money(claim.paid)}</td><td>{claim.statusWord}</td></tr>)}</tbody></table></div></>;
}

function App(): React.ReactNode {
  const [route, setRoute] = useState(location.hash);
  const [claims, setClaims] = useState<DemoClaim[] | null>(null);
  useEffect(() => {
    const changed = (): void => setRoute(location.hash);
    addEventListener('hashchange', changed);
    fetch('/meridian-united/api/claims').then((answer) => answer.json()).then((found) => setClaims(found as DemoClaim[]), (failure: unknown) => { throw failure; });
    return () => removeEventListener('hashchange', changed);
  }, []);
  if (!claims) return <p>Please wait while we retrieve your claims</p>;
  const number = decodeURIComponent(/^#\/summary\/(.+)$/.exec(route)?.[1] ?? '');
  const claim = claims.find((one) => one.claimControlNumber === number);
  return claim ? <Detail key={number} claim={claim} /> : <List claims={claims} />;
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
