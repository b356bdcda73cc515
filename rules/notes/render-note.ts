import { addFederalBusinessDays } from '../calendar/business-days.ts';
import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import { visibleText } from '../work/visible-text.ts';
import { NOTE_FIELDS } from './note-fields.ts';
import type { NoteField, NoteValues } from './note-fields.ts';
import type { DateForm, NoteFormat } from './note-format.ts';
import { parseTemplate } from './note-template.ts';
import type { DayShift, TemplatePart, TemplateTest } from './note-template.ts';

export type RenderedNote = {
  text: string;
  /** Fields the template names whose value is not known; they were left out. */
  blanks: NoteField[];
};

const LONGEST_NOTE = 20_000;

/** A day in the form a system wants. `iso` is `YYYY-MM-DD`. */
export function dateInForm(iso: string, form: DateForm): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  switch (form) {
    case 'mm/dd/yyyy': return `${month}/${day}/${year}`;
    case 'mm/dd/yy': return `${month}/${day}/${year.slice(2)}`;
    case 'm/d/yy': return `${Number(month)}/${Number(day)}/${year.slice(2)}`;
    case 'mmddyy': return `${month}${day}${year.slice(2)}`;
    case 'yyyy-mm-dd': return iso;
  }
}

function moneyInForm(cents: number, form: NoteFormat['money']): string {
  const whole = String(Math.floor(Math.abs(cents) / 100));
  const grouped = form === '1234.56' ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${cents < 0 ? '-' : ''}${form.startsWith('$') ? '$' : ''}${grouped}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

function shifted(iso: string, shift: DayShift | null): string | null {
  const day = parseCalendarDay(iso);
  if (day === null) return null;
  if (shift === null) return iso;
  return isoOfDay(shift.unit === 'days' ? day + shift.days : addFederalBusinessDays(day, shift.days));
}

/**
 * The note a format writes of what is known. Nothing that is not known is made up: its field is left out and named in `blanks`.
 * A template that is not sound gives an empty note; formats are checked before they are kept.
 */
export function renderNote(format: NoteFormat, values: NoteValues): RenderedNote {
  const parsed = parseTemplate(format.template);
  if (!('parts' in parsed)) return { text: '', blanks: [] };
  const blanks = new Set<NoteField>();
  const written = (field: NoteField, shift: DayShift | null): string => {
    const value = values[field] ?? null;
    if (value === null || value === '') { blanks.add(field); return ''; }
    const { kind } = NOTE_FIELDS[field];
    if (kind === 'money') return moneyInForm(Number(value), format.money);
    if (kind === 'minutes') return String(value);
    if (kind === 'text') return visibleText(String(value), 2000);
    const iso = shifted(String(value), shift);
    if (iso === null) { blanks.add(field); return ''; }
    return dateInForm(iso, format.dateForm);
  };
  const holds = ({ field, isNot, equals }: TemplateTest): boolean => {
    const value = values[field] ?? null;
    const isMet = equals === null ? value !== null && value !== '' : String(value ?? '').toLowerCase() === equals.toLowerCase();
    return isMet !== isNot;
  };
  const laid = (parts: readonly TemplatePart[]): string => parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'field' ? written(part.field, part.shift) : laid(holds(part.test) ? part.then : part.otherwise))).join('');
  return { text: tidied(laid(parsed.parts), format), blanks: [...blanks] };
}

const ASCII: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-', '…': '...', '·': '-', '\u00A0': ' ' };

/** Blanks of values that were left out are closed up; letters and lines as the system wants them. */
function tidied(text: string, { lines, letters, characters }: NoteFormat): string {
  const joined = lines === 'one-line' ? text.replaceAll(/\s+/gu, ' ') : text.replaceAll(/[^\S\n]+/gu, ' ').replaceAll(/ ?\n ?/gu, '\n').replaceAll(/\n{3,}/gu, '\n\n');
  const closed = joined.replaceAll(/ +([.,;:])/gu, '$1').replaceAll(/([.!?])\.+(?=\s|$)/gu, '$1').trim();
  const plain = characters === 'any' ? closed : closed.normalize('NFKD').replaceAll(/[^\n\u0020-\u007E]/gu, (sign) => ASCII[sign] ?? '');
  return (letters === 'capitals' ? plain.toUpperCase() : plain).slice(0, LONGEST_NOTE);
}

/** The note in parts none of which is longer than the system takes, each numbered and cut between words. Together they hold every word. */
export function noteParts(text: string, maxLength: number | null): string[] {
  if (maxLength === null || text.length <= maxLength) return [text];
  const room = maxLength - '(99/99) '.length;
  const parts: string[] = [];
  for (let rest = text; rest !== '';) {
    const cut = rest.length <= room ? rest.length : (rest.lastIndexOf(' ', room) > room / 2 ? rest.lastIndexOf(' ', room) : room);
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return parts.map((part, index) => `(${index + 1}/${parts.length}) ${part}`);
}
