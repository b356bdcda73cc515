import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { healthFieldWords, pageKindWords } from '../words/map-words.ts';
import { PlainDay } from '../ui/PlainDay.tsx';

/** One field of one kind of page of a portal. Days and counts only. */
export type HealthFact = { field: string; kind: string; lastGoodDay: DayNumber | null; missing: number; fell: boolean };
export type PortalHealth = { portal: string; name: string; lastUseDay: DayNumber; lastGoodDay: DayNumber | null; map: string | null; facts: readonly HealthFact[] };

/** So many times in a row before a field that portals may rightly leave out counts as missing; what a map promised counts at once. */
const IN_A_ROW = 3;

export function isMissing({ missing, fell }: HealthFact): boolean {
  return fell || missing >= IN_A_ROW;
}

/** How reading goes, portal by portal: the last good capture, and what went missing since. */
export function PortalHealthList({ portals }: { portals: readonly PortalHealth[] }) {
  return (
    <ul aria-label="Portals" className="flex flex-col">
      {portals.map((portal) => {
        const gone = portal.facts.filter(isMissing);
        const isWell = gone.length === 0;
        return (
          <li key={portal.portal} className="border-b border-line py-2.5">
            <div className="flex items-start gap-2.5">
              {isWell ? <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" /> : <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-soon" />}
              <div className="min-w-0 flex-1">
                <p className="foreign font-medium">{portal.name}</p>
                <p className="text-ink-2">{isWell ? 'Reads as it should' : `Went missing: ${gone.map(({ field, kind }) => `${healthFieldWords(field).toLowerCase()} (${pageKindWords(kind).toLowerCase()})`).join(', ')}`}</p>
                <p className="text-small text-ink-3">Last good capture: {portal.lastGoodDay === null ? 'none yet' : <PlainDay day={portal.lastGoodDay} />}. Last read: <PlainDay day={portal.lastUseDay} />. {portal.map ?? 'General reader, no map'}.</p>
              </div>
            </div>
            <Disclosure title={<span className="text-small font-normal text-ink-2">All fields</span>} level={2} aside={<span className="text-small">{portal.facts.length}</span>}>
              <table className="w-full border-collapse text-left text-small">
                <caption className="sr-only">Fields of {portal.name}</caption>
                <thead><tr className="text-ink-3"><th scope="col" className="py-1 font-medium">Page</th><th scope="col" className="font-medium">Field</th><th scope="col" className="font-medium">Last read</th><th scope="col" className="font-medium">Missing in a row</th></tr></thead>
                <tbody>
                  {portal.facts.map((fact) => (
                    <tr key={`${fact.kind}${fact.field}`} className="border-t border-line">
                      <td className="py-1">{pageKindWords(fact.kind)}</td><td>{healthFieldWords(fact.field)}</td>
                      <td className="figures">{fact.lastGoodDay === null ? 'Never' : <PlainDay day={fact.lastGoodDay} />}</td>
                      <td>{fact.missing === 0 ? 'No' : `${fact.missing} ${fact.missing === 1 ? 'page' : 'pages'}${fact.fell ? ', though the map promises it' : ''}`}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Disclosure>
          </li>
        );
      })}
    </ul>
  );
}
