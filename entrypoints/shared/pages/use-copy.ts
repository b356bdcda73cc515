import { useQuery } from './use-query.ts';
import { readWorkTexts } from '../../../storage/calls/work-texts.ts';
import type { StatusMessage } from '../../../components/ui/StatusLine.tsx';
import { clearLater, outlivesCopying, stopClearing } from './clipboard-clearing.ts';
import { copyText } from './copy-text.ts';
import type { OpenVault } from './open-vault.ts';

const clearedWords = { cleared: 'The clipboard was cleared.', replaced: null, kept: 'The copied text is still on the clipboard: the browser lets Overturn clear it only while this window is in front.' } as const;

/** Copies a text and takes it from the clipboard again after the practice's time, where the browser allows; says where it does not. */
export function useCopy({ db, vault }: OpenVault, onMessage: (message: StatusMessage) => void): (text: string, done: string) => Promise<boolean> {
  const texts = useQuery(async () => readWorkTexts(db, vault), [db, vault]);
  const seconds = texts.state === 'ready' ? texts.value.details.value.clearClipboardSeconds : null;
  return async (text, done) => {
    stopClearing();
    if (!(await copyText(text))) {
      onMessage({ tone: 'problem', text: 'The browser did not allow copying. Select the text and copy it.' });
      return false;
    }
    onMessage({ tone: 'done', text: seconds !== null && !outlivesCopying() ? `${done} The popup cannot clear the clipboard later; the side panel can.` : done });
    if (seconds !== null && outlivesCopying()) clearLater(text, seconds, (outcome) => { const words = clearedWords[outcome]; if (words !== null) onMessage({ tone: outcome === 'kept' ? 'problem' : 'done', text: words }); });
    return true;
  };
}
