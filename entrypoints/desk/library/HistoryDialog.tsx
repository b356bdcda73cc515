import { useState } from 'react';
import { HistoryView } from '../../../components/library/HistoryView.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import type { LibraryItem } from '../../../rules/library/library-entry.ts';
import { payerKeyOf } from '../../../rules/payers/payer-key.ts';
import { entryHistory } from '../../../storage/queries/library-changes.ts';
import type { ShownVersion } from '../../../storage/queries/library-changes.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { ConfirmChange } from './ConfirmChange.tsx';
import type { Reader } from './use-reader.ts';

function itemOf(version: ShownVersion, entryId: string): LibraryItem | null {
  if (version.state !== 'shipped') return version.item;
  const rule = BASE_RULES.find(({ id }) => id === entryId);
  return rule === undefined ? null : { kind: 'rule', entryId, payerKey: payerKeyOf(rule.payer), body: { rule, checkedOn: null } };
}

/** The history of one entry. Putting a version back is a change like any other: proposed, or in force after the last look. */
export function HistoryDialog({ session, reader, entryId, title, onClose, onDone }: { session: OpenVault; reader: Reader; entryId: string; title: string; onClose: () => void; onDone: (text: string) => void }) {
  const versions = useQuery(() => entryHistory(session.db, session.vault, entryId), [session.db, session.vault, entryId]);
  const [back, setBack] = useState<LibraryItem[] | null>(null);
  if (versions.state !== 'ready') return null;
  if (back !== null) {
    const isNote = back.every(({ kind }) => kind === 'note');
    return (
      <ConfirmChange
        session={session} reader={reader} onClose={() => setBack(null)} onDone={onDone}
        confirmation={{
          title: `Put back: ${title}`, action: reader.isLead || isNote ? 'Put back' : 'Propose to a lead', items: back, given: { reason: '', evidence: '' }, asks: 'reason', draftKey: `restore:${entryId}`,
          send: ({ reason }, stamp) => sendCommand('library:change', { items: back, title: `Put back: ${title}`.slice(0, 300), reason, evidence: '', approve: reader.isLead, askId: null, stamp }),
          done: reader.isLead || isNote ? 'Put back.' : 'Proposed. A lead decides.',
        }}
      />
    );
  }
  return (
    <Dialog wide title={`History: ${title}`} isOpen onClose={onClose}>
      <HistoryView
        versions={versions.value}
        onRestore={reader.mayWork ? (shown) => {
          const version = versions.value.find(({ id }) => id === shown.id);
          const item = version === undefined ? null : itemOf(version, entryId);
          if (item !== null) setBack([item]);
        } : null}
      />
    </Dialog>
  );
}
