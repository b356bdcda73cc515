import { Progress } from '../../components/ui/Progress.tsx';
import type { Imports } from './use-imports.ts';

/** That a file is being read, on every other page of the desk, with the way to it. */
export function ReadingLine({ imports: { running, problems }, isHere }: { imports: Imports; isHere: boolean }) {
  const isTrouble = problems.some(({ isNote }) => isNote !== true);
  if (isHere || (running === null && !isTrouble)) return null;
  return (
    <a href="#/import" className="rounded-md px-1 py-1 text-small text-ink-2 no-underline hover:bg-hover">
      {running === null ? 'A file could not be read' : <Progress label="Reading a remittance" value={running.bytesDone} max={running.bytes} text={`${running.claims.toLocaleString('en-US')} claims`} />}
    </a>
  );
}
