import type { PageNow } from '../../rules/review/page-now.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Says what became of the page while the card is open over it. The card keeps what was read until a person takes something over. */
export function PageMoved({ now, readAt, what, onTakeAll, onReviewNow }: { now: PageNow; /** The moment the card's values were read, as shown. */ readAt: string; /** Which claim saving goes to. */ what: string; onTakeAll: () => void; onReviewNow: () => void }) {
  if (now.state === 'same') return null;
  if (now.state === 'changed') {
    const parts = [now.values > 0 ? plural(now.values, 'value', 'values') : '', now.newRows > 0 ? plural(now.newRows, 'more row', 'more rows') : '', now.codesChanged ? 'codes or lines' : ''].filter((part) => part !== '');
    return (
      <div className="px-3 pt-3" role="status">
        <Notice title="The page says more by now" action={<Button size="small" onPress={onTakeAll}>{now.values > 0 || now.codesChanged ? 'Take over what is new' : 'Show the rows'}</Button>}>
          Since {readAt}: {parts.join(', ')}. What you typed stays as it is.
        </Notice>
      </div>
    );
  }
  return (
    <div className="px-3 pt-3" role="status">
      <Notice tone="caution" title={now.state === 'gone' ? 'The page no longer shows this' : now.claims === 1 ? 'The page now shows another claim' : 'The page now shows other claims'} {...(now.state === 'moved' ? { action: <Button size="small" onPress={onReviewNow}>Review what it shows now</Button> } : {})}>
        Saving goes to <span className="foreign font-medium text-ink">{what}</span>, as read at {readAt}.
      </Notice>
    </div>
  );
}
