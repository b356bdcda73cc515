import { portalHosts } from '../../rules/portals/registry/portal-hosts.ts';
import type { Leaving, ManagedPolicy, PolicyPart } from '../../rules/policy/managed-policy-schema.ts';
import { wordOf } from './word-of.ts';

const leaving: Record<Leaving, string> = {
  cases: 'lists of cases', posting: 'posting lists', everything: 'everything as one file', trail: 'the audit trail', evidence: 'evidence', letters: 'letters and packets', reports: 'reports', packs: 'rule packs', backups: 'backups', bundles: 'hand-over files',
};
const parts: Record<PolicyPart, string> = {
  portalsAllowed: 'Portals allowed', portalsDenied: 'Portals denied', portalsReadOnly: 'Read only on a press', idleMinutes: 'Locks after', caseYears: 'Closed cases are kept', trailYears: 'Audit trail is kept',
  exportsAllowed: 'May leave as a file', packs: 'Rule packs', packSigners: 'Packs of these keys', coverIdentifiers: 'Covered on a case',
};
const packs = { any: 'Any', signed: 'Signed ones only', none: 'None' } as const;
const covers = { member: 'Member ID and birth date', numbers: 'Member ID, birth date, claim and account numbers' } as const;

export const policyPartWords = (part: string) => wordOf(parts, part);
export const coverWords = (cover: string) => wordOf(covers, cover);
export const leavingWords = (right: string) => {
  const [kind = '', role] = right.split(':');
  return `${wordOf(leaving, kind)}${role === undefined ? '' : ` (${role}s only)`}`;
};

const list = (items: readonly string[], none: string) => (items.length === 0 ? none : items.join(', '));
const portals = (names: readonly string[], none: string) => list(names.map((name) => portalHosts.find(({ id }) => id === name)?.name ?? name), none);

/** What a part of the policy says, in words. */
export function policyValueWords(policy: ManagedPolicy, part: PolicyPart): string {
  switch (part) {
    case 'portalsAllowed': return portals(policy.portalsAllowed ?? [], 'None');
    case 'portalsDenied': return portals(policy.portalsDenied, 'None');
    case 'portalsReadOnly': return portals(policy.portalsReadOnly, 'None');
    case 'idleMinutes': return `${policy.idleMinutes ?? ''} minutes at most`;
    case 'caseYears': return `${policy.caseYears ?? ''} years at least`;
    case 'trailYears': return `${policy.trailYears ?? ''} years at least`;
    case 'exportsAllowed': return list((policy.exportsAllowed ?? []).map(leavingWords), 'Nothing');
    case 'packs': return policy.packs === null ? '' : packs[policy.packs];
    case 'packSigners': return list(policy.packSigners ?? [], 'None');
    case 'coverIdentifiers': return policy.coverIdentifiers === null ? '' : covers[policy.coverIdentifiers];
  }
}
