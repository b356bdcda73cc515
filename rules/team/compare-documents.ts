import { canonicalJson } from '../evidence/canonical-json.ts';
import type { Candidate, Json } from './field-register.ts';
import { mergeDocuments, openChoices, shownFields } from './case-document.ts';
import type { AdditionKind, CaseDocument } from './case-document.ts';
import { withoutRemoved } from './removed-documents.ts';

/** A field that shows another value after the merge than before it. */
export type FieldChange = { path: string; was: Json; now: Json };
/** What taking in a case would do here. `choices`: fields between whose values a person has to decide afterwards. */
export type Comparison = {
  isNew: boolean; isSame: boolean; added: Partial<Record<AdditionKind, number>>; changes: FieldChange[]; choices: { path: string; choice: Candidate[] }[]; merged: CaseDocument;
};

/** Holds a case that came against the one that is here (null: it is not). Changes nothing. */
export function compareDocuments(mine: CaseDocument | null, theirs: CaseDocument): Comparison {
  const merged = withoutRemoved(mine === null ? theirs : mergeDocuments(mine, theirs));
  const added: Partial<Record<AdditionKind, number>> = {};
  for (const [key, { kind }] of merged.additions) if (mine?.additions.has(key) !== true) added[kind] = (added[kind] ?? 0) + 1;
  const before = mine === null ? new Map<string, Json>() : shownFields(mine.fields);
  const changes: FieldChange[] = [];
  if (mine !== null) {
    for (const [path, now] of shownFields(merged.fields)) {
      const was = before.get(path) ?? null;
      if (canonicalJson(was) !== canonicalJson(now)) changes.push({ path, was, now });
    }
  }
  const isSame = mine !== null && Object.keys(added).length === 0 && withoutRemoved({ ...mine, fields: merged.fields }).additions.size === merged.additions.size && canonicalJson([...merged.fields]) === canonicalJson([...mine.fields]);
  return { isNew: mine === null, isSame, added, changes, choices: openChoices(merged.fields), merged };
}
