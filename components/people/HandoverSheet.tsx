import { NO_DAY } from '../../rules/domain/day-number.ts';
import { maskedValue } from '../denial/masked-value.ts';
import type { CorrectionKind } from '../../rules/domain/correction.ts';
import { nextActionWords } from '../words/case-words.ts';
import { clockWords, undatedWords } from '../words/clock-words.ts';
import { numericDay, weekdayDay } from '../words/day-words.ts';
import { correctionKindWords } from '../words/correction-words.ts';
import { moneyWords } from '../words/money-words.ts';

/** One open case as the sheet shows it. */
export type SheetLine = {
  caseId: string; payerName: string; nextAction: string; deniedCents: number; nextKind: string; dueDay: number; followUpDay: number; undated: string;
  patientName: string | null; patientControlNumber: string | null; claimControlNumber: string | null; isSensitive: boolean;
  promises: readonly { dueDay: number; what: string }[]; halfBuilt: readonly { kind: 'appeal' | 'correction' | 'draft'; what: string; state: string; documents?: number }[];
};
const cell = 'py-1.5 pr-3 align-top';
const formWords: Record<string, string> = { contact: 'a call being logged', letter: 'a letter', note: 'a note', plan: 'a plan', submission: 'a submission', resolve: 'a closing', classify: 'a classification', override: 'a date set by hand' };
/** What was begun: `Appeal, level 1 begun (draft, 3 documents)`. */
function halfBuiltWords({ kind, what, state, documents = 0 }: SheetLine['halfBuilt'][number]): string {
  if (kind === 'draft') return `Half typed: ${formWords[what] ?? what}`;
  if (kind === 'correction') return `${correctionKindWords(what as CorrectionKind)} begun (draft)`;
  const held = documents === 0 ? 'no documents yet' : documents === 1 ? '1 document' : `${documents} documents`;
  return `${clockWords(what)} begun (${state === 'ready' ? 'ready to send' : state === 'in-review' ? 'in review' : 'draft'}, ${held})`;
}
const shown = (value: string | null, names: boolean) => (value === null ? '' : names ? value : maskedValue(value));

/** The whole queue of one person for whoever takes it over: the clock that dies first in front, then what was promised and what is half built. */
export function HandoverSheet({ owner, lines, names, made, isPrinted = false }: { owner: string; lines: readonly SheetLine[]; names: boolean; made: string; isPrinted?: boolean }) {
  const Heading = isPrinted ? 'h1' : 'h2';
  const undated = lines.filter(({ dueDay }) => dueDay === NO_DAY).length;
  return (
    <article aria-label={`Open cases of ${owner}`} className={isPrinted ? 'only-printed' : 'overflow-x-auto'}>
      <Heading className="text-lead font-semibold">Open cases of <span className="foreign">{owner}</span></Heading>
      <p className={isPrinted ? '' : 'mb-2 text-ink-2'}>{made}. {lines.length === 1 ? '1 case' : `${lines.length} cases`}, the clock that dies first in front{undated === 0 ? '' : `; ${undated} without a date, at the end`}.</p>
      <table className="w-full border-collapse text-left">
        <thead><tr className="border-b border-line text-small text-ink-3"><th scope="col" className={cell}>Last day</th><th scope="col" className={cell}>What runs out</th><th scope="col" className={cell}>Claim</th><th scope="col" className={cell}>Payer</th><th scope="col" className={`${cell} text-right`}>Denied</th><th scope="col" className={cell}>Next, promised, half built</th></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.caseId} className="border-b border-line">
              <td className={`${cell} figures whitespace-nowrap`}>{line.dueDay === NO_DAY ? 'no date' : weekdayDay(line.dueDay)}</td>
              <td className={cell}>{line.dueDay === NO_DAY ? undatedWords(line.undated) : clockWords(line.nextKind)}</td>
              <td className={`${cell} foreign`}>
                {line.isSensitive
                  ? <span className="text-ink-2">Sensitive: no name or number here. Its payer, amount and day tell which it is in the queue.</span>
                  : <><span className="figures">{shown(line.patientControlNumber ?? line.claimControlNumber, names) || 'no number'}</span>{names && line.patientName !== null && <span className="block">{line.patientName}</span>}</>}
              </td>
              <td className={`${cell} foreign max-w-48 wrap-anywhere`}>{line.payerName}</td>
              <td className={`${cell} figures text-right`}>{moneyWords(line.deniedCents)}</td>
              <td className={cell}>
                {nextActionWords(line.nextAction)}{line.followUpDay === NO_DAY ? '' : `, look again ${numericDay(line.followUpDay)}`}
                {line.promises.map(({ dueDay, what }) => <span key={`${dueDay}${what}`} className="foreign block">Promised for {numericDay(dueDay)}{what === '' ? '' : `: ${what}`}</span>)}
                {line.halfBuilt.map((one) => <span key={`${one.kind}${one.what}`} className="block">{halfBuiltWords(one)}</span>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
