import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The layers, read from the import lines and followed all the way, because a harmless-looking file can pull Dexie in behind it.
 * Each finding says what to do instead.
 */
const root = path.resolve(import.meta.dirname, '..');
const LAYERS = ['rules', 'storage', 'components', 'entrypoints'] as const;

type Import = { from: string; to: string; typeOnly: boolean };

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(path.join(root, file)).isFile());
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found: Import[] = [];
  for (const [, typeOnly, specifier] of text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gmu)) found.push({ from: file, to: specifier ?? '', typeOnly: typeOnly !== undefined });
  for (const [, specifier] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu)) found.push({ from: file, to: specifier ?? '', typeOnly: false });
  return found;
}

/** The project file an import names, or null for a package. */
function target(one: Import): string | null {
  if (!one.to.startsWith('.')) return null;
  return path.relative(root, path.resolve(root, path.dirname(one.from), one.to.replace(/\?.*$/u, '')));
}

/** Everything a file brings into a bundle, with the way that leads there. */
function bundledFrom(entry: string): { file: string; imports: Import[]; way: string[] }[] {
  const seen = new Map<string, { file: string; imports: Import[]; way: string[] }>();
  const open: { file: string; way: string[] }[] = [{ file: entry, way: [entry] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.file) || !/\.tsx?$/u.test(next.file) || !existsSync(path.join(root, next.file))) continue;
    const imports = importsOf(next.file).filter((one) => !one.typeOnly);
    seen.set(next.file, { ...next, imports });
    for (const one of imports) {
      const to = target(one);
      if (to !== null) open.push({ file: to, way: [...next.way, to] });
    }
  }
  return [...seen.values()];
}

const isPackage = (specifier: string, ...names: string[]) => names.some((name) => specifier === name || specifier.startsWith(`${name}/`));

describe('layers', () => {
  const files = LAYERS.flatMap((layer) => sourceFiles(layer));

  it('has files to look at in every layer', () => {
    for (const layer of LAYERS) expect(files.filter((file) => file.startsWith(layer)).length, layer).toBeGreaterThan(0);
  });

  it('rules/ is plain functions over plain data', () => {
    const findings: string[] = [];
    for (const file of files.filter((name) => name.startsWith('rules'))) {
      for (const one of importsOf(file)) {
        const to = target(one);
        if (to === null ? !isPackage(one.to, 'zod') : !to.startsWith('rules')) findings.push(`${file} imports ${one.to}: rules/ takes what it needs as an argument; the caller in entrypoints/ or storage/ supplies it.`);
      }
      const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, '');
      if (/\bnew Date\b|\bDate\.now\b|Temporal\.Now|\bMath\.random\b|\bfetch\(|\bbrowser\.|\bchrome\./u.test(text)) findings.push(`${file} reads a clock, chance, the network or the browser: pass the value in.`);
    }
    expect(findings).toEqual([]);
  });

  it('storage/ knows Dexie and the vault, not the browser and not the screen', () => {
    const findings: string[] = [];
    for (const file of files.filter((name) => name.startsWith('storage'))) {
      for (const one of importsOf(file)) {
        const to = target(one);
        if (to === null ? isPackage(one.to, 'react', 'react-dom', 'wxt', 'webextension-polyfill') : !/^(?:rules|storage)/u.test(to)) findings.push(`${file} imports ${one.to}: storage/ gets keys, time and users from entrypoints/ as arguments.`);
      }
      if (/\bbrowser\.(?:runtime|storage|tabs|alarms)|\bchrome\./u.test(readFileSync(path.join(root, file), 'utf8'))) findings.push(`${file} talks to the browser: do that in entrypoints/ and pass the result in.`);
    }
    expect(findings).toEqual([]);
  });

  it('components/ draw props', () => {
    const findings: string[] = [];
    for (const file of files.filter((name) => name.startsWith('components'))) {
      for (const one of importsOf(file)) {
        const to = target(one);
        if (to === null ? isPackage(one.to, 'dexie', 'dexie-react-hooks', 'wxt', 'webextension-polyfill') : !/^(?:rules|components)/u.test(to)) findings.push(`${file} imports ${one.to}: a component takes data as props and gives events back; the pane in entrypoints/ does the rest.`);
      }
    }
    expect(findings).toEqual([]);
  });

  it('what runs in a portal page brings in nothing heavy, however deep', () => {
    const findings: string[] = [];
    for (const entry of ['entrypoints/payer-portal.content/index.ts', 'entrypoints/read-once.ts', 'entrypoints/portal-reader.ts', 'entrypoints/portal-trainer.ts']) {
      for (const { file, imports, way } of bundledFrom(entry)) {
        if (/^(?:storage|components)\//u.test(file)) findings.push(`${way.join(' -> ')}: a content script sends a command instead; its IndexedDB would be the portal's.`);
        for (const one of imports) if (isPackage(one.to, 'zod', 'dexie', 'react', 'react-dom', '@noble/hashes', 'hash-wasm')) findings.push(`${way.join(' -> ')} -> ${one.to}: import only types there.`);
      }
    }
    expect(findings).toEqual([]);
  });

  it('pages ask the background by command and import nothing of it; the framed card opens no database', () => {
    const findings: string[] = [];
    for (const entry of ['popup', 'sidepanel', 'desk', 'review', 'evidence'].map((page) => `entrypoints/${page}/main.tsx`)) {
      for (const { file, imports, way } of bundledFrom(entry)) {
        if (file.startsWith('entrypoints/background/')) findings.push(`${way.join(' -> ')}: send a command, or move what both need to entrypoints/shared.`);
        if (entry.includes('/review/') && imports.some((one) => isPackage(one.to, 'dexie', 'dexie-react-hooks'))) findings.push(`${way.join(' -> ')}: a framed page may see an empty database; ask by command.`);
      }
    }
    expect(findings).toEqual([]);
  });

  it('names no barrel, no utils', () => {
    const findings = files.filter((file) => /\/(?:utils?|helpers?|common|misc)\.tsx?$/u.test(file) || (/\/index\.ts$/u.test(file) && !file.startsWith('entrypoints')));
    expect(findings, 'name a file for its one idea, in the words of the field').toEqual([]);
  });
});

describe('top level', () => {
  it('holds only what was agreed', () => {
    const allowed = new Set(['entrypoints', 'components', 'storage', 'rules', 'tests', 'package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts', 'README.md', 'LICENSE', 'node_modules', 'test-results']);
    expect(readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([]);
  });
});
