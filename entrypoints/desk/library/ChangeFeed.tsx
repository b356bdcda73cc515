import { useState } from 'react';
import { ChangeRow } from '../../../components/library/ChangeRow.tsx';
import { DifferenceList } from '../../../components/library/DifferenceList.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { LibraryItem } from '../../../rules/library/library-entry.ts';
import { changedEntries, libraryChanges, undoItems } from '../../../storage/queries/library-changes.ts';
import type { ChangedEntry, ShownChange } from '../../../storage/queries/library-changes.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { ConfirmChange } from './ConfirmChange.tsx';
import type { Confirmation } from './ConfirmChange.tsx';
import type { Reader } from './use-reader.ts';

/** What a change changes, entry by entry. */
function Entries({ entries }: { entries: readonly ChangedEntry[] }) {
  return entries.slice(0, 60).map((entry) => (
    <section key={entry.entryId} aria-label={entry.title} className="flex flex-col gap-1">
      <h3 className="foreign font-medium">{entry.title}{entry.isGone && ' (taken away)'}{entry.isNew && ' (new)'}</h3>
      {!entry.isGone && <DifferenceList differences={entry.differences} />}
    </section>
  ));
}

/** The changes of the library: those that wait for a lead, or the feed of all, newest first. */
export function ChangeFeed({ session, reader, which, onDone, onProblem }: { session: OpenVault; reader: Reader; which: 'waiting' | 'all'; onDone: (text: string) => void; onProblem: (text: string) => void }) {
  const { db, vault, userId } = session;
  const changes = useQuery(() => libraryChanges(db, vault, userId, which), [db, vault, userId, which]);
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  if (changes.state === 'failed') return <p className="text-over">{errorWords(changes.code)}</p>;
  if (changes.state !== 'ready') return <div aria-busy="true" />;

  const look = async (change: ShownChange) => {
    const entries = await changedEntries(db, vault, change.id);
    const items = entries.flatMap(({ item }) => item ?? []);
    setConfirmation({
      title: change.content.title, action: 'Approve', items, given: { reason: '', evidence: '' }, asks: 'reason', draftKey: `decide:${change.id}`,
      body: <><p className="foreign text-ink-2">{change.userName}: {change.content.reason}{change.content.evidence !== '' && ` Proof: ${change.content.evidence}`}</p><Entries entries={entries} /></>,
      send: ({ reason }, stamp) => sendCommand('library:decide', { changeId: change.id, approve: true, reason, stamp }), done: 'Approved. The open cases it touches are dated anew.',
      other: { label: 'Decline', send: ({ reason }) => sendCommand('library:decide', { changeId: change.id, approve: false, reason, stamp: null }), done: 'Declined.' },
    });
  };
  const undo = async (change: ShownChange) => {
    const items: LibraryItem[] = await undoItems(db, vault, change.id);
    setConfirmation({
      title: `Undo: ${change.content.title}`, action: 'Undo', items, given: { reason: '', evidence: '' }, asks: 'reason', draftKey: `undo:${change.id}`,
      send: ({ reason }, stamp) => sendCommand('library:undo', { changeId: change.id, reason, stamp }), done: 'Undone. The history keeps both.',
    });
  };
  return (
    <>
      {changes.value.length === 0 && <p className="text-ink-2">{which === 'waiting' ? 'Nothing waits for a decision.' : 'Nothing was changed yet.'}</p>}
      <ul aria-label={which === 'waiting' ? 'Changes that wait' : 'Changes'}>
        {changes.value.map((change) => (
          <ChangeRow
            key={change.id} change={change}
            actions={which === 'waiting'
              ? (reader.isLead ? <Button size="small" onPress={() => void look(change).catch(() => onProblem(errorWords('damaged-record')))}>Look and decide</Button> : undefined)
              : (reader.isLead && change.state === 'approved' ? <Button size="small" kind="quiet" aria-label={`Undo ${change.content.title}`} onPress={() => void undo(change).catch(() => onProblem(errorWords('damaged-record')))}>Undo</Button> : undefined)}
          />
        ))}
      </ul>
      {confirmation !== null && <ConfirmChange key={confirmation.draftKey} session={session} reader={reader} confirmation={confirmation} onClose={() => setConfirmation(null)} onDone={(text) => { setConfirmation(null); onDone(text); }} />}
    </>
  );
}
