import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { momentWords } from '../words/day-words.ts';

/** Above the sign-in after a restore, until somebody has signed in. */
export function RestoredNotice({ madeMs, onPutBack }: { madeMs: number; onPutBack: () => void }) {
  return (
    <div className="mx-auto w-full max-w-80 px-6 pt-6">
      <Notice title={`Restored from the backup of ${momentWords(madeMs)}`} action={<Button size="small" onPress={onPutBack}>Put back what was here before</Button>}>
        Sign in with a passphrase of that day. After that, what was here before is gone from this browser.
      </Notice>
    </div>
  );
}
