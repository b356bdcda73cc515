import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { CommandReply } from '../../rules/protocol/commands.ts';
import type { PortalMessage } from '../../rules/protocol/portal-messages.ts';
import type { FrameReading } from '../../rules/portals/reader/read-document.ts';
import { ask } from './ask.ts';
import { findOnPage } from './find-on-page.ts';
import { isStillLoading } from '../../rules/portals/reader/still-loading.ts';
import { worthReading } from '../../rules/portals/reader/worth-reading.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';
import { Outline } from './outline.ts';
import { Pill } from './pill.ts';
import type { PillWords } from './pill.ts';
import { readerInFrame } from './reader-in-frame.ts';
import { watchPage } from './watch-page.ts';

type Offer = CommandReply<'capture:offer'>;

const STILL_MS = 400;
const MOST_WAITS = 15;
const LAY_AFTER_MS = 150;
const NOTHING_TO_LEND: FrameReading['context'] = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };

/**
 * One frame of one portal page: reads it when it is still, offers the reading to the background, and in the top frame shows the pill.
 *
 * Nothing is decided here. The background joins the frames of a tab and says what the pill may show; the card gets its data from there.
 */
export async function startPortalSession(ctx: ContentScriptContext): Promise<void> {
  const terms = await ask('portal:terms', {});
  if (!terms.ok || terms.value.mode === 'hands-off' || terms.value.mode === 'read-only') return;

  const isTop = window.top === window;
  /** A new one per document, so that a view that was left can never be taken for the one in front. */
  const pageId = crypto.randomUUID();
  const pill = isTop ? new Pill(terms.value.pill, { onPress: () => void press(), onMoved: (place) => void ask('pill:moved', place), onClosed: () => outline.clear() }) : null;
  const outline = new Outline();
  let lastGiven = '';
  let isChecking = false;
  let waits = 0;
  let offer: Offer | null = null;
  let panelIsNext = false;

  /** Most pages of a portal end at the cheap question, without the reader ever being brought in. */
  const read = async (): Promise<FrameReading> => {
    const readFrame = worthReading(document) ? await readerInFrame() : null;
    return readFrame?.(document, { source: location.host, now: () => performance.now() }) ?? { reading: blankReading(location.host), context: NOTHING_TO_LEND };
  };

  const look = async (again = false): Promise<void> => {
    // While the card is open the page is its evidence: a change is taken up once it is closed.
    if (ctx.isInvalid || pill?.cardIsOpen === true) return;
    const frame = await read();
    if (!again && JSON.stringify(frame) === lastGiven) return;
    if (frame.reading.kind === 'none') await give(frame);
    else giveWhenStill(frame);
  };

  /** A claim is offered once two readings in a row agree: portals fill their cards one by one. */
  const giveWhenStill = (before: FrameReading): void => {
    if (isChecking) return;
    isChecking = true;
    ctx.setTimeout(() => void lookAgain(before), STILL_MS);
  };

  const lookAgain = async (before: FrameReading): Promise<void> => {
    isChecking = false;
    const now = await read();
    waits += 1;
    // A page that says it is still loading is believed for a while; some spin for ever.
    const isWhole = waits >= MOST_WAITS || !isStillLoading(document);
    if (isWhole && JSON.stringify(now) === JSON.stringify(before)) await give(now);
    else if (!document.hidden) giveWhenStill(now);
  };

  const give = async ({ reading, context }: FrameReading): Promise<void> => {
    waits = 0;
    lastGiven = JSON.stringify({ reading, context });
    const reply = await ask('capture:offer', { reading, context, pageId });
    if (!reply.ok) {
      if (reply.error.code === 'context-gone') pill?.show({ text: 'Overturn was updated: reload this page', tone: 'quiet', hint: 'Nothing you typed in Overturn is lost.' });
      else pill?.hide();
      return;
    }
    offer = reply.value;
    const words = wordsFor(offer);
    if (words === null) pill?.hide();
    else pill?.show(words);
  };

  const press = async (): Promise<void> => {
    if (pill === null) return;
    if (panelIsNext) {
      const reply = await ask('capture:open-panel', {});
      panelIsNext = !(reply.ok && reply.value.opened);
      if (panelIsNext) pill.show({ text: 'Open Overturn from the toolbar', tone: 'quiet', hint: 'The browser did not open the side panel from this page. The toolbar button shows the same review.' });
      else if (offer !== null) pill.show(wordsFor(offer) ?? { text: 'claim', tone: 'quiet', hint: '' });
      return;
    }
    if (pill.cardIsOpen || offer === null || offer.captureId === null) {
      pill.closeCard();
      return;
    }
    // What came in since the last look belongs on the card: it shows the page as it is at the press.
    const now = await read();
    if (JSON.stringify(now) !== lastGiven) await give(now);
    if (offer?.captureId !== null && offer?.captureId !== undefined) openCard(offer.captureId);
  };

  const openCard = (captureId: string): void => {
    if (pill === null) return;
    pill.openCard(`${browser.runtime.getURL('/review.html')}?capture=${captureId}`);
    let answered = false;
    const hear = (message: unknown) => {
      if (isForPortal(message) && message.say === 'card-open') answered = true;
    };
    browser.runtime.onMessage.addListener(hear);
    ctx.setTimeout(() => {
      browser.runtime.onMessage.removeListener(hear);
      if (answered || !pill.cardIsOpen) return;
      // This page refuses the frame. Opening the panel needs a gesture, and this one is over: say so, the next click does it.
      pill.closeCard();
      panelIsNext = true;
      pill.show({ text: 'Click again: review in the side panel', tone: 'quiet', hint: 'This page does not allow the card to open inside it.' });
    }, 4000);
  };

  browser.runtime.onMessage.addListener((message: unknown) => {
    if (!isForPortal(message)) return;
    if (message.say === 'refresh') void look(true);
    else if (message.say === 'close-card') {
      outline.clear();
      pill?.closeCard();
      void look(true);
    } else if (message.say === 'open-card') openCard(message.captureId);
    else if (message.say === 'highlight') {
      const place = message.raw === null ? null : findOnPage(message.raw, message.label);
      if (place === null) outline.clear();
      else outline.show(place);
    }
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
  ctx.addEventListener(window, 'pagehide', () => void ask('capture:withdraw', { pageId }));
  ctx.onInvalidated(() => pill?.show({ text: 'Overturn was updated: reload this page', tone: 'quiet', hint: 'Nothing you typed in Overturn is lost.' }));
  watchPage(ctx, () => void look());
}

function isForPortal(message: unknown): message is PortalMessage {
  return typeof message === 'object' && message !== null && (message as { overturn?: unknown }).overturn === 1 && (message as { to?: unknown }).to === 'portal';
}

function wordsFor(offer: Offer): PillWords | null {
  if (offer.claims === 0 || (offer.captureId === null && !offer.locked)) return null;
  const many = offer.claims > 1 ? `${offer.claims} claims` : (offer.word ?? 'claim');
  if (offer.locked) return { text: `${many} · locked`, tone: 'quiet', hint: 'Unlock Overturn from the toolbar to work on this page.' };
  const tracked = offer.tracked === 0 ? 'Not in your queue yet' : offer.claims === 1 ? 'In your queue' : `${offer.tracked} of ${offer.claims} in your queue`;
  if (offer.daysLeft === null) return { text: many, tone: 'plain', hint: `${tracked}. Click to review.` };
  const days = offer.daysLeft < 0 ? `${-offer.daysLeft} days over` : offer.daysLeft === 0 ? 'today' : offer.daysLeft === 1 ? '1 day' : `${offer.daysLeft} days`;
  return { text: `${many} · ${days}`, tone: offer.daysLeft < 0 ? 'over' : offer.daysLeft <= 7 ? 'soon' : 'plain', hint: `${tracked}. Click to review.` };
}
