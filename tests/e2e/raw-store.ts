import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/**
 * Everything our origin keeps, as text: every IndexedDB store with its keys and values, localStorage, sessionStorage,
 * cookies, caches and each area of extension storage. Bytes come as one character per byte, so that a search finds text
 * inside them; numbers come between bars, so that 20529 is not found in 120529.
 */
export async function readRawStores(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [];
    const seen = new Set<unknown>();
    const bytes = (view: Uint8Array): string => Array.from(view, (byte) => String.fromCharCode(byte)).join('');
    const walk = (value: unknown): void => {
      if (typeof value === 'number') parts.push(`|${value}|`);
      else if (typeof value === 'string') parts.push(value);
      else if (value instanceof ArrayBuffer) parts.push(bytes(new Uint8Array(value)));
      else if (ArrayBuffer.isView(value)) parts.push(bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
      else if (typeof value === 'object' && value !== null && !seen.has(value)) {
        seen.add(value);
        for (const [key, part] of Object.entries(value)) {
          parts.push(key);
          walk(part);
        }
      } else parts.push(String(value));
    };
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('failed'));
    });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await done(indexedDB.open(name));
      for (const store of Array.from(db.objectStoreNames)) {
        const table = db.transaction(store).objectStore(store);
        walk(await done(table.getAll()));
        walk(await done(table.getAllKeys()));
      }
      db.close();
    }
    walk(Object.entries(localStorage));
    walk(Object.entries(sessionStorage));
    walk(document.cookie);
    walk(await caches.keys());
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<unknown> }> } }).chrome;
    for (const area of ['local', 'session', 'sync'] as const) walk(await storage[area].get(null));
    return parts.join('\n');
  });
}

/** What our origin left on the disk of a profile whose browser is closed, one character per byte. */
export function readRawProfile(profile: string, id: string): string {
  const parts: string[] = [];
  const isOurs = (file: string): boolean => file.includes(`chrome-extension_${id}`) || file.includes(`Settings/${id}`) || /\/(?:Local Storage|Session Storage|Service Worker)\//u.test(file);
  for (const name of readdirSync(profile, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(profile, name);
    if (isOurs(file) && statSync(file).isFile()) parts.push(readFileSync(file).toString('latin1'));
  }
  return parts.join('\n');
}

/** The forms in which a value could lie in a store: as it is, in other cases, as UTF-8 or UTF-16 bytes, base64 at each of its three places, hex, percent-coded, hashed without a key. */
export async function formsOf(value: string): Promise<string[]> {
  const latin = (bytes: Buffer): string => bytes.toString('latin1');
  const texts = [value, value.toLowerCase(), value.toUpperCase(), value.replace(/[^\p{L}\p{N}]/gu, '')];
  const forms = new Set<string>();
  for (const text of texts) {
    const utf8 = Buffer.from(text, 'utf8');
    const utf16 = Buffer.from(text, 'utf16le');
    forms.add(text).add(latin(utf8)).add(latin(utf16)).add(latin(Buffer.from(utf16).swap16()));
    for (const bytes of [utf8, utf16]) {
      forms.add(bytes.toString('hex')).add(bytes.toString('hex').toUpperCase());
      for (let shift = 0; shift < 3; shift += 1) {
        // What the value turns into inside a longer base64 text: the characters that do not touch its neighbours.
        const core = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').slice(shift === 0 ? 0 : shift + 1).replace(/=+$/u, '').slice(0, -1);
        forms.add(core).add(core.replace(/\+/gu, '-').replace(/\//gu, '_'));
      }
    }
    forms.add(encodeURIComponent(text));
    for (const name of ['SHA-1', 'SHA-256']) {
      const digest = Buffer.from(await crypto.subtle.digest(name, new TextEncoder().encode(text)));
      forms.add(digest.toString('hex')).add(digest.toString('base64').slice(0, 20)).add(latin(digest));
    }
  }
  return [...forms].filter((form) => form.length >= 3);
}

/** Which of the planted values are found in a store, by the name they were planted under: never by value, since test output is read by people. */
export async function findPlanted(raw: string, planted: Readonly<Record<string, string>>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, value] of Object.entries(planted)) if ((await formsOf(value)).some((form) => raw.includes(form))) found.push(name);
  return found;
}
