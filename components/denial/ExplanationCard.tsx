import type { Explanation } from '../../rules/work/case-file.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Notice } from '../ui/Notice.tsx';
import { avoidableWords, categoryWords, originWords, pathWords } from '../words/denial-words.ts';
import { momentWords } from '../words/day-words.ts';

/** Why the claim was denied in plain words, what to do and why, and the codes it follows from. */
export function ExplanationCard({ explanation, isPathShown = true, onClassify }: { explanation: Explanation; /** False where the advice beside it says what to do. */ isPathShown?: boolean; onClassify?: () => void }) {
  return (
    <div className="flex flex-col gap-2.5">
      <p className="foreign">{explanation.summary}</p>
      {isPathShown && <div className="rounded-md border border-line px-2.5 py-2">
        <p className="font-semibold">{pathWords(explanation.path)}</p>
        <p className="text-ink-2">{explanation.pathReason}</p>
        {explanation.steps.length > 0 && <ol className="mt-1.5 flex list-decimal flex-col gap-0.5 pl-4 marker:text-ink-3">{explanation.steps.map((step) => <li key={step}>{step}</li>)}</ol>}
      </div>}
      {explanation.isRejection && <Notice tone="caution" title="A rejection, not a denial">The payer did not take the claim in. There is nothing to appeal; correct it and send it again within the first filing limit.</Notice>}
      {!explanation.isRejection && <p className="text-ink-2"><span className="font-medium text-ink">{explanation.appealable ? 'Can be appealed.' : 'Cannot be appealed.'}</span> {explanation.appealReason}</p>}
      {explanation.codes.length > 0 && (
        <ul aria-label="Codes" className="flex flex-col gap-1">
          {explanation.codes.map((one) => (
            <li key={one.code} className="flex items-baseline gap-2">
              <span className="figures w-16 shrink-0 font-mono text-small font-medium">{one.code}</span>
              <span className="foreign min-w-0 text-ink-2">{one.meaning}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-1">
        <Chip>{categoryWords(explanation.category)}</Chip>
        <Chip>Began at: {originWords(explanation.originStep)}</Chip>
        <Chip>{avoidableWords(explanation.avoidable)}</Chip>
        {onClassify !== undefined && <Button size="small" kind="quiet" onPress={onClassify}>Change</Button>}
      </div>
      {explanation.overridden !== null && <p className="text-small text-ink-3">Set by {explanation.overridden.userName}, {momentWords(explanation.overridden.atMs)}: {explanation.overridden.reason}</p>}
    </div>
  );
}
