import { Fragment } from 'react';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { MemberRecord } from '../../rules/domain/member-record.ts';
import { authorizationFaults } from '../../rules/work/authorization-match.ts';
import { dayOfIso, momentWords, numericDay, usDates } from '../words/day-words.ts';
import { maskedValue } from '../denial/masked-value.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { recordFieldWords } from '../words/record-words.ts';
import { faultOfApprovalWords } from '../words/work-words.ts';

/** An approval that ends within so many days is warned of. */
const ENDS_SOON = 14;
const day = (iso: string | null): string => { const number = iso === null ? null : dayOfIso(iso); return number === null ? 'open' : numericDay(number); };

/** `covered`: facts that stay covered, as among the values of the claim. What payers said of this member: coverage checks and approvals, each approval laid beside this claim. */
export function MemberRecordList({ records, facts, covered, billedNumber = null, today }: { covered: ReadonlySet<string>; records: readonly { id: string; record: MemberRecord; atMs: number }[]; facts: ClaimFacts; billedNumber?: string | null; today: DayNumber }) {
  if (records.length === 0) return <p className="text-ink-2">{facts.memberId === null ? 'No member ID is known.' : 'Nothing kept for this member yet.'}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {records.map(({ id, record, atMs }) => (
        <li key={id} className="rounded-md border border-line px-2.5 py-1.5">
          {record.kind === 'coverage'
            ? <p className="foreign figures"><span className="font-medium">Coverage {record.status === 'active' ? 'active' : record.status === 'inactive' ? 'not active' : 'not clear'}</span>, {day(record.from)} to {day(record.to)}{record.plan === null ? '' : `, ${record.plan}`}{record.order === 'unclear' ? '' : `, ${record.order}`}{record.otherPayer === null ? '' : `, other payer ${record.otherPayer}`}</p>
            : <Approval record={record} facts={facts} covered={covered} billedNumber={billedNumber} today={today} />}
          <p className="foreign text-small text-ink-3">Kept {momentWords(atMs)}{record.evidence === undefined ? '' : `, read from ${record.evidence.host}`}{record.reference === null ? '' : `, reference ${record.reference}`}{record.note === '' ? '' : `. ${record.note}`}</p>
          {record.evidence !== undefined && (
            <Disclosure title="What the page said">
              <dl className="foreign grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-small">
                {record.evidence.values.map(({ field, label, raw }) => <Fragment key={field}><dt className="text-ink-3">{label ?? recordFieldWords(field)}</dt><dd>{covered.has(field) ? maskedValue(raw) : raw}</dd></Fragment>)}
              </dl>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}

function Approval({ record, facts, covered, billedNumber, today }: { covered: ReadonlySet<string>; record: Extract<MemberRecord, { kind: 'authorization' }>; facts: ClaimFacts; billedNumber: string | null; today: DayNumber }) {
  const faults = authorizationFaults(record, facts, billedNumber);
  const end = record.to === null ? null : dayOfIso(record.to);
  return (
    <>
      <p className="foreign figures"><span className="font-medium">Authorization {record.number}</span>, {day(record.from)} to {day(record.to)}{record.codes.length === 0 ? '' : `, ${record.codes.join(' ')}`}{record.units === null ? '' : `, ${String(record.units)} units`}</p>
      {faults.length === 0
        ? <p className="inline-flex items-center gap-1 text-small text-good"><CircleCheck aria-hidden className="size-3.5" />Nothing in it speaks against this claim</p>
        : faults.map(({ what, approved, billed }) => <p key={what} className="foreign figures text-small text-over"><CircleAlert aria-hidden className="mr-1 inline size-3.5" />{faultOfApprovalWords(what)}: approved {what === 'member' && covered.has('memberId') ? maskedValue(approved) : usDates(approved)}, billed {what === 'member' && covered.has('memberId') ? maskedValue(billed) : usDates(billed)}</p>)}
      {end !== null && end >= today && end - today <= ENDS_SOON && <p className="text-small text-soon">Ends in {end - today} days.</p>}
    </>
  );
}
