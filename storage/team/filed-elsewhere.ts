import type { AdditionKind, CaseDocument } from '../../rules/team/case-document.ts';
import type { OverturnDatabase } from '../db.ts';

/** Kinds of what belongs to one case at a time, by their table. A contact can be about several. */
const TABLES = { event: 'events', look: 'observations', note: 'caseNotes', promise: 'promises', appeal: 'appeals', correction: 'corrections', document: 'documents' } as const satisfies Partial<Record<AdditionKind, string>>;

/** Kinds that have fields of their own, below a path of this name. */
const WITH_FIELDS: readonly string[] = ['note', 'promise', 'appeal', 'correction'];

/**
 * A case that came, without what is filed under another case here: somebody merged the two, and went on working there. That stays
 * where it is and as it is; the file knows nothing of it, and would take it back with what it held before. Changes nothing.
 */
export async function withoutFiledElsewhere(db: OverturnDatabase, came: CaseDocument): Promise<CaseDocument> {
  const elsewhere = new Set<string>();
  for (const [kind, table] of Object.entries(TABLES)) {
    const ids = [...came.additions.values()].filter((one) => one.kind === kind).map(({ id }) => id);
    const rows: ({ id: string; caseId: string } | undefined)[] = await db[table].bulkGet(ids);
    for (const row of rows) if (row !== undefined && row.caseId !== came.caseId) elsewhere.add(`${kind}/${row.id}`);
  }
  if (elsewhere.size === 0) return came;
  const isElsewhere = (path: string): boolean => {
    const [kind = '', id = ''] = path.split('/');
    return WITH_FIELDS.includes(kind) && elsewhere.has(`${kind}/${id}`);
  };
  return { ...came, fields: new Map([...came.fields].filter(([path]) => !isElsewhere(path))), additions: new Map([...came.additions].filter(([key]) => !elsewhere.has(key))) };
}
