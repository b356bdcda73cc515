import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { BASE_RULES } from '../rules/payers/base-rules.ts';
import portalEvidence from '../rules/portals/registry/portal-evidence.json' with { type: 'json' };
import { portalHosts } from '../rules/portals/registry/portal-hosts.ts';
import { fileProblems, payerTableProblems, portalProblems, shippedDataProblems } from './commands/check-data.ts';
import workedRules from './rules/deadlines/worked-rules.json' with { type: 'json' };

/** What was agreed about the files themselves. Patterns are written so that this file does not match them. */
const root = path.resolve(import.meta.dirname, '..');
const PRODUCT = ['rules', 'storage', 'components', 'entrypoints'];
const FOLDERS = [...PRODUCT, 'tests'];
const MOST_LINES = 350;

/** Longer than MOST_LINES on purpose: the ceiling that holds instead, and why. */
const LONGER: Readonly<Record<string, { lines: number; why: string }>> = {
};
/** Emoji as data, never as words of ours. */
const EMOJI_AS_DATA: Readonly<Record<string, string>> = {
  'tests/rules/remittance/parts.test.ts': 'a sign of four bytes, for the decoder',
};

function filesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name).replaceAll(path.sep, '/'))
    .filter((file) => statSync(path.join(root, file)).isFile());
}

const isText = (file: string) => /\.(?:[cm]?tsx?|m?js|json|css|html|md|edi|835|277|837|txt|ya?ml)$/u.test(file);
const isSource = (file: string) => /\.(?:[cm]?tsx?|m?js)$/u.test(file);
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

const files = FOLDERS.flatMap(filesUnder).filter(isText);
// In a second working tree `.git` is a file that says where the first one is.
const top = readdirSync(root).filter((name) => name !== '.git' && statSync(path.join(root, name)).isFile() && (isText(name) || name.startsWith('.')));
const sources = [...files, ...top].filter(isSource);

type Finding = { file: string; line: number; what: string };
const shown = (findings: readonly Finding[]) => findings.map(({ file, line, what }) => `${file}:${line} ${what}`);

function linesThatMatch(list: readonly string[], pattern: RegExp, what: string): Finding[] {
  return list.flatMap((file) => textOf(file).split('\n').flatMap((text, index) => (pattern.test(text) ? [{ file, line: index + 1, what }] : [])));
}

/** The findings of one look at the syntax tree: `any`, a catch that says nothing, a test that does not run. */
function syntaxFindings(file: string, text: string): Finding[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Finding[] = [];
  const add = (node: ts.Node, what: string) => found.push({ file, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1, what });
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) add(node, '`any`: use unknown and look at what it is');
    if (ts.isCatchClause(node) && node.block.statements.length === 0 && !/\/[/*]/u.test(node.block.getText(tree))) add(node, 'an empty catch: say why nothing is to be done');
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [called, name] = [node.expression.expression.getText(tree), node.expression.name.text];
      if (/^(?:test|it|describe|suite)\b/u.test(called)) {
        if (/^(?:skip|only|todo|fixme|fails?)$/u.test(name)) add(node, `${called}.${name}: every test runs`);
        // The one reason not to run: reference data that stands beside the project and may be absent.
        if (/^(?:skipIf|runIf)$/u.test(name) && !(text.includes('../shared') && text.includes('existsSync'))) add(node, `${called}.${name}: only for reference data beside the project`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('the data', () => {
  it('holds to its schemas, as the build demands', () => expect(shippedDataProblems()).toEqual([]));

  it('says of each rule where it comes from, when that was seen, how sure it is, and works one case with it', () => {
    const worked = new Set(workedRules.map((one) => one.rule));
    const findings = BASE_RULES.flatMap((rule) => [
      ...(/^https?:\/\/[^/]+\.[a-z]+/u.test(rule.source.url) && rule.source.title.trim() !== '' ? [] : [`${rule.id}: no source`]),
      ...(/^20\d\d/u.test(rule.asOf) ? [] : [`${rule.id}: no date on which the source was seen`]),
      ...(['high', 'medium', 'low'].includes(rule.confidence) ? [] : [`${rule.id}: no confidence`]),
      ...(worked.has(rule.id) ? [] : [`${rule.id}: no worked case in tests/rules/deadlines/worked-rules.json`]),
    ]);
    expect(findings).toEqual([]);
    expect(BASE_RULES.length).toBeGreaterThan(100);
  });

  it('has evidence for every portal', () => {
    expect(portalProblems(portalHosts, portalEvidence)).toEqual([]);
    expect(portalHosts.length).toBeGreaterThan(20);
  });

  it('is checked by a check that finds what is wrong', () => {
    expect(fileProblems('rules/codes/carc.json', '{\n"1": ["Some meaning", "coding", "none", ""],\n"1": ["Some meaning", "coding", "none", ""]\n}').join()).toMatch(/1: is there twice/u);
    expect(fileProblems('rules/codes/carc.json', '{ "1": ["Some meaning", "no-such-category", "none", ""] }')).not.toEqual([]);
    expect(fileProblems('rules/codes/carc.json', '{ "1": ')).toHaveLength(1);
    expect(fileProblems('rules/new-table.json', '{}').join()).toMatch(/no schema/u);
    const rules = [{ id: 'one-rule', payer: 'One Payer' }];
    expect(payerTableProblems(rules, { 'One Payer': {} }, { 'one-rule': 'through' })).toEqual([]);
    expect(payerTableProblems(rules, { 'Other Payer': { programme: 'Nobody' } }, { 'lost-rule': 'through' })).toHaveLength(4);
    const portal = { id: 'one', name: 'One', mode: 'assisted', hosts: ['one.example.com'], frameHosts: [] } as const;
    expect(portalProblems([portal], { one: {} })).toEqual([]);
    expect(portalProblems([portal], {}).join()).toMatch(/evidence/u);
    expect(portalProblems([portal], { one: {}, two: {} }).join()).toMatch(/two: no such portal/u);
    expect(portalProblems([{ ...portal, hosts: ['*.com'] }], { one: {} }).join()).toMatch(/no host pattern/u);
    expect(portalProblems([{ ...portal, medicare: true }], { one: {} }).join()).toMatch(/hands-off/u);
    expect(portalProblems([portal, { ...portal, id: 'two', hosts: ['*.example.com'] }], { one: {}, two: {} }).join()).toMatch(/belongs to/u);
  });
});

describe('the files', () => {
  it('are there to be looked at', () => {
    for (const folder of FOLDERS) expect(files.filter((file) => file.startsWith(folder)).length, folder).toBeGreaterThan(5);
    for (const file of Object.keys({ ...LONGER, ...EMOJI_AS_DATA })) expect(existsSync(path.join(root, file)), `${file} is gone: take its exception away`).toBe(true);
  });

  it('hold one idea each: none is too long to read', () => {
    const findings = files.filter((file) => PRODUCT.some((folder) => file.startsWith(`${folder}/`)) && /\.(?:tsx?|css)$/u.test(file)).flatMap((file) => {
      const lines = textOf(file).split('\n').length - 1;
      const most = LONGER[file]?.lines ?? MOST_LINES;
      return lines > most ? [`${file}: ${lines} lines of at most ${most}`] : [];
    });
    expect(findings).toEqual([]);
  });

  it('have no any, no silent catch and no test that is left out', () => {
    expect(shown(sources.flatMap((file) => syntaxFindings(file, textOf(file))))).toEqual([]);
  });

  it('would be caught otherwise', () => {
    expect(shown(syntaxFindings('a.ts', 'const a: any = 1;\ntry { a(); } catch {}\ntest.skip("x", () => {});\ndescribe.each([1]).only("y", () => {});\nit.skipIf(slow)("z", () => {});'))).toHaveLength(5);
    expect(syntaxFindings('a.ts', 'try { a(); } catch { /* gone already */ }\nit("any", () => { rows.skip(1); });')).toEqual([]);
  });

  it('switch no check off', () => {
    expect(shown(linesThatMatch(sources, /@ts[-](?:ignore|nocheck|expect-error)|eslint[-]disable|c8[ ]ignore|istanbul[ ]ignore/u, 'a check switched off: mend what it found'))).toEqual([]);
  });

  it('name no place that packages come from and no path of one machine', () => {
    const hosts = /\b(?:registry[.][a-z]|npmjs[.]|yarnpkg[.]|unpkg[.]|jsdelivr[.]|cdnjs[.]|esm[.]sh|jsr[.]io|pypi[.]|python[h]osted|arti[f]actory|verda[c]cio)/iu;
    expect(shown(linesThatMatch([...files, ...top], hosts, 'a host of packages'))).toEqual([]);
    expect(shown(linesThatMatch(top.filter((file) => file === 'package-lock.json'), /"resolved":/u, 'the lock file names where a package was fetched'))).toEqual([]);
    const machine = /(?<![\w.)}/-])\/(?:work|home|Users|root|mnt|private|var\/folders)\/[\w.-]+\/|[A-Z]:\\{1,2}Users\\/u;
    expect(shown(linesThatMatch([...files, ...top], machine, 'a path of one machine'))).toEqual([]);
  });

  it('are where the READMEs say: every picture and every page linked', () => {
    const missing = [...new Set(['README.md', ...files.filter((file) => file.endsWith('README.md'))])].flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/\]\((?!https?:|#)([^)\s]+)\)/gu)]
        .map((link) => path.join(path.dirname(file), link[1] ?? ''))
        .filter((target) => !existsSync(path.join(root, target))).map((target) => `${file}: ${target}`));
    expect(missing).toEqual([]);
  });

  it('have no emoji', () => {
    const findings = linesThatMatch([...files, ...top].filter((file) => EMOJI_AS_DATA[file] === undefined), /\p{Emoji_Presentation}|\u{FE0F}/u, 'an emoji');
    expect(shown(findings)).toEqual([]);
  });
});
