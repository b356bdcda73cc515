import { useSyncExternalStore } from 'react';

function read(): string | null {
  const [, route, id] = /^#\/([a-z]+)(?:\/([a-z0-9-]{8,64}))?$/u.exec(location.hash) ?? [];
  return route === 'appeals' ? (id ?? null) : null;
}
function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Which appeal the desk shows: its opaque id is all the address holds. */
export function useAppealId(): string | null {
  return useSyncExternalStore(subscribe, read);
}
export function openAppeal(id: string | null): void {
  location.hash = id === null ? '#/appeals' : `#/appeals/${id}`;
}
