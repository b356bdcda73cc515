import { useLiveQuery } from 'dexie-react-hooks';
import type { ErrorCode } from '../../../rules/protocol/error-codes.ts';
import { storageErrorCode } from '../../../storage/storage-fault.ts';

export type Query<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; code: ErrorCode };

const loading = { state: 'loading' } as const;

/**
 * Follows a question to the store: asked again whenever a row it read changes, in whatever page or worker that happens.
 * While `deps` change, the last answer stays until the new one is there, so that lists do not flicker.
 *
 * Dexie follows only what is read through its own promises: read the rows first, open sealed values after.
 * A failure of the store is an answer; a mistake of ours is thrown to the page's boundary.
 */
export function useQuery<T>(ask: () => Promise<T>, deps: readonly unknown[]): Query<T> {
  return useLiveQuery<Query<T>, Query<T>>(
    async () => {
      try {
        return { state: 'ready', value: await ask() };
      } catch (error) {
        const code = storageErrorCode(error);
        if (code === null) throw error;
        return { state: 'failed', code };
      }
    },
    [...deps],
    loading,
  );
}
