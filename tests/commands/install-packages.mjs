import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.mjs';
import { runProgram } from './run-program.mjs';
import { step } from './say.mjs';

/**
 * Makes node_modules match the lock file; does nothing where it matches already.
 * Runs before any package exists, so it uses only what Node 18 has.
 */
export async function installPackages() {
  const lock = createHash('sha256').update(readFileSync(path.join(projectRoot, 'package-lock.json'))).digest('hex');
  const stamp = path.join(projectRoot, 'node_modules', '.overturn-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await step('Installing packages (npm ci)', async () => {
    const { code } = await runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: projectRoot });
    if (code !== 0) throw new Error('npm ci did not finish; its own words stand above.');
    writeFileSync(stamp, lock);
  });
}
