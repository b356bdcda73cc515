import type { readingSlices } from '../../rules/portals/reader/read-document.ts';
import { ask } from './ask.ts';
import type { RowGatherer } from './row-gatherer.ts';
import type { RowMarks } from './row-marks.ts';

declare global {
  /** Set by entrypoints/portal-reader.ts in the extension's own world of this frame. */
  var overturnReadSlices: typeof readingSlices | undefined;
  var overturnRows: { RowGatherer: typeof RowGatherer; RowMarks: typeof RowMarks } | undefined;
}

/** The reader of this frame, brought in on first need; null where the background did not bring it. */
export async function readerInFrame(): Promise<typeof readingSlices | null> {
  if (globalThis.overturnReadSlices === undefined) await ask('portal:bring-reader', {});
  return globalThis.overturnReadSlices ?? null;
}
