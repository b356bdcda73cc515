/**
 * What became of a copied text when its time was over. `kept`: the browser does not let us look or write while another window is in
 * front, and something of somebody else's may be there by now; so it is left, and said.
 */
export type ClearingOutcome = 'cleared' | 'replaced' | 'kept';

let running: { timer: ReturnType<typeof setTimeout>; stop: () => void } | null = null;

async function mayRead(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state === 'granted';
  } catch {
    return false; // Firefox knows no such permission
  }
}

async function clearIfOurs(text: string, wasAway: boolean): Promise<ClearingOutcome> {
  try {
    if (await mayRead()) {
      if ((await navigator.clipboard.readText()) !== text) return 'replaced';
    } else if (wasAway) return 'kept';
    // A blank, because some systems take an empty text for no change.
    await navigator.clipboard.writeText(' ');
    return 'cleared';
  } catch {
    return 'kept'; // the page is not in front
  }
}

/**
 * Takes a copied text from the clipboard after a while, where the browser allows: at once if it may be read and is still ours, or if
 * this page was in front the whole time and nothing else was copied in it. Never takes away what somebody copied elsewhere.
 */
export function clearLater(text: string, seconds: number, done: (outcome: ClearingOutcome) => void): void {
  stopClearing();
  let wasAway = false;
  let isReplaced = false;
  const away = () => { wasAway = true; };
  const copied = () => { isReplaced = true; };
  const stop = () => {
    removeEventListener('blur', away);
    document.removeEventListener('copy', copied);
    document.removeEventListener('cut', copied);
  };
  addEventListener('blur', away);
  document.addEventListener('copy', copied);
  document.addEventListener('cut', copied);
  const timer = setTimeout(() => {
    stop();
    running = null;
    if (isReplaced) { done('replaced'); return; }
    void clearIfOurs(text, wasAway).then(done);
  }, seconds * 1000);
  running = { timer, stop };
}

/** Another text was copied: the time of the one before is over. */
export function stopClearing(): void {
  if (running === null) return;
  clearTimeout(running.timer);
  running.stop();
  running = null;
}

/** Whether this page is there when the time is over; a popup is closed long before its time is over. */
export const outlivesCopying = (): boolean => !location.pathname.startsWith('/popup');
