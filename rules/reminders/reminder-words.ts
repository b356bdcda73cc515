import { FOLLOW_UP } from './due-reminders.ts';
import type { DueReminder } from './due-reminders.ts';

type Group = 'appeal' | 'send' | 'follow-up';

const groupOf = (action: string): Group =>
  action === FOLLOW_UP ? 'follow-up' : action.startsWith('appeal') || action === 'reconsideration' || action === 'external-review' ? 'appeal' : 'send';

const byWhen = (daysLeft: number): string => (daysLeft === 0 ? 'by today' : daysLeft === 1 ? 'by tomorrow' : `within ${daysLeft} days`);

/** The line of one group: how many claims, what has to happen, by when. No name, no number of a claim, no payer. */
function line(group: Group, daysLeft: number, count: number): string {
  const claims = count === 1 ? '1 claim' : `${count} claims`;
  const followUps = count === 1 ? '1 follow-up' : `${count} follow-ups`;
  if (group === 'follow-up') return daysLeft < 0 ? `${followUps} overdue` : `${followUps} due today`;
  if (daysLeft < 0) return `${claims} ${count === 1 ? 'is' : 'are'} past the last day${group === 'appeal' ? ' for an appeal' : ''}`;
  return group === 'appeal' ? `${claims} must be appealed ${byWhen(daysLeft)}` : `${claims} must be worked ${byWhen(daysLeft)}`;
}

/** What a notification says: most pressing first, one line per day and kind, at most `most` lines. Null when there is nothing to say. */
export function reminderWords(due: readonly DueReminder[], most = 4): { title: string; message: string } | null {
  if (due.length === 0) return null;
  const groups = new Map<string, { group: Group; daysLeft: number; cases: Set<string> }>();
  for (const { action, daysLeft, caseId } of due) {
    const group = groupOf(action);
    const days = daysLeft < 0 ? -1 : daysLeft;
    const key = `${group} ${days}`;
    const kept = groups.get(key) ?? { group, daysLeft: days, cases: new Set<string>() };
    kept.cases.add(caseId);
    groups.set(key, kept);
  }
  const order: Group[] = ['appeal', 'send', 'follow-up'];
  const sorted = [...groups.values()].sort((a, b) => a.daysLeft - b.daysLeft || order.indexOf(a.group) - order.indexOf(b.group));
  const lines = sorted.slice(0, most).map(({ group, daysLeft, cases }) => line(group, daysLeft, cases.size));
  const rest = sorted.length - lines.length;
  if (rest > 0) lines.push('and more: open Overturn');
  const claims = new Set(due.map((reminder) => reminder.caseId)).size;
  return { title: claims === 1 ? 'Overturn: 1 claim needs you' : `Overturn: ${claims} claims need you`, message: lines.join('\n') };
}
