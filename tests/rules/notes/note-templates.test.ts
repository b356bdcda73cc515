import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTE_FIELDS } from '../../../rules/notes/note-fields.ts';
import { noteFormat, SHIPPED_NOTE_FORMATS } from '../../../rules/notes/note-format.ts';
import type { NoteFormat } from '../../../rules/notes/note-format.ts';
import { parseTemplate } from '../../../rules/notes/note-template.ts';
import { noteParts, renderNote } from '../../../rules/notes/render-note.ts';
import { vaguenessOf } from '../../../rules/notes/vague-note.ts';

const [shipped] = SHIPPED_NOTE_FORMATS;
if (shipped === undefined) throw new Error('no formats');
const format = (template: string, more: Partial<NoteFormat> = {}): NoteFormat => ({ ...shipped, template, ...more });
const write = (template: string, values: Parameters<typeof renderNote>[1], more: Partial<NoteFormat> = {}) => renderNote(format(template, more), values).text;

describe('a note template', () => {
  it('puts values in, writes dates, money and codes as the system wants them', () => {
    const values = { payer: 'Cedar', contact_date: '2026-03-09', charge: 1_234_050, outcome: 'in process' };
    expect(write('{{contact_date}} {{payer}} {{charge}}', values)).toBe('03/09/2026 Cedar $12,340.50');
    expect(write('{{contact_date}} {{payer}} {{charge}}', values, { dateForm: 'mmddyy', money: '1234.56', letters: 'capitals' })).toBe('030926 CEDAR 12340.50');
  });
  it('counts days and business days, over weekends and federal holidays', () => {
    // 2026-07-02 is a Thursday; the 3rd is the observed holiday.
    expect(write('{{follow_up + 5 days}}|{{follow_up - 2 days}}|{{follow_up + 1 business day}}', { follow_up: '2026-07-02' })).toBe('07/07/2026|06/30/2026|07/06/2026');
  });
  it('asks conditions: is it known, is it not, is it this word', () => {
    const template = '{{if reference}}ref {{reference}}{{else}}no ref{{end}}{{if outcome is Denied}}!{{end}}{{if not promise}}?{{end}}';
    expect(write(template, { reference: 'A1', outcome: 'denied', promise: '' })).toBe('ref A1!?');
    expect(write(template, { outcome: 'paid', promise: 'soon' })).toBe('no ref');
  });
  it('leaves out what is not known, closes the gap, and says what was missing', () => expect(renderNote(format('Claim {{claim_number}} , paid {{paid}} .'), { paid: null })).toEqual({ text: 'Claim, paid.', blanks: ['claim_number', 'paid'] }));
  it('refuses what is not on the list of fields', () => {
    const codes = (template: string) => { const parsed = parseTemplate(template); return 'faults' in parsed ? parsed.faults.map(({ code }) => code) : []; };
    expect(codes('{{constructor}}')).toEqual(['unknown-field']);
    expect(codes('{{payer + 3 days}}')).toEqual(['not-a-date']);
    expect(codes('{{if payer}} x')).toEqual(['unclosed']);
    expect(codes('{{else}}')).toEqual(['no-if']);
    expect(codes('{{payer.length}} {{payer')).toEqual(['not-understood', 'unclosed']);
    expect(codes('{{if payer}}'.repeat(6) + '{{end}}'.repeat(6))).toEqual(['too-deep']);
    expect(noteFormat.safeParse(format('{{nobody}}')).success).toBe(false);
  });
  it('never reads a value as a template, whatever it holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constant('{{user}} {{if payer}}x{{end}}'), fc.constant('$& $1 \\')), (note) => {
      expect(write('[{{note}}]', { note, user: 'SECRET' }, { lines: 'keep' })).not.toContain('SECRET');
    }));
    expect(write('[{{note}}]', { note: '{{user}}', user: 'SECRET' })).toBe('[{{user}}]');
  });
  it('ends for every text whatsoever, and either says what is wrong or writes', () => {
    const piece = fc.constantFrom('{{', '}}', 'if ', 'not ', 'end', 'else', 'payer', ' + 9 days', 'today', ' is x', '{{end}}', '{{if payer}}', 'words ');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const parsed = parseTemplate(pieces.join(''));
      expect('parts' in parsed || parsed.faults.length > 0).toBe(true);
    }), { numRuns: 500 });
  });
  it('as shipped is sound and uses every value it is given', () => {
    for (const one of SHIPPED_NOTE_FORMATS) expect(noteFormat.safeParse(one).error?.issues ?? [], one.id).toEqual([]);
    const values = Object.fromEntries(Object.entries(NOTE_FIELDS).map(([name, { kind }]) => [name, kind === 'text' ? `<${name}>` : kind === 'date' ? '2026-03-09' : 700]));
    for (const one of SHIPPED_NOTE_FORMATS) for (const wanted of ['<payer>', '<outcome>', '<next_action>', '<rep>', '<reference>', '<note>', '<answers>']) expect(renderNote({ ...one, letters: 'as-typed' }, values).text, `${one.id} ${wanted}`).toContain(wanted);
  });
  it('too long for the system comes in numbered parts that hold every word', () => {
    const text = Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ');
    const parts = noteParts(text, 100);
    expect(parts.every((part) => part.length <= 100)).toBe(true);
    expect(parts.map((part) => part.replace(/^\(\d+\/\d+\) /u, '')).join(' ')).toBe(text);
    expect(noteParts('short', 100)).toEqual(['short']);
  });
  it('for a system of plain letters loses accents and quotes, not words', () => expect(write('{{note}}', { note: '“Zoë – no…”' }, { characters: 'plain' })).toBe('"Zoe - no..."'));
});

describe('a vague note', () => {
  const clear = { note: 'Received 03/02, pends for op report of 02/11; fax 8005550100.', answers: 3, representative: 'Dana', channel: 'phone', outcome: 'records-requested', hasFollowUp: true, promise: '', promisedFor: null };
  it('is told from a clear one', () => expect(vaguenessOf(clear)).toEqual([]));
  it.each([
    ['who said it', { representative: '' }, 'no-who'], ['what was said', { note: '', answers: 0 }, 'no-detail'], ['when to look again', { hasFollowUp: false }, 'no-next-day'],
    ['on which day', { note: 'Should be decided soon, will follow up' }, 'someday'], ['anything', { note: 'called insurance' }, 'nothing-said'], ['it here', { note: 'See previous note for the details' }, 'see-elsewhere'],
    ['why it pends', { note: 'claim still pending' }, 'bare-pending'], ['by when a promise is kept', { promise: 'will reprocess' }, 'someday'],
  ])('does not say %s', (_what, more, expected) => expect(vaguenessOf({ ...clear, ...more })).toContain(expected));
  it('with a day is not put off', () => expect(vaguenessOf({ ...clear, note: 'Will follow up in 10 days, op report faxed' })).toEqual([]));
  it('of a line that was cut needs no more words', () => expect(vaguenessOf({ ...clear, note: '', answers: 0, representative: '', outcome: 'disconnected' })).toEqual([]));
});
