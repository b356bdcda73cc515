import type { Appeal, AppealLevel, AppealState } from '../../rules/domain/appeal.ts';
import { mayFollow, nextStates } from '../../rules/appeals/appeal-states.ts';
import { Button } from '../ui/Button.tsx';
import { appealStateWords } from '../words/appeal-words.ts';

export type MoveTo = 'draft' | 'in-review' | 'receipt-confirmed' | 'in-payer-review' | 'external-review' | 'information-requested' | 'closed';
const moves: readonly MoveTo[] = ['receipt-confirmed', 'in-payer-review', 'external-review', 'information-requested'];

export type AppealStepsProps = {
  file: { state: AppealState; level: AppealLevel; appeal: Pick<Appeal, 'submission'>; faults: number; check: 'none' | 'valid' | 'void'; may: 'yes' | 'own-work' | 'alone' };
  onMove: (to: MoveTo) => void; onCheck: () => void; onSend: () => void; onOutcome: () => void; onStop: () => void; onTalk: () => void; onEscalate: (() => void) | null;
};

/** What may be done now, and only that. */
export function AppealSteps({ file: { state, level, appeal, faults, check, may }, onMove, onCheck, onSend, onOutcome, onStop, onTalk, onEscalate }: AppealStepsProps) {
  const next = nextStates(state, level);
  const isSent = appeal.submission !== null;
  const isLost = state === 'upheld' || state === 'partly-overturned';
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {state === 'draft' && <Button kind="primary" onPress={() => onMove('in-review')}>Give it to be checked</Button>}
        {state === 'in-review' && <Button kind="primary" isDisabled={faults > 0 || may === 'own-work'} onPress={onCheck}>Check it</Button>}
        {state === 'ready' && <Button kind="primary" isDisabled={check !== 'valid'} onPress={onSend}>Record that it was sent</Button>}
        {moves.filter((to) => next.includes(to)).map((to) => <Button key={to} kind={to === 'receipt-confirmed' ? 'primary' : 'plain'} onPress={() => onMove(to)}>{appealStateWords(to)}</Button>)}
        {isSent && mayFollow(state, 'upheld', level) && <Button kind={state === 'sent' ? 'plain' : 'primary'} onPress={onOutcome}>Outcome</Button>}
        {isLost && <Button onPress={onStop}>Stop here</Button>}
        {state === 'overturned' && <Button kind="primary" onPress={() => onMove('closed')}>Payment seen, close</Button>}
        {(state === 'withdrawn' || state === 'dismissed') && <Button onPress={() => onMove('closed')}>Close</Button>}
        {next.includes('draft') && <Button kind="quiet" onPress={() => onMove('draft')}>Back to draft</Button>}
        {!isSent && next.includes('withdrawn') && <Button kind="quiet" onPress={onOutcome}>Withdraw</Button>}
        {state !== 'closed' && <Button kind="quiet" onPress={onTalk}>Talk between physicians</Button>}
        {onEscalate !== null && <Button kind="quiet" onPress={onEscalate}>Escalate</Button>}
      </div>
      {state === 'in-review' && may === 'own-work' && <p className="text-ink-2">Somebody else has to check this: you worked on it.</p>}
      {state === 'in-review' && faults > 0 && <p className="text-ink-2">It cannot be ready while something is missing.</p>}
      {state === 'ready' && check === 'void' && <p className="text-over">The claim or a text changed after the check. Take it back to draft and have it checked again.</p>}
      {isLost && <p className="text-ink-2">Start the next level from the case, or write down why it ends here.</p>}
    </div>
  );
}
