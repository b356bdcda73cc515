import { Pencil, Plus, Trash2 } from 'lucide-react';
import type { Letter, LetterBlock } from '../../rules/appeals/build-letter.ts';
import { isTypedField } from '../../rules/appeals/letter-fields.ts';
import type { LetterField } from '../../rules/appeals/letter-fields.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { fieldWords } from '../words/appeal-words.ts';

export type LetterViewProps = {
  letter: Letter; isEditable: boolean; nameOf: (userId: string) => string; onFact: (field: LetterField) => void; onParagraph: (id: string | null) => void; onRemoveParagraph: (id: string) => void;
};

/** The letter as it will go out. Facts are underlined and open to their source; blanks are boxes that say what is missing. */
export function LetterView({ letter, isEditable, nameOf, onFact, onParagraph, onRemoveParagraph }: LetterViewProps) {
  const lastOwn = letter.blocks.findLastIndex(({ from }) => from === 'own');
  const insertAfter = lastOwn >= 0 ? lastOwn : letter.blocks.findLastIndex(({ id }) => id.startsWith('argument'));
  return (
    <div className="flex flex-col gap-4">
      <article aria-label="Letter" className="flex flex-col gap-3 rounded-md border border-line bg-raised px-5 py-5 text-body leading-relaxed">
        {letter.blocks.map((block, at) => (
          <div key={block.id} className="contents">
            {block.from === 'own'
              ? <OwnBlock block={block} isEditable={isEditable} name={nameOf(block.byUser ?? '')} onEdit={() => onParagraph(block.id)} onRemove={() => onRemoveParagraph(block.id)} />
              : <p className="foreign whitespace-pre-line"><Spans block={block} isEditable={isEditable} onFact={onFact} /></p>}
            {isEditable && at === insertAfter && <div><Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => onParagraph(null)}>Add your own paragraph</Button></div>}
          </div>
        ))}
      </article>
      <div>
        <Disclosure title="Where each fact comes from" aside={`${letter.facts.length}`}>
          <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-3 gap-y-1">
            {letter.facts.map(({ field, value, source }) => (
              <div key={field} className="contents"><dt className="text-ink-3">{fieldWords(field)}</dt><dd className="min-w-0"><span className="foreign figures">{value}</span><span className="foreign block text-small text-ink-3">{source}</span></dd></div>
            ))}
          </dl>
        </Disclosure>
        {letter.leftOut.length > 0 && (
          <Disclosure title="Left out, because the case does not say" aside={`${letter.leftOut.length}`}>
            <ul className="flex flex-col gap-1.5">
              {letter.leftOut.map(({ text, needs }) => (
                <li key={text}>
                  <span className="foreign text-ink-2">{text}</span>
                  <span className="flex flex-wrap gap-1 pt-0.5">{needs.map((field) => (isEditable && isTypedField(field) ? <Button key={field} size="small" onPress={() => onFact(field)}>Type the {fieldWords(field)}</Button> : <Chip key={field}>needs {fieldWords(field)}</Chip>))}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </div>
  );
}

function Spans({ block, isEditable, onFact }: { block: LetterBlock; isEditable: boolean; onFact: (field: LetterField) => void }) {
  return block.spans.map((span, at) => {
    const key = `${block.id}-${at}`;
    if (span.kind === 'words') return <span key={key}>{span.text}</span>;
    if (span.kind === 'fact') return isEditable && isTypedField(span.field) && span.source.endsWith('(typed)')
      ? <button key={key} type="button" title={span.source} onClick={() => onFact(span.field)} className="figures rounded-sm underline decoration-accent decoration-dotted underline-offset-3">{span.text}</button>
      : <span key={key} title={span.source} className="figures underline decoration-edge decoration-dotted underline-offset-3">{span.text}</span>;
    return isEditable && isTypedField(span.field)
      ? <button key={key} type="button" onClick={() => onFact(span.field)} className="min-h-6 rounded-sm border border-dashed border-over bg-over-soft px-1.5 font-medium text-over">{fieldWords(span.field)}?</button>
      : <span key={key} className="rounded-sm border border-dashed border-over bg-over-soft px-1.5 font-medium text-over">{fieldWords(span.field)}?</span>;
  });
}

/** A biller's own words: told apart by a bar, their name and their source. */
function OwnBlock({ block, isEditable, name, onEdit, onRemove }: { block: LetterBlock; isEditable: boolean; name: string; onEdit: () => void; onRemove: () => void }) {
  return (
    <div className="border-l-2 border-accent pl-3">
      <p className="flex items-center gap-2 text-small text-ink-3">
        <span className="min-w-0 flex-1">Own paragraph{name === '' ? '' : ` of ${name}`}{(block.ownSource ?? '') === '' ? ', no source named' : `: ${block.ownSource ?? ''}`}</span>
        {isEditable && <><IconButton label="Change this paragraph" icon={<Pencil aria-hidden className="size-3.5" />} onPress={onEdit} /><IconButton label="Take this paragraph out" icon={<Trash2 aria-hidden className="size-3.5" />} onPress={onRemove} /></>}
      </p>
      <p className="foreign whitespace-pre-line"><Spans block={block} isEditable={false} onFact={() => undefined} /></p>
    </div>
  );
}
