import { useState } from 'react';
import { Notice } from '../../../components/ui/Notice.tsx';
import { userNames } from '../../../storage/people.ts';
import { casesToDecide } from '../../../storage/team/decide-choice.ts';
import { readMachine } from '../../../storage/team/machine.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { useCovered } from '../../shared/pages/use-covered.ts';
import { DecideCase } from './DecideCase.tsx';

/** Cases shown at a time; the next come up as these are decided. */
const SHOWN = 20;

/** What two computers say differently, until a person decides. Nothing is drawn where there is nothing. */
export function DecideSection({ session, mayDecide }: { session: OpenVault; mayDecide: boolean }) {
  const { db, vault } = session;
  const [problem, setProblem] = useState<string | null>(null);
  const covered = useCovered(db);
  const state = useQuery(async () => ({ ...(await casesToDecide(db, vault, SHOWN)), names: await userNames(db), machine: await readMachine(db) }), [db, vault]);
  if (state.state !== 'ready' || state.value.total === 0) return null;
  const { total, cases, names, machine } = state.value;
  return (
    <section aria-labelledby="to-decide" className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 id="to-decide" className="text-lead font-semibold">To decide</h2>
      <p className="max-w-2xl text-ink-2">{total === 1 ? 'On 1 case' : `On ${total.toLocaleString('en-US')} cases`} two computers wrote different values without knowing of each other. What you do not keep stays in the timeline.</p>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {cases.map((one) => <DecideCase key={one.caseId} decided={one} names={names} machine={machine} covered={covered} mayDecide={mayDecide} onProblem={setProblem} />)}
    </section>
  );
}
