import { emit } from './findings.ts';
import type { Scanner } from './findings.ts';
import { readFieldSpan } from './page-dates.ts';
import type { Box } from './page-tree.ts';
import type { Section } from './sections.ts';
import { readProcedure } from './service-line-values.ts';

const NUMBERED = /^(?:service |claim )?(?:line|service)(?: item)? ?#?0*(\d{1,3})\s*[:.|·•–—-]\s*/i;
const NAMED = /^(?:procedure|cpt|hcpcs|cdt)(?: code)?\s*[:#]?\s+/i;

/**
 * `Line 1: 98941 AT, 06/01/2026` over what is said of that service: the heading gives its number, its procedure and its day. A heading
 * without a line's number or the word for a procedure names none, and one with anything else in it is left alone.
 */
export function lineHeading(scanner: Scanner, heading: Box, sections: readonly Section[]): void {
  const number = NUMBERED.exec(heading.text);
  const rest = heading.text.slice(number?.[0].length ?? 0);
  const named = NAMED.exec(rest);
  if (number === null && named === null || heading.text.length > 90) return;
  const pieces = rest.slice(named?.[0].length ?? 0).split(/\s*[,|·•;]\s*|\s+[–—-]\s+|\s+on\s+/).filter((piece) => piece !== '');
  const [first = '', ...more] = pieces;
  const days = more.filter((piece) => readFieldSpan(piece) !== null);
  if (readProcedure(first) === null || days.length > 1) return;
  emit(scanner, { key: 'procedure', weak: false }, 'Line', [heading], sections, 'heading', false, first);
  if (number?.[1] !== undefined) emit(scanner, { key: 'lineNo', weak: false }, 'Line', [heading], sections, 'heading', false, number[1]);
  if (days[0] !== undefined) emit(scanner, { key: 'dos', weak: false }, 'Line', [heading], sections, 'heading', false, days[0]);
}
