import { trailKindOf } from '../../rules/audit/trail-kind.ts';

/** Whether a row of the trail is about something that left as a file or on paper. */
export function isLeaving(command: string): boolean {
  return trailKindOf({ command, outcome: 'done' }) === 'exported';
}
