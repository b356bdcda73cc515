/** The signs an interchange is written with. `declared` is false when there was no ISA to say them, `odd` set when the ISA has not its 16 elements. */
export type Separators = { element: string; component: string; terminator: string; declared: boolean; odd?: true };

export type Head =
  /** A header from `at`; for an ISA it ends before `end`, where its terminator stands if `terminated`. */
  | { kind: 'ISA'; at: number; end: number; terminated: boolean; separators: Separators }
  | { kind: 'GS' | 'ST' | 'BPR'; at: number; separators: Separators }
  /** None in this text; nothing before `from` needs another look. */
  | { kind: 'none'; from: number }
  /** Perhaps one at `from`, but more text is needed to say. */
  | { kind: 'more'; from: number };

/** Room for an ISA with any padding and the segment after it. */
const LOOK_AHEAD = 1_500;
/** Fewer separators in the whole look ahead are no header, however short. */
const LEAST_MARKS = 12;
/** Blanks and line breaks separate nothing; a tab may. */
const CANDIDATE = /(?<![A-Za-z0-9])(ISA|GS|ST|BPR)[^A-Za-z0-9 \r\n\v\f\u00a0]/gi;

/**
 * The next ISA, or a GS, ST or BPR that stands without one, from `from` on.
 * With `final` no more text will come. `before` is the sign that stood before `text`, where that is not its beginning.
 */
export function findHead(text: string, from: number, final: boolean, before = ''): Head {
  CANDIDATE.lastIndex = from;
  for (;;) {
    const match = CANDIDATE.exec(text);
    if (match === null) return { kind: 'none', from: final ? text.length : Math.max(from, text.length - 3) };
    const at = match.index;
    if (at === 0 && /[A-Za-z0-9]/.test(before)) continue;
    if (!final && text.length - at < LOOK_AHEAD) return { kind: 'more', from: at };
    const name = (match[1] ?? '').toUpperCase();
    const head = name === 'ISA' ? headOfInterchange(text, at) : bareHead(text, at, name === 'GS' || name === 'BPR' ? name : 'ST');
    if (head !== null) return head;
  }
}

/** Counts the 16 element separators; the component separator and the terminator stand after them. */
function headOfInterchange(text: string, at: number): Head | null {
  const element = text.charAt(at + 3);
  const marks: number[] = [];
  // Looked for in a window only: a file full of false headers must not be searched to its end for each.
  const ahead = text.slice(at, at + LOOK_AHEAD - 400);
  let next = 3;
  while (marks.length < 16) {
    const mark = ahead.indexOf(element, next);
    if (mark < 0) return shortHead(text, at, element, marks);
    marks.push(at + mark);
    next = mark + 1;
  }
  const fifteenth = marks[14] ?? at;
  const last = marks[15] ?? at;
  const isa15 = text.slice(fifteenth + 1, last);
  if (isa15.trim().length > 1) return shortHead(text, at, element, marks);
  if (text.slice((marks[0] ?? at) + 1, marks[1] ?? at).trim().length > 10) return null;
  return afterLastMark(text, at, element, last) ?? oddHead(text, at, element);
}

/** An ISA with too few or too many elements: its terminator is the sign before the next segment, its component separator a lone sign before that. */
function oddHead(text: string, at: number, element: string): Head | null {
  const not = element.replace(/[\\^\]-]/g, '\\$&');
  const sign = `[${not}]`;
  const ahead = text.slice(at, at + 500);
  const match = new RegExp(`^ISA(?:${sign}[^${not}\\r\\n]*){9,20}?(?:${sign}([^A-Za-z0-9\\s${not}]))?${sign}*[ \\t]*([^A-Za-z0-9 \\t${not}])\\s*(?:GS|ST|TA1)${sign}`, 'i').exec(ahead);
  const terminator = match?.[2];
  if (match === null || terminator === undefined) return null;
  const end = at + match[0].replace(/\s*(?:GS|ST|TA1).$/i, '').length - (/\s/.test(terminator) ? 0 : 1);
  return { kind: 'ISA', at, end, terminated: true, separators: { element, component: match[1] ?? ':', terminator: terminator === '\r' ? '\n' : terminator, declared: true, odd: true } };
}

function afterLastMark(text: string, at: number, element: string, last: number): Head | null {
  const ahead = text.slice(last + 1, last + 401);
  const first = ahead.charAt(0);
  if (first === '') return null;
  const made = (component: string, terminatorAt: number): Head | null => {
    const raw = text.charAt(terminatorAt);
    const terminator = raw === '\r' && text.charAt(terminatorAt + 1) === '\n' ? '\n' : raw;
    if (/[A-Za-z0-9]/.test(terminator) || terminator === element) return null;
    const end = terminator === '\n' && raw === '\r' ? terminatorAt + 1 : terminatorAt;
    return { kind: 'ISA', at, end, terminated: terminator !== '', separators: { element, component: component === element ? ':' : component, terminator: terminator === '' ? '~' : terminator, declared: true } };
  };
  const wrapped = wrappedEnd(ahead);
  if (wrapped !== null && wrapped.terminator !== element && wrapped.component !== element) {
    return { kind: 'ISA', at, end: last + 1 + wrapped.at, terminated: true, separators: { element, component: wrapped.component, terminator: wrapped.terminator, declared: true } };
  }
  if (first === '\r' || first === '\n') return made(':', last + 1);
  // Lines between quotation marks, as a table program writes them: the line break is the terminator.
  const quoted = /^(.)"(\r?\n)"(?:GS|TA1|ST)/i.exec(ahead);
  if (quoted !== null) return made(first, last + 3);
  const rest = ahead.slice(1);
  // A tab or form feed that ends the next segment too is a terminator, not decoration.
  if (/^([\t\v\f])(?:GS|TA1|ST)[^A-Za-z0-9\s][^\t\v\f\r\n]*\1/i.test(rest)) return made(first, last + 2);
  const follower = /^\s*(?:GS|TA1|ST|IEA)(?=[^A-Za-z0-9])/i;
  if (follower.test(rest) && !/^[ \t]*[\r\n]/.test(rest)) return made(':', last + 1);
  if (follower.test(rest)) {
    // A line break comes next: is it the terminator, or is ISA16 missing and the break only decoration?
    const line = (rest.trimStart().split(/[\r\n]/, 1)[0] ?? '').trimEnd();
    if (line.endsWith(first)) return made(':', last + 1);
    // The header alone lost its terminator to the line break: the other segments still show it.
    const sign = line.charAt(line.length - 1);
    if (!/[A-Za-z0-9]/.test(sign) && sign !== element) {
      return { kind: 'ISA', at, end: last + 2, terminated: true, separators: { element, component: first, terminator: sign, declared: true } };
    }
  }
  const gap = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  const behind = rest.charAt(gap);
  // Blanks between ISA16 and a printable terminator are padding; a blank that ends the text is no terminator.
  return made(first, last + 2 + (behind === '' ? 0 : gap));
}

/** A line of fixed width ends just before ISA16 or just behind it: the break is no terminator where a sign of its own follows. */
function wrappedEnd(ahead: string): { component: string; terminator: string; at: number } | null {
  const match = /^(?:(?:\r\n?|\n)([^A-Za-z0-9\s])|([^A-Za-z0-9\s])(?:\r\n?|\n))([^A-Za-z0-9\s])\s*(?:GS|TA1|ST)(?=[^A-Za-z0-9\s])/i.exec(ahead);
  const component = match?.[1] ?? match?.[2];
  const terminator = match?.[3];
  if (match === null || component === undefined || terminator === undefined || /["<>]/.test(terminator)) return null;
  return { component, terminator, at: match[0].indexOf(terminator, component === terminator ? match[0].indexOf(component) + 1 : 0) };
}

/** ISA15 runs into the next segment: ISA16 and its separator were left out. */
function shortHead(text: string, at: number, element: string, marks: number[]): Head | null {
  const fifteenth = marks[14];
  if (fifteenth === undefined) return marks.length < LEAST_MARKS ? null : oddHead(text, at, element);
  const ahead = text.slice(fifteenth + 1, fifteenth + 60);
  const match = /^\s*[A-Za-z0-9]?[ \t]*([^A-Za-z0-9 \t])\s*(?:GS|ST|TA1)(?=[^A-Za-z0-9])/i.exec(ahead);
  const sign = match?.[1];
  if (match === null || sign === undefined || sign === element) return oddHead(text, at, element);
  const terminatorAt = fifteenth + 1 + ahead.indexOf(sign);
  const terminator = sign === '\r' && text.charAt(terminatorAt + 1) === '\n' ? '\n' : sign;
  return { kind: 'ISA', at, end: terminator === sign ? terminatorAt : terminatorAt + 1, terminated: true, separators: { element, component: ':', terminator, declared: true } };
}

/** A file that begins with GS, ST or BPR: the terminator is what stands before the next segment. */
function bareHead(text: string, at: number, name: 'GS' | 'ST' | 'BPR'): Head | null {
  const element = text.charAt(at + name.length);
  const ahead = text.slice(at, at + 600);
  const sign = `[${element.replace(/[\\^\]-]/g, '\\$&')}]`;
  const not = sign.slice(1, -1);
  const start = { GS: `GS${sign}[A-Z]{2}${sign}`, ST: `ST${sign}\\d{3}${sign}`, BPR: `BPR${sign}[A-Z]${sign}[0-9.-]+${sign}[CD]${sign}` }[name];
  const next = name === 'GS' ? `ST${sign}` : `[A-Z][A-Z0-9]{1,2}${sign}`;
  const raw = new RegExp(`^${start}[^]*?([^A-Za-z0-9 \\t${not}])\\s*${next}`, 'i').exec(ahead)?.[1];
  if (raw === undefined) return null;
  const terminator = raw === '\r' && ahead.includes('\r\n') ? '\n' : raw;
  return { kind: name, at, separators: { element, component: ':', terminator, declared: false } };
}
