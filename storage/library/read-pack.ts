import { getNodeValue, findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { issueWords } from '../../rules/domain/issue-words.ts';
import { isTooDeep } from '../../rules/domain/json-depth.ts';
import { PACK_SCHEMA, packFile } from '../../rules/library/pack.ts';
import type { PackFile } from '../../rules/library/pack.ts';

/** What is wrong with a pack, with the place in the file: lines and columns count from 1. `path` is that of the value, such as `rules.3.limit.unit`. */
export type PackProblem = { line: number; column: number; path: string; message: string };
/** `raw` is the file's value as it stands: what a signature covers. */
export type ReadPack = { pack: PackFile; raw: Readonly<Record<string, unknown>> } | { problems: PackProblem[] };

/** A pack of some thousand rules is below 3 MB. */
export const MOST_PACK = 5_000_000;
const MOST_PROBLEMS = 50;

/** Words for the parser's codes that people meet; the others are shown as they are called. */
const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'no such word in JSON', InvalidNumberFormat: 'not a number', PropertyNameExpected: 'a name in quotes is expected here', ValueExpected: 'a value is expected here', ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here', CloseBraceExpected: 'a } is missing', CloseBracketExpected: 'a ] is missing', EndOfFileExpected: 'something stands after the end', InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments', UnexpectedEndOfString: 'a quote is missing', UnexpectedEndOfNumber: 'a number is cut off', InvalidUnicode: 'no such character', InvalidEscapeCharacter: 'no such escape', InvalidCharacter: 'a control character',
};

function whatInstead(text: string): string {
  if (text.trim() === '') return 'The file is empty.';
  if (text.startsWith('%PDF-')) return 'This is a PDF, not a pack. A pack is the .json file that another practice made under Packs.';
  if (text.startsWith('PK')) return 'This is a workbook or an archive, not a pack. A pack is the .json file that another practice made under Packs.';
  if (/^\uFEFF?\s*<(?:!doctype|html|\?xml)/iu.test(text)) return 'This is a web page or XML, not a pack. A pack is the .json file that another practice made under Packs.';
  if (/^\uFEFF?\s*ISA/u.test(text)) return 'This is an X12 file, such as a remittance: take it in under Remittances.';
  return 'This is not a pack: a pack is a .json file and begins with {.';
}

/** Reads a pack file: JSON, then the schema; every problem with its line. Never throws. */
export function readPack(text: string): ReadPack {
  if (text.length > MOST_PACK) return { problems: [{ line: 1, column: 1, path: '', message: 'The file is too large for a pack.' }] };
  // A PDF, a workbook, a page: said as what it is, instead of what JSON would have wanted there.
  if (!/^\uFEFF?\s*[{[]/u.test(text)) return { problems: [{ line: 1, column: 1, path: '', message: whatInstead(text) }] };
  if (isTooDeep(text)) return { problems: [{ line: 1, column: 1, path: '', message: 'The file is nested too deeply for a pack.' }] };
  const placeOf = placer(text);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const problems: PackProblem[] = errors.map(({ error, offset }) => ({ ...placeOf(offset), path: '', message: SYNTAX[printParseErrorCode(error)] ?? printParseErrorCode(error) }));
  if (tree === undefined || problems.length > 0) return { problems: problems.length > 0 ? problems.slice(0, MOST_PROBLEMS) : [{ line: 1, column: 1, path: '', message: 'a value is expected here' }] };
  for (const { offset, name } of repeatedNames(tree)) problems.push({ ...placeOf(offset), path: name, message: `${name} is there twice` });
  const raw: unknown = getNodeValue(tree);
  const newer = newerForm(raw);
  // What else it has is not ours to judge.
  if (newer !== null) return { problems: [{ ...placeOf(nearestNode(tree, ['schema']).offset), path: 'schema', message: `This pack was made for a newer Overturn (${newer}). Update the extension, then try again.` }] };
  const parsed = packFile.safeParse(raw);
  if (parsed.success && problems.length === 0) return { pack: parsed.data as PackFile, raw: raw as Record<string, unknown> };
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) problems.push({ ...placeOf(keyOffset(tree, path, key)), path: [...path, key].join('.'), message: `${key} is not a field of a pack` });
      continue;
    }
    problems.push({ ...placeOf(nearestNode(tree, path).offset), path: path.join('.'), message: issueWords(issue, findNodeAtLocation(tree, path) !== undefined) });
  }
  return { problems: problems.sort((left, right) => left.line - right.line || left.column - right.column).slice(0, MOST_PROBLEMS) };
}

/** The form a pack names, where it is a later one than this version knows; null otherwise. */
function newerForm(raw: unknown): string | null {
  const named = typeof raw === 'object' && raw !== null && 'schema' in raw ? raw.schema : null;
  const form = typeof named === 'string' ? /^overturn-pack\/(\d{1,4})$/u.exec(named) : null;
  return form !== null && Number(form[1]) > Number(PACK_SCHEMA.split('/')[1]) ? form[0] : null;
}

type Path = (string | number)[];

/** The value at a path, or what it should have stood in. */
function nearestNode(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return tree;
}

function keyOffset(tree: Node, path: Path, key: string): number {
  const holder = path.length === 0 ? tree : nearestNode(tree, path);
  const property = (holder.children ?? []).find((one) => one.children?.[0]?.value === key);
  return (property ?? holder).offset;
}

/** JSON lets a name stand twice and the last one wins: in a pack that is a slip nobody would see. */
function repeatedNames(node: Node): { offset: number; name: string }[] {
  const found: { offset: number; name: string }[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'object') {
      const seen = new Set<string>();
      for (const { children } of next.children ?? []) {
        const name = children?.[0];
        const text = String(name?.value);
        if (seen.has(text)) found.push({ offset: name?.offset ?? next.offset, name: text });
        seen.add(text);
      }
    }
    open.push(...(next.children ?? []));
  }
  return found;
}

/** Line and column of an offset, found by halving. */
function placer(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
