import { GraduationCap } from 'lucide-react';
import { Button } from '../ui/Button.tsx';

/** The way into practice mode, with what it does in one breath. `isStarted`: there is an invented practice from an earlier time. */
export function TrainingOffer({ isStarted, isBusy, isOpen, problem, onEnter, onDelete }: { isStarted: boolean; isBusy: boolean; /** The practice's own vault is open and will be locked. */ isOpen: boolean; problem: string | null; onEnter: () => void; onDelete?: () => void }) {
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="max-w-prose text-ink-2">Invented patients, invented payers and portal pages that come with Overturn: close five denials in half an hour and see how everything works. It is kept apart from your own data{isOpen ? ', which are locked meanwhile' : ''}, uses no network, and ends when you leave it or close the browser.</p>
      <div className="flex flex-wrap gap-2">
        <Button icon={<GraduationCap aria-hidden className="size-3.5" />} isPending={isBusy} isDisabled={isBusy} onPress={onEnter}>{isStarted ? 'Go on with practice mode' : 'Start practice mode'}</Button>
        {isStarted && onDelete !== undefined && <Button kind="quiet" isDisabled={isBusy} onPress={onDelete}>Delete its data</Button>}
      </div>
      {problem !== null && <p role="alert" className="text-over">{problem}</p>}
    </div>
  );
}
