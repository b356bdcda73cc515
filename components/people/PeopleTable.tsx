import type { Person } from '../../rules/domain/person.ts';
import { absenceOn } from '../../rules/domain/person.ts';
import { Button } from '../ui/Button.tsx';
import { roleWords } from '../words/case-words.ts';
import { dayOfIso, shortDay } from '../words/day-words.ts';

export type PeopleTableProps = {
  people: readonly (Person & { openCases: number })[]; payerNames: ReadonlyMap<string, string>; poolNames: ReadonlyMap<string, string>;
  userId: string; today: number; todayIso: string; isLead: boolean;
  onChange: (person: Person) => void; onHandOver: (person: Person) => void; onPassphrase: (person: Person) => void; onLeave: (person: Person) => void; onSheet: (person: Person) => void;
};

const cell = 'py-2 pr-4 align-top';

function standingOf(person: Person, today: number, todayIso: string): string {
  if (person.standing === 'left') return 'Left; cannot sign in';
  if (person.standing === 'elsewhere') return 'Works on another computer';
  const away = absenceOn(person, todayIso);
  if (away !== null) return `Away until ${shortDay(dayOfIso(away.to) ?? today, today)}`;
  const next = person.away.filter(({ from }) => from > todayIso).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (next !== undefined) return `Away from ${shortDay(dayOfIso(next.from) ?? today, today)}`;
  return person.needsOwnPassphrase ? 'Has not signed in with an own passphrase yet' : 'Here';
}

/** Everybody whose name stands on something here, what they may do and what they take on. */
export function PeopleTable({ people, payerNames, poolNames, userId, today, todayIso, isLead, onChange, onHandOver, onPassphrase, onLeave, onSheet }: PeopleTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">People of this practice</caption>
        <thead>
          <tr className="border-b border-line text-small text-ink-3">
            <th scope="col" className="py-1.5 pr-4 font-medium">Name</th><th scope="col" className="pr-4 font-medium">Role</th><th scope="col" className="pr-4 font-medium">Now</th>
            <th scope="col" className="pr-4 font-medium">Takes</th><th scope="col" className="pr-4 text-right font-medium">Open cases</th><th scope="col"><span className="sr-only">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const takes = [...person.skills, ...person.payerKeys.map((key) => payerNames.get(key) ?? key), ...person.pools.map((key) => poolNames.get(key) ?? key)];
            const isHere = person.standing === 'here';
            return (
              <tr key={person.id} className="border-b border-line">
                <th scope="row" className={`${cell} foreign max-w-64 font-medium wrap-anywhere`}>{person.name}{person.id === userId && <span className="font-normal text-ink-3"> (you)</span>}</th>
                <td className={cell}>{roleWords(person.role)}</td>
                <td className={`${cell} text-ink-2`}>{standingOf(person, today, todayIso)}</td>
                <td className={`${cell} min-w-24 max-w-72 text-ink-2 wrap-anywhere`}>{person.role === 'auditor' ? 'No work' : takes.length === 0 ? 'Anything' : takes.join(', ')}</td>
                <td className={`${cell} figures text-right`}>{person.openCases.toLocaleString('en-US')}</td>
                <td className="py-1.5">
                  <div className="flex flex-wrap justify-end gap-1">
                    {person.openCases > 0 && <Button size="small" kind="quiet" aria-label={`Sheet of ${person.name}`} onPress={() => onSheet(person)}>Sheet</Button>}
                    {person.openCases > 0 && (isLead || person.id === userId) && <Button size="small" kind="quiet" aria-label={`Hand over the queue of ${person.name}`} onPress={() => onHandOver(person)}>Hand over</Button>}
                    {isLead && person.standing !== 'left' && <Button size="small" kind="quiet" aria-label={`Change ${person.name}`} onPress={() => onChange(person)}>Change</Button>}
                    {isLead && isHere && person.id !== userId && <Button size="small" kind="quiet" aria-label={`New passphrase for ${person.name}`} onPress={() => onPassphrase(person)}>New passphrase</Button>}
                    {isLead && person.standing !== 'left' && person.id !== userId && <Button size="small" kind="quiet" aria-label={`${person.name} leaves`} onPress={() => onLeave(person)}>Leaves</Button>}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
