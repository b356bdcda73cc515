/** The claim app inside Harborlight's shell: list, detail, eligibility, by hash route. Written as such a plan's developers would. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { DemoClaim } from '../demo-claims.ts';
import { date, money, name } from '../format.ts';

const wait = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms); });

function useRoute(): string {
  const [route, setRoute] = useState(location.hash.slice(2));
  useEffect(() => {
    const changed = (): void => setRoute(location.hash.slice(2));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return route;
}

/** Something that comes later than its skeleton. */
function Late({ after, children }: { after: number; children: React.ReactNode }): React.ReactNode {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return ready ? children : <div className="skeleton" aria-busy="true" />;
}

function Badge({ claim }: { claim: DemoClaim }): React.ReactNode {
  const tone = claim.status === 'paid' ? 'badge-success' : claim.payment === null ? 'badge-warning' : 'badge-danger';
  return <span className={`badge ${claim.statusWord === 'FINALIZED' ? '' : tone}`}>{claim.statusWord}</span>;
}

function Panel({ label, children }: { label: string; children: React.ReactNode }): React.ReactNode {
  return <div className="panel" id={label} data-testid={`test${label}Panel`}><p className="font-weight-bold">{label}</p>{typeof children === 'string' ? <p className="text-right">{children}</p> : children}</div>;
}

function List({ claims }: { claims: DemoClaim[] }): React.ReactNode {
  const columns = ['Status', 'Finalized Date', 'Service Dates', 'Claim #', 'Member Name', 'Member ID', 'Billed Amount', 'Paid Amount'];
  return <>
    <h2>Claim Status Results</h2><p className="muted">Payer: Harborlight Health Plan. Last 90 days. Denied, pending and paid claims are shown together.</p>
    <div className="card"><table id="claimsTable"><thead><tr role="row">{columns.map((one) => <th key={one} role="columnheader" title="Toggle SortBy">{one} <span aria-hidden="true">↕</span></th>)}</tr></thead>
      <tbody>{claims.map((claim) => <tr key={claim.claimControlNumber} role="row">
        <td><Badge claim={claim} /></td><td>{claim.finalizedOn ? date(claim.finalizedOn) : '--'}</td><td><p style={{ margin: 0 }}>{date(claim.serviceFrom)} -</p><p style={{ margin: 0 }}>{date(claim.serviceTo)}</p></td>
        <td><button className="link" onClick={() => { location.hash = `#/claim/${claim.claimControlNumber}`; }}>{claim.claimControlNumber}</button></td><td>{name(claim)}</td><td>{claim.memberId}</td><td>{money(claim.charge)}</td><td>{claim.paid === null ? '--' : money(claim.paid)}</td></tr>)}</tbody></table>
      <p className="muted">Showing 1-{claims.length} of {claims.length} &nbsp; Page size 10</p></div>
  </>;
}

function Lines({ claim }: { claim: DemoClaim }): React.ReactNode {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (index: number): void => setOpen((before) => { const next = new Set(before); if (!next.delete(index)) next.add(index); return next; });
  return <div className="card"><h2>Line Items</h2><table id="lineLevelTable"><thead><tr>{['', 'Service Dates', 'Procedure', 'Modifiers', 'Quantity', 'Billed Amount', 'Allowed Amount', 'Paid Amount'].map((one) => <th key={one} role="columnheader">{one}</th>)}</tr></thead>
    <tbody>{claim.lines.flatMap((line, index) => {
      const row = <tr key={index} role="row"><td><button className="exp" title="Toggle Row Expanded" aria-expanded={open.has(index)} onClick={() => toggle(index)}>{open.has(index) ? '−' : '+'}</button></td>
        <td>{date(claim.serviceFrom)}</td><td>{line.procedure}</td><td>{line.modifiers.join(', ') || '--'}</td><td>{line.units}</td><td>{money(line.charge)}</td><td>{claim.payment ? money(line.allowed) : '--'}</td><td>{claim.payment ? money(line.paid) : '--'}</td></tr>;
      if (!open.has(index)) return [row];
      return [row, <tr key={`${index}x`} className="expanded"><td /><td colSpan={7}><div role="gridcell" aria-label="Reason/Remark Codes"><strong>Reason/Remark Codes</strong><p style={{ margin: 0 }}>{[...line.adjustments.map(({ carc }) => carc), ...line.rarcs].join(', ') || '--'}</p></div></td></tr>];
    })}</tbody></table></div>;
}

function Detail({ claim }: { claim: DemoClaim }): React.ReactNode {
  const { payment } = claim;
  return <>
    <div className="toolbar"><button className="link" onClick={() => { location.hash = '#/claims'; }}>Back to results</button><span style={{ marginLeft: 'auto' }} /><button className="primary">Dispute Claim</button></div>
    <h2>Claim Status Details</h2>
    <Late after={350}><div className="card"><div className="grid">
      <Panel label="Claim Number">{claim.claimControlNumber}</Panel><Panel label="Claim Status"><Badge claim={claim} /></Panel><Panel label="Finalized Date">{claim.finalizedOn ? date(claim.finalizedOn) : '--'}</Panel><Panel label="Received Date">{date(claim.receivedOn)}</Panel>
      <Panel label="Service Dates">{`${date(claim.serviceFrom)} - ${date(claim.serviceTo)}`}</Panel><Panel label="Billed Amount">{money(claim.charge)}</Panel><Panel label="Paid Amount">{claim.paid === null ? '--' : money(claim.paid)}</Panel><Panel label="Patient Responsibility">{claim.patientResponsibility === null ? '--' : money(claim.patientResponsibility)}</Panel>
      {claim.statusCodes.length > 0 && <Panel label="Category Code">{claim.statusCodes.map(({ category, status }) => `${category}:${status}`).join(', ')}</Panel>}
    </div></div></Late>
    <Late after={800}><div className="card"><div className="grid">
      <Panel label="Patient Name">{name(claim)}</Panel><Panel label="Member ID">{claim.memberId}</Panel><Panel label="Patient Account Number">{claim.patientControlNumber}</Panel><Panel label="Subscriber Name">{name(claim)}</Panel>
    </div></div></Late>
    <Late after={1200}><div className="card"><div className="grid">
      <Panel label="Check Number">{payment?.number ?? '--'}</Panel><Panel label="Check Date">{payment ? date(payment.date) : '--'}</Panel><Panel label="Check Amount">{payment ? money(payment.amount) : '--'}</Panel><Panel label="Transaction ID">TX-{claim.patientControlNumber.slice(3)}-08812</Panel>
    </div></div></Late>
    <Late after={1500}><Lines claim={claim} /></Late>
  </>;
}

function Eligibility(): React.ReactNode {
  return <><h2>Eligibility and Benefits</h2><div className="card"><p><span className="badge badge-success">Active Coverage</span></p><dl><dt>Patient</dt><dd>FERREIRA, INES P</dd><dt>Member ID</dt><dd>HBL55120934</dd><dt>Plan begin date</dt><dd>01/01/2026</dd><dt>Copay</dt><dd>$40.00</dd><dt>Deductible remaining</dt><dd>$1,120.00</dd><dt>Transaction ID</dt><dd>EB-44019-2</dd></dl></div></>;
}

function App(): React.ReactNode {
  const route = useRoute();
  const [claims, setClaims] = useState<DemoClaim[] | null>(null);
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await fetch('/harborlight/api/claims');
      const found = await answer.json() as DemoClaim[];
      await wait(450);
      setClaims(found);
    };
    load().catch((failure: unknown) => { throw failure; });
  }, []);
  if (route === 'elig') return <Eligibility />;
  if (!claims) return <><h2>Claim Status</h2><p className="muted">Please wait while we retrieve your claims…</p><div className="skeleton" aria-busy="true" /></>;
  const number = /^claim\/(.+)$/.exec(route)?.[1];
  const claim = claims.find((one) => one.claimControlNumber === number);
  if (number && !claim) return <p>The payer could not find any results for your search.</p>;
  return claim ? <Detail key={claim.claimControlNumber} claim={claim} /> : <List claims={claims} />;
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
