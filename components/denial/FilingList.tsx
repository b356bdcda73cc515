import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { FilingStep } from '../../rules/domain/filing.ts';
import { mismatchesOf } from '../../rules/work/filing-proof.ts';
import type { FilingView, Mismatch } from '../../rules/work/filing-proof.ts';
import { maskedValue } from './masked-value.ts';
import { Chip } from '../ui/Chip.tsx';
import type { ChipTone } from '../ui/Chip.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Money } from '../ui/Money.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PlainDay } from '../ui/PlainDay.tsx';

const steps: Readonly<Record<FilingStep, { words: string; tone: ChipTone }>> = {
  sent: { words: 'Sent', tone: 'plain' }, accepted: { words: 'Accepted by the payer', tone: 'good' }, 'taken-in': { words: 'Taken in, not yet by the payer', tone: 'soon' }, rejected: { words: 'Rejected', tone: 'over' },
};
const fields: Readonly<Record<Mismatch['field'], string>> = { charge: 'Charge', serviceFrom: 'First day of service', memberId: 'Member number', patientName: 'Patient', lines: 'Procedures' };

/** What was sent of the claim and how its arrival was answered: the proof of filing, and where payer and practice differ. `covered`: facts that stay covered, as among the values of the claim. */
export function FilingList({ facts, filings, covered, onCopy }: { facts: ClaimFacts; filings: readonly FilingView[]; covered: ReadonlySet<string>; onCopy: (value: string) => void | Promise<void> }) {
  const sent = filings.filter(({ step, isSure }) => step === 'sent' && isSure).at(-1);
  const mismatches = sent === undefined ? [] : mismatchesOf(facts, sent);
  const isProven = filings.some(({ step, isSure }) => step === 'accepted' && isSure);
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col gap-2">
        {filings.map((one) => <FilingRow key={one.id} one={one} isCovered={covered.has('reference')} onCopy={onCopy} />)}
      </ol>
      {!isProven && filings.some(({ step }) => step === 'taken-in') && <p className="text-small text-ink-3">A clearinghouse taking a claim in does not prove that the payer has it.</p>}
      {mismatches.length > 0 && (
        <Notice tone="note" title="Sent and shown are not the same">
          <table className="w-full text-left">
            <thead><tr className="text-small text-ink-3"><th className="pr-3 font-normal">What</th><th className="pr-3 font-normal">Sent</th><th className="font-normal">Payer shows</th></tr></thead>
            <tbody>{mismatches.map(({ field, sent: was, shown }) => <tr key={field} className="align-top"><th scope="row" className="pr-3 font-normal">{fields[field]}</th><td className="foreign figures pr-3">{field === 'memberId' && covered.has(field) ? maskedValue(was ?? '') : was}</td><td className="foreign figures">{field === 'memberId' && covered.has(field) ? maskedValue(shown ?? '') : shown}</td></tr>)}</tbody>
          </table>
        </Notice>
      )}
    </div>
  );
}

function FilingRow({ one, isCovered, onCopy }: { one: FilingView; isCovered: boolean; onCopy: (value: string) => void | Promise<void> }) {
  const { words, tone } = steps[one.step];
  const codes = one.statusCodes.map(({ category, status }) => (status === null ? category : `${category}:${status}`)).join(', ');
  const proof = one.claimControlNumber ?? one.references.find(({ label }) => label === 'REF*D9')?.value ?? null;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Chip tone={tone}>{words}</Chip>
      {one.on === null ? <span className="text-ink-3">day not given</span> : <PlainDay day={one.on} />}
      <Money cents={one.charge} />
      {one.by !== null && <span className="foreign min-w-0 truncate text-ink-2">{one.by}</span>}
      {codes !== '' && <span className="figures text-ink-2">{codes}</span>}
      {proof !== null && <span className="flex items-center gap-1"><span className="figures">{isCovered ? maskedValue(proof) : proof}</span><CopyButton label="Copy the number given" onCopy={() => onCopy(proof)} /></span>}
      {!one.isSure && <Chip tone="soon">Perhaps another visit</Chip>}
      {one.message !== null && <span className="foreign basis-full text-ink-2">{one.message}</span>}
    </li>
  );
}
