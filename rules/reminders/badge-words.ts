/** How far ahead "due soon" looks, in days. */
export const DUE_SOON_DAYS = 7;

export type BadgeState = { vault: 'absent' | 'locked' | 'unlocked' | 'failed'; dueSoon: number; overdue: number };

/** What the toolbar button shows: a count, the same in words, and a tone that only repeats what the words say. */
export function badgeWords({ vault, dueSoon, overdue }: BadgeState): { text: string; title: string; tone: 'quiet' | 'soon' | 'over' } {
  if (vault === 'absent') return { text: '', title: 'Overturn: set up your practice', tone: 'quiet' };
  if (vault === 'failed') return { text: '!', title: 'Overturn: the store did not open', tone: 'over' };
  const count = dueSoon + overdue;
  const soon = dueSoon === 0 ? null : dueSoon === 1 ? '1 claim due within 7 days' : `${dueSoon} claims due within 7 days`;
  const over = overdue === 0 ? null : overdue === 1 ? '1 overdue' : `${overdue} overdue`;
  const words = [over, soon].filter((part) => part !== null).join(', ') || 'nothing due within 7 days';
  return {
    text: count === 0 ? '' : count > 999 ? '999+' : String(count),
    title: `Overturn: ${words}${vault === 'locked' ? ' (locked)' : ''}`,
    tone: overdue > 0 ? 'over' : count > 0 ? 'soon' : 'quiet',
  };
}
