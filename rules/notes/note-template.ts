import { isNoteField, NOTE_FIELDS } from './note-fields.ts';
import type { NoteField } from './note-fields.ts';

/**
 * The language of note templates: text with `{{field}}`, `{{date_field + 5 days}}`, `{{today + 3 business days}}` and
 * `{{if field}} … {{else}} … {{end}}` (also `if not field`, `if field is word`). There are no loops, no functions and no way to
 * name anything outside the closed list of fields; a value is put in as it is and never read as a template again. So a template
 * ends, is linear in its length, and can do nothing but write.
 */
export type TemplatePart =
  | { kind: 'text'; text: string }
  | { kind: 'field'; field: NoteField; shift: DayShift | null }
  | { kind: 'if'; test: TemplateTest; then: TemplatePart[]; otherwise: TemplatePart[] };
export type DayShift = { days: number; unit: 'days' | 'business-days' };
export type TemplateTest = { field: NoteField; isNot: boolean; equals: string | null };

export type TemplateFault = { at: number; code: 'unknown-field' | 'not-a-date' | 'unclosed' | 'no-if' | 'too-deep' | 'too-long' | 'not-understood'; text: string };

export const LONGEST_TEMPLATE = 4000;
const DEEPEST = 5;
const MOST_DAYS = 3660;

const FIELD = /^([a-z_]+)(?:\s*([+-])\s*(\d{1,4})\s+(business )?days?)?$/u;
const IF = /^if\s+(not\s+)?([a-z_]+)(?:\s+is\s+([^{}]{1,60}))?$/u;

type Open = { test: TemplateTest; then: TemplatePart[]; otherwise: TemplatePart[]; isElse: boolean; at: number };

/** The parts of a template, or everything that is wrong with it. */
export function parseTemplate(template: string): { parts: TemplatePart[] } | { faults: TemplateFault[] } {
  if (template.length > LONGEST_TEMPLATE) return { faults: [{ at: LONGEST_TEMPLATE, code: 'too-long', text: '' }] };
  const faults: TemplateFault[] = [];
  const root: TemplatePart[] = [];
  const open: Open[] = [];
  const into = (): TemplatePart[] => { const last = open.at(-1); return last === undefined ? root : last.isElse ? last.otherwise : last.then; };
  let from = 0;
  while (from < template.length) {
    const start = template.indexOf('{{', from);
    if (start !== from) into().push({ kind: 'text', text: template.slice(from, start === -1 ? template.length : start) });
    if (start === -1) break;
    const end = template.indexOf('}}', start);
    if (end === -1) { faults.push({ at: start, code: 'unclosed', text: template.slice(start, start + 30) }); break; }
    read(template.slice(start + 2, end).trim(), start);
    from = end + 2;
  }
  for (const left of open) faults.push({ at: left.at, code: 'unclosed', text: 'if' });
  return faults.length > 0 ? { faults: faults.sort((a, b) => a.at - b.at) } : { parts: root };

  function read(said: string, at: number): void {
    const fault = (code: TemplateFault['code'], text = said.slice(0, 60)): void => { faults.push({ at, code, text }); };
    const condition = IF.exec(said);
    if (condition !== null) {
      const [, not, name = '', equals] = condition;
      if (!isNoteField(name)) { fault('unknown-field', name); return; }
      if (open.length >= DEEPEST) fault('too-deep');
      open.push({ test: { field: name, isNot: not !== undefined, equals: equals?.trim() ?? null }, then: [], otherwise: [], isElse: false, at });
      return;
    }
    if (said === 'else') {
      const last = open.at(-1);
      if (last === undefined || last.isElse) { fault('no-if'); return; }
      last.isElse = true;
      return;
    }
    if (said === 'end') {
      const last = open.pop();
      if (last === undefined) { fault('no-if'); return; }
      into().push({ kind: 'if', test: last.test, then: last.then, otherwise: last.otherwise });
      return;
    }
    const named = FIELD.exec(said);
    if (named === null) { fault('not-understood'); return; }
    const [, name = '', sign, days, business] = named;
    if (!isNoteField(name)) { fault('unknown-field', name); return; }
    const isShifted = days !== undefined;
    if (isShifted && NOTE_FIELDS[name].kind !== 'date') { fault('not-a-date', name); return; }
    // Counting business days backwards is asked for nowhere, and means different things to different people.
    if (Number(days ?? 0) > MOST_DAYS || (business !== undefined && sign === '-')) { fault('not-understood'); return; }
    into().push({ kind: 'field', field: name, shift: isShifted ? { days: Number(days) * (sign === '-' ? -1 : 1), unit: business === undefined ? 'days' : 'business-days' } : null });
  }
}
