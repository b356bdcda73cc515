import { z } from 'zod';
import { MAP_FIELDS } from './map-fields.ts';
import type { MapField } from './map-fields.ts';

/** What the trainer and the page say to one another. Texts of a page are bounded, as everything that comes from one. */
const text = z.string().max(400);
export const mapField = z.enum(Object.keys(MAP_FIELDS) as [MapField, ...MapField[]]);
export const mapPageKind = z.enum(['claim-detail', 'claim-list', 'remittance', 'appeal-status', 'confirmation']);

/** A value that can be named: its number on the page, what it says, the label beside it, and what the general reader takes that label for. */
export const nameableValue = z.object({ n: z.int().min(0), text, label: text.nullable(), means: mapField.nullable(), isColumn: z.boolean() });

const hook = z.union([
  z.object({ by: z.enum(['label', 'column']), is: text }),
  z.object({ by: z.enum(['testid', 'id-suffix', 'aria-label']), is: text, label: text.optional() }),
  z.object({ by: z.literal('place'), after: text, nth: z.int() }),
]);

/** How a value can be found again, and what the field reads there; null where nothing on the page holds it. */
export const hookSuggestion = z.object({ hook: hook.nullable(), reads: text.nullable(), why: z.enum(['wrong-shape', 'no-anchor']).nullable() });

export const trainerPage = z.object({
  host: z.string().max(300), portal: z.string().nullable(), kind: mapPageKind.nullable(),
  values: z.array(nameableValue.extend({ frameId: z.int() })).max(600),
  /** Frames of other sites in the page, into which nobody can point from here. */
  hidden: z.int(),
});
