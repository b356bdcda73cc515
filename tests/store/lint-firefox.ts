/**
 * The Firefox store's own linter on the built package. No error, and no warning of ours.
 *
 * Four libraries bring warnings with them, and only these are let through, each known by the text around it:
 * React writes `innerHTML` where it is told to (we never tell it to: eslint forbids it in our sources), and zod tries `new Function`
 * to see whether it may compile (it may not: the policy forbids it, and zod-setup.ts turns it off). The Markdown parser has a method
 * `document()` whose `write()` takes text to be parsed: no document of the browser's is written. The font library carries a stand-in for
 * `bind` that is used only where the browser has none, which is nowhere.
 * The PDF parser would import a worker's file where it is given none; it is given ours, and the policy lets no other in.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

type Finding = { code: string; message: string; file?: string; line?: number; column?: number };

const folder = path.resolve(import.meta.dirname, '../../.output/firefox');
const KNOWN: Record<string, RegExp> = {
  UNSAFE_VAR_ASSIGNMENT: /\.document\(\)\.write\(|import\(this\.workerSrc\)|__html|createElement\(`div`\),\w+\.innerHTML=`<script>/u,
  DANGEROUS_EVAL: /jitless|allowsEval|try\{return \w*\(?(?:new )?Function\b|Function\(``\)|Function\(`binder`/u,
};

/** Workers that hold a library for PDF files and little else: what the linter finds there is the library's. */
const OF_A_WORKER: Record<string, RegExp> = { UNSAFE_VAR_ASSIGNMENT: /^assets\/pdf-worker-/u, DANGEROUS_EVAL: /^assets\/packet-worker-/u };

function isOfALibrary(finding: Finding): boolean {
  // Firefox for Android is not offered: it has no sidebar.
  if (finding.code === 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION') return true;
  if (OF_A_WORKER[finding.code]?.test(finding.file ?? '') === true) return true;
  const known = KNOWN[finding.code];
  if (known === undefined || finding.file === undefined) return false;
  const line = readFileSync(path.join(folder, finding.file), 'utf8').split('\n')[(finding.line ?? 1) - 1] ?? '';
  const at = finding.column ?? 0;
  return known.test(line.slice(Math.max(0, at - 200), at + 200));
}

type Linter = (options: object, more: object) => Promise<{ errors: Finding[]; warnings: Finding[] }>;
// The package brings no types; a name in a variable keeps the compiler from asking for them.
const linterPackage = 'web-ext';
const { default: webExt } = (await import(linterPackage)) as { default: { cmd: { lint: Linter } } };
const linter = webExt.cmd.lint;
const log = console.log;
console.log = () => undefined; // the linter prints its report; only what is ours is told below
const { errors, warnings } = await linter({ sourceDir: folder, artifactsDir: folder, selfHosted: false, output: 'none', ignoreFiles: [] }, { shouldExitProgram: false });
console.log = log;
const ours = [...errors, ...warnings.filter((warning) => !isOfALibrary(warning))];
for (const finding of ours) console.log(`${finding.code} ${finding.file ?? ''}:${finding.line ?? ''} ${finding.message}`);
console.log(`web-ext lint: ${errors.length} errors, ${warnings.length} warnings, ${ours.length} of ours`);
process.exitCode = ours.length === 0 ? 0 : 1;
