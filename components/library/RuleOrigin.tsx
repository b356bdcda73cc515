import { namesSameSource } from '../../rules/library/rule-difference.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import { SourceLink } from '../denial/SourceLink.tsx';
import { confidenceWords } from '../words/clock-words.ts';
import { momentWords, seenWords } from '../words/day-words.ts';
import { ruleWindowWords, windowWords } from '../words/library-words.ts';

/** The last change that gave a rule another window: by whom, when, on what proof. `before`: the rule until then; null where it was added here. */
export type ShownWindowChange = { userName: string; atMs: number; reason: string; evidence: string; before: PayerRule | null };

/**
 * What a rule's window rests on. A source that stood there before the practice changed the window is shown as that of the
 * window before, and nothing of it as checked: the new one rests on the proof that was named for the change.
 */
export function RuleOrigin({ rule, change, withNotes = true }: { rule: PayerRule; change: ShownWindowChange | null; withNotes?: boolean }) {
  const before = change?.before ?? null;
  const isOldSource = before !== null && namesSameSource(before, rule);
  const isOldNote = before !== null && before.notes === rule.notes;
  const was = before === null ? '' : before.clockStartsFrom === rule.clockStartsFrom ? windowWords(before.limit) : ruleWindowWords(before);
  return (
    <>
      {change !== null && (
        <div role="group" aria-label="Changed by this practice" className="border-l-2 border-accent pl-2">
          <p className="figures font-medium">{before === null ? 'Added' : `Changed from ${was}`} by {change.userName === '' ? 'a colleague' : <span className="foreign">{change.userName}</span>}, {momentWords(change.atMs)}.</p>
          {change.reason !== '' && <p className="foreign text-ink-2">Why: {change.reason}</p>}
          <p className="foreign text-ink-2">{change.evidence === '' ? 'No proof named.' : `Proof: ${change.evidence}`}</p>
        </div>
      )}
      {withNotes && <p className="foreign text-ink-2">{isOldNote && `About the window before (${was}): `}{rule.notes}</p>}
      <p className="text-small">{isOldSource && <>Source of the window before ({was}): </>}<SourceLink source={rule.source} /></p>
      {before !== null && !isOldSource && <p className="text-small text-ink-3">Source of the window before ({was}): <SourceLink source={before.source} /></p>}
      <p className="figures text-small text-ink-3">
        {isOldSource ? 'This window has no source of its own beside the proof above.' : <>{confidenceWords(rule.confidence)}. Seen in the source: {seenWords(rule.asOf)}.</>}
      </p>
    </>
  );
}
