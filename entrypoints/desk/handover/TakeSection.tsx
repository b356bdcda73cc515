import { useState } from 'react';
import { BundleFileForm } from '../../../components/team/BundleFileForm.tsx';
import { ForeignWindowsNotice } from '../../../components/team/ForeignWindowsNotice.tsx';
import { TakeForm } from '../../../components/team/TakeForm.tsx';
import type { Take } from '../../../components/team/TakeForm.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { bundleFaultWords, casesWords, handoverErrorWords } from '../../../components/words/team-words.ts';
import type { Person, WorkPool } from '../../../rules/domain/person.ts';
import { storageErrorCode } from '../../../storage/storage-fault.ts';
import { BundleFault } from '../../../storage/team/bundle-fault.ts';
import { lookAtHead, readBundle } from '../../../storage/team/bundle-file.ts';
import { lookAtBundle } from '../../../storage/team/look-at-bundle.ts';
import type { BundleLook } from '../../../storage/team/look-at-bundle.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useCovered } from '../../shared/pages/use-covered.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { fileTransport } from './file-transport.ts';

type Chosen = { file: File; passphrase: string; look: BundleLook };
type Taken = { fresh: number; merged: number; same: number; purged: number; choices: number; gone: number; foreignWindows: BundleLook['foreignWindows'] };

function faultWords(error: unknown): string {
  if (error instanceof BundleFault) return bundleFaultWords(error.code);
  const code = storageErrorCode(error);
  if (code === null) throw error;
  return bundleFaultWords(code);
}

async function faultOf(file: File): Promise<string | null> {
  return lookAtHead(file).then(() => null, (error: unknown) => (error instanceof DOMException ? 'The file could not be read; it may have been moved or changed. Choose it again.' : faultWords(error)));
}

/** A file is read through and shown; only then is it taken in, case by case, each whole. Broken off, it goes on with the same file. */
export function TakeSection({ session, people, pools }: { session: OpenVault; people: readonly Person[]; pools: readonly WorkPool[] }) {
  const { db, vault, userId } = session;
  const covered = useCovered(db);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [progress, setProgress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);

  const look = async (picked: File, passphrase: string): Promise<string | null> => {
    setTaken(null);
    const [bundle] = await fileTransport([picked]).pull();
    if (bundle === undefined) return null;
    try {
      setChosen({ file: bundle.bytes, passphrase, look: await lookAtBundle({ db, vault, userId }, bundle.bytes, passphrase) });
      return null;
    } catch (error) {
      return faultWords(error);
    }
  };
  const take = async ({ file, passphrase, look: { head, signedHead, foreignWindows } }: Chosen, { signerName, samePractice, ownerId }: Take): Promise<string | null> => {
    const begun = await sendCommand('bundle:take-begin', { head: signedHead, signerName, samePractice });
    if (!begun.ok) return handoverErrorWords(begun.error);
    const counts: Taken = { fresh: 0, merged: 0, same: 0, purged: 0, choices: 0, gone: 0, foreignWindows };
    let done = 0;
    const stopped = (words: string) => `${words} ${done === 0 ? 'Nothing was taken in.' : `${casesWords(done)} came in whole. Take the same file in again to go on.`}`;
    try {
      for await (const part of readBundle(file, passphrase)) {
        if (part.kind === 'head') continue;
        if (part.kind === 'practice') {
          const reply = await sendCommand('bundle:take-practice', { head: signedHead, part: part.signed });
          if (!reply.ok) return stopped(handoverErrorWords(reply.error));
          counts.gone += reply.value.gone;
          continue;
        }
        const reply = part.kind === 'case' ? await sendCommand('bundle:take-case', { head: signedHead, case: part.signed, ownerId }) : await sendCommand('bundle:take-part', { documentId: part.documentId, n: part.n, data: part.data });
        if (!reply.ok) return stopped(handoverErrorWords(reply.error));
        if (!('outcome' in reply.value)) continue;
        counts[reply.value.outcome === 'new' ? 'fresh' : reply.value.outcome] += 1;
        counts.choices += reply.value.choices;
        done += 1;
        setProgress(`${done} of ${head.cases}`);
      }
    } catch (error) {
      return stopped(error instanceof BundleFault ? 'The file could not be read to its end.' : faultWords(error));
    }
    await sendCommand('bundle:taken', { bundleId: head.id, fresh: counts.fresh, merged: counts.merged, same: counts.same });
    setTaken(counts);
    setChosen(null);
    return null;
  };
  const during = (work: Promise<string | null>): void => {
    setBusy(true);
    void work.then(setProblem).finally(() => {
      setBusy(false);
      setProgress('');
    });
  };
  const owners = [...people.filter(({ standing, role }) => standing === 'here' && role !== 'auditor').map(({ id, name }) => ({ value: id, label: id === userId ? `${name} (you)` : name })), ...pools.map(({ key, name }) => ({ value: key, label: name }))];
  return (
    <div className="flex flex-col gap-3">
      {chosen === null
        ? <BundleFileForm key={taken === null ? 'first' : 'next'} isBusy={isBusy} problem={problem} faultOf={faultOf} onLook={(file, passphrase) => during(look(file, passphrase))} />
        : (
          <TakeForm
            look={{ practiceName: chosen.look.head.practice.name, byName: chosen.look.head.by.name, madeMs: chosen.look.head.madeMs, words: chosen.look.head.words, documents: chosen.look.head.documents, isFromHere: chosen.look.isFromHere, ...chosen.look.origin, cases: chosen.look.cases, holds: chosen.look.holds, purged: chosen.look.purged, names: chosen.look.names, foreignWindows: chosen.look.foreignWindows }}
            covered={covered} owners={owners} userId={userId} isLead={people.find(({ id }) => id === userId)?.role === 'lead'} isBusy={isBusy} progress={progress} problem={problem} onTake={(wanted) => during(take(chosen, wanted))} onOther={() => { setChosen(null); setProblem(null); }}
          />
        )}
      {taken !== null && <div role="status"><Notice title="Taken in">{casesWords(taken.fresh)} new, {taken.merged} joined, {taken.same} as they were{taken.purged > 0 && `, ${taken.purged} left out, because ${taken.purged === 1 ? 'it was' : 'they were'} purged here`}.{taken.gone > 0 && ` ${taken.gone === 1 ? '1 copy' : `${taken.gone} copies`} of what was purged on the other computer went here too.`}{taken.choices > 0 && ` ${taken.choices === 1 ? '1 value waits' : `${taken.choices} values wait`} for a decision below.`}</Notice></div>}
      {taken !== null && <ForeignWindowsNotice payers={taken.foreignWindows} />}
    </div>
  );
}
