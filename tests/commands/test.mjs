/**
 * `npm test`: everything, from a fresh clone. Installs what it needs, runs each part, closes with one plain line.
 * `npm test -- unit e2e` runs only the named parts.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { needChromium, needFirefox } from './find-browser.mjs';
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { ownEnvironment, ownProgram, projectRoot } from './project-root.mjs';
import { runProgram } from './run-program.mjs';
import { say, step } from './say.mjs';

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const wants = (part) => wanted.length === 0 || wanted.includes(part);
const reports = mkdtempSync(path.join(tmpdir(), 'overturn-test-'));
const counts = { passed: 0, failed: 0 };
const failedParts = [];

function count(part, passed, failed) {
  counts.passed += passed;
  counts.failed += failed;
  if (failed > 0) failedParts.push(part);
  say(`  ${part}: ${passed} passed, ${failed} failed`);
}

/** A part that is one yes or no. */
async function check(part, program, args, env = {}) {
  if (!wants(part)) return;
  const { code } = await step(part, () => runProgram(ownProgram(program), args, { cwd: projectRoot, env: ownEnvironment(env), capture: true }));
  count(part, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

async function unit() {
  const report = path.join(reports, 'unit.json');
  const { code } = await step('unit', () => runProgram(ownProgram('vitest'), ['run', '--config', 'tests/vitest.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], { cwd: projectRoot, env: ownEnvironment(), capture: true }));
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  count('unit', numPassedTests, Math.max(numFailedTests, code === 0 ? 0 : 1));
}

async function stories() {
  const report = path.join(reports, 'e2e.json');
  const { code } = await step('e2e', () => runProgram(ownProgram('playwright'), ['test', '--config', 'tests/playwright.config.ts'], { cwd: projectRoot, env: ownEnvironment({ OVERTURN_REPORT: report, OVERTURN_CHROMIUM: chromium }) }));
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  if (stats.flaky > 0) say(`  e2e: ${stats.flaky} passed only at the second try: see "flaky" above, and mend them`);
  count('e2e', stats.expected + stats.flaky, Math.max(stats.unexpected, code === 0 ? 0 : 1));
}

async function firefoxSmoke(firefox) {
  const { code } = await step('firefox', () => runProgram(ownProgram('node'), ['tests/firefox/smoke.ts'], { cwd: projectRoot, env: ownEnvironment({ OVERTURN_FIREFOX: firefox }) }));
  count('firefox', code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

const started = Date.now();
let chromium = '';
try {
  await installPackages();
  chromium = await needChromium();
  process.env.OVERTURN_CHROMIUM = chromium;
  const firefox = wants('firefox') ? await needFirefox() : '';
  if (wants('types')) await runProgram(ownProgram('wxt'), ['prepare'], { cwd: projectRoot, env: ownEnvironment(), capture: true });
  await Promise.all([check('types', 'tsc', ['--noEmit']), check('lint', 'eslint', ['-c', 'tests/eslint.config.js', '--max-warnings=0', '.'])]);
  if (wants('unit')) await unit();
  if (wants('e2e')) await build('chrome', 'demo');
  if (wants('store')) {
    for (const browser of ['chrome', 'edge', 'firefox']) await build(browser, 'store');
    await check('store', 'node', ['tests/store/check-manifests.ts']);
    await check('store', 'node', ['tests/store/lint-firefox.ts']);
  }
  if (wants('e2e')) await stories();
  if (wants('firefox')) {
    await build('firefox', 'demo');
    await firefoxSmoke(firefox);
  }
} catch (error) {
  say(`Stopped: ${error instanceof Error ? error.message : String(error)}`);
  counts.failed += 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
say(`${((Date.now() - started) / 60_000).toFixed(1)} minutes${failedParts.length > 0 ? `; failed: ${failedParts.join(', ')}` : ''}`);
say(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
