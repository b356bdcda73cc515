import type { ReactNode } from 'react';
import type { ChainVerdict, EvidenceLook } from '../../rules/evidence/case-evidence.ts';
import type { EvidenceContent } from '../../rules/evidence/evidence-entry.ts';
import { adjustmentText } from '../../rules/work/fact-text.ts';
import { maskedValue } from '../denial/masked-value.ts';
import { Money } from '../ui/Money.tsx';
import { chainWords, lookSourceWords, lookTitle, pageKindWords } from '../words/evidence-words.ts';
import { momentWords } from '../words/day-words.ts';
import { lookValues } from './look-values.ts';

/** What fits one page of paper, long values cut to two lines; the exported file holds all of it. */
const LINES_SHOWN = 6;
const REFERENCES_SHOWN = 3;

export type EvidenceSheetProps = { look: EvidenceLook; practice: string; chain: ChainVerdict; looks: number; newestHash: string; openedMs: number; isCovered: boolean };

/**
 * One look as an exhibit of one page: the values with their texts and labels, where and when and by whom they were taken,
 * and what the chain behind them shows and does not show.
 */
export function EvidenceSheet({ look, practice, chain, looks, newestHash, openedMs, isCovered }: EvidenceSheetProps) {
  const { content } = look;
  return (
    <article aria-labelledby="sheet-title" className="sheet mx-auto flex w-full max-w-[46rem] flex-col gap-3 bg-ground px-3 py-7 text-ink sm:px-8">
      <header className="border-b-2 border-ink pb-2">
        <p className="foreign text-small text-ink-2">{practice}</p>
        <h1 id="sheet-title" className="text-title font-semibold">{lookTitle(look.source)} on <time dateTime={isoMoment(look.atMs)}>{momentWords(look.atMs)}</time></h1>
      </header>
      <dl className="grid grid-cols-[6rem_1fr] gap-x-3 sm:grid-cols-[7rem_1fr_7rem_1fr] print:grid-cols-[7rem_1fr_7rem_1fr] gap-y-0.5 text-small">
        <Term name="Source">{lookSourceWords(look.source)}{content?.page != null && `, ${pageKindWords(content.page.kind)}`}</Term>
        <Term name="Site">{content?.host ?? 'none'}</Term>
        <Term name="Taken by">{look.userName}</Term>
        <Term name="Time (UTC)">{isoMoment(look.atMs)}</Term>
        <Term name="Read by">{content?.page == null ? 'a person' : `Overturn reader ${content.page.reader}`}</Term>
        <Term name="Portal map">{content?.page?.map == null ? 'none' : `${content.page.map.id}, version ${content.page.map.version}`}</Term>
      </dl>
      {content === null ? <p>This entry cannot be shown.</p> : <Values content={content} isCovered={isCovered} userName={look.userName} />}
      <section aria-label="Chain" className="rounded-md border border-line px-3 py-2 text-small">
        <p className="font-medium">Entry {look.n} of {looks}. {chainWords(chain)} <span className="font-normal text-ink-2">Checked {momentWords(openedMs)}, when this page was opened.</span></p>
        <dl className="figures mt-1 grid grid-cols-[6rem_1fr] gap-x-3 text-tiny">
          <Term name="This entry"><span className="font-mono">{look.hash}</span></Term>
          <Term name="Newest entry"><span className="font-mono">{newestHash}</span></Term>
        </dl>
      </section>
      <footer className="text-tiny text-ink-2">
        <p><strong>What this shows.</strong> Overturn kept these values at the time named and has not changed them since. Each entry is hashed, with a key of the practice, together with the entry before it: changing, removing or moving one breaks the chain from there on. The same hashes stand in the exported evidence file, which anybody can check for changes; that the key made them, only the practice can check.</p>
        <p className="mt-1"><strong>What it does not show.</strong> That the site showed the truth or all of it, or that the clock of the computer was right. It is the practice's own record: whoever holds its passphrase could have written a whole new chain. Values marked "typed" are a person's words, not the page's.{isCovered && ' Covered identifiers show initials or their last characters only.'}</p>
      </footer>
    </article>
  );
}

function Values({ content, isCovered, userName }: { content: EvidenceContent; isCovered: boolean; userName: string }) {
  const values = lookValues(content, isCovered);
  const { references } = content;
  return (
    <>
      <table className="w-full border-collapse text-left text-small">
        <caption className="sr-only">The values and where they stood</caption>
        <thead><tr className="border-b border-edge text-ink-2"><th scope="col" className="w-20 py-1 font-medium sm:w-32 print:w-32">Value</th><th scope="col" className="font-medium">Kept as</th><th scope="col" className="font-medium">On the page</th><th scope="col" className="font-medium">Beside the label</th></tr></thead>
        <tbody>
          {values.map((one) => (
            <tr key={one.field} className="border-b border-line align-top">
              <th scope="row" className="py-0.5 pr-2 font-normal text-ink-2">{one.name}</th>
              <td className="foreign figures py-0.5 pr-2 font-medium"><span className="line-clamp-2">{one.value}{one.isTyped && <span className="font-normal text-ink-2"> (typed by {userName})</span>}</span></td>
              <td className="foreign figures py-0.5 pr-2"><span className="line-clamp-2">{one.raw === null ? <span className="text-ink-3">–</span> : one.raw}{one.isDerived && <span className="text-ink-2"> (worked out)</span>}</span></td>
              <td className="foreign py-0.5 text-ink-2"><span className="line-clamp-2">{one.label ?? <span className="text-ink-3">–</span>}</span></td>
            </tr>
          ))}
          {references.slice(0, REFERENCES_SHOWN).map((one, at) => (
            <tr key={`${at}:${one.label}`} className="border-b border-line align-top"><th scope="row" className="py-0.5 pr-2 font-normal text-ink-2">Reference</th><td className="foreign figures py-0.5 pr-2 font-medium"><span className="line-clamp-1">{isCovered ? maskedValue(one.value) : one.value}</span></td><td className="py-0.5 text-ink-3">–</td><td className="foreign py-0.5 text-ink-2"><span className="line-clamp-1">{one.label === '' ? '–' : one.label}</span></td></tr>
          ))}
        </tbody>
      </table>
      {references.length > REFERENCES_SHOWN && <p className="text-small text-ink-2">{references.length - REFERENCES_SHOWN} more references are in the exported file.</p>}
      {content.facts.lines.length > 0 && <Lines lines={content.facts.lines} />}
      {content.pasted !== null && <p className="text-small text-ink-2">The pasted text itself ({content.pasted.length.toLocaleString('en-US')} characters) is in the exported file.</p>}
    </>
  );
}

function Lines({ lines }: { lines: EvidenceContent['facts']['lines'] }) {
  return (
    <div>
      <table className="w-full border-collapse text-left text-small">
        <caption className="pb-0.5 text-left font-medium">Service lines</caption>
        <thead><tr className="border-b border-edge text-ink-2"><th scope="col" className="py-1 font-medium">Procedure</th><th scope="col" className="text-right font-medium">Billed</th><th scope="col" className="text-right font-medium">Allowed</th><th scope="col" className="text-right font-medium">Paid</th><th scope="col" className="pl-4 font-medium">Codes</th></tr></thead>
        <tbody>
          {lines.slice(0, LINES_SHOWN).map((line) => (
            <tr key={line.line} className="border-b border-line align-top">
              <th scope="row" className="foreign figures py-0.5 font-normal">{[line.procedure ?? `Line ${line.line}`, ...line.modifiers].join(' ')}</th>
              <td className="py-0.5 text-right"><Money cents={line.charge} /></td><td className="py-0.5 text-right"><Money cents={line.allowed} /></td><td className="py-0.5 text-right"><Money cents={line.paid} /></td>
              <td className="foreign figures py-0.5 pl-4"><span className="line-clamp-1">{[...line.adjustments.map(adjustmentText), ...line.rarcs].join(', ')}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > LINES_SHOWN && <p className="mt-0.5 text-small text-ink-2">{lines.length - LINES_SHOWN} more lines are in the exported file.</p>}
    </div>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return <><dt className="text-ink-2">{name}</dt><dd className="foreign figures m-0 min-w-0">{children}</dd></>;
}

const isoMoment = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'second' });
