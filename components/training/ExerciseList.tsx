import type { ReactNode } from 'react';
import { Circle, CircleCheck, CircleDot } from 'lucide-react';
import type { Exercise } from '../../rules/training/exercises.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { resolutionWords } from '../words/case-words.ts';

export type ExerciseView = Exercise & { payerName: string; state: 'not-captured' | 'open' | 'closed'; outcome: string | null };

const stateWords = { 'not-captured': 'Not captured yet', open: 'In your queue', closed: 'Closed' } as const;

/** The denials to close, each with its steps, its portal page and how far it is. */
export function ExerciseList({ exercises, onPortal }: { exercises: readonly ExerciseView[]; onPortal: (exercise: ExerciseView) => void }) {
  const next = exercises.find(({ state }) => state !== 'closed')?.id;
  return (
    <ol className="flex flex-col">
      {exercises.map((one, index) => (
        <li key={one.id}>
          <Disclosure
            level={2} isOpenAtFirst={one.id === next}
            title={<span className="flex min-w-0 items-center gap-2"><Mark state={one.state} /><span className="min-w-0 truncate">{index + 1}. {one.title}</span></span>}
            aside={<span className="text-small">{one.state === 'closed' && one.outcome !== null ? resolutionWords(one.outcome) : stateWords[one.state]}</span>}
          >
            <p className="foreign figures text-ink-2">{one.payerName}, claim {one.claimNumber}</p>
            <ol className="mt-1 list-decimal pl-5">{one.steps.map((step) => <li key={step} className="py-0.5">{step}</li>)}</ol>
            {one.state === 'closed' && one.outcome !== null && !one.endsAs.some((wanted) => wanted === one.outcome) && <p className="mt-1 text-ink-2">It was closed as {resolutionWords(one.outcome).toLowerCase()}. The steps end as {resolutionWords(one.endsAs[0] ?? 'closed').toLowerCase()}; open the case again to try that.</p>}
            <div className="mt-2"><Button size="small" onPress={() => onPortal(one)}>Open the portal page</Button></div>
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state }: { state: ExerciseView['state'] }): ReactNode {
  if (state === 'closed') return <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />;
  return state === 'open' ? <CircleDot aria-hidden className="size-4 shrink-0 text-accent" /> : <Circle aria-hidden className="size-4 shrink-0 text-ink-3" />;
}
