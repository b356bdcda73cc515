import type { PracticePayer } from '../domain/practice.ts';

const twelveHours = (minute: number): string => {
  const hour = Math.floor(minute / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
};

/**
 * When a filing counts as received on its day, in a sentence. Where nobody wrote the payer's cut-off down, five in the afternoon
 * of its own zone is assumed, and said to be an assumption.
 */
export function cutOffWords(payer: PracticePayer | null): string {
  const cutOff = payer?.cutOff ?? null;
  return cutOff === null
    ? 'This payer\'s cut-off is not on file: take 5:00 PM at the payer for the end of its day.'
    : `The payer's day ends at ${twelveHours(cutOff.minute)} ${cutOff.timeZone.replaceAll('_', ' ')} time; what comes later, or on a closed day, counts for the next business day.`;
}
