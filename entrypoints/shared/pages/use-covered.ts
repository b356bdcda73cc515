import { COVERED_FACTS } from '../../../rules/domain/covered-fields.ts';
import { settingsUnderPolicy } from '../../../rules/policy/policy-settings.ts';
import type { OverturnDatabase } from '../../../storage/db.ts';
import { readSettings } from '../../../storage/settings.ts';
import { useManaged } from './use-managed.ts';
import { useQuery } from './use-query.ts';

/** Which facts of a claim stay covered on this page; the longer list until settings and policy are known. */
export function useCovered(db: OverturnDatabase): ReadonlySet<string> {
  const managed = useManaged();
  const settings = useQuery(async () => readSettings(db), [db]);
  return COVERED_FACTS[settings.state === 'ready' && managed !== null ? settingsUnderPolicy(settings.value, managed.policy).cover : 'numbers'];
}
