/**
 * Is the truth true? Every string a page is said to show must be visible in the browser, every hidden decoy invisible.
 * `node tests/portals/check-truth.ts [count of generated pages]`; exit status 1 when something does not hold.
 */
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { PORTALS } from './demo/portals.ts';
import { generatePage, HARD_FROM, MUTATIONS } from './generate.ts';
import { plain, reach, visibleText } from './page-state.ts';
import type { Reply } from './portal.ts';
import { servePortals } from './serve.ts';
import type { Expectation } from './truth.ts';

/** What does not hold of one expectation; empty when all does. */
export async function checkExpectation(page: Page, origin: string, truth: Expectation): Promise<string[]> {
  if (!(await reach(page, origin, truth))) return [`never settled: ${truth.settled}`];
  const text = await visibleText(page);
  const seen = text.toUpperCase();
  return [
    ...truth.visible.filter((one) => !seen.includes(plain(one).toUpperCase())).map((one) => `not visible: ${one}`),
    ...truth.decoys.filter(({ hidden, text: decoy }) => hidden && text.includes(plain(decoy))).map(({ text: decoy }) => `visible though hidden: ${decoy}`),
  ];
}

/** Demo portals' states and `count` generated pages, every third of them mutated. */
export async function checkAll(count: number, today = '2026-06-15', only?: string): Promise<{ checked: number; problems: string[] }> {
  const mutations = Object.keys(MUTATIONS);
  // Half of them of the harder kind.
  const generated = Array.from({ length: count }, (_, at) => { const seed = at % 2 ? HARD_FROM + at : at; return generatePage(seed, at % 3 === 2 ? mutations[at % mutations.length] : undefined); });
  const pages = new Map<string, Reply>(generated.flatMap(({ files }) => [...files]));
  const server = await servePortals({ today, pages });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const truths = [...PORTALS.flatMap((portal) => portal.expectations(today)), ...generated.map(({ expectation }) => expectation)].filter(({ id }) => !only || id.startsWith(only));
    const problems: string[] = [];
    for (const truth of truths) problems.push(...(await checkExpectation(page, server.origin, truth)).map((problem) => `${truth.id}: ${problem}`));
    return { checked: truths.length, problems };
  } finally {
    await browser.close();
    await server.close();
  }
}

if (import.meta.main) {
  const { checked, problems } = await checkAll(Number(process.argv[2] ?? 100), undefined, process.argv[3]);
  process.stdout.write(`${problems.join('\n')}${problems.length ? '\n' : ''}${checked} states checked, ${problems.length} problems\n`);
  process.exitCode = problems.length ? 1 : 0;
}
