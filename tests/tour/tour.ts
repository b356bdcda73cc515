/**
 * The tour: the whole path driven in a headless browser on the built extension, one line per step with what was seen, a picture of each,
 * and a page that shows them in order. Nothing in it is canned: each line quotes what stood on the screen.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoRemittance } from '../portals/demo-remittance.ts';
import { servePortals } from '../portals/serve.ts';
import { openBrowser } from './browser.ts';
import { takeSteps } from './path.ts';
import type { Picture } from './path.ts';

const output = path.resolve(import.meta.dirname, '../../.output/tour');
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const scratch = mkdtempSync(path.join(tmpdir(), 'overturn-tour-'));
const remittance = path.join(scratch, 'clearpath-remittance.835');
writeFileSync(remittance, demoRemittance(Temporal.Now.plainDateISO().toString()));

const portals = await servePortals();
const browser = await openBrowser({ headless: true });
const pictures: Picture[] = [];
let ending: Promise<void> | null = null;
function end(): Promise<void> {
  ending ??= (async () => {
    await browser.close();
    await portals.close();
    rmSync(scratch, { recursive: true, force: true });
  })();
  return ending;
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end().then(() => process.exit(130)));

try {
  for await (const picture of takeSteps({ context: browser.context, id: browser.id, portals: portals.origin, remittance, output })) {
    pictures.push(picture);
    console.log(`  ${String(pictures.length).padStart(2)}. ${picture.title}: ${picture.seen}`);
  }
  writeFileSync(path.join(output, 'index.html'), albumOf(pictures));
  console.log(`· ${pictures.length} steps. Pictures in order: .output/tour/index.html`);
} catch (error) {
  console.log(`Stopped after step ${pictures.length}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await end();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function albumOf(shown: readonly Picture[]): string {
  const steps = shown.map((picture, index) => `<section><h2>${index + 1}. ${escaped(picture.title)}</h2><p>${escaped(picture.seen)}</p><img src="${picture.file}" alt="${escaped(picture.title)}"></section>`).join('\n');
  return `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>Overturn: the tour</title><style>body{font:15px system-ui;max-width:1100px;margin:32px auto;padding:0 20px;color:#13171e}img{max-width:100%;border:1px solid #ccd2da;border-radius:6px}section{margin:0 0 40px}h2{font-size:18px;margin:0}p{margin:4px 0 10px;color:#434c5a}</style><h1>Overturn: the tour</h1>${steps}</html>\n`;
}
