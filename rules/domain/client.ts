import { z } from 'zod';
import { opaqueId, shortText } from './iso-date.ts';

/**
 * A client of a billing company: a practice of its own, in a database of its own, under a data key of its own, with people,
 * payers, rules and a trail of its own. There is no column that could be filtered wrongly: what belongs to another client is in
 * another database, sealed with a key this one does not have. `database` never changes but by restoring a backup.
 */
export const client = z.object({ id: opaqueId, name: shortText.min(1), database: z.string().regex(/^overturn(-[a-z0-9-]{8,60})?$/u), createdMs: z.int() });
export type Client = z.infer<typeof client>;
