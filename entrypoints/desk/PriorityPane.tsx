import { useDeferredValue, useState } from 'react';
import { weightsDraft, WeightsForm, weightsOf } from '../../components/queue/WeightsForm.tsx';
import type { WeightsDraft } from '../../components/queue/WeightsForm.tsx';
import { WeightsPreview } from '../../components/queue/WeightsPreview.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import type { QueueWeights } from '../../rules/domain/queue-weights.ts';
import { roleOf } from '../../storage/people.ts';
import { openItems } from '../../storage/queries/open-items.ts';
import { previewWeights } from '../../storage/queries/preview-weights.ts';
import { readWeights } from '../../storage/scoring.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { sendCommand } from '../shared/send-command.ts';

const FIRST = 20;

/** How the queue is ordered, tried before it is used: the first cases change while numbers are typed. */
export function PriorityPane({ session }: { session: OpenVault }) {
  const { db, vault, userId } = session;
  const today = useToday();
  const kept = useQuery(async () => ({ weights: await readWeights(db), role: await roleOf(db, userId) }), [db, userId]);
  const [typed, setTyped] = useState<WeightsDraft | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<{ before: QueueWeights } | { problem: string } | null>(null);
  const now = kept.state === 'ready' ? kept.value.weights : null;
  const draft = typed ?? (now === null ? null : weightsDraft(now));
  const weights = draft === null ? null : weightsOf(draft);
  const tried = useDeferredValue(JSON.stringify(weights ?? now));
  const preview = useQuery(async () => {
    const asked = JSON.parse(tried) as QueueWeights | null;
    if (asked === null) return null;
    const { places, cases } = await previewWeights(db, asked, null, today, FIRST);
    const rows = (await db.cases.bulkGet(places.map(({ id }) => id))).filter((row) => row !== undefined);
    const was = new Map(places.map((place) => [place.id, place.was]));
    return { cases, rows: (await openItems(db, vault, rows)).map((item) => ({ item, was: was.get(item.id) ?? 0 })) };
  }, [db, vault, tried, today]);
  if (draft === null || now === null || kept.state !== 'ready') return <div aria-busy="true" />;
  const save = async (next: QueueWeights, before: QueueWeights | null) => {
    setBusy(true);
    const reply = await sendCommand('queue:set-weights', next);
    setBusy(false);
    if (!reply.ok) {
      setDone({ problem: errorWords(reply.error.code) });
      return;
    }
    setTyped(null);
    setDone(before === null ? null : { before });
  };
  return (
    <div className="flex max-w-6xl flex-col gap-4">
      <h1 className="text-title font-semibold">Order of the queue</h1>
      <p className="max-w-3xl text-ink-2">A case stands by its date and by what an hour of work on it is likely to bring: what was denied, times the chance that it is paid in the end, by the minutes such a case takes. Numbers typed here are tried on the right; nothing changes until you use them.</p>
      {done !== null && ('problem' in done ? <Notice tone="problem">{done.problem}</Notice> : <Notice action={<Button size="small" isPending={isBusy} onPress={() => void save(done.before, null)}>Undo</Button>}><span role="status">In use for everybody. Cases take their new places over the next moments.</span></Notice>)}
      <div className="grid gap-6 lg:grid-cols-[20rem_1fr]">
        <WeightsForm draft={draft} mayChange={kept.value.role === 'lead'} isChanged={JSON.stringify(weights) !== JSON.stringify(now)} isBusy={isBusy} onDraft={(next) => { setDone(null); setTyped(next); }} onSave={() => { if (weights !== null) void save(weights, now); }} onReset={() => setTyped(null)} />
        {preview.state === 'ready' && preview.value !== null && <WeightsPreview rows={preview.value.rows} cases={preview.value.cases} today={today} />}
      </div>
    </div>
  );
}
