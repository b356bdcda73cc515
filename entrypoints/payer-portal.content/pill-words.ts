import type { CommandReply } from '../../rules/protocol/commands.ts';
import type { PillWords } from './pill.ts';

type Offer = CommandReply<'capture:offer'>;

export const UPDATED: PillWords = { text: 'Overturn was updated: reload this page', tone: 'quiet', hint: 'Nothing you typed in Overturn is lost.' };
export const CLICK_AGAIN: PillWords = { text: 'Click again: review in the side panel', tone: 'quiet', hint: 'This page does not allow the card to open inside it.' };
export const FROM_TOOLBAR: PillWords = { text: 'Open Overturn from the toolbar', tone: 'quiet', hint: 'The browser did not open the side panel from this page. The toolbar button shows the same review.' };

/** Said while the portal counts down. Nothing is done about it: the session is the portal's. */
export function endingWords(seconds: number | null): PillWords {
  return { text: seconds === null ? 'Portal is about to sign you out' : `Portal signs you out in ${seconds} s`, tone: 'over', hint: 'What you typed in Overturn is kept. Overturn never presses a button of the portal.' };
}

/** What the pill says of what the background answered; null where it says nothing. */
export function wordsFor(offer: Offer): PillWords | null {
  if (offer.claims === 0 && offer.captureId !== null && offer.word !== null) return { text: offer.word, tone: 'quiet', hint: 'No claim here. Click to keep what the page says of this member.' };
  if (offer.claims === 0 || (offer.captureId === null && !offer.locked)) return null;
  const many = offer.claims > 1 ? `${offer.claims} claims` : (offer.word ?? 'claim');
  if (offer.locked) return { text: `${many} · locked`, tone: 'quiet', hint: 'Unlock Overturn from the toolbar to work on this page.' };
  const tracked = offer.tracked === 0 ? 'Not in your queue yet' : offer.claims === 1 ? 'In your queue' : `${offer.tracked} of ${offer.claims} in your queue`;
  if (offer.daysLeft === null) return { text: many, tone: 'plain', hint: `${tracked}. Click to review.` };
  const days = offer.daysLeft < 0 ? `${-offer.daysLeft} days over` : offer.daysLeft === 0 ? 'today' : offer.daysLeft === 1 ? '1 day' : `${offer.daysLeft} days`;
  return { text: `${many} · ${days}`, tone: offer.daysLeft < 0 ? 'over' : offer.daysLeft <= 7 ? 'soon' : 'plain', hint: `${tracked}. Click to review.` };
}
