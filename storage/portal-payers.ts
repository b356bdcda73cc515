import type { OverturnDatabase } from './db.ts';
import { withWriter } from './write.ts';

/**
 * Which payers a person has filed claims of a portal under. Neither host nor payer says anything of a patient.
 * Many portals serve one payer and never name it on the page; others serve hundreds.
 */
const keyOf = (host: string): string => `payers-of:${host}`;

/** The payer of a portal, where there has only ever been one; null where there were several or none, because then it would be a guess. */
export async function onlyPayerOfHost(db: OverturnDatabase, host: string): Promise<string | null> {
  const known = (await db.meta.get(keyOf(host)))?.value as string[] | undefined;
  return known?.length === 1 ? (known[0] ?? null) : null;
}

/** Remembers that a claim of this portal was filed under a payer. */
export async function rememberPayerOfHost(db: OverturnDatabase, host: string, payerKey: string): Promise<void> {
  await withWriter(db, async () => {
    const known = ((await db.meta.get(keyOf(host)))?.value as string[] | undefined) ?? [];
    if (!known.includes(payerKey)) await db.meta.put({ key: keyOf(host), value: [...known, payerKey].slice(0, 50) });
  });
}
