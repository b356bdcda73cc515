import type { EvidenceGrade, PortalMap } from '../../rules/portals/maps/portal-map.ts';
import { PlainDay } from '../ui/PlainDay.tsx';
import { mapReachWords } from '../words/map-words.ts';

const ORDER: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D'];

/** The maps that come with Overturn, with the strength and day of their evidence. */
export function ShippedMapTable({ maps }: { maps: readonly PortalMap[] }) {
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">Maps that come with Overturn</caption>
      <thead><tr className="border-b border-line text-small text-ink-3"><th scope="col" className="py-1.5 font-medium">Portal</th><th scope="col" className="pr-3 font-medium">Knows</th><th scope="col" className="pr-3 font-medium">Evidence</th><th scope="col" className="font-medium">Looked at</th></tr></thead>
      <tbody>
        {[...maps].sort((a, b) => a.name.localeCompare(b.name)).map((map) => {
          const evidence = Object.values(map.evidence);
          return (
            <tr key={map.id} className="border-b border-line align-top">
              <td className="py-1.5 pr-3"><p className="font-medium">{map.name}</p><p className="text-small text-ink-3">{map.note}</p></td>
              <td className="py-1.5 pr-3 whitespace-nowrap">{mapReachWords(map.reach)}</td>
              <td className="py-1.5 pr-3 whitespace-nowrap">{ORDER.filter((grade) => evidence.some((one) => one.grade === grade)).join(', ')}</td>
              <td className="py-1.5"><PlainDay day={evidence.map(({ checkedOn }) => checkedOn).sort().at(-1) ?? null} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
