import { z } from 'zod';
import type { ImportSummary } from '../../rules/work/case-file.ts';
import type { OverturnDatabase } from '../db.ts';
import type { FaultRow, ImportRow } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** What is sealed of an import: a file's name can name a patient. */
export const importContent = z.object({
  fileName: z.string(), notImported: z.array(z.object({ kind: z.string(), transactions: z.int() })),
  providerAdjustments: z.array(z.object({ code: z.string(), cents: z.int(), reference: z.string().nullable() })),
  filings: z.object({ sent: z.int(), sentCents: z.int(), accepted: z.int(), takenIn: z.int(), rejected: z.int() }).optional(),
});
export type ImportContent = z.infer<typeof importContent>;

/** Faults listed in a summary; the others are counted. */
const FAULTS_LISTED = 200;

/** The summary of a journal row. Where the box is damaged the figures are still shown. */
export async function summaryOf(db: OverturnDatabase, vault: Vault, row: ImportRow): Promise<ImportSummary> {
  const content = await open(vault, 'imports', row, importContent) ?? { fileName: '', notImported: [], providerAdjustments: [], filings: undefined };
  const faults = await db.faults.where('importId').equals(row.id).limit(FAULTS_LISTED).toArray();
  const listed = await Promise.all(faults.map(async (fault) => ({ code: fault.code, segment: fault.segment, detail: (await open(vault, 'faults', fault, z.object({ detail: z.string().nullable() })))?.detail ?? null })));
  const { id, state, startedMs, finishedMs, bytes, bytesDone, claims, paid, denied, partlyDenied, other, alreadyKnown, newCases, updatedCases } = row;
  return {
    id, state, startedMs, finishedMs, fileName: content.fileName, bytes, bytesDone, claims, paid, denied, partlyDenied, other, alreadyKnown, newCases, updatedCases,
    faults: listed.sort((a, b) => a.segment - b.segment), faultCount: row.faults, notImported: content.notImported, providerAdjustments: content.providerAdjustments, ...(content.filings === undefined ? {} : { filings: content.filings }),
  };
}

async function open<T>(vault: Vault, table: string, row: { id: string; sealed: ImportRow['sealed'] }, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const parsed = schema.safeParse(await vault.open(table, row.id, row.sealed));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}

export async function sealFault(vault: Vault, importId: string, n: number, fault: { code: string; segment: number | null; detail?: string }): Promise<FaultRow> {
  const id = `${importId}:${String(n).padStart(6, '0')}`;
  return { id, importId, code: fault.code, segment: fault.segment ?? 0, sealed: await vault.seal('faults', id, { detail: fault.detail ?? null }) };
}
