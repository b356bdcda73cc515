import { useState } from 'react';
import { ShareOutForm } from '../../components/queue/ShareOutForm.tsx';
import type { ShareChoice } from '../../components/queue/ShareOutForm.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { caseCount } from '../../components/words/load-words.ts';
import { isoOfDay } from '../../components/words/day-words.ts';
import { canTakeWork } from '../../rules/domain/person.ts';
import type { Person } from '../../rules/domain/person.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { sharePreview } from '../../storage/queries/share-preview.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { sendCommand } from '../shared/send-command.ts';

/** As many as one command takes. */
const MOST = 500;
type Steps = CommandRequest<'queue:bulk'>['steps'];

/** Shares the cases of one owner out, with a look beforehand and a way back afterwards. */
export function ShareOut({ session, ownerId, ownerName, people, payers, onClose }: { session: OpenVault; ownerId: string; ownerName: string; people: readonly Person[]; payers: readonly { key: string; name: string }[]; onClose: () => void }) {
  const { db } = session;
  const today = useToday();
  const takers = people.filter((person) => person.id !== ownerId && canTakeWork(person, isoOfDay(today)));
  const [choice, setChoice] = useState<ShareChoice>({ by: 'fit', toIds: takers.map(({ id }) => id), payerKey: '', category: '', overdueOnly: false });
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<{ words: string; undo: Steps } | { problem: string } | null>(null);
  const preview = useQuery(async () => sharePreview(db, {
    ownerId, sort: 'priority', ...(choice.payerKey === '' ? {} : { payerKey: choice.payerKey }), ...(choice.category === '' ? {} : { category: choice.category }), ...(choice.overdueOnly ? { due: 'overdue' as const } : {}),
  }, choice.by, choice.toIds, today, MOST), [db, ownerId, JSON.stringify(choice), today]);
  const ready = preview.state === 'ready' ? preview.value : null;

  const run = async (steps: Steps, words: (changed: number) => string, canUndo: boolean) => {
    setBusy(true);
    const reply = await sendCommand('queue:bulk', { steps });
    setBusy(false);
    if (!reply.ok) setDone({ problem: errorWords(reply.error.code) });
    else setDone({ words: `${words(reply.value.undo.length)}${reply.value.left === 0 ? '' : ` ${caseCount(reply.value.left)} left as they were: changed by somebody else or closed.`}`, undo: canUndo ? reply.value.undo : [] });
  };
  return (
    <ShareOutForm
      ownerName={ownerName} choice={choice} people={takers.map(({ id, name, skills, payerKeys, pools }) => ({ id, name, note: skills.length + payerKeys.length + pools.length === 0 ? 'lists nothing' : '' }))} payers={payers} most={MOST} isBusy={isBusy}
      preview={ready === null ? null : { rows: ready.people, left: ready.plan.left.length, considered: ready.considered, outOf: ready.outOf }}
      onChoice={(next) => { setDone(null); setChoice(next); }} onClose={onClose}
      onApply={() => { if (ready !== null && ready.steps.length > 0) void run(ready.steps, (changed) => `${caseCount(changed)} given out.`, true); }}
    >
      {done !== null && ('problem' in done
        ? <Notice tone="problem">{done.problem}</Notice>
        : <Notice action={done.undo.length > 0 ? <Button size="small" isPending={isBusy} onPress={() => void run(done.undo, (changed) => `${caseCount(changed)} back with ${ownerName}.`, false)}>Undo</Button> : undefined}><span role="status">{done.words}</span></Notice>)}
    </ShareOutForm>
  );
}
