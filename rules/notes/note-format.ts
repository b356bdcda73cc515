import { z } from 'zod';
import { CONTACT_OUTCOMES } from '../domain/vocabulary.ts';
import { LONGEST_TEMPLATE, parseTemplate } from './note-template.ts';
import shipped from './note-formats.json' with { type: 'json' };

export const DATE_FORMS = ['mm/dd/yyyy', 'mm/dd/yy', 'm/d/yy', 'mmddyy', 'yyyy-mm-dd'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** How notes are written for one practice system: its template, its longest note, its dates, its codes. */
export const noteFormat = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/u), name: z.string().trim().min(1).max(80),
  template: z.string().min(1).max(LONGEST_TEMPLATE).refine((text) => 'parts' in parseTemplate(text), { message: 'template' }),
  /** Longest note the system takes, in characters; a longer one is given in numbered parts. Null: no limit. */
  maxLength: z.int().min(40).max(20_000).nullable(),
  dateForm: z.enum(DATE_FORMS), money: z.enum(['$1,234.56', '1,234.56', '1234.56']), letters: z.enum(['as-typed', 'capitals']), lines: z.enum(['keep', 'one-line']),
  /** `plain`: systems that show anything beyond ASCII as question marks. */
  characters: z.enum(['any', 'plain']),
  /** The system's own code for what came of a contact. */
  outcomeCodes: z.partialRecord(z.enum(CONTACT_OUTCOMES), z.string().trim().max(20)),
});
export type NoteFormat = z.infer<typeof noteFormat>;

export const SHIPPED_NOTE_FORMATS = shipped as readonly NoteFormat[];
