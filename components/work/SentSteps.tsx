import type { Submission } from '../../rules/domain/denial-case.ts';
import { Button } from '../ui/Button.tsx';
import { clockWords } from '../words/clock-words.ts';
import { usDates } from '../words/day-words.ts';

const outcomes = { upheld: 'denial upheld', 'partly-overturned': 'partly for us', overturned: 'for us' } as const;

/** What went to the payer so far, the newest first; a decision without its day asks for it, and what was recorded wrongly can be taken back. */
export function SentSteps({ submissions, onDecided, onTakeBack }: { submissions: readonly Submission[]; onDecided?: (step: Submission) => void; onTakeBack?: (step: Submission) => void }) {
  if (submissions.length === 0) return null;
  return (
    <ul aria-label="Sent to the payer" className="flex flex-col">
      {[...submissions].sort((a, b) => b.atMs - a.atMs).map((step) => {
        const name = step.action === 'records' ? 'Records' : clockWords(step.action);
        const { decision } = step;
        return (
          <li key={`${step.atMs}:${step.action}`} className="figures flex flex-wrap items-center gap-x-2 border-b border-line py-1 last:border-b-0">
            <span className="min-w-0 flex-1 basis-48 break-words">
              {name} sent {usDates(step.on)} by {step.channel}{step.confirmation === null ? '' : `, ${step.confirmation}`}
              {decision !== undefined && <span className="text-ink-2"> · {outcomes[decision.outcome]}{decision.on === null ? ', day not known' : ` ${usDates(decision.on)}`}</span>}
            </span>
            {decision?.on === null && onDecided !== undefined && <Button size="small" onPress={() => onDecided(step)}>Give the day</Button>}
            {onTakeBack !== undefined && <Button size="small" kind="quiet" aria-label={`Take back: ${name} sent ${usDates(step.on)}`} onPress={() => onTakeBack(step)}>Take back</Button>}
          </li>
        );
      })}
    </ul>
  );
}
