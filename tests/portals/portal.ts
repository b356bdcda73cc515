/** What a demo portal is: a name, a way to answer requests, and the truth about its pages. */
import type { Expectation } from './truth.ts';

export type PortalRequest = {
  method: string;
  /** Path below the portal's own root, with a leading slash. */
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  cookies: ReadonlyMap<string, string>;
  /** YYYY-MM-DD: all dates of the demo are counted from it. */
  today: string;
  /** The same server under its other name, for frames of another origin. */
  otherOrigin: string;
};
export type Reply = { status?: number; type?: string; body: string | Uint8Array; headers?: Record<string, string> };
export type Portal = {
  id: string;
  name: string;
  /** How it is built, for the list on the first page. */
  make: string;
  /** Path of the page to open first, below the portal's root. */
  start: string;
  /** A name of its own on this machine, to which browsers are sent: a portal whose terms bind a host needs a host. */
  host?: string;
  handle(request: PortalRequest): Reply | null | Promise<Reply | null>;
  expectations(today: string): Expectation[];
};

export const HTML = 'text/html; charset=utf-8';

/** An HTML answer. */
export function page(body: string, headers: Record<string, string> = {}): Reply {
  return { type: HTML, body, headers };
}

export function redirect(location: string, headers: Record<string, string> = {}): Reply {
  return { status: 303, body: '', headers: { location, ...headers } };
}
