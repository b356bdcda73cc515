import { isoOfDay } from '../../../components/words/day-words.ts';
import type { DayNumber } from '../../../rules/domain/day-number.ts';
import { roleOf } from '../../../storage/people.ts';
import { readSettings } from '../../../storage/settings.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { useToday } from '../../shared/pages/use-today.ts';

/** Who reads the library and under which settings. `mayWork` false: an auditor, who looks and changes nothing. */
export type Reader = { isLead: boolean; mayWork: boolean; staleAfterDays: number; today: DayNumber; todayIso: string };

export function useReader({ db, userId }: OpenVault): Reader | null {
  const today = useToday();
  const answer = useQuery(async () => ({ role: await roleOf(db, userId), settings: await readSettings(db) }), [db, userId]);
  if (answer.state !== 'ready') return null;
  const { role, settings } = answer.value;
  return { isLead: role === 'lead', mayWork: role === 'lead' || role === 'biller', staleAfterDays: settings.staleAfterDays, today, todayIso: isoOfDay(today) };
}
