import { Plus, X } from 'lucide-react';
import type { GradedProof } from '../../rules/appeals/filing-proofs.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PlainDay } from '../ui/PlainDay.tsx';
import { gradeTone, gradeWords, proofWords } from '../words/appeal-words.ts';

/** Proofs of filing, the strongest first, each with its grade and why. */
export function ProofList({ proofs, onAdd, onRemove }: { proofs: readonly GradedProof[]; onAdd: (() => void) | null; onRemove: ((id: string) => void) | null }) {
  return (
    <div className="flex flex-col gap-2">
      {proofs.length === 0 && <p className="text-ink-2">None yet. Import the claim's 837 and 277CA files, or add what you have.</p>}
      <ul className="flex flex-col gap-2">
        {proofs.map((one) => (
          <li key={one.id} className="flex items-start gap-2">
            <Chip tone={gradeTone(one.grade)}>{gradeWords(one.grade)}</Chip>
            <div className="min-w-0 flex-1">
              <p className="font-medium">{proofWords(one.kind)} <span className="font-normal text-ink-2">{one.on === null ? 'no day' : <PlainDay day={one.on} />} <span className="foreign figures">{one.reference}</span></span></p>
              <p className="text-small text-ink-3">{one.why}{one.from === 'file' ? ' From a file you imported.' : ''}</p>
            </div>
            {onRemove !== null && one.from === 'typed' && <IconButton label={`Take out ${proofWords(one.kind)}`} icon={<X aria-hidden className="size-3.5" />} onPress={() => onRemove(one.id)} />}
          </li>
        ))}
      </ul>
      {onAdd !== null && <div><Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onPress={onAdd}>Add a proof</Button></div>}
    </div>
  );
}
