import { z } from 'zod';
import { noteFormat, SHIPPED_NOTE_FORMATS } from '../notes/note-format.ts';
import type { NoteFormat } from '../notes/note-format.ts';
import { isNpi } from './caller-fields.ts';
import { questionList, SHIPPED_QUESTION_LISTS } from './question-list.ts';
import type { QuestionList } from './question-list.ts';

/** The numbers under which the practice bills, as payers ask for them. */
export const practiceDetails = z.strictObject({
  identities: z.array(z.strictObject({ label: z.string().trim().min(1).max(120), npi: z.string().refine((text) => text === '' || isNpi(text), { message: 'npi' }), taxId: z.string().regex(/^(?:\d{9})?$/u, 'nine digits') })).max(60),
  /** As they stand at the head of a letter. */
  address: z.string().trim().max(400).optional(), phone: z.string().trim().max(60).optional(),
  /** Which format writes the notes. */
  noteFormatId: z.string().max(60),
  /** Seconds after which a copied text is taken from the clipboard; null: never. */
  clearClipboardSeconds: z.int().min(10).max(600).nullable(),
});
export type PracticeDetails = z.infer<typeof practiceDetails>;
export const BLANK_DETAILS: PracticeDetails = { identities: [], noteFormatId: 'paragraph', clearClipboardSeconds: 120 };

/** Names a text of the practice: `questions:denied`, `note-format:lines`, `practice-details`. */
export const workTextKey = z.string().regex(/^(?:(?:questions|note-format):[a-z0-9-]{1,60}|practice-details)$/u);
export const workTextBody = z.union([questionList, noteFormat, practiceDetails]);
export type WorkTextBody = z.infer<typeof workTextBody>;

/** Whether a body is what its key says. */
export function isBodyOf(key: string, body: WorkTextBody): boolean {
  if (key === 'practice-details') return practiceDetails.safeParse(body).success;
  const [kind, id] = key.split(':');
  const parsed = kind === 'questions' ? questionList.safeParse(body) : noteFormat.safeParse(body);
  return parsed.success && parsed.data.id === id;
}

/** A text as it holds now; `n` 0 is the shipped one. */
export type InForce<T> = { value: T; n: number; isShipped: boolean };
export type WorkTexts = { questions: InForce<QuestionList>[]; formats: InForce<NoteFormat>[]; details: InForce<PracticeDetails> };

/** The shipped texts with the practice's own over them. `own` holds the newest version of each key; a body of null goes back to the shipped one. */
export function textsInForce(own: readonly { key: string; n: number; body: unknown }[]): WorkTexts {
  const over = <T extends { id: string }>(kind: string, shipped: readonly T[], parse: (body: unknown) => T | null): InForce<T>[] => {
    const versions = new Map(own.filter(({ key }) => key.startsWith(`${kind}:`)).map((one) => [one.key.slice(kind.length + 1), one]));
    const ids = [...new Set([...shipped.map(({ id }) => id), ...versions.keys()])];
    return ids.flatMap((id): InForce<T>[] => {
      const version = versions.get(id);
      const parsed = version === undefined ? null : parse(version.body);
      const asShipped = shipped.find((one) => one.id === id);
      if (parsed !== null) return [{ value: parsed, n: version?.n ?? 0, isShipped: false }];
      return asShipped === undefined ? [] : [{ value: asShipped, n: version?.n ?? 0, isShipped: true }];
    });
  };
  const details = own.find(({ key }) => key === 'practice-details');
  const parsed = practiceDetails.safeParse(details?.body);
  return {
    questions: over('questions', SHIPPED_QUESTION_LISTS, (body) => questionList.safeParse(body).data ?? null), formats: over('note-format', SHIPPED_NOTE_FORMATS, (body) => noteFormat.safeParse(body).data ?? null),
    details: { value: parsed.success ? parsed.data : BLANK_DETAILS, n: details?.n ?? 0, isShipped: !parsed.success },
  };
}
