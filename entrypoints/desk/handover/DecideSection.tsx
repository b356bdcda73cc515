import { useState } from 'react';
import { ChoiceCard } from '../../../components/team/ChoiceCard.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { handoverErrorWords } from '../../../components/words/team-words.ts';
import type { Candidate } from '../../../rules/team/field-register.ts';
import { userNames } from '../../../storage/people.ts';
import { casesToDecide } from '../../../storage/team/decide-choice.ts';
import { readMachine } from '../../../storage/team/machine.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';

/** Cases shown at a time; the next come up as these are decided. */
const SHOWN = 20;

/** What two computers say differently, until a person decides. Nothing is drawn where there is nothing. */
export function DecideSection({ session, mayDecide }: { session: OpenVault; mayDecide: boolean }) {
  const { db, vault } = session;
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const state = useQuery(async () => ({ ...(await casesToDecide(db, vault, SHOWN)), names: await userNames(db), machine: await readMachine(db) }), [db, vault]);
  if (state.state !== 'ready' || state.value.total === 0) return null;
  const { total, cases, names, machine } = state.value;
  const keep = async (caseId: string, path: string, { dot }: Candidate) => {
    setBusy(true);
    const reply = await sendCommand('case:decide', { caseId, path, dot: [dot[0], dot[1]] });
    setBusy(false);
    setProblem(reply.ok ? null : handoverErrorWords(reply.error));
  };
  return (
    <section aria-labelledby="to-decide" className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 id="to-decide" className="text-lead font-semibold">To decide</h2>
      <p className="max-w-2xl text-ink-2">{total === 1 ? 'On 1 case' : `On ${total.toLocaleString('en-US')} cases`} two computers wrote different values without knowing of each other. What you do not keep stays in the timeline.</p>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {cases.map(({ caseId, item, choices }) => (
        <article key={caseId} aria-label={item?.patientName ?? 'Case'} className="flex flex-col gap-2 border-b border-line pb-3">
          <h3 className="flex flex-wrap gap-x-3"><span className="foreign font-medium wrap-anywhere">{item?.patientName ?? 'No name'}</span><span className="foreign figures font-normal text-ink-2">{item?.patientControlNumber ?? item?.claimControlNumber ?? ''}</span><span className="foreign font-normal text-ink-2">{item?.payerName ?? ''}</span></h3>
          {choices.map(({ path, choice }) => <ChoiceCard key={path} path={path} choice={choice} names={names} machine={machine} isBusy={isBusy || !mayDecide} onKeep={(kept) => void keep(caseId, path, kept)} />)}
        </article>
      ))}
    </section>
  );
}
