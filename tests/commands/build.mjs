import { gzipSync } from 'node:zlib';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ownEnvironment, ownProgram, projectRoot } from './project-root.mjs';
import { runProgram } from './run-program.mjs';
import { say, step } from './say.mjs';

/** What runs in every portal page must stay below this, gzipped; the reader comes only to pages that could show a claim. */
const PORTAL_SCRIPT_LIMIT = 30 * 1024;

let dataChecked = null;

/** The product trusts its own tables at run time, so a build with an unsound one must not come about. Once per process. */
function checkData() {
  dataChecked ??= step('Checking the data', async () => {
    const { code } = await runProgram(ownProgram('node'), ['tests/commands/check-data.ts'], { cwd: projectRoot, env: ownEnvironment(), capture: true });
    if (code !== 0) throw new Error('The data under rules/ has the problems listed above.');
  });
  return dataChecked;
}

/** Builds one browser's extension into .output; `kind` is 'store' or 'demo' (the latter carries the loopback permission). */
export async function build(browser, kind) {
  await checkData();
  const folder = path.join(projectRoot, '.output', kind === 'demo' ? `${browser}-demo` : browser);
  await step(`Building for ${browser}${kind === 'demo' ? ' (demo)' : ''}`, async () => {
    const { code } = await runProgram(ownProgram('wxt'), ['build', '-b', browser], { cwd: projectRoot, env: ownEnvironment({ OVERTURN_BUILD: kind }), capture: true });
    if (code !== 0) throw new Error(`The build for ${browser} failed; its own words stand above.`);
  });
  reportPortalScript(folder);
  return folder;
}

function reportPortalScript(folder) {
  const file = path.join(folder, 'content-scripts', 'payer-portal.js');
  if (!existsSync(file)) throw new Error('The build has no content-scripts/payer-portal.js.');
  const size = gzipSync(readFileSync(file)).length;
  const reader = gzipSync(readFileSync(path.join(folder, 'portal-reader.js'))).length;
  say(`  runs in every page of a granted portal: ${(size / 1024).toFixed(1)} kB gzipped of ${PORTAL_SCRIPT_LIMIT / 1024} kB; where a claim may be shown, the reader besides: ${(reader / 1024).toFixed(1)} kB`);
  if (size > PORTAL_SCRIPT_LIMIT) throw new Error('What runs in the portal page has grown past its limit.');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const browser of ['chrome', 'edge', 'firefox']) await build(browser, 'store');
}
