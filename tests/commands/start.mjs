/**
 * `npm start`: from a fresh clone to a browser with Overturn, demo portals and a demo practice, nothing done by hand.
 * Without a display, or with `--tour`, the whole path is driven headless instead and leaves pictures in .output/tour.
 */
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { needChromium } from './find-browser.mjs';
import { installPackages } from './install-packages.mjs';
import { ownEnvironment, ownProgram, projectRoot } from './project-root.mjs';
import { say } from './say.mjs';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const asTour = process.argv.includes('--tour') || !hasDisplay;

try {
  await installPackages();
  const chromium = await needChromium();
  await build('chrome', 'demo');
  if (asTour && !process.argv.includes('--tour')) say('· No display here: taking the tour in a headless browser instead.');
  const child = spawn(ownProgram('node'), [asTour ? 'tests/tour/tour.ts' : 'tests/tour/play.ts'], { cwd: projectRoot, env: ownEnvironment({ OVERTURN_CHROMIUM: chromium }), stdio: 'inherit' });
  // The terminal sends Ctrl-C to the child as well; it closes browser and portals, and this waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
} catch (error) {
  say(`Stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
