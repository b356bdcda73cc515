import { useSyncExternalStore } from 'react';

/** The payer whose part of the library is open, from the address (`#/library/aetna`): a payer's key says nothing of a person. Null: none. */
function read(): string | null {
  const [route, key] = location.hash.replace(/^#\/?/u, '').split('/');
  return route === 'library' && key !== undefined && /^[a-z0-9-]{1,80}$/u.test(key) ? key : null;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useLibraryPlace(): string | null {
  return useSyncExternalStore(subscribe, read);
}

export const libraryAddress = (payerKey: string | null) => (payerKey === null ? '#/library' : `#/library/${payerKey}`);
