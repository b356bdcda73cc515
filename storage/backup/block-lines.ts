import { BackupFault } from './backup-fault.ts';

/** A row larger than this is none of ours; it bounds what a reader holds. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Lines of the blocks' text; keeps in `place` which bytes are being read. */
export async function* linesOf(blocks: AsyncIterable<{ bytes: Uint8Array<ArrayBuffer>; from: number; to: number }>, place: { from: number; to: number }): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const { bytes, from, to } of blocks) {
    place.from = from;
    place.to = to;
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new BackupFault('incomplete', { ...place, table: null, rows: 0 });
    yield* lines;
  }
  if (rest !== '') throw new BackupFault('incomplete', { ...place, table: null, rows: 0 });
}
