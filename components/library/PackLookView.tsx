import type { MergeChoice, MergePart } from '../../rules/library/pack-merge.ts';
import type { PackFile, SignatureState } from '../../rules/library/pack.ts';
import { Chip } from '../ui/Chip.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { dayOfIso, numericDay } from '../words/day-words.ts';
import { signatureWords } from '../words/library-words.ts';
import { DifferenceList } from './DifferenceList.tsx';

const choices: Record<MergeChoice, string> = { keep: 'Keep ours', take: 'Take theirs', both: 'Side by side' };
const kinds: Record<MergePart['kind'], string> = { rule: 'Rule', profile: 'How to reach it', playbook: 'Playbook', note: 'Note' };
/** As many new or same parts as are drawn in one list. */
const MOST_ROWS = 300;

export type ShownLook = { pack: PackFile; signature: SignatureState; signer: string | null; keyMark: string | null; parts: readonly MergePart[] };

/** What a pack is, whose it is as far as that can be told, and what it would change here; nothing has been taken in yet. */
export function PackLookView({ look, chosen, onChoose }: { look: ShownLook; chosen: Readonly<Record<string, MergeChoice>>; onChoose: (key: string, choice: MergeChoice) => void }) {
  const { pack, parts, signature } = look;
  const differing = parts.filter(({ state }) => state === 'differs');
  const fresh = parts.filter(({ state }) => state === 'new');
  const same = parts.length - differing.length - fresh.length;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="foreign text-lead font-semibold">{pack.name}</p>
        <p className="foreign text-ink-2">By {pack.madeBy}, {numericDay(dayOfIso(pack.madeOn) ?? 0)}{pack.about !== '' && `. ${pack.about}`}</p>
      </div>
      <Notice tone={signature === 'broken' ? 'problem' : signature === 'own' || signature === 'known' ? 'note' : 'caution'} title={signatureWords(signature)}>
        {signature === 'known' && <>By <span className="foreign">{look.signer}</span>.</>}
        {look.keyMark !== null && <> Key <span className="font-mono text-small">{look.keyMark}</span>.</>}
      </Notice>
      <p role="status" className="font-medium">{fresh.length} new, {differing.length} here with other content, {same} the same.</p>
      {differing.map((part) => (
        <div key={part.key} role="group" aria-label={part.title} className="flex flex-col gap-2 rounded-md border border-line px-2.5 py-2">
          <p><Chip>{kinds[part.kind]}</Chip> <span className="foreign font-medium">{part.payer !== null && `${part.payer}: `}{part.title}</span></p>
          <DifferenceList differences={part.differences} wasTitle="Ours" nowTitle="The pack" />
          <Choice label="What to do" options={part.choices.map((value) => ({ value, label: choices[value] }))} value={chosen[part.key] ?? part.choices[0] ?? 'keep'} onChange={(choice) => onChoose(part.key, choice)} hint={part.kind === 'rule' && part.movesDates ? 'Side by side gives no date until a person decides.' : undefined} />
        </div>
      ))}
      {fresh.length > 0 && (
        <Disclosure title={`New (${fresh.length})`} isOpenAtFirst={differing.length === 0}>
          <ul className="flex flex-col gap-0.5">{fresh.slice(0, MOST_ROWS).map((part) => <li key={part.key} className="foreign">{kinds[part.kind]}: {part.payer !== null && `${part.payer}, `}{part.title}</li>)}</ul>
          {fresh.length > MOST_ROWS && <p className="text-ink-3">and {fresh.length - MOST_ROWS} more</p>}
        </Disclosure>
      )}
    </div>
  );
}
