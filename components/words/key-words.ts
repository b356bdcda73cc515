/** The keys of popup, panel and desk, by where they act. One list, shown by `?` and used for the hints. */
export type KeyEntry = { keys: string; does: string };
export type KeyGroup = { title: string; entries: readonly KeyEntry[] };

export const keyGroups: readonly KeyGroup[] = [
  { title: 'Everywhere', entries: [
    { keys: 'Ctrl K', does: 'Everything: commands and cases by typing' }, { keys: '/', does: 'Search' }, { keys: 'w', does: 'Work next: open the first case' }, { keys: 'r', does: 'Read the page in this tab' },
    { keys: 'p', does: 'Open the side panel' }, { keys: 'd', does: 'Open the desk' }, { keys: 'Shift L', does: 'Lock' }, { keys: 'u', does: 'Switch user: then Alt and the number of the name' }, { keys: '?', does: 'This list' }, { keys: 'Esc', does: 'Back' },
  ] },
  { title: 'Queue', entries: [
    { keys: 'j', does: 'Down (also arrow keys)' }, { keys: 'k', does: 'Up' }, { keys: 'Enter', does: 'Open' }, { keys: 'y', does: 'Why it stands here' }, { keys: 'f', does: 'Filters' }, { keys: 'Shift F', does: 'Focus: work this view case by case' },
    { keys: '1', does: 'Due in 7 days' }, { keys: '2', does: 'Overdue' }, { keys: '3', does: 'No date known' }, { keys: '0', does: 'All' },
  ] },
  { title: 'Focus', entries: [{ keys: 'w', does: 'Worked: the next one' }, { keys: 'x', does: 'Skip; then the number of the reason' }] },
  { title: 'Case', entries: [
    { keys: 'c', does: 'Log a call' }, { keys: 'n', does: 'Copy status note' }, { keys: 'm', does: 'Add a note' }, { keys: 't', does: 'Plan the next step' }, { keys: 'e', does: 'Correct or send records' }, { keys: 'a', does: 'Appeal: start it, or open its packet' }, { keys: 's', does: 'Snooze' }, { keys: 'z', does: 'Close the case' }, { keys: 'i', does: 'Show or cover identifiers' }, { keys: 'o', does: "Payer's rules and notes" },
    { keys: 'j', does: 'Next case' }, { keys: 'k', does: 'Case before' },
  ] },
  { title: 'Call', entries: [{ keys: 'F8', does: 'Dialing, answered, hung up: one key after the other' }, { keys: 'Ctrl Enter', does: 'Save, or go to what is still missing' }] },
  { title: 'Forms', entries: [{ keys: 'Ctrl Enter', does: 'Save' }, { keys: 'Esc', does: 'Back; what was typed is kept' }] },
];
