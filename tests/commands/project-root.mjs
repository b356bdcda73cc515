import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A program of the project's own packages. */
export function ownProgram(name) {
  return path.join(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

/** The environment in which the project's own Node (the pinned one) comes first. */
export function ownEnvironment(extra = {}) {
  return { ...process.env, ...extra, PATH: `${path.join(projectRoot, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}` };
}
