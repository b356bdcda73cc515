import { useState } from 'react';
import { preventionRecord } from '../../../rules/prevention/prevention-record.ts';
import type { RecordOf } from '../../../rules/prevention/prevention-record.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useDraft } from '../../shared/pages/use-draft.ts';

type Written = 'log' | 'change' | 'check';
export type EditedOf<K extends Written> = { id: string | null; rev: number; record: RecordOf<K> };
export type Edited<K extends Written> = {
  isReady: boolean; edited: EditedOf<K> | null;
  /** Begins to write; false where another one of the kind is still open, which stays as it is. */
  begin: (next: EditedOf<K>) => boolean;
  change: (record: RecordOf<K>) => void; close: () => void;
};

/** The record of a kind that is being written, kept as a draft until it is saved or let go. One of each kind at a time. */
export function useEdited<K extends Written>(session: OpenVault, kind: K): Edited<K> {
  const draft = useDraft<EditedOf<K> | null>(session, `prevention:${kind}`, (kept) => restore(kind, kept), () => null);
  const [isClosed, setClosed] = useState(false);
  const edited = isClosed ? null : draft?.value ?? null;
  return {
    isReady: draft !== null, edited,
    begin: (next) => {
      if (edited !== null || draft === null) return false;
      setClosed(false);
      draft.change(next);
      return true;
    },
    change: (record) => { if (edited !== null) draft?.change({ ...edited, record }); },
    close: () => {
      setClosed(true);
      void draft?.drop();
    },
  };
}

/** A draft is taken back even where it would not be accepted yet, as long as it has everything its kind has. */
function restore<K extends Written>(wanted: K, kept: unknown): EditedOf<K> | null {
  if (typeof kept !== 'object' || kept === null || !('record' in kept) || !('rev' in kept) || !('id' in kept)) return null;
  const { id, rev, record } = kept;
  if (typeof record !== 'object' || record === null || !('kind' in record) || record.kind !== wanted || typeof rev !== 'number' || (id !== null && typeof id !== 'string')) return null;
  const shape = preventionRecord.options.find((option) => option.shape.kind.value === wanted);
  return shape !== undefined && Object.keys(shape.shape).every((key) => key in record) ? { id, rev, record: record as RecordOf<K> } : null;
}
