import { z } from 'zod';

/** A calendar date as text; 30 February is refused. */
export const isoDate = z.iso.date();

/** Integer cents. Bounded so that sums of 100,000 claims stay exact. */
export const cents = z.int().min(-10_000_000_00).max(10_000_000_00);

/** A text a person or a page gave; bounded so that one hostile value cannot fill the store. */
export const shortText = z.string().max(300);
export const longText = z.string().max(20_000);

/** An opaque id made by us: no meaning, no patient data. */
export const opaqueId = z.string().regex(/^[a-z0-9-]{8,64}$/u);
