import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';

/** From so many tokens on they are looked up past Dexie, whose work for each call is twice the browser's own. */
const MANY = 50;

/**
 * Ids of the cases that have one of the tokens, in order. One question per token, all at once: a cursor that jumps from token
 * to token waits for the browser at every one. In the order of the tokens, which is that of the index: a large store is read
 * from file to file and not to and fro. A page that follows the answer is told of changes: of few tokens of just these, of many of
 * every case with a token in their stretch.
 */
export async function idsByToken(db: OverturnDatabase, tokens: readonly string[]): Promise<string[]> {
  const sorted = [...new Set(tokens)].sort();
  if (sorted.length === 0) return [];
  const lists = sorted.length < MANY
    ? await db.transaction('r', db.cases, () => Promise.all(sorted.map((token) => db.cases.where('blind').equals(token).primaryKeys())))
    : await askedDirectly(db, sorted);
  return [...new Set(lists.flat())].sort();
}

/** `tokens` in order. @throws the browser's error, as Dexie does; StorageFault `storage-failed` where the store was closed */
async function askedDirectly(db: OverturnDatabase, tokens: readonly string[]): Promise<string[][]> {
  if (!db.isOpen()) throw new StorageFault('storage-failed');
  // Dexie knows nothing of what is read past it. It notes the whole stretch of this question, not the one row: so a page is told.
  await db.cases.where('blind').between(tokens[0], tokens.at(-1), true, true).limit(1).primaryKeys();
  return new Promise((resolve, reject) => {
    const found: string[][] = [];
    const transaction = db.backendDB().transaction('cases', 'readonly');
    const failed = (): void => reject(transaction.error ?? new DOMException('The look-up was stopped.', 'AbortError'));
    transaction.oncomplete = () => resolve(found);
    transaction.onabort = failed;
    transaction.onerror = failed;
    const index = transaction.objectStore('cases').index('blind');
    for (const token of tokens) {
      index.getAllKeys(token).onsuccess = ({ target }) => {
        const keys = (target as IDBRequest<string[]>).result;
        if (keys.length > 0) found.push(keys);
      };
    }
  });
}
