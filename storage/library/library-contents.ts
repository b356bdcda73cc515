import { noteBody, playbookBody, profileBody } from '../../rules/library/library-entry.ts';
import type { LibraryItem, LibraryKind } from '../../rules/library/library-entry.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import type { LibraryChangeRow, LibraryVersionRow } from '../schema/v2.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** What is sealed of a change: its words, and what it came from. */
export type ChangeContent = {
  title: string; reason: string; evidence: string; decisionReason: string;
  pack: { id: string; name: string; madeBy: string; madeOn: string; signature: string; key: string | null } | null;
  undoes: string | null; askId: string | null;
};

export type SealedKind = Exclude<LibraryKind, 'rule'>;
const SCHEMAS = { profile: profileBody, playbook: playbookBody, note: noteBody } as const;

/** The body of a version; null where the entry was taken away, `as-shipped` where a rule went back to the one that came with Overturn. */
export type VersionBody = LibraryItem['body'] | 'as-shipped';

export async function sealVersion(vault: Vault, id: string, item: LibraryItem): Promise<Pick<LibraryVersionRow, 'gone' | 'rule' | 'sealed'>> {
  if (item.body === null) return { gone: 1, rule: null, sealed: null };
  if (item.kind === 'rule') return { gone: 0, rule: item.body, sealed: null };
  return { gone: 0, rule: null, sealed: await vault.seal('libraryVersions', id, item.body) };
}

/** @throws StorageFault `damaged-record` */
export async function openVersion(vault: Vault, row: LibraryVersionRow): Promise<VersionBody> {
  if (row.gone === 1) return null;
  if (row.kind === 'rule') return row.rule === null ? 'as-shipped' : { rule: row.rule.rule as PayerRule, checkedOn: row.rule.checkedOn };
  if (row.sealed === null) throw new StorageFault('damaged-record');
  const parsed = SCHEMAS[row.kind].safeParse(await vault.open('libraryVersions', row.id, row.sealed));
  if (!parsed.success) throw new StorageFault('damaged-record');
  return parsed.data;
}

/** The same where one damaged row must not hide the others. */
export async function openVersionOrNone(vault: Vault, row: LibraryVersionRow): Promise<VersionBody> {
  try {
    return await openVersion(vault, row);
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}

export async function sealChange(vault: Vault, id: string, content: ChangeContent): Promise<LibraryChangeRow['sealed']> {
  return vault.seal('libraryChanges', id, content);
}

const BLANK: ChangeContent = { title: '', reason: '', evidence: '', decisionReason: '', pack: null, undoes: null, askId: null };

/** What a change says; a damaged one says nothing, so that the list of changes stays readable. */
export async function openChange(vault: Vault, row: LibraryChangeRow): Promise<ChangeContent> {
  try {
    return { ...BLANK, ...(await vault.open('libraryChanges', row.id, row.sealed) as Partial<ChangeContent>) };
  } catch (error) {
    if (error instanceof StorageFault) return { ...BLANK, title: 'This change is damaged and cannot be shown' };
    throw error;
  }
}
