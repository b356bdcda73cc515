import { Eye, EyeOff } from 'lucide-react';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { FactRow } from '../ui/FactRow.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Money } from '../ui/Money.tsx';
import { PlainDay } from '../ui/PlainDay.tsx';
import { claimStatusWords } from '../words/case-words.ts';
import { factWords } from '../words/fact-words.ts';
import { lineOfBusinessWords, networkWords } from '../words/payer-words.ts';
import { maskedValue, withoutBlanks } from './masked-value.ts';

export type FactsListProps = {
  facts: ClaimFacts; references: readonly { label: string; value: string }[];
  /** As on the card, where a person typed it; it beats what a page showed. */
  birthDate: string | null;
  /** Fields that stay covered until somebody shows them; copying one counts as showing it. */
  covered: ReadonlySet<string>; isShown: boolean;
  onCopy: (field: string, value: string) => void | Promise<void>;
  /** Shows all covered ones, or covers them again. */
  onShown: (isShown: boolean) => void;
};

const dates = ['receivedOn', 'finalizedOn', 'remittanceOn', 'noticeReceivedOn', 'paymentOn'] as const;
const amounts = ['charge', 'allowed', 'paid', 'patientResponsibility'] as const;

/** What is known of the claim. Identifiers are covered; one press shows them all, one copies one in the form portals take. */
export function FactsList({ facts, references, birthDate, covered, isShown, onCopy, onShown }: FactsListProps) {
  const born = birthDate ?? facts.birthDate ?? null;
  const cover = { covered, isShown, onCopy, onShown };
  return (
    <dl>
      <Identifier field="claimControlNumber" value={facts.claimControlNumber} {...cover} />
      <Identifier field="patientControlNumber" value={facts.patientControlNumber} {...cover} />
      <Identifier field="memberId" value={facts.memberId} {...cover} />
      <Identifier field="birthDate" value={born === null ? null : usDay(born)} {...cover} />
      {facts.serviceFrom !== null && (
        <FactRow name="Service" actions={<CopyButton label="Copy date of service" onCopy={() => onCopy('serviceFrom', usDay(facts.serviceFrom ?? ''))} />}>
          <PlainDay day={facts.serviceFrom} />{facts.serviceTo !== null && facts.serviceTo !== facts.serviceFrom && <> to <PlainDay day={facts.serviceTo} /></>}
        </FactRow>
      )}
      {facts.provider !== null && <FactRow name={factWords('provider')}>{facts.provider}</FactRow>}
      {amounts.map((field) => (facts[field] === null ? null : (
        <FactRow key={field} name={factWords(field)} actions={<CopyButton label={`Copy ${factWords(field)}`} onCopy={() => onCopy(field, centsPlain(facts[field] ?? 0))} />}><Money cents={facts[field]} /></FactRow>
      )))}
      {dates.map((field) => (facts[field] === null ? null : <FactRow key={field} name={factWords(field)}><PlainDay day={facts[field]} /></FactRow>))}
      {facts.status !== null && <FactRow name={factWords('status')}>{claimStatusWords(facts.status)}</FactRow>}
      <Identifier field="paymentNumber" value={facts.paymentNumber} {...cover} />
      {facts.lineOfBusiness !== null && <FactRow name={factWords('lineOfBusiness')}>{lineOfBusinessWords(facts.lineOfBusiness)}</FactRow>}
      {facts.network !== null && <FactRow name={factWords('network')}>{networkWords(facts.network)}</FactRow>}
      {facts.state !== null && <FactRow name={factWords('state')}>{facts.state}</FactRow>}
      {references.map((reference, index) => (
        <FactRow key={`${index}:${reference.label}`} name={reference.label} actions={<CopyButton label={`Copy ${reference.label}`} onCopy={() => onCopy('reference', withoutBlanks(reference.value))} />}>
          <span className="figures">{covered.has('reference') && !isShown ? maskedValue(reference.value) : reference.value}</span>
        </FactRow>
      ))}
    </dl>
  );
}

function Identifier({ field, value, covered, isShown, onCopy, onShown }: { field: string; value: string | null } & Pick<FactsListProps, 'covered' | 'isShown' | 'onCopy' | 'onShown'>) {
  if (value === null || value === '') return null;
  const name = factWords(field);
  const isCovered = covered.has(field);
  return (
    <FactRow
      name={name}
      actions={
        <>
          {isCovered && <IconButton label={isShown ? `Cover ${name}` : `Show ${name}`} shortcut="i" icon={isShown ? <EyeOff aria-hidden className="size-3.5" /> : <Eye aria-hidden className="size-3.5" />} onPress={() => onShown(!isShown)} />}
          <CopyButton label={`Copy ${name}`} onCopy={() => onCopy(field, withoutBlanks(value))} />
        </>
      }
    >
      <span className="figures">{isShown || !isCovered ? value : maskedValue(value)}</span>
    </FactRow>
  );
}

const usDay = (iso: string) => { const [year = '', month = '', day = ''] = iso.split('-'); return `${month}/${day}/${year}`; };
const centsPlain = (cents: number) => `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
