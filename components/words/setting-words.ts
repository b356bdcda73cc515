import { wordOf } from './word-of.ts';

/** Settings as the forms name them. */
const names: Record<string, string> = {
  timeZone: 'Time zone', idleMinutes: 'Lock after', notifications: 'Notifications', followUpDays: 'Look again after', pill: 'Place of the pill', theme: 'Look', workingDays: 'Working days', quietHours: 'Quiet hours',
  digestAt: "Morning's card at", escalateAfterDays: 'Tell the leads of overdue claims after', staleAfterDays: 'Mark rules not looked at for', caseYears: 'Closed cases are kept', trailYears: 'The trail is kept', cover: 'Covered on a case',
};
const units: Record<string, string> = { idleMinutes: 'minute', followUpDays: 'day', escalateAfterDays: 'working day', staleAfterDays: 'day', caseYears: 'year', trailYears: 'year' };
const chosen: Record<string, string> = { member: 'Member ID and birth date', numbers: 'All numbers', system: 'As the system', light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' };
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const clock = (minutes: number): string => `${Math.floor(minutes / 60) % 12 === 0 ? 12 : Math.floor(minutes / 60) % 12}:${String(minutes % 60).padStart(2, '0')} ${minutes < 720 ? 'am' : 'pm'}`;

function valueWords(key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (key === 'digestAt' && typeof value === 'number') return clock(value);
  if (typeof value === 'number') return Object.hasOwn(units, key) ? `${value} ${units[key] ?? ''}${value === 1 ? '' : 's'}` : String(value);
  if (typeof value === 'string') return value === '' ? 'none' : Object.hasOwn(chosen, value) ? chosen[value] ?? value : value.replaceAll('_', ' ');
  if (Array.isArray(value)) return value.map((day) => weekdays[Number(day) - 1] ?? String(day)).join(', ');
  const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
  if (typeof from === 'number' && typeof to === 'number') return from === to ? 'none' : `${clock(from)} to ${clock(to)}`;
  return JSON.stringify(value) ?? 'none';
}

/** `Lock after: 15 minutes, now 60 minutes`, from the subject of a row; of rows that only named the settings, the names. */
export function settingChangeWords(subject: string): string {
  let read: unknown = null;
  try {
    read = subject.startsWith('{') ? JSON.parse(subject) : null;
  } catch {
    return subject; // nothing of ours: shown as it stands
  }
  if (typeof read !== 'object' || read === null) return subject.split(',').map((key) => (Object.hasOwn(names, key) ? wordOf(names, key) : key)).join(', ');
  return Object.entries(read).map(([key, pair]) => {
    const [was, now] = Array.isArray(pair) ? pair as unknown[] : [];
    return `${wordOf(names, key)}: ${valueWords(key, was)}, now ${valueWords(key, now)}`;
  }).join('; ');
}
