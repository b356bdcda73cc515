import { ROLES } from '../../rules/domain/vocabulary.ts';
import type { Role } from '../../rules/domain/vocabulary.ts';
import { roleWords } from '../words/case-words.ts';

export const roleOptions = ROLES.map((value) => ({ value, label: roleWords(value) }));

/** What each role may do, in a sentence. The commands hold it. */
export const roleHints: Record<Role, string> = {
  biller: 'Works cases, proposes rules, hands over their own queue.',
  lead: 'Does all of it, and decides about people, rules, backups and settings.',
  auditor: 'Looks at everything and changes nothing; what is shown or exported stands in the trail.',
};
