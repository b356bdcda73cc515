import { appeal as appealSchema, documentContent } from '../../rules/domain/appeal.ts';
import type { Appeal, AppealLevel, DocumentType } from '../../rules/domain/appeal.ts';
import type { KnownAppeal } from '../../rules/appeals/appeal-level.ts';
import type { PacketDocument } from '../../rules/appeals/packet-checklist.ts';
import type { AppealRow, DocumentRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** The sealed half of an appeal, checked. @throws StorageFault `damaged-record` */
export async function openAppeal(vault: Vault, row: AppealRow): Promise<Appeal> {
  const parsed = appealSchema.safeParse(await vault.open('appeals', row.id, row.sealed));
  if (!parsed.success) throw new StorageFault('damaged-record');
  return parsed.data;
}

/** A document as the packet needs it; a damaged one keeps its place and is not whole. */
export async function openDocument(vault: Vault, row: DocumentRow): Promise<PacketDocument> {
  const base = { id: row.id, type: row.type as DocumentType, bytes: row.bytes, pages: row.pages };
  try {
    const parsed = documentContent.safeParse(await vault.open('documents', row.id, row.sealed));
    return parsed.success ? { ...base, ...parsed.data, done: row.done === 1 } : { ...base, name: 'Damaged', sha256: '', done: false };
  } catch (error) {
    if (error instanceof StorageFault) return { ...base, name: 'Damaged', sha256: '', done: false };
    throw error;
  }
}

export function knownAppeal(row: AppealRow): KnownAppeal {
  return { id: row.id, level: row.level as AppealLevel, state: row.state as KnownAppeal['state'] };
}
