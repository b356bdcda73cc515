import { isoOfDay } from '../calendar/calendar-day.ts';
import { NO_DAY } from '../domain/day-number.ts';
import type { Json } from './field-register.ts';

/** The short name of a field by its path, as the timeline names what changed: `memberId`, `owner`, `overrides`, `appeal signer`. */
export function fieldName(path: string): string {
  const parts = path.split('/');
  const [kind = '', second = '', third = ''] = parts;
  if (kind === 'facts') return second;
  if (kind === 'plan') return second === 'ownerId' ? 'owner' : second;
  if (kind === 'standing') return 'state';
  if (kind === 'appeal' || kind === 'correction') return `${kind} ${third}`;
  return kind;
}

const LONGEST = 300;
/** Facts that are cents. */
export const MONEY_FACTS: readonly string[] = ['facts/charge', 'facts/allowed', 'facts/paid', 'facts/patientResponsibility'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A value in one line, for the timeline: what was typed itself, a day as a date; of what has parts, those that are told. */
export function valueText(path: string, value: Json): string | null {
  if (value === null) return null;
  if (typeof value === 'number' && /Day$/u.test(path)) return value === NO_DAY ? null : isoOfDay(value);
  if (typeof value === 'number' && MONEY_FACTS.includes(path)) return (value / 100).toFixed(2);
  if (path.includes('/removedDocuments/')) return 'a document, for good';
  if (path.startsWith('asks/') && typeof value === 'object' && 'words' in value) return textOf(value.words).slice(0, LONGEST);
  if (typeof value !== 'object') return String(value).slice(0, LONGEST);
  if (path === 'standing' && 'state' in value) {
    const { state, resolution } = value as { state: Json; resolution?: Json };
    const ending = typeof resolution === 'object' && resolution !== null && 'outcome' in resolution ? `, ${textOf(resolution.outcome)}` : '';
    return `${textOf(state)}${ending}`.slice(0, LONGEST);
  }
  const parts = Object.entries(value).filter(([name, inner]) => !/^(?:atMs|byUser|settledMs|settledBy|postedBy|postedMs|observationId)$/u.test(name) && inner !== null && inner !== '');
  return parts.map(([name, inner]) => `${name} ${typeof inner === 'object' ? JSON.stringify(inner) : String(inner)}`).join(', ').slice(0, LONGEST);
}
