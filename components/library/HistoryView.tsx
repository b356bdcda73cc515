import { useState } from 'react';
import { fieldDifferences } from '../../rules/library/rule-difference.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { momentWords } from '../words/day-words.ts';
import { changeStateWords } from '../words/library-words.ts';
import { DifferenceList } from './DifferenceList.tsx';

export type ShownVersion = { id: string; n: number; state: string; atMs: number | null; userName: string; title: string; reason: string; fields: object | null };

function nameOf({ n, state, atMs }: ShownVersion): string {
  if (state === 'shipped') return 'Came with Overturn';
  return `${n === 0 ? changeStateWords(state) : `Version ${n}`}${atMs === null ? '' : `, ${momentWords(atMs)}`}`;
}

/** Every version of an entry; two of them compared; an older one can be put back. */
export function HistoryView({ versions, onRestore }: { versions: readonly ShownVersion[]; onRestore: ((version: ShownVersion) => void) | null }) {
  const [left, setLeft] = useState(versions[1]?.id ?? versions[0]?.id ?? '');
  const [right, setRight] = useState(versions[0]?.id ?? '');
  const options = versions.map((version) => ({ value: version.id, label: nameOf(version) }));
  const fieldsOf = (id: string) => versions.find((version) => version.id === id)?.fields ?? null;
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label="Versions" className="flex flex-col gap-1.5">
        {versions.map((version, at) => (
          <li key={version.id} className="flex items-start gap-2 border-b border-line pb-1.5 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="figures"><span className="font-medium">{nameOf(version)}</span>{version.userName !== '' && <span className="foreign text-ink-2">, {version.userName}</span>}</p>
              {version.fields === null && <Chip>Taken away</Chip>}
              {version.reason !== '' && <p className="foreign text-ink-2">{version.reason}</p>}
            </div>
            {onRestore !== null && at > 0 && version.fields !== null && <Button size="small" kind="quiet" aria-label={`Put back ${nameOf(version)}`} onPress={() => onRestore(version)}>Put back</Button>}
          </li>
        ))}
      </ol>
      {versions.length > 1 && (
        <section aria-label="Two versions compared" className="flex flex-col gap-2">
          <div className="grid gap-2 sm:grid-cols-2">
            <SelectField label="Compare" options={options} value={left} onChange={setLeft} />
            <SelectField label="With" options={options} value={right} onChange={setRight} />
          </div>
          <DifferenceList differences={fieldDifferences(fieldsOf(left), fieldsOf(right)).filter(({ field }) => field !== 'version')} wasTitle="First" nowTitle="Second" />
        </section>
      )}
    </div>
  );
}
