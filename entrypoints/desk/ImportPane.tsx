import { ImportArea } from '../../components/import/ImportArea.tsx';
import { roleOf } from '../../storage/people.ts';
import { importSummaries } from '../../storage/queries/imports.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useDeskImports } from './imports-of-desk.ts';

/** Remittance files in, and what came of every file so far. */
export function ImportPane({ session }: { session: OpenVault }) {
  const { running, waiting, problems, add, cancel, dismiss } = useDeskImports();
  const done = useQuery(() => importSummaries(session.db, session.vault), [session.db, session.vault]);
  const role = useQuery(() => roleOf(session.db, session.userId), [session.db, session.userId]);
  const summaries = done.state === 'ready' ? done.value : [];
  return (
    <div className="max-w-3xl">
      <h1 className="mb-3 text-title font-semibold">Remittances</h1>
      <ImportArea
        mayRead={role.state !== 'ready' || role.value !== 'auditor'} running={running} waiting={waiting} problems={problems} done={running === null ? summaries : summaries.filter((summary) => summary.state !== 'running')}
        onFiles={add} onCancel={cancel} onDismiss={dismiss} onOpenQueue={() => { location.hash = '#/queue'; }}
      />
    </div>
  );
}
