import { ArrowDown, ArrowUp, GripVertical, Pencil, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import type { Checklist, PacketDocument } from '../../rules/appeals/packet-checklist.ts';
import type { PacketPart } from '../../rules/domain/appeal.ts';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { partWords, sizeWords } from '../words/appeal-words.ts';

/** The parts with one moved before or after another. */
export function reordered(parts: readonly PacketPart[], moved: ReadonlySet<string>, target: string, place: 'before' | 'after'): PacketPart[] {
  const others = parts.filter(({ id }) => !moved.has(id));
  const at = others.findIndex(({ id }) => id === target);
  if (at < 0) return [...parts];
  const to = place === 'before' ? at : at + 1;
  return [...others.slice(0, to), ...parts.filter(({ id }) => moved.has(id)), ...others.slice(to)];
}

export type PacketPartsProps = { parts: readonly PacketPart[]; documents: readonly PacketDocument[]; isEditable: boolean; onOrder: (parts: PacketPart[]) => void; onEdit: (part: PacketPart) => void; onRemove: (part: PacketPart) => void };

/** What is in the packet, in the order in which it goes out. Dragged by the handle, moved by the arrows or by the keyboard. */
export function PacketParts({ parts, documents, isEditable, onOrder, onEdit, onRemove }: PacketPartsProps) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': parts.find(({ id }) => id === key)?.title ?? '' })),
    onReorder: ({ keys, target }) => { if (target.dropPosition !== 'on') onOrder(reordered(parts, new Set([...keys].map(String)), String(target.key), target.dropPosition)); },
    isDisabled: !isEditable,
  });
  const move = (at: number, by: -1 | 1) => {
    const [one, other] = [parts[at], parts[at + by]];
    if (one !== undefined && other !== undefined) onOrder(parts.map((part, index) => (index === at ? other : index === at + by ? one : part)));
  };
  return (
    <GridList aria-label="Parts of the packet, in order" items={parts} dragAndDropHooks={dragAndDropHooks} className="flex flex-col gap-1">
      {parts.map((part, at) => {
        const document = documents.find(({ id }) => id === part.documentId);
        return (
          <GridListItem key={part.id} id={part.id} textValue={part.title} className="flex items-start gap-2 rounded-md border border-line bg-raised px-2 py-1.5 data-[dragging]:opacity-50 data-[drop-target]:border-accent">
            {isEditable && <AriaButton slot="drag" aria-label={`Move ${part.title}`} className="flex size-6 shrink-0 cursor-grab items-center justify-center rounded-sm text-ink-3"><GripVertical aria-hidden className="size-4" /></AriaButton>}
            <div className="min-w-0 flex-1">
              <p className="foreign font-medium">{at + 1}. {part.title}</p>
              <p className="text-small text-ink-3">{partWords(part.kind)}{document === undefined ? '' : `, ${document.pages} ${document.pages === 1 ? 'page' : 'pages'}, ${sizeWords(document.bytes)}`}</p>
              <p className="foreign text-small text-ink-2">{part.why === '' ? <Chip tone="over">Say why it is included</Chip> : part.why}</p>
              {document !== undefined && !document.done && <Chip tone="over">Not whole</Chip>}
            </div>
            {isEditable && (
              <div className="flex shrink-0 flex-wrap justify-end">
                <IconButton label={`Move ${part.title} up`} icon={<ArrowUp aria-hidden className="size-3.5" />} isDisabled={at === 0} onPress={() => move(at, -1)} />
                <IconButton label={`Move ${part.title} down`} icon={<ArrowDown aria-hidden className="size-3.5" />} isDisabled={at === parts.length - 1} onPress={() => move(at, 1)} />
                <IconButton label={`Change ${part.title}`} icon={<Pencil aria-hidden className="size-3.5" />} onPress={() => onEdit(part)} />
                {part.kind !== 'cover-letter' && <IconButton label={`Take out ${part.title}`} icon={<X aria-hidden className="size-3.5" />} onPress={() => onRemove(part)} />}
              </div>
            )}
          </GridListItem>
        );
      })}
    </GridList>
  );
}

/** What belongs in, why, and whether it is there: a mark and a word, never colour alone. */
export function ChecklistView({ checklist, onAdd }: { checklist: Checklist; onAdd: ((kind: PacketPart['kind'], why: string) => void) | null }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {checklist.items.map(({ kind, why, required, isThere }) => (
        <li key={kind} className="flex items-start gap-2">
          <Chip tone={isThere ? 'good' : required ? 'over' : 'plain'}>{isThere ? 'There' : required ? 'Missing' : 'If any'}</Chip>
          <div className="min-w-0 flex-1"><p className="font-medium">{partWords(kind)}</p><p className="text-small text-ink-3">{why}</p></div>
          {onAdd !== null && !isThere && kind === 'filing-proof-list' && <IconButton label={`Add ${partWords(kind)}`} icon={<ArrowDown aria-hidden className="size-3.5" />} onPress={() => onAdd(kind, why)} />}
        </li>
      ))}
    </ul>
  );
}
