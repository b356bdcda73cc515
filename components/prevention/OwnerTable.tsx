import type { Recurring } from '../../rules/prevention/recurring.ts';
import { categoryWords } from '../words/denial-words.ts';
import { moneyWords } from '../words/money-words.ts';
import { SelectField } from '../ui/SelectField.tsx';

export type OwnerLine = Recurring & { ownerId: string | null; openLines: number };

/** Each reason that keeps coming, with the one person who answers for it. */
export function OwnerTable({ lines, people, personOf, mayWork, onOwner }: { lines: readonly OwnerLine[]; people: readonly { value: string; label: string }[]; personOf: (id: string | null) => string; mayWork: boolean; onOwner: (category: string, userId: string) => void }) {
  if (lines.length === 0) return <p className="max-w-2xl text-ink-2">No reason came three times in the last half year. One that does is listed here, so that one person can answer for it.</p>;
  return (
    <div className="flex flex-col gap-2">
      <p className="max-w-2xl text-ink-2">Reasons that came three times or more in the last half year. Each needs one person who answers for it, across teams.</p>
      <div className="overflow-x-auto">
        <table className="w-full max-w-4xl border-collapse text-left">
          <caption className="sr-only">Who answers for each reason</caption>
          <thead>
            <tr className="border-b border-edge text-small text-ink-2">
              <th scope="col" className="py-1 pr-4 font-medium">Reason</th>
              {['Claims', 'Denied', 'Still open', 'Open in the log'].map((heading) => <th key={heading} scope="col" className="py-1 pr-4 text-right font-medium">{heading}</th>)}
              <th scope="col" className="w-64 py-1 font-medium">Answers for it</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ category, claims, cents, openCents, ownerId, openLines }) => {
              const hasGone = ownerId !== null && !people.some(({ value }) => value === ownerId);
              return (
                <tr key={category} className="border-b border-line">
                  <th scope="row" className="py-1.5 pr-4 font-normal">{categoryWords(category)}</th>
                  <td className="figures py-1.5 pr-4 text-right">{claims}</td>
                  <td className="figures py-1.5 pr-4 text-right">{moneyWords(cents)}</td>
                  <td className="figures py-1.5 pr-4 text-right">{moneyWords(openCents)}</td>
                  <td className="figures py-1.5 pr-4 text-right">{openLines === 0 ? '–' : openLines}</td>
                  <td className="py-1.5">
                    {mayWork ? <SelectField label={`Answers for ${categoryWords(category)}`} hideLabel options={people} value={hasGone ? null : ownerId} placeholder="Nobody yet" onChange={(userId) => onOwner(category, userId)} /> : personOf(ownerId)}
                    {hasGone && <p className="text-small text-soon">{personOf(ownerId)} works here no more. Name somebody else.</p>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
