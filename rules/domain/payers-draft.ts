import { z } from 'zod';
import { contractWindow, practicePayer } from './practice.ts';

/** A payer as it is being typed: a window may not say yet where it is written. */
const halfTyped = practicePayer.extend({ contractWindows: z.array(contractWindow.extend({ evidence: z.string().max(300) })).max(20).optional() });

/** What was changed and added on the page of payers and is not saved yet. */
export const payersDraft = z.object({ changed: z.array(halfTyped).max(300), added: z.array(halfTyped).max(300) });
export type PayersDraft = z.infer<typeof payersDraft>;
