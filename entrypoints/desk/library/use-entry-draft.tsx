import { useState } from 'react';
import type { ReactNode } from 'react';
import { MeanwhileNotice } from '../../../components/library/MeanwhileNotice.tsx';
import type { ShownEntry } from '../../../storage/queries/library.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useDraft } from '../../shared/pages/use-draft.ts';

/** What was typed, and over which version of the entry. A draft of before versions were kept has none: it is compared with the entry as it stands. */
type Kept = { base: number | null; fields: unknown };

function restored(kept: unknown): Kept | null {
  if (typeof kept !== 'object' || kept === null) return null;
  if ('base' in kept && 'fields' in kept) return { base: typeof kept.base === 'number' ? kept.base : null, fields: kept.fields };
  return { base: null, fields: kept };
}

export type EntryDraft = {
  /** What was typed, null where nothing was; `keep` hands on each change. */
  fields: unknown; keep: (fields: unknown) => void; drop: () => Promise<void>;
  /** The version typed over, to be sent along. */
  base: number;
  /** Where another version was saved meanwhile: both of them, with the choice. `mine` makes the body of what was typed. */
  conflict: (bodyOf: (fields: unknown) => object) => ReactNode;
  isStale: boolean;
  /** Changes when the form is to begin again from the entry. */
  round: string;
};

/** The draft of an entry's editor, bound to the version it was begun on: the last tab never wins without a word. Null until it was looked up. */
export function useEntryDraft(session: OpenVault, key: string, entry: ShownEntry<object> | null): EntryDraft | null {
  const now = entry?.n ?? 0;
  const draft = useDraft<Kept>(session, key, restored, () => ({ base: now, fields: null }));
  const [round, setRound] = useState(0);
  if (draft === null) return null;
  const { fields } = draft.value;
  // Where nothing was typed there is nothing to lose: the form shows the entry as it stands.
  const base = fields === null ? now : draft.value.base;
  const isStale = entry !== null && base !== now;
  return {
    fields, base: base ?? -1, isStale, round: `${round}:${base ?? 'old'}`, drop: draft.drop,
    keep: (typed) => draft.change({ base: draft.latest().fields === null ? now : draft.latest().base, fields: typed }),
    conflict: (bodyOf) => (!isStale ? null : (
      <MeanwhileNotice
        meanwhile={{ userName: entry.userName, atMs: entry.atMs, theirs: entry.body, mine: bodyOf(fields) }} onKeepMine={() => draft.change({ base: now, fields: draft.latest().fields })}
        onTakeTheirs={() => { draft.change({ base: now, fields: null }); void draft.drop(); setRound(round + 1); }}
      />
    )),
  };
}
