import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { PortalMessage } from '../../rules/protocol/portal-messages.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { ask } from './ask.ts';
import { findOnPage } from './find-on-page.ts';
import { Offering } from './offering.ts';
import type { Answered, Offer } from './offering.ts';
import { Outline } from './outline.ts';
import { Pill } from './pill.ts';
import type { PillWords } from './pill.ts';
import { CLICK_AGAIN, endingWords, FROM_TOOLBAR, UPDATED, wordsFor } from './pill-words.ts';
import type { RowMarks } from './row-marks.ts';
import { SessionGuard } from './session-guard.ts';
import { PageWatch } from './watch-page.ts';

const LAY_AFTER_MS = 150;
/** After it was loaded; a page of thousands of rows takes its time before that, and a busy computer after it: a card must not be given up for one. */
const CARD_ANSWERS_MS = 6000;
const CARD_LOADS_MS = 15_000;

/**
 * One frame of one portal page: reads it when it is still, offers the reading to the background, marks the rows that are in
 * the queue already, and in the top frame shows the pill.
 *
 * Nothing is decided here. The background joins the frames of a tab and says what may be shown; the card gets its data from there.
 */
export async function startPortalSession(ctx: ContentScriptContext): Promise<void> {
  const terms = await ask('portal:terms', {});
  if (!terms.ok || terms.value.mode === 'hands-off' || terms.value.mode === 'read-only') return;

  const outline = new Outline();
  const pill = window.top === window ? new Pill(terms.value.pill, { onPress: () => void press(), onMoved: (place) => void ask('pill:moved', place), onClosed: () => outline.clear() }) : null;
  const stopped = new AbortController();
  let marks: RowMarks | null = null;
  let offer: Offer | null = null;
  let panelIsNext = false;
  let cardIsAnswered = false;
  /** The portal's countdown comes before everything else the pill has to say. */
  let ending: PillWords | null = null;

  const answered: Answered = (reply, { reading }) => {
    if (!reply.ok) {
      marks?.clear();
      if (reply.error.code === 'context-gone') pill?.show(UPDATED);
      else pill?.hide();
      return;
    }
    takeOffer(reply.value);
    showMarks(reading, reply.value.marks);
  };
  const offering = new Offering(ctx, { changes: () => watch.changes, answered, unchanged: () => marks?.laySoon() });

  const takeOffer = (next: Offer): void => {
    offer = next;
    const words = ending ?? wordsFor(next);
    if (words !== null) pill?.show(words);
    // A card that is open says itself that the page shows something else by now.
    else if (pill?.cardIsOpen === false) pill.hide();
  };

  const showMarks = (reading: Reading, wanted: Offer['marks']): void => {
    if (wanted.length > 0 && globalThis.overturnRows !== undefined) marks ??= new globalThis.overturnRows.RowMarks(() => void (pill === null ? ask('capture:show', {}) : press()), stopped.signal);
    marks?.show(reading, wanted);
  };

  const press = async (): Promise<void> => {
    if (pill === null) return;
    if (panelIsNext) {
      const reply = await ask('capture:open-panel', {});
      panelIsNext = !(reply.ok && reply.value.opened);
      if (panelIsNext) pill.show(FROM_TOOLBAR);
      else if (offer !== null) pill.show(wordsFor(offer) ?? { text: 'claim', tone: 'quiet', hint: '' });
      return;
    }
    if (pill.cardIsOpen || offer === null || offer.captureId === null) {
      pill.closeCard();
      return;
    }
    // What came in since the last look belongs on the card: it shows the page, in all its frames, as it is at the press.
    await offering.lookNow();
    const all = await ask('capture:gather', {});
    if (all.ok) takeOffer(all.value);
    else if (all.error.code === 'context-gone') {
      pill.show(UPDATED); // the card would be a page of an extension that is not there any more
      return;
    }
    if (offer.captureId !== null) openCard(offer.captureId);
  };

  const openCard = (captureId: string): void => {
    if (pill === null) return;
    cardIsAnswered = false;
    const giveUp = () => {
      if (cardIsAnswered || !pill.cardIsOpen) return;
      // This page refuses the frame. Opening the panel needs a gesture, and this one is over: say so, the next click does it.
      pill.closeCard();
      panelIsNext = true;
      pill.show(CLICK_AGAIN);
    };
    pill.openCard(`${browser.runtime.getURL('/review.html')}?capture=${captureId}`, () => ctx.setTimeout(giveUp, CARD_ANSWERS_MS));
    ctx.setTimeout(giveUp, CARD_LOADS_MS);
  };

  /** True where what was said could be done. */
  const hear = async (message: PortalMessage): Promise<boolean> => {
    switch (message.say) {
      case 'refresh': void offering.again(); return true;
      case 'look-now': await offering.lookNow(); return true;
      case 'press': void press(); return true;
      case 'card-open': {
        cardIsAnswered = true;
        pill?.focusCard();
        return true;
      }
      case 'close-card': {
        outline.clear();
        pill?.closeCard();
        void offering.again();
        return true;
      }
      case 'session-ending': {
        ending = message.isEnding ? endingWords(message.seconds) : null;
        if (ending !== null) pill?.show(ending);
        else if (offer !== null) takeOffer(offer);
        else pill?.hide();
        return true;
      }
      case 'highlight': {
        const place = message.raw === null ? null : findOnPage(message.raw, message.label);
        if (place === null) outline.clear();
        else outline.show(place);
        return place !== null;
      }
    }
  };
  // The one form of answering later that every browser understands; see background/router.ts.
  browser.runtime.onMessage.addListener((message: unknown, _sender: unknown, sendResponse: (reply: unknown) => void) => {
    if (ctx.isInvalid || !isForPortal(message)) return undefined;
    void hear(message).then(sendResponse);
    return true;
  });

  if (pill !== null) {
    let settle = 0;
    const layWhenStill = () => {
      clearTimeout(settle);
      settle = ctx.setTimeout(() => pill.layAgain(), LAY_AFTER_MS);
    };
    ctx.addEventListener(window, 'resize', layWhenStill);
    ctx.addEventListener(document, 'scroll', layWhenStill, { capture: true, passive: true });
  }
  // An outline stands where its value stood when it was drawn.
  ctx.addEventListener(document, 'scroll', () => outline.clear(), { capture: true, passive: true });
  ctx.addEventListener(window, 'pagehide', () => offering.withdraw());
  ctx.addEventListener(window, 'pageshow', (event) => { if (event.persisted) offering.comeBack(); });
  ctx.onInvalidated(() => {
    stopped.abort();
    pill?.show(UPDATED);
  });
  const guard = new SessionGuard();
  const watch = new PageWatch(ctx, () => {
    guard.look();
    void offering.look();
  });
}

function isForPortal(message: unknown): message is PortalMessage {
  return typeof message === 'object' && message !== null && (message as { overturn?: unknown }).overturn === 1 && (message as { to?: unknown }).to === 'portal';
}
