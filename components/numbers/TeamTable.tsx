import type { PersonWork } from '../../rules/numbers/productivity.ts';
import { moneyWords } from '../words/money-words.ts';
import { Notice } from '../ui/Notice.tsx';
import { FigureLink } from './FigureLink.tsx';
import { TableBehind } from './TableBehind.tsx';

/** Work by person, by name and never by volume, with what the index says and what it does not. */
export function TeamTable({ people, minimumN, nameOf, onPerson }: { people: readonly PersonWork[]; minimumN: number; nameOf: (id: string) => string; onPerson: (id: string) => void }) {
  return (
    <section aria-label="Work by person" className="flex flex-col gap-3">
      <Notice title="How to read this">
        {`The index is the team's median minutes for the same reasons ÷ a person's own minutes: above 1 is quicker than the team on the same mix of claims, below 1 slower. It needs ${minimumN} closed claims with logged minutes. Counts beside it are no ranking: hard claims take longer, and not all work leaves a trace here.`}
      </Notice>
      {people.length === 0 ? <p className="text-ink-2">Nobody worked on a claim in this period.</p> : (
        <TableBehind
          caption="Work by person" headings={['Person', 'Steps', 'Contacts', 'Closed', 'Recovered', 'Minutes', 'Index, same mix']}
          rows={[...people].sort((one, other) => nameOf(one.userId).localeCompare(nameOf(other.userId))).map((person) => ({
            key: person.userId, cells: [<FigureLink key="person" name={`Claims of ${nameOf(person.userId)}`} text={nameOf(person.userId)} onPress={() => onPerson(person.userId)} />, person.touches, person.contacts, person.closed, moneyWords(person.recoveredCents), person.minutes === null ? 'none logged' : Math.round(person.minutes), person.index === null ? `too few (${person.timed})` : `${person.index.toFixed(2)} (${person.timed})`],
          }))}
        />
      )}
    </section>
  );
}
