import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import { maskedValue } from '../denial/masked-value.ts';
import type { Checked, CheckRow } from '../../rules/work/mismatch-list.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { dayOfIso, numericDay } from '../words/day-words.ts';
import { checkedWords, sayerWords, verdictWords } from '../words/work-words.ts';

const marks = { same: CircleCheck, differs: CircleAlert, 'one-source': CircleHelp, nothing: CircleHelp } as const;
const tones = { same: 'text-good', differs: 'text-over font-medium', 'one-source': 'text-ink-3', nothing: 'text-ink-3' } as const;

/** Days as everywhere else on the page. */
const shown = (value: string): string => value.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/gu, (iso) => { const day = dayOfIso(iso); return day === null ? iso : numericDay(day); });

const identifiers: Partial<Record<Checked, string>> = { 'member-id': 'memberId', 'birth-date': 'birthDate' };

/**
 * Remittance, claim as sent, portal and our own record, thing by thing. What nobody says is said to be not found. `covered`: facts
 * that stay covered here as they are among the values of the claim; whether they agree is said all the same. What cannot be held against anything
 * is put away: it is no finding.
 */
export function CheckList({ checks, covered }: { checks: readonly CheckRow[]; covered: ReadonlySet<string> }) {
  const held = checks.filter(({ verdict }) => verdict === 'differs' || verdict === 'same');
  const alone = checks.filter(({ verdict }) => verdict !== 'differs' && verdict !== 'same');
  return (
    <>
      {held.length === 0 ? <p className="text-ink-2">Nothing can be held against anything yet: no two sources speak of the same thing. A claim file (837), the portal's page or a coverage check would.</p> : <Rows checks={held} covered={covered} />}
      {alone.length > 0 && <Disclosure title="Said by one source, or by none" aside={alone.length}><Rows checks={alone} covered={covered} /></Disclosure>}
    </>
  );
}

function Rows({ checks, covered }: { checks: readonly CheckRow[]; covered: ReadonlySet<string> }) {
  const text = (what: Checked, value: string): string => (covered.has(identifiers[what] ?? '') ? maskedValue(shown(value)) : shown(value));
  return (
    <ul className="flex flex-col">
      {checks.map(({ what, said, verdict }) => {
        const Mark = marks[verdict];
        return (
          <li key={what} className="flex flex-wrap items-baseline gap-x-2 border-b border-line py-1 last:border-b-0">
            <span className="w-24 shrink-0 text-small text-ink-3">{checkedWords(what)}</span>
            <span className="foreign figures min-w-0 flex-1">
              {verdict === 'same'
                ? <>{text(what, said[0]?.value ?? '')} <span className="text-small text-ink-3">{said.map(({ by }) => sayerWords(by)).join(', ')}</span></>
                : said.map(({ by, value }) => <span key={by} className="block"><span className="text-small text-ink-3">{sayerWords(by)}: </span>{text(what, value)}</span>)}
            </span>
            <span className={`inline-flex shrink-0 items-center gap-1 text-small ${tones[verdict]}`}><Mark aria-hidden className="size-3.5 self-center" />{verdictWords(verdict)}</span>
          </li>
        );
      })}
    </ul>
  );
}
