import type { BrowserContext } from '@playwright/test';

/** Pages of an invented portal for the stories of this folder, written as the stories need them. Addresses below `/living/`. */
export type LivingPages = Readonly<Record<string, string>>;

/** Serves them on loopback, where the demo build may read, under both of its names. */
export async function servePages(context: BrowserContext, pages: LivingPages): Promise<void> {
  await context.route(/^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/living\//u, async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = pages[pathname.slice('/living/'.length)];
    await route.fulfill(body === undefined ? { status: 404, body: '' } : { contentType: 'text/html; charset=utf-8', body });
  });
}

export const claimPage = (rows: string, more = '') => `<!doctype html><html lang="en"><head><title>Pinemont Health</title><style>body{font:15px system-ui;margin:24px 60px}dl{display:grid;grid-template-columns:200px 1fr;gap:6px}dd{margin:0}</style></head>
<body><header><b>Pinemont Health</b> <a href="#">Claims</a></header><main id="view">${rows}</main>${more}</body></html>`;

/** A claim as label and value, each value in an element that a script of the page can write to. */
export function claimDetail(fields: Readonly<Record<string, string>>): string {
  return `<h1>Claim detail</h1><dl>${Object.entries(fields).map(([label, value]) => `<dt>${label}</dt><dd id="${label.toLowerCase().replaceAll(' ', '-')}">${value}</dd>`).join('')}</dl>`;
}

export const vanterpool = { 'Claim number': 'PM26-4471902', 'Patient name': 'VANTERPOOL, OTTOLINE', 'Member ID': 'PMH4471223', 'Date of service': '04/07/2026', 'Billed amount': '$240.00', 'Claim status': 'Pending' };
export const ferreira = { 'Claim number': 'PM26-5580317', 'Patient name': 'FERREIRA, IDALINA', 'Member ID': 'PMH5580111', 'Date of service': '05/11/2026', 'Billed amount': '$915.40', 'Claim status': 'Denied', 'Paid amount': '$0.00' };
