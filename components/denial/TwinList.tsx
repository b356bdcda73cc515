import { momentWords } from '../words/day-words.ts';
import { claimStatusWords } from '../words/case-words.ts';
import { patientWords } from '../words/queue-words.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Money } from '../ui/Money.tsx';

export type TwinView = { item: QueueItem; why: string };
export type RegroupingView = { id: string; kind: 'merge' | 'split'; atMs: number; otherId: string; isThisKept: boolean };

/** Cases that may be of the same claim, with the reason of the doubt. Nothing is joined by itself. */
export function TwinList({ twins, regroupings, isBusy, onMerge, onKeepApart, onUndo, onOpen }: {
  twins: readonly TwinView[]; regroupings: readonly RegroupingView[]; isBusy: boolean;
  onMerge: (otherId: string, why: string) => void; onKeepApart: (otherId: string) => void; onUndo: (regroupingId: string) => void; onOpen: (caseId: string) => void;
}) {
  return (
    <ul className="flex flex-col gap-2">
      {twins.map(({ item, why }) => (
        <li key={item.id} className="rounded-md border border-line bg-raised px-3 py-2">
          <p className="flex flex-wrap items-center gap-x-2"><span className="foreign font-medium" dir="auto">{patientWords(item.patientName)}</span><span className="foreign text-ink-2">{item.payerName}</span><span className="figures text-ink-2">{item.claimControlNumber ?? item.patientControlNumber}</span><Money cents={item.chargeCents} /><Chip>{claimStatusWords(item.payerStatus)}</Chip>{!item.open && <Chip>Closed</Chip>}</p>
          <p className="mt-0.5 text-ink-2">{why}</p>
          <div className="mt-1.5 flex flex-wrap gap-2">
            <Button size="small" isDisabled={isBusy} onPress={() => onMerge(item.id, why)}>Same claim: merge into this case</Button>
            <Button size="small" kind="quiet" isDisabled={isBusy} onPress={() => onKeepApart(item.id)}>Two claims: keep apart</Button>
            <Button size="small" kind="quiet" onPress={() => onOpen(item.id)}>Open it</Button>
          </div>
        </li>
      ))}
      {regroupings.map(({ id, kind, atMs, otherId, isThisKept }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <span className="text-ink-2">{kind === 'merge' ? (isThisKept ? 'Another case was merged into this one' : 'Merged into another case') : isThisKept ? 'Another claim was split off' : 'Split off another case'}</span>
          <span className="figures text-small text-ink-3">{momentWords(atMs)}</span>
          <Button size="small" isDisabled={isBusy} onPress={() => onUndo(id)}>{kind === 'merge' ? 'Undo the merge' : 'Undo the split'}</Button>
          <Button size="small" kind="quiet" onPress={() => onOpen(otherId)}>Open the other</Button>
        </li>
      ))}
    </ul>
  );
}
