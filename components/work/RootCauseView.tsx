import type { RootCause } from '../../rules/domain/root-cause.ts';
import { subReason } from '../../rules/root-cause/sub-reasons.ts';
import { Button } from '../ui/Button.tsx';
import { avoidableWords, categoryWords, originWords } from '../words/denial-words.ts';

/** The first preventable error as somebody found it, or the way to find it. */
export function RootCauseView({ found, times, onFind }: { found: RootCause | null; times: number; onFind: () => void }) {
  if (found === null) return <div className="flex flex-wrap items-center gap-2"><span className="text-ink-2">Nobody has looked yet.</span><Button size="small" onPress={onFind}>Find the root cause</Button></div>;
  return (
    <div className="flex flex-wrap items-start justify-between gap-2">
      <div className="min-w-0">
        <p className="font-medium">{subReason(found.category, found.subReason)?.words ?? found.subReason}</p>
        <p className="text-small text-ink-2">{categoryWords(found.category)} · began at {originWords(found.origin).toLowerCase()} · {avoidableWords(found.avoidable).toLowerCase()}</p>
        {found.overrideReason !== null && <p className="foreign text-small text-ink-2">Otherwise than the list says: {found.overrideReason}</p>}
        {found.note !== '' && <p className="foreign text-small text-ink-2">{found.note}</p>}
        {times > 1 && <p className="text-small text-ink-3">Found {times} times; the earlier ones are in the history.</p>}
      </div>
      <Button size="small" kind="quiet" onPress={onFind}>Look again</Button>
    </div>
  );
}
