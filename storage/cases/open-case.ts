import { sealedCase } from '../../rules/domain/denial-case.ts';
import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { CaseRow } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** The sealed half of a row, checked. A file of its own, because lists open rows without needing the rules that make them. @throws StorageFault `damaged-record` */
export async function openCase(vault: Vault, row: CaseRow): Promise<SealedCase> {
  const parsed = sealedCase.safeParse(await vault.open('cases', row.id, row.sealed));
  if (!parsed.success) throw new StorageFault('damaged-record');
  return parsed.data;
}

/** The same, null where the record is damaged: a list goes on without it. */
export async function openCaseOrNull(vault: Vault, row: CaseRow): Promise<SealedCase | null> {
  try {
    return await openCase(vault, row);
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}
