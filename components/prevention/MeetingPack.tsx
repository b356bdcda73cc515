import { Printer } from 'lucide-react';
import type { DenialRow } from '../../rules/numbers/denial-row.ts';
import type { Dimension } from '../../rules/numbers/dimensions.ts';
import { median } from '../../rules/numbers/figure.ts';
import type { Pattern } from '../../rules/prevention/patterns.ts';
import type { Costly } from '../../rules/prevention/recurring.ts';
import { moneyWords } from '../words/money-words.ts';
import { claimCount } from '../words/numbers-words.ts';
import { filterWords, kindWords, patternWords } from '../words/prevention-words.ts';
import { Button } from '../ui/Button.tsx';

type NameOf = (dimension: Dimension, value: string) => string;
export type PackLine = { id: string; cells: readonly string[] };

/** The short list for the root-cause meeting: what, how much, who; examples by their middle, so that no claim can be known again. */
export function MeetingPack({ date, patterns, rowsOf, nameOf, ownerOf, costly, smallCell, open, reviews, onPrint }: {
  date: string; patterns: readonly Pattern[]; rowsOf: (pattern: Pattern) => readonly DenialRow[]; nameOf: NameOf; ownerOf: (category: string) => string | null; costly: readonly Costly[]; smallCell: number;
  open: readonly PackLine[]; reviews: readonly PackLine[]; onPrint: () => void;
}) {
  return (
    <article className="flex max-w-3xl flex-col gap-4">
      <header className="flex items-center gap-2"><h2 className="flex-1 text-lead font-semibold">Root-cause meeting, {date}</h2><span className="print:hidden"><Button size="small" icon={<Printer aria-hidden className="size-3.5" />} onPress={onPrint}>Print the pack</Button></span></header>
      <section aria-label="What stands out" className="flex flex-col gap-2">
        <h3 className="m-0 font-semibold">What stands out</h3>
        {patterns.length === 0 && <p className="text-ink-2">Nothing beyond chance in the last 4 weeks.</p>}
        <ol className="m-0 flex list-decimal flex-col gap-2 pl-5">
          {patterns.slice(0, 5).map((pattern) => {
            const rows = rowsOf(pattern);
            const middle = median(rows.map(({ deniedCents }) => deniedCents));
            const category = pattern.filter.reason;
            return (
              <li key={pattern.key}>
                <span className="font-medium">{kindWords[pattern.kind]}: {filterWords(pattern.filter, nameOf)}.</span> {patternWords(pattern, nameOf)}
                {middle !== null && ` A usual one: ${moneyWords(Math.round(middle / 1000) * 1000)} denied${codesOf(rows)}.`}
                {category !== undefined && ` Answers for it: ${ownerOf(category) ?? 'nobody yet'}.`}
              </li>
            );
          })}
        </ol>
      </section>
      <PackSection title="What cost most in the last 4 weeks" empty={`No payer and reason has ${smallCell} claims or more; fewer are not named.`} lines={costly.map(({ filter, claims, cents }) => ({ id: filterWords(filter, nameOf), cells: [filterWords(filter, nameOf), claimCount(claims), `${moneyWords(cents)} denied`, `answers for it: ${ownerOf(filter.reason ?? '') ?? 'nobody yet'}`] }))} />
      <PackSection title="Open in the log" lines={open} empty="Nothing is open." />
      <PackSection title="Changes to decide about" lines={reviews} empty="No change is up for review." />
    </article>
  );
}

/** Codes that came five times or more. */
function codesOf(rows: readonly DenialRow[]): string {
  const codes = [...Map.groupBy(rows, ({ code }) => code)].filter(([code, group]) => code !== '' && group.length >= 5).sort((one, other) => other[1].length - one[1].length).slice(0, 2).map(([code]) => code);
  return codes.length === 0 ? '' : `, ${codes.join(' or ')}`;
}

function PackSection({ title, lines, empty }: { title: string; lines: readonly PackLine[]; empty: string }) {
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="m-0 font-semibold">{title}</h3>
      {lines.length === 0 ? <p className="text-ink-2">{empty}</p> : <ul className="m-0 flex list-disc flex-col gap-1 pl-5">{lines.map(({ id, cells }) => <li key={id}>{cells.filter((cell) => cell !== '').join(' · ')}</li>)}</ul>}
    </section>
  );
}
