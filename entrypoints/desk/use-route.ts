import { useSyncExternalStore } from 'react';

export const ROUTES = ['queue', 'workload', 'priority', 'appeals', 'calls', 'call-setup', 'import', 'documents', 'worklists', 'payers', 'library', 'portals', 'maps', 'health', 'evidence', 'training', 'settings', 'people', 'audit', 'backup', 'exports', 'handover', 'numbers', 'prevention', 'keeping', 'computer'] as const;
export type Route = (typeof ROUTES)[number];

function read(): Route {
  const name = location.hash.replace(/^#\/?/u, '').split('/')[0] ?? '';
  return ROUTES.find((route) => route === name) ?? 'queue';
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Which part of the desk is shown. The address names the part and nothing of a case. */
export function useRoute(): [Route, (route: Route) => void] {
  const route = useSyncExternalStore(subscribe, read);
  return [route, (next) => {
    location.hash = `#/${next}`;
  }];
}
