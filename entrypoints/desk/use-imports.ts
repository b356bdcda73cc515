import { useEffect, useRef, useState } from 'react';
import type { ImportProblem, RunningImport } from '../../components/import/ImportArea.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { readSettings } from '../../storage/settings.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { sendCommand } from '../shared/send-command.ts';
import { databaseInUse } from '../shared/database-in-use.ts';
import { readSessionVault } from '../shared/session-vault.ts';
import { startImport } from './start-import.ts';
import type { FromImportWorker } from './import-messages.ts';

const ownWords: Record<string, string> = {
  'not-x12': 'This is not an X12 remittance. Nothing was read from it and nothing was changed.',
  'file-empty': 'The file is empty. Nothing was changed.',
  'file-unreadable': 'The file could not be read to its end; it may have been moved or changed. What was read is kept: drop it again to go on.',
  'storage-full': 'The disk is full. What was read so far is kept whole; make room and drop the file again to go on.',
};

/** The words for an import that ended badly, with what it means for what was read. */
function problemWords(code: string): string {
  return ownWords[code] ?? errorWords(code);
}

export type Imports = {
  running: RunningImport | null; waiting: number; problems: ImportProblem[]; add: (files: File[]) => void; cancel: () => void;
  /** Puts a problem that was read away. */
  dismiss: (fileName: string) => void;
};

/**
 * Reads dropped files one after another in a worker of this page, whichever part of it is open: it is held by the desk itself. Locking stops it; the journal lets the same file go on.
 * The worker is the one writer beside the background, because a background worker lives minutes and a file cannot be sent to it.
 */
export function useImports(session: OpenVault): Imports {
  const [running, setRunning] = useState<RunningImport | null>(null);
  const [waiting, setWaiting] = useState<File[]>([]);
  const [problems, setProblems] = useState<ImportProblem[]>([]);
  const current = useRef<{ cancel: () => void; kill: () => void } | null>(null);
  const isGone = useRef(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      current.current?.kill();
    };
  }, []);

  useEffect(() => {
    const [file] = waiting;
    if (file === undefined || current.current !== null) return;
    const hear = (message: FromImportWorker) => {
      if (message.kind === 'progress') {
        setRunning({ fileName: file.name, bytes: message.progress.bytes, bytesDone: message.progress.bytesDone, claims: message.progress.claims });
        return;
      }
      current.current = null;
      setRunning(null);
      if (message.kind === 'failed') setProblems((before) => [{ fileName: file.name, text: problemWords(message.code) }, ...before.filter((one) => one.fileName !== file.name)]);
      if (message.kind === 'done' && message.repeated) setProblems((before) => [{ fileName: file.name, text: 'This very file was read before. Nothing was done again.', isNote: true }, ...before.filter((one) => one.fileName !== file.name)]);
      setWaiting((before) => before.slice(1)); // others may have been dropped meanwhile
      void sendCommand('reminder:sweep', {});
    };
    let isStopped = false;
    const stop = () => {
      isStopped = true;
    };
    current.current = { cancel: stop, kill: stop };
    setRunning({ fileName: file.name, bytes: file.size, bytesDone: 0, claims: 0 });
    setProblems((before) => before.filter((one) => one.fileName !== file.name));
    void (async () => {
      const open = await readSessionVault();
      // In practice mode the session holds another key: never that one for this database.
      if (open === null || session.db.name !== (await databaseInUse())) {
        hear({ kind: 'failed', code: 'vault-locked', summary: null });
        return;
      }
      const { timeZone } = await readSettings(session.db);
      // Stopped, or the page left, before the worker stood: the key goes nowhere.
      if (isStopped || isGone.current) {
        current.current = null;
        if (!isGone.current) {
          setRunning(null);
          setWaiting((before) => before.slice(1));
        }
        return;
      }
      current.current = startImport({ database: session.db.name, key: open.dataKey, userId: open.userId, file, today: Temporal.Now.plainDateISO(timeZone === '' ? Temporal.Now.timeZoneId() : timeZone).toString(), nowMs: Date.now() }, hear);
    })();
  }, [waiting, session.db]);

  return { running, waiting: Math.max(0, waiting.length - 1), problems, add: (files) => setWaiting((before) => [...before, ...files]), cancel: () => current.current?.cancel(), dismiss: (fileName) => setProblems((before) => before.filter((one) => one.fileName !== fileName)) };
}
