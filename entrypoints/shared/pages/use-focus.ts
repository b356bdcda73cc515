import { skipWords } from '../../../components/queue/FocusBar.tsx';
import type { StatusMessage } from '../../../components/ui/StatusLine.tsx';
import { caseInFocus, dropFromFocus, skipInFocus, startFocus, workedInFocus } from '../../../rules/queue/focus-run.ts';
import type { FocusRun, SkipReason } from '../../../rules/queue/focus-run.ts';
import { queueIds } from '../../../storage/queries/queue-page.ts';
import { holdKeys } from '../../../components/ui/held-keys.ts';
import { sendCommand } from '../send-command.ts';
import type { OpenVault } from './open-vault.ts';
import type { QueuePlace } from './panes/QueuePane.tsx';
import { useFocusRun } from './use-focus-run.ts';
import { useToday } from './use-today.ts';

/** Cases of one run: more than a day's work, so that a view of thousands is begun at once. */
const MOST = 300;

export type Focus = { run: FocusRun | null; start: () => void; next: () => void; skip: (reason: SkipReason) => void; leave: () => void; back: () => void };

/** Working through the present view one case at a time. */
export function useFocus({ db }: OpenVault, { place, openCase, onEmpty, onMessage }: { place: QueuePlace; openCase: (caseId: string) => void; onEmpty: () => void; onMessage: (message: StatusMessage) => void }): Focus {
  const today = useToday();
  const [run, setRun] = useFocusRun();
  /** Opens the case in front, or says that the run is over. Cases that were closed or given away meanwhile are passed over. */
  const go = async (wanted: FocusRun) => {
    holdKeys(); // or the next key would act on the case that is being left
    let now = wanted;
    for (let id = caseInFocus(now); id !== null; id = caseInFocus(now)) {
      const row = await db.cases.get(id);
      if (row !== undefined && row.open === 1) {
        setRun(now);
        openCase(id);
        return;
      }
      now = dropFromFocus(now, id);
    }
    setRun(null);
    onEmpty();
    onMessage({ tone: 'done', text: now.total === 0 ? 'No case of this view can be worked.' : `Done: ${now.done} of ${now.total} worked${now.passed > 0 ? `, ${now.passed} left for another day` : ''}.` });
  };
  return {
    run,
    start: () => void (async () => go(startFocus((await queueIds(db, place.filter, today)).slice(0, MOST))))(),
    next: () => { if (run !== null) void go(workedInFocus(run)); },
    skip: (reason) => {
      const id = run === null ? null : caseInFocus(run);
      if (run === null || id === null) return;
      // Why it was passed over stays with the case, for whoever opens it next.
      void sendCommand('case:add-note', { caseId: id, text: `Skipped: ${skipWords(reason).toLowerCase()}.` });
      void go(skipInFocus(run, reason));
    },
    leave: () => { setRun(null); onEmpty(); },
    back: () => { const id = run === null ? null : caseInFocus(run); if (id !== null) openCase(id); },
  };
}
