import { sessionCountdown } from '../../rules/portals/session-countdown.ts';
import { ask } from './ask.ts';

const MESSAGES = 'dialog[open],[role=dialog],[role=alertdialog],[role=alert],[aria-modal=true],[class*=modal i],[class*=timeout i],[id*=timeout i],[class*=session i],[id*=session i]';
const MOST_ASKED = 30;

/**
 * Notices the portal's own countdown to a sign-out and tells the background once, and once more when it is gone. It reads
 * the message and nothing else: no button is pressed, no request made, the session is the portal's and the person's.
 */
export class SessionGuard {
  #isEnding = false;

  look(): void {
    const found = countdownOnPage();
    if ((found !== null) === this.#isEnding) return;
    this.#isEnding = found !== null;
    void ask('portal:session-ending', { isEnding: found !== null, seconds: found?.seconds ?? null, isWatched: document.hasFocus() });
  }
}

function countdownOnPage(): { seconds: number | null } | null {
  let asked = 0;
  for (const element of document.querySelectorAll<HTMLElement>(MESSAGES)) {
    if (asked === MOST_ASKED) break;
    const text = element.textContent ?? '';
    if (text.length < 12 || text.length > 1500) continue;
    asked += 1;
    const found = sessionCountdown(text);
    if (found === null || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width > 1 && height > 1) return found;
  }
  return null;
}
