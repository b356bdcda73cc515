import { useState } from 'react';
import { MousePointerClick, RefreshCw, Trash2 } from 'lucide-react';
import type { DraftEntry } from '../../rules/portals/maps/draft-map.ts';
import type { MapField } from '../../rules/portals/maps/map-fields.ts';
import type { MapPageKind } from '../../rules/portals/maps/portal-map.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { hookWords, mapFieldWords, pageKindOptions } from '../words/map-words.ts';
import { NameValue } from './NameValue.tsx';
import type { ValueOnPage } from './NameValue.tsx';

/** What the page says for one field with the map as it stands. */
export type TrialValue = { field: string; raw: string | null; isDoubtful: boolean };

const SHOWN = 40;

/** Teaching a page: point or choose, say what it is, see at once what the map reads, propose. */
export function TrainerView({ host, values, hidden, kind, entries, trial, picked, isPointing, isBusy, problem, unknownStatus, onPoint, onStop, onPick, onShow, onName, onRemove, onKind, onRefresh, onSave }: {
  host: string; values: readonly ValueOnPage[]; hidden: number; kind: MapPageKind; entries: readonly DraftEntry[];
  /** Null until it was tried. */
  trial: { claims: number; values: readonly TrialValue[] } | null;
  picked: ValueOnPage | null; isPointing: boolean; isBusy: boolean; problem: string | null;
  /** Whether the picked text is a status word that Overturn does not know. */
  unknownStatus: boolean;
  onPoint: () => void; onStop: () => void; onPick: (value: ValueOnPage | null) => void; onShow: (value: ValueOnPage | null) => void;
  onName: (field: MapField, state: string | null) => void; onRemove: (entry: DraftEntry) => void; onKind: (kind: MapPageKind) => void; onRefresh: () => void; onSave: () => void;
}) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const matches = values.filter((value) => wanted === '' || `${value.label ?? ''} ${value.text}`.toLowerCase().includes(wanted));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="flex flex-col gap-3 border-b border-line px-3 py-3">
          <p className="text-ink-2">Show Overturn where this page keeps its values. Nothing on the page is pressed or changed.</p>
          <p className="foreign text-small text-ink-3">{host}</p>
          {picked === null
            ? (
              <div className="flex items-center gap-2">
                {isPointing
                  ? <><Button onPress={onStop}>Stop pointing</Button><span role="status" className="text-ink-2">Click a value on the page</span></>
                  : <Button kind={entries.length === 0 ? 'primary' : 'plain'} icon={<MousePointerClick aria-hidden className="size-4" />} isDisabled={isBusy} onPress={onPoint}>Point at a value</Button>}
              </div>
            )
            : <NameValue key={`${picked.frameId}:${picked.n}`} value={picked} isBusy={isBusy} unknownStatus={unknownStatus} onName={onName} onCancel={() => onPick(null)} />}
          {problem !== null && <Notice tone="problem">{problem}</Notice>}
          {hidden > 0 && <Notice>Part of this page belongs to another site. Values in it can be chosen from the list only where that site is allowed too.</Notice>}
        </div>
        <Section title="What the map reads now" aside={trial === null ? '' : trial.claims === 1 ? '1 claim' : `${trial.claims} claims`}>
          <SelectField label="This page shows" options={pageKindOptions} value={kind} onChange={onKind} />
          {entries.length === 0 && <p className="pt-2 text-ink-3">Nothing named yet. Start with the claim number, the status and the amounts.</p>}
          <ul aria-label="Named values" className="flex flex-col pt-1">
            {entries.map((entry) => {
              const now = trial?.values.find((one) => one.field === entry.field) ?? null;
              return (
                <li key={`${entry.field}${JSON.stringify(entry.hook)}`} className="flex items-start gap-2 border-b border-line py-1.5 last:border-b-0">
                  <div className="min-w-0 flex-1">
                    <p className="flex items-center gap-2"><span className="font-medium">{mapFieldWords(entry.field)}</span>{now !== null && now.isDoubtful && <Chip tone="soon">Two values</Chip>}</p>
                    <p className="foreign figures break-words">{now === null ? '' : now.raw ?? (now.isDoubtful ? 'The page shows two different values for it' : 'Not read')}</p>
                    <p className="foreign text-small break-words text-ink-3">{hookWords(entry.hook)}</p>
                  </div>
                  <IconButton label={`Remove ${mapFieldWords(entry.field)}`} icon={<Trash2 aria-hidden className="size-4" />} onPress={() => onRemove(entry)} />
                </li>
              );
            })}
          </ul>
          {trial !== null && entries.length > 0 && trial.claims === 0 && <Notice tone="caution">No claim is read yet. A claim needs its number and two more facts.</Notice>}
        </Section>
        <Section title="Values on this page" aside={<Button size="small" kind="quiet" icon={<RefreshCw aria-hidden className="size-3.5" />} onPress={onRefresh}>Look again</Button>}>
          <TextField label="Find on this page" value={search} onChange={setSearch} hint="By keyboard: choose a value here instead of pointing." />
          <ul aria-label="Values on this page" className="flex flex-col pt-2">
            {matches.slice(0, SHOWN).map((value) => (
              <li key={`${value.frameId}:${value.n}`}>
                <button type="button" className="flex min-h-9 w-full items-baseline gap-2 rounded-sm border-b border-line px-1 py-1 text-left hover:bg-hover focus-visible:bg-hover" onClick={() => onPick(value)} onMouseEnter={() => onShow(value)} onMouseLeave={() => onShow(null)} onFocus={() => onShow(value)} onBlur={() => onShow(null)}>
                  <span className="foreign w-2/5 shrink-0 truncate text-ink-2">{value.label ?? 'No label'}</span>
                  <span className="foreign figures min-w-0 flex-1 truncate">{value.text}</span>
                </button>
              </li>
            ))}
          </ul>
          {matches.length > SHOWN && <p className="pt-2 text-small text-ink-3">{matches.length - SHOWN} more. Type above to find one.</p>}
          {values.length === 0 && <p className="pt-2 text-ink-3">No value was found on this page. Open a claim in the portal and look again.</p>}
        </Section>
      </div>
      <div className="flex items-center gap-2 border-t border-line bg-ground px-3 py-2">
        <Button kind={entries.length === 0 || picked !== null ? 'plain' : 'primary'} isDisabled={entries.length === 0 || isBusy} onPress={onSave}>Propose this map</Button>
        <span className="min-w-0 text-small text-ink-3">Until a lead approves it, only you use it.</span>
      </div>
    </div>
  );
}
