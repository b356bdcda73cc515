import type { Comparison } from '../../rules/team/compare-documents.ts';
import { Chip } from '../ui/Chip.tsx';
import { maskedValue } from '../denial/masked-value.ts';
import { addedWords, fieldWords } from '../words/team-words.ts';
import { FieldValue } from './FieldValue.tsx';

export type BundleCase = Omit<Comparison, 'merged'> & { caseId: string; patientName: string | null; number: string | null; payerName: string; twin: { caseId: string; isSure: boolean } | null; isPurged: boolean };

/** Changes shown of one case before the rest is counted. */
const MOST_SHOWN = 6;

/** What taking a bundle in would do, case by case: new ones, what joins, and values that stand side by side. */
export function BundleCases({ cases, covered, names }: { cases: readonly BundleCase[]; covered: ReadonlySet<string>; names: ReadonlyMap<string, string> }) {
  return (
    <ul aria-label="Cases of this file" className="flex flex-col border-t border-line">
      {cases.map((one) => {
        const added = addedWords(one.added);
        const changes = one.changes.filter(({ path }) => !path.startsWith('differences/') && !one.choices.some((open) => open.path === path));
        return (
          <li key={one.caseId} className="flex flex-col gap-1 border-b border-line py-2">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="foreign min-w-0 font-medium wrap-anywhere">{one.patientName ?? 'No name'}</span>
              <span className="foreign figures text-ink-2">{one.number === null ? 'no number' : covered.has('patientControlNumber') ? maskedValue(one.number) : one.number}</span>
              <span className="foreign text-ink-2">{one.payerName}</span>
              <span className="flex-1" />
              <Chip>{one.isPurged ? 'Purged here' : one.isNew ? 'New here' : one.isSame ? 'As it is here' : one.choices.length > 0 ? `Joins; ${one.choices.length} to decide` : 'Joins'}</Chip>
            </div>
            {one.isPurged && <p className="text-small text-ink-2">It was kept as long as set and purged, and nobody worked on it since. It stays gone.</p>}
            {added !== '' && <p className="text-small text-ink-2">{one.isNew ? 'With' : 'Adds'} {added}</p>}
            {one.twin !== null && <p className="text-small text-soon">{one.twin.isSure ? 'The same claim is here already under another case.' : 'This may be a claim that is here already.'} Both stay; join them on the case if they are one.</p>}
            {changes.length > 0 && (
              <ul className="text-small text-ink-2">
                {changes.slice(0, MOST_SHOWN).map(({ path, was, now }) => <li key={path}>{fieldWords(path)}: {was !== null && <><del className="text-ink-3"><span className="sr-only">was </span><FieldValue path={path} value={was} covered={covered} names={names} /></del> </>}<FieldValue path={path} value={now} covered={covered} names={names} /></li>)}
                {changes.length > MOST_SHOWN && <li>and {changes.length - MOST_SHOWN} more</li>}
              </ul>
            )}
            {one.choices.map(({ path, choice }) => (
              <p key={path} className="text-small"><span className="font-medium">{fieldWords(path)}</span> stands side by side: {choice.map(({ value, dot }, index) => <span key={dot.join(' ')}>{index > 0 && ' or '}<FieldValue path={path} value={value} covered={covered} names={names} /></span>)}</p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
