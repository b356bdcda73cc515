/**
 * Where a long file that is locked (a backup) is gathered before the browser saves it: a file in the origin's private folder,
 * so that memory holds nothing of it. Where a browser has none there (private windows), in memory. Never for readable texts:
 * what stands in that folder outlives the page and is sealed by nobody.
 */
export type FileSink = { write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>; finish: (name: string, type: string) => Promise<File>; drop: () => Promise<void> };

const FOLDER = 'outgoing';
/** After this long the browser has taken its copy, or nobody wants it any more. */
const KEPT_MS = 3_600_000;

export async function openFileSink(nowMs: number): Promise<FileSink> {
  try {
    return await openDiskSink(nowMs);
  } catch {
    return memorySink(); // no private folder in this window
  }
}

async function openDiskSink(nowMs: number): Promise<FileSink> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  for await (const name of folder.keys()) if (Number(name.split('-')[0]) < nowMs - KEPT_MS) await folder.removeEntry(name);
  const own = `${nowMs}-${crypto.randomUUID()}`;
  const handle = await folder.getFileHandle(own, { create: true });
  const stream = await handle.createWritable();
  return {
    write: async (bytes) => stream.write(bytes),
    async finish(name, type) {
      await stream.close();
      const file = await handle.getFile();
      // A File over a Blob copies nothing; the name is the one the person sees.
      return new File([file], name, { type });
    },
    async drop() {
      await stream.abort();
      await folder.removeEntry(own);
    },
  };
}

/** Gathers in memory: for files that people can read, which must leave nothing behind on the disk of the browser. */
export function memorySink(): FileSink {
  const parts: Blob[] = [];
  return {
    write: async (bytes) => { parts.push(new Blob([bytes])); return Promise.resolve(); },
    finish: async (name, type) => Promise.resolve(new File(parts, name, { type })),
    drop: async () => { parts.length = 0; return Promise.resolve(); },
  };
}
