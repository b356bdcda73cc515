/**
 * Where a frame stands below the top document: its place among the frames of its parent, the parent's place among those
 * of its own, and so on from the top down. -1 where a frame is not counted by its parent, as frames in a shadow root are not.
 */
export type FramePath = readonly number[];

/**
 * The frame that holds each frame, by id; null for the top one. A frame whose parent did not answer (another host, no
 * permission) counts to the nearest one around it that did; where two could be meant, to none of them: `undefined`.
 */
export function parentsOf(paths: ReadonlyMap<number, FramePath>): Map<number, number | null | undefined> {
  const byPath = new Map<string, number[]>();
  for (const [id, path] of paths) byPath.set(path.join('.'), [...(byPath.get(path.join('.')) ?? []), id]);
  return new Map([...paths].map(([id, path]) => [id, path.length === 0 ? null : around(path, byPath)]));
}

function around(path: FramePath, byPath: ReadonlyMap<string, readonly number[]>): number | undefined {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const found = byPath.get(path.slice(0, length).join('.')) ?? [];
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}
