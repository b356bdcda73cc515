import { useState } from 'react';
import { GiveForm } from '../../../components/team/GiveForm.tsx';
import type { Give } from '../../../components/team/GiveForm.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { handoverErrorWords } from '../../../components/words/team-words.ts';
import type { Person, WorkPool } from '../../../rules/domain/person.ts';
import { isSensitive } from '../../../rules/domain/sensitive.ts';
import { MOST_BUNDLED } from '../../../rules/team/bundle.ts';
import { openCaseOrNull } from '../../../storage/cases/open-case.ts';
import { openItems } from '../../../storage/queries/open-items.ts';
import { openCaseIdsOf } from '../../../storage/staff/hand-over-queue.ts';
import { readSettings } from '../../../storage/settings.ts';
import { storageErrorCode } from '../../../storage/storage-fault.ts';
import { writeBundle } from '../../../storage/team/make-bundle.ts';
import { openFileSink } from '../backup/file-sink.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useCovered } from '../../shared/pages/use-covered.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { fileTransport, HANDOVER_ENDING } from './file-transport.ts';

type Made = { name: string; cases: number; sensitive: number; damaged: number; documents: number };

/** Cases chosen and written into a hand-over file. A biller sees their own, a lead everybody's. */
export function GiveSection({ session, people, pools, isLead }: { session: OpenVault; people: readonly Person[]; pools: readonly WorkPool[]; isLead: boolean }) {
  const { db, vault, userId } = session;
  const covered = useCovered(db);
  const [ownerId, setOwnerId] = useState(userId);
  const [isBusy, setBusy] = useState(false);
  const [progress, setProgress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const state = useQuery(async () => {
    const ids = await openCaseIdsOf(db, ownerId);
    const rows = (await db.cases.bulkGet(ids.slice(0, MOST_BUNDLED))).filter((row) => row !== undefined);
    const sealed = await Promise.all(rows.map(async (row) => openCaseOrNull(vault, row)));
    const sensitive = new Set(rows.filter((_row, index) => { const one = sealed[index]; return one != null && isSensitive(one); }).map(({ id }) => id));
    return { total: ids.length, items: (await openItems(db, vault, rows)).map((item) => ({ ...item, isSensitive: sensitive.has(item.id) })) };
  }, [db, vault, ownerId]);
  const owners = isLead
    ? [...people.filter(({ standing, role }) => standing !== 'left' && role !== 'auditor').map(({ id, name }) => ({ value: id, label: id === userId ? `${name} (you)` : name })), ...pools.map(({ key, name }) => ({ value: key, label: name }))]
    : people.filter(({ id }) => id === userId).map(({ id, name }) => ({ value: id, label: name }));

  const give = async ({ caseIds, withDocuments, passphrase, words }: Give): Promise<string | null> => {
    setMade(null);
    setProgress('Getting ready');
    const begun = await sendCommand('bundle:begin', { caseIds, passphrase });
    if (!begun.ok) return handoverErrorWords(begun.error);
    const { bundleId, caseIds: given, sensitive, damaged } = begun.value;
    const nowMs = Date.now();
    const { timeZone } = await readSettings(db);
    const today = Temporal.Now.plainDateISO(timeZone === '' ? Temporal.Now.timeZoneId() : timeZone).toString();
    const sink = await openFileSink(nowMs);
    try {
      const written = await writeBundle({ db, vault, userId, nowMs, today }, { bundleId, caseIds: given, withDocuments, passphrase, words, onProgress: (done) => setProgress(`${done} of ${given.length}`) }, sink.write);
      const name = `overturn-handover-${today}-${bundleId.slice(0, 4)}${HANDOVER_ENDING}`;
      await fileTransport([]).push({ name, bytes: await sink.finish(name, 'application/octet-stream') });
      await sendCommand('bundle:made', { bundleId, ...written });
      setMade({ name, sensitive, damaged, ...written });
      return null;
    } catch (error) {
      await sink.drop().catch(() => undefined); // it is gone already, or goes with the next file
      const code = storageErrorCode(error);
      if (code === null) throw error;
      return errorWords(code);
    }
  };
  if (state.state !== 'ready') return null;
  return (
    <GiveForm
      key={ownerId} covered={covered} owners={owners} ownerId={ownerId} onOwner={setOwnerId} items={state.value.items} total={state.value.total} isBusy={isBusy} progress={progress} problem={problem} made={made}
      onGive={(wanted) => {
        setBusy(true);
        void give(wanted).then(setProblem).finally(() => {
          setBusy(false);
          setProgress('');
        });
      }}
    />
  );
}
