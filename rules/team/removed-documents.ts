import type { CaseDocument } from './case-document.ts';
import { shownFields } from './case-document.ts';
import type { Json } from './field-register.ts';
import { contactsTakenBack } from './taken-back.ts';

const REMOVED = /^appeal\/[^/]+\/removedDocuments\/./u;
const NAMES_ONE = /^appeal\/[^/]+\/(?:parts$|proofs\/)/u;

function documentsNamed(value: Json): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(documentsNamed);
  return typeof value === 'object' && value !== null && 'documentId' in value && typeof value.documentId === 'string' ? [value.documentId] : [];
}

/**
 * Ids of documents that somebody took out for good. One that a packet or a proof names all the same is used, and stays: it was put there
 * by somebody who did not know. Every writing counts that a person may still decide for, not only the one that is shown.
 */
export function removedDocuments(document: Pick<CaseDocument, 'fields'>): Set<string> {
  const removed = new Set([...shownFields(document.fields)].flatMap(([path, value]) => (REMOVED.test(path) && typeof value === 'string' ? [value] : [])));
  for (const [path, { candidates }] of document.fields) if (NAMES_ONE.test(path)) for (const id of candidates.flatMap(({ value }) => documentsNamed(value))) removed.delete(id);
  return removed;
}

/** The case without the documents that were taken out for good on either computer, and without contacts that went away again with an undone merge. */
export function withoutRemoved(document: CaseDocument): CaseDocument {
  const removed = removedDocuments(document);
  const others = contactsTakenBack(document.fields);
  if (removed.size === 0 && others.size === 0) return document;
  return { ...document, additions: new Map([...document.additions].filter(([, { kind, id }]) => !(kind === 'document' && removed.has(id)) && !(kind === 'contact' && others.has(id)))) };
}
