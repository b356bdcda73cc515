import { hasIdentifiers } from '../../rules/prevention/without-identifiers.ts';
import { Notice } from '../ui/Notice.tsx';

/** Said while typing, where a text will be read by more than those who may see the claim. */
export function IdentifierWarning({ texts }: { texts: readonly string[] }) {
  if (!texts.some(hasIdentifiers)) return null;
  return <Notice tone="caution" title="This looks like a date or a number of one claim">Meeting packs and notes to other teams leave it out. Names cannot be found: please write none.</Notice>;
}
