import { trailKindOf } from '../../rules/audit/trail-kind.ts';

/** Whether a row of the trail is about something that left as a file or on paper. */
export function isLeaving(command: string): boolean {
  // A backup is counted where it was made, not where it was begun; a case is counted with its hand-over file; a report such as the one this is for names nobody.
  return command !== 'backup:begin' && command !== 'bundle:case-given' && !command.startsWith('computer:report') && trailKindOf({ command, outcome: 'done' }) === 'exported';
}
