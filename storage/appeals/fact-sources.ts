import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import type { FactSources } from '../../rules/appeals/letter-facts.ts';
import { claimFacts } from '../../rules/domain/denial-case.ts';
import type { ClaimFacts, SealedCase } from '../../rules/domain/denial-case.ts';
import { canonicalJson } from '../../rules/evidence/canonical-json.ts';
import type { ObservationContent } from '../cases/case-history.ts';
import type { ObservationRow } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

const SOURCE_WORDS: Readonly<Record<string, string>> = {
  remittance: 'Remittance file', portal: 'Portal page', 'status-file': 'Claim status file', form: 'Typed by', paste: 'Pasted by', worklist: 'Worklist', 'sent-file': '837 claim file, as sent', split: 'Look at this claim',
};
const DAY_MS = 86_400_000;

function wordsOf(row: ObservationRow, host: string | null, isEdited: boolean, userName: string): string {
  const day = isoOfDay(Math.floor(row.atMs / DAY_MS));
  if (isEdited || row.source === 'form') return `Typed by ${userName}, ${day} (look ${row.n})`;
  const what = SOURCE_WORDS[row.source] ?? 'Look at this claim';
  return `${what === 'Pasted by' ? `Pasted by ${userName}` : host === null ? what : `${what} of ${host}`}, ${day} (look ${row.n})`;
}

/**
 * Where each fact of a claim was last read or typed: the newest look that says just what the case says. A fact changed by hand after
 * every look is the person's who changed it; one that nothing confirms has no source, and no letter names it.
 */
export async function factSources(vault: Vault, sealed: SealedCase, looks: readonly ObservationRow[], users: ReadonlyMap<string, string>): Promise<FactSources> {
  const found: Partial<Record<keyof ClaimFacts | 'patientBirthDate', string>> = {};
  const setAside = new Set(sealed.setAside ?? []);
  const fields = Object.keys(claimFacts.shape) as (keyof ClaimFacts)[];
  for (const row of [...looks].sort((left, right) => right.n - left.n)) {
    if (setAside.has(row.id)) continue;
    let content: ObservationContent;
    try {
      content = (await vault.open('observations', row.id, row.sealed)) as ObservationContent;
    } catch (error) {
      if (error instanceof StorageFault) continue; // a damaged look proves nothing
      throw error;
    }
    const said = (content.facts ?? {}) as Partial<ClaimFacts>;
    for (const field of fields) {
      if (found[field] !== undefined || sealed.facts[field] === null || said[field] == null) continue;
      if (canonicalJson(said[field]) === canonicalJson(sealed.facts[field])) found[field] = wordsOf(row, content.host ?? null, (content.edited ?? []).includes(field), users.get(row.userId) ?? '');
    }
  }
  for (const field of fields) if (found[field] === undefined && (sealed.edited ?? []).includes(field)) found[field] = 'Typed on this case; see its history';
  return found;
}
