import type { CommandName } from '../protocol/commands.ts';
import type { Leaving, ManagedPolicy } from './managed-policy-schema.ts';

/** What a command would let leave, by the policy's name for it; null where it lets nothing leave. `request` has been checked for its shape. */
export function leavingBy(command: CommandName, request: unknown): Leaving | null {
  switch (command) {
    case 'export:begin': return (request as { kind: Leaving }).kind;
    case 'evidence:export': case 'evidence:printed': return 'evidence';
    case 'appeal:export': return 'letters';
    case 'numbers:report': return 'reports';
    case 'pack:export': return 'packs';
    case 'backup:begin': return 'backups';
    case 'bundle:begin': case 'bundle:made': return 'bundles';
    default: return null;
  }
}

/** Whether what leaves may do so for a role. A policy narrows what roles allow; it gives nobody more. */
export function mayLeave(policy: ManagedPolicy, what: Leaving, role: string | null): boolean {
  return policy.exportsAllowed === null || policy.exportsAllowed.some((right) => right === what || right === `${what}:${role ?? ''}`);
}

/** Whether the organization forbids a command as it is asked: what would leave, or a setting looser than the policy's. */
export function isForbidden(policy: ManagedPolicy, command: CommandName, request: unknown, role: string | null): boolean {
  const leaving = leavingBy(command, request);
  if (leaving !== null) return !mayLeave(policy, leaving, role);
  if (command === 'settings:save') {
    const { idleMinutes, caseYears, trailYears, cover } = request as { idleMinutes?: number; caseYears?: number; trailYears?: number; cover?: string };
    return (policy.idleMinutes !== null && idleMinutes !== undefined && idleMinutes > policy.idleMinutes)
      || (policy.caseYears !== null && caseYears !== undefined && caseYears < policy.caseYears)
      || (policy.trailYears !== null && trailYears !== undefined && trailYears < policy.trailYears)
      || (policy.coverIdentifiers === 'numbers' && cover === 'member');
  }
  return false;
}

/** Whether a pack may be taken in. `mark`: of the key that signed it, null where nobody did. A practice's own signature is always known. */
export function mayTakePack(policy: ManagedPolicy, signature: string, mark: string | null): boolean {
  if (policy.packs === 'none') return false;
  const isSigned = signature === 'own' || signature === 'known' || signature === 'unknown';
  if (policy.packs === 'signed' && !isSigned) return false;
  if (policy.packSigners === null || signature === 'own') return true;
  return isSigned && mark !== null && policy.packSigners.includes(mark);
}
