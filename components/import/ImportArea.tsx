import type { ImportSummary } from '../../rules/work/case-file.ts';
import { Button } from '../ui/Button.tsx';
import { DropArea } from '../ui/DropArea.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { ImportResult } from './ImportResult.tsx';

export type RunningImport = { fileName: string; bytes: number; bytesDone: number; claims: number };
export type ImportProblem = { fileName: string; text: string; /** Nothing went wrong; it is only to be known. */ isNote?: boolean };

const megabytes = (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** Remittance files in: drop, watch, read what came of it. Every earlier file stays listed. */
export function ImportArea({ mayRead = true, running, waiting, problems, done, onFiles, onCancel, onDismiss, onOpenQueue }: {
  /** Whether who looks may have files read; an auditor may not. */
  mayRead?: boolean;
  running: RunningImport | null; waiting: number; problems: readonly ImportProblem[]; done: readonly ImportSummary[]; onFiles: (files: File[]) => void; onCancel: () => void; onDismiss: (fileName: string) => void; onOpenQueue: () => void;
}) {
  return (
    <div className="flex flex-col gap-4">
      {mayRead ? (
        <DropArea label="Drop remittance files here" button="Choose files" onFiles={onFiles}>
          <p>X12 835, also 277, 277CA and your own 837. Read on this computer; the file itself is not kept.</p>
        </DropArea>
      ) : <p className="text-ink-2">Your role may look but not change this.</p>}
      {running !== null && (
        <div className="rounded-md border border-line bg-raised px-4 py-3">
          <Progress label={running.fileName} value={running.bytesDone} max={running.bytes} text={`${megabytes(running.bytesDone)} of ${megabytes(running.bytes)}, ${running.claims.toLocaleString('en-US')} claims`} />
          <div className="mt-2 flex items-center justify-between">
            <span className="text-small text-ink-3">{waiting > 0 ? `${waiting} more waiting` : 'You can go on working meanwhile.'}</span>
            <Button size="small" kind="quiet" onPress={onCancel}>Stop</Button>
          </div>
        </div>
      )}
      {problems.map((problem) => <Notice key={problem.fileName} tone={problem.isNote === true ? 'note' : 'problem'} title={problem.fileName} action={<Button size="small" kind="quiet" onPress={() => onDismiss(problem.fileName)}>Put away</Button>}>{problem.text}</Notice>)}
      {done.length === 0 && running === null && <p className="text-ink-3">No file yet.</p>}
      {done.map((summary, index) => <ImportResult key={summary.id} summary={summary} isNewest={index === 0} onOpenQueue={onOpenQueue} />)}
    </div>
  );
}
