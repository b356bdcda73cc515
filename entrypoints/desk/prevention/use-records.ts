import { useState } from 'react';
import { errorWords } from '../../../components/words/error-words.ts';
import type { StatusMessage } from '../../../components/ui/StatusLine.tsx';
import { PREVENTION_KINDS } from '../../../rules/prevention/prevention-record.ts';
import type { PreventionEntry, PreventionKind, PreventionRecord, RecordOf } from '../../../rules/prevention/prevention-record.ts';
import { preventionRecords } from '../../../storage/prevention/prevention-records.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';

export type EntryOf<K extends PreventionKind> = Omit<PreventionEntry, 'record'> & { record: RecordOf<K> };
export type Records = {
  message: StatusMessage | null; tell: (message: StatusMessage | null) => void;
  /** Writes a record; false where it was refused, and why stands in `message`. */
  save: (edited: { id: string | null; rev: number; record: PreventionRecord }) => Promise<boolean>;
  of: <K extends PreventionKind>(kind: K) => EntryOf<K>[];
};

const isOf = <K extends PreventionKind>(kind: K) => (entry: PreventionEntry): entry is EntryOf<K> & PreventionEntry => entry.record.kind === kind;

/** What the practice wrote down to keep denials from coming back, followed. Null until it is read. */
export function useRecords({ db, vault }: OpenVault): Records | null {
  const found = useQuery(() => preventionRecords(db, vault, PREVENTION_KINDS), [db, vault]);
  const [message, setMessage] = useState<StatusMessage | null>(null);
  if (found.state !== 'ready') return null;
  return {
    message, tell: setMessage,
    save: async (edited) => {
      const reply = await sendCommand('prevention:save', edited);
      setMessage(reply.ok ? { tone: 'done', text: 'Saved.' } : { tone: 'problem', text: errorWords(reply.error.code) });
      return reply.ok;
    },
    of: <K extends PreventionKind>(kind: K): EntryOf<K>[] => found.value.filter(isOf(kind)),
  };
}
