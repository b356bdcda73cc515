import { fieldDifferences } from '../../rules/library/rule-difference.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { momentWords } from '../words/day-words.ts';
import { DifferenceList } from './DifferenceList.tsx';

export type Meanwhile = { userName: string; atMs: number; theirs: object; mine: object };

/** Somebody else saved the same entry while this one was typed: both versions, and who decides. Nothing is dropped but by a press. */
export function MeanwhileNotice({ meanwhile, onKeepMine, onTakeTheirs }: { meanwhile: Meanwhile; onKeepMine: () => void; onTakeTheirs: () => void }) {
  const { userName, atMs, theirs, mine } = meanwhile;
  return (
    <Notice tone="caution" title={`${userName === '' ? 'A colleague' : userName} saved this meanwhile, ${momentWords(atMs)}`}>
      <div className="flex flex-col gap-2">
        <p>Yours is not saved yet. What was saved meanwhile stays in the history either way.</p>
        <DifferenceList differences={fieldDifferences(theirs, mine)} wasTitle="Saved meanwhile" nowTitle="Yours" />
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={onKeepMine}>Go on with mine</Button>
          <Button size="small" kind="quiet" onPress={onTakeTheirs}>Drop mine, take theirs</Button>
        </div>
      </div>
    </Notice>
  );
}
