import type { FieldDifference } from '../../rules/library/rule-difference.ts';
import { usDates } from '../words/day-words.ts';
import { clockWords, confidenceWords } from '../words/clock-words.ts';
import { fieldWords, noteKindWords, partyWords, startWords } from '../words/library-words.ts';
import { lineOfBusinessWords } from '../words/payer-words.ts';

/** Fields that hold a word of a closed list, kept with hyphens, and how each is said. */
const CLOSED = new Map<string, (word: string) => string>([
  ['clockStartsFrom', startWords], ['action', clockWords], ['lineOfBusiness', lineOfBusinessWords], ['party', partyWords], ['confidence', confidenceWords], ['kind', noteKindWords],
  ...['monthAnchor', 'filedWhen', 'roll', 'appliesWhen'].map((field) => [field, (word: string) => word.replaceAll('-', ' ')] as const),
]);
const shown = (field: string, text: string) => usDates(CLOSED.get(field)?.(text) ?? text);

/** What two versions have differently, side by side; added and removed are said in words. */
export function DifferenceList({ differences, wasTitle = 'Before', nowTitle = 'After' }: { differences: readonly FieldDifference[]; wasTitle?: string; nowTitle?: string }) {
  if (differences.length === 0) return <p className="text-ink-2">No difference.</p>;
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <thead><tr className="border-b border-line text-small text-ink-3"><th scope="col" className="w-28 py-1 pr-2 font-medium">Field</th><th scope="col" className="py-1 pr-2 font-medium">{wasTitle}</th><th scope="col" className="py-1 font-medium">{nowTitle}</th></tr></thead>
      <tbody>
        {differences.map(({ field, was, now }) => (
          <tr key={field} className="border-b border-line align-top last:border-b-0">
            <th scope="row" className="py-1 pr-2 font-medium text-ink-2">{fieldWords(field)}</th>
            <td className="foreign py-1 pr-2 whitespace-pre-line text-ink-2">{was === null ? <span className="text-ink-3">nothing</span> : shown(field, was)}</td>
            <td className="foreign py-1 whitespace-pre-line text-ink">{now === null ? <span className="text-ink-3">nothing</span> : shown(field, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
