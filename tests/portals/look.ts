/**
 * What the reader makes of one page, stage by stage: `node tests/portals/look.ts page.html [--stages]`, or a seed of the generator
 * (`node tests/portals/look.ts 17 renamed --stages`). Without `--stages` only the values of the reading.
 * The first stage that is off is the one to change.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import type { Reading } from '../../rules/reading/reading.ts';
import { readPage } from '../read-page.ts';
import { openBrowser } from './browser.ts';
import { generatePage } from './generate.ts';
import { reach } from './page-state.ts';
import { servePortals } from './serve.ts';

/** A reading as a person looks at it: values without their evidence, nothing that is absent. */
export function plainReading(reading: Reading): unknown {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    if ('value' in value && 'raw' in value) return value.value;
    return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0)).map(([key, inner]) => [key, plain(inner)]));
  };
  return plain({ kind: reading.kind, payer: reading.payer, claims: reading.claims, payment: reading.payment, providerAdjustments: reading.providerAdjustments, seen: reading.seen, candidates: reading.candidates, warnings: reading.warnings });
}

/** One script that gives the stages of a document as lines of text. */
export async function stagesBundle(): Promise<string> {
  const bundle = await rolldown({ input: fileURLToPath(new URL('stages.ts', import.meta.url)), logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'Stages' });
  await bundle.close();
  return `${output[0].code}\n;globalThis.Stages = Stages;`;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { stages: { type: 'boolean' } } });
  const [what = '0', mutation] = positionals;
  const browser = await openBrowser();
  const server = await servePortals({ today: '2026-06-15', ...(existsSync(what) ? {} : { pages: new Map(generatePage(Number(what), mutation).files) }) });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    if (existsSync(what)) await page.goto(pathToFileURL(path.resolve(what)).href);
    else await reach(page, server.origin, generatePage(Number(what), mutation).expectation);
    const reading = await readPage(page);
    if (values.stages) {
      const code = await stagesBundle();
      for (const frame of page.frames()) process.stdout.write(`${await frame.evaluate<string>(`${code}\n;Stages.print(document)`)}\n`);
    }
    process.stdout.write(`${JSON.stringify(plainReading(reading), null, 1)}\n`);
  } finally {
    await browser.close();
    await server.close();
  }
}
