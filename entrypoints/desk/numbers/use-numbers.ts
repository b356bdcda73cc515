import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { isPartOnly } from '../../../rules/numbers/worked-in.ts';
import { readNumbers } from '../../../storage/numbers/read-numbers.ts';
import type { Numbers } from '../../../storage/numbers/read-numbers.ts';
import { listUsers, userNames } from '../../../storage/people.ts';
import { readSettings } from '../../../storage/settings.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import type { Query } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';

export type NumbersView = { numbers: Numbers; payers: Map<string, string>;
  /** Names of everybody whose work is counted, and who works here now. */
  users: Map<string, string>; staff: { id: string; name: string }[]; role: string | null; practice: string };

/**
 * The numbers, followed; and cases that changed are worked in while the page is open. `problem`: why that stopped. `left`: cases
 * that wait, as of the rows shown, so that it stays where the work is stopped by a problem. `isPartial`: too many of them.
 */
export function useNumbers({ db, vault, userId }: OpenVault): { view: Query<NumbersView>; left: number; isPartial: boolean; problem: string | null; damaged: number } {
  const view = useQuery(async (): Promise<NumbersView> => {
    const [settings, payers, staff, users, practice] = await Promise.all([readSettings(db), db.payers.toArray(), listUsers(db), userNames(db), db.meta.get('practice')]);
    const zone = settings.timeZone === '' ? Temporal.Now.timeZoneId() : settings.timeZone;
    const hourOf = (ms: number): { day: number; hour: number } => {
      const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
      return { day: isoToDayNumber(at.toPlainDate().toString()), hour: at.hour };
    };
    return {
      numbers: await readNumbers(db, vault, hourOf), payers: new Map(payers.map(({ key, name }) => [key, name])), users, staff,
      role: staff.find(({ id }) => id === userId)?.role ?? null, practice: (practice?.value as { name?: string } | undefined)?.name ?? '',
    };
  }, [db, vault, userId]);
  const [isBusy, setBusy] = useState(false);
  const [isAnswered, setAnswered] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [damaged, setDamaged] = useState(0);
  const due = view.state === 'ready' ? view.value.numbers.due : null;
  const work = useEffectEvent(async () => {
    setBusy(true);
    for (let more = true; more;) {
      const reply = await sendCommand('numbers:refresh', {});
      more = reply.ok && reply.value.left > 0;
      if (reply.ok) setAnswered(true);
      if (reply.ok && reply.value.damaged > 0) setDamaged((before) => before + reply.value.damaged);
      setProblem(reply.ok ? null : errorWords(reply.error.code));
    }
    setBusy(false);
  });
  const hasBegun = useRef(false);
  useEffect(() => {
    // Once on opening, for imports and a new form of the rows; then whenever a case changed.
    if (due === null || isBusy || problem !== null || (due === 0 && hasBegun.current)) return;
    hasBegun.current = true;
    void work();
  }, [due, isBusy, problem]);
  const rows = view.state === 'ready' ? view.value.numbers.rows.length : 0;
  return { view, left: due ?? 0, isPartial: isPartOnly({ isAnswered, due: due ?? 0, rows }), problem, damaged };
}
