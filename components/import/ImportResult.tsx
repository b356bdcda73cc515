import type { ImportSummary } from '../../rules/work/case-file.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Money } from '../ui/Money.tsx';
import { faultWords } from '../words/fault-words.ts';

const stateWords = { running: 'Not finished: drop the file again to go on', done: 'Read', cancelled: 'Stopped: drop the file again to go on', failed: 'Not finished' } as const;

const otherKinds: Record<string, string> = { '837': 'claims you sent', '999': 'a receipt that a file arrived, no proof of filing', '997': 'a receipt that a file arrived, no proof of filing', TA1: 'a receipt for an envelope', '270': 'an eligibility question', '271': 'an eligibility answer' };

function Figure({ name, value, strong = false }: { name: string; value: number; strong?: boolean }) {
  return (
    <div className="min-w-24">
      <dt className="text-small text-ink-3">{name}</dt>
      <dd className={`figures ${strong ? 'text-lead font-semibold' : 'text-lead'}`}>{value.toLocaleString('en-US')}</dd>
    </div>
  );
}

/** What came of one file, in figures that add up, and each place that was not understood. */
export function ImportResult({ summary, isNewest, onOpenQueue }: { summary: ImportSummary; isNewest: boolean; onOpenQueue: () => void }) {
  const { filings } = summary;
  const isFilingsOnly = filings !== undefined && filings.sent + filings.accepted + filings.takenIn + filings.rejected === summary.claims && summary.claims > 0;
  return (
    <section aria-label={summary.fileName} className="rounded-md border border-line bg-raised px-4 py-3">
      <div className="flex items-center gap-2">
        <h2 className="foreign min-w-0 flex-1 truncate font-semibold" dir="auto">{summary.fileName}</h2>
        <Chip tone={summary.state === 'done' && summary.faultCount === 0 && summary.claims > 0 ? 'good' : 'soon'}>{summary.state === 'done' && summary.claims === 0 ? 'No claim in it' : summary.state === 'done' && summary.faultCount > 0 ? 'Read, with gaps' : stateWords[summary.state]}</Chip>
        <span className="text-small text-ink-3">{new Date(summary.startedMs).toLocaleString('en-US', { dateStyle: 'short', timeStyle: 'short' })}</span>
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        <Figure name="Claims read" value={summary.claims} strong />
        {filings !== undefined && filings.sent > 0 && <Figure name="Sent by you" value={filings.sent} strong />}
        {filings !== undefined && filings.accepted + filings.takenIn + filings.rejected > 0 && (
          <>
            <Figure name="Accepted by the payer" value={filings.accepted} strong />
            <Figure name="Taken in only" value={filings.takenIn} />
            <Figure name="Rejected on arrival" value={filings.rejected} strong />
          </>
        )}
        {!isFilingsOnly && (
          <>
            <Figure name="Paid" value={summary.paid} />
            <Figure name="Denied" value={summary.denied} strong />
            <Figure name="Partly denied" value={summary.partlyDenied} strong />
            <Figure name="Other" value={summary.other} />
          </>
        )}
        <Figure name="Known before" value={summary.alreadyKnown} />
        <Figure name="New in the queue" value={summary.newCases} strong />
        <Figure name="Brought up to date" value={summary.updatedCases} />
      </dl>
      {summary.faultCount > 0 && (
        <div className="mt-2">
          <Disclosure title={`${summary.faultCount.toLocaleString('en-US')} ${summary.faultCount === 1 ? 'place' : 'places'} not understood`} isOpenAtFirst={summary.faultCount <= 5 && isNewest}>
            <ul className="flex flex-col gap-1">
              {summary.faults.map((fault, index) => (
                <li key={`${fault.segment}-${index}`} className="flex gap-3"><span className="figures w-28 shrink-0 text-ink-3">segment {fault.segment.toLocaleString('en-US')}</span><span className="min-w-0">{faultWords(fault.code)}</span></li>
              ))}
            </ul>
            {summary.faultCount > summary.faults.length && <p className="mt-1 text-ink-3">and {(summary.faultCount - summary.faults.length).toLocaleString('en-US')} more</p>}
          </Disclosure>
        </div>
      )}
      {(summary.notImported ?? []).length > 0 && <p className="mt-2 text-ink-2">Not imported: {(summary.notImported ?? []).map(({ kind, transactions }) => `${transactions} of kind ${kind}${otherKinds[kind] === undefined ? '' : ` (${otherKinds[kind]})`}`).join(', ')}.</p>}
      {filings !== undefined && filings.sent > 0 && <p className="mt-2 text-ink-2">Charges sent: <Money cents={filings.sentCents} />. Kept as proof of filing and to compare with what the payer shows.</p>}
      {isNewest && summary.newCases > 0 && <div className="mt-3"><Button kind="primary" onPress={onOpenQueue}>Open the queue</Button></div>}
    </section>
  );
}
