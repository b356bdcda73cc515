/**
 * Serves the demo portals on loopback. `127.0.0.1` and `localhost` on the same port are two origins,
 * which is what frames of another origin need. Alone: `node tests/portals/serve.ts [port]`.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PORTALS } from './demo/portals.ts';
import { html, raw } from './markup.ts';
import { HTML, page, redirect } from './portal.ts';
import type { Reply } from './portal.ts';

export type PortalServer = { origin: string; otherOrigin: string; close(): Promise<void> };

/**
 * Starts the server. Without `port` the system picks a free one; without `today` dates are counted from the real day.
 * `pages` adds single pages (path to HTML), which the scoring run uses for generated ones.
 */
export async function servePortals(options: { port?: number; today?: string; pages?: ReadonlyMap<string, Reply> } = {}): Promise<PortalServer> {
  const today = options.today ?? Temporal.Now.plainDateISO().toString();
  const server = createServer((request, response) => {
    answer(request, today, options.pages).then(
      (reply) => send(response, reply),
      (failure: unknown) => send(response, { status: 500, type: 'text/plain', body: failure instanceof Error ? failure.message : 'failed' }),
    );
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`, otherOrigin: `http://localhost:${port}`,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  // Portals hold patient data: none of them lets a browser keep a page.
  response.writeHead(reply.status ?? 200, { 'content-type': reply.type ?? HTML, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...reply.headers });
  response.end(reply.body);
}

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 100_000) return '';
  }
  return text;
}

async function answer(request: IncomingMessage, today: string, pages?: ReadonlyMap<string, Reply>): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const given = pages?.get(url.pathname);
  if (given) return given;
  if (url.pathname === '/') return index();
  if (url.pathname === '/favicon.ico') return { status: 204, body: '' };
  const [, id = '', ...rest] = url.pathname.split('/');
  const portal = PORTALS.find((one) => one.id === id);
  const host = request.headers.host ?? '127.0.0.1';
  // Only where a page is opened to be looked at: whatever else asks may not know such names.
  if (portal?.host !== undefined && !host.startsWith(`${portal.host}:`) && /^(?:document|iframe|frame)$/.test(request.headers['sec-fetch-dest']?.toString() ?? '')) {
    return redirect(`http://${host.replace(/^[^:]+/, portal.host)}${url.pathname}${url.search}`);
  }
  const other = host.startsWith('localhost') ? host.replace('localhost', '127.0.0.1') : host.replace(/^[^:]+/, 'localhost');
  const cookies = new Map((request.headers.cookie ?? '').split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  }));
  const reply = await portal?.handle({
    method: request.method ?? 'GET', path: `/${rest.join('/')}`, query: url.searchParams, form: new URLSearchParams(request.method === 'POST' ? await body(request) : ''),
    cookies, today, otherOrigin: `http://${other}`,
  });
  return reply ?? { ...page('<!doctype html><title>Not found</title><p>This page does not exist.</p>'), status: 404 };
}

const STYLE = raw('body{font:15px/1.5 system-ui,sans-serif;margin:40px auto;max-width:860px;color:#1c2733}h1{font-size:24px}li{margin:10px 0}a{color:#1d4f91;font-weight:600}small{color:#5c6b7a;display:block}');

function index(): Reply {
  return page(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Demo portals</title><style>${STYLE}</style></head><body><h1>Demo payer portals</h1><p>Invented payers, invented people. Everything here can be tried without a login.</p><ul>${PORTALS.map((one) => html`<li><a href="/${one.id}${one.start}">${one.name}</a><small>${one.make}</small></li>`)}</ul></body></html>`.text);
}

if (import.meta.main) {
  const port = Number(process.argv[2]);
  const server = await servePortals(Number.isInteger(port) && port > 0 ? { port } : {});
  process.stdout.write(`Demo portals: ${server.origin}/\n`);
  const stop = (): void => { void server.close().then(() => process.exit(0)); };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
