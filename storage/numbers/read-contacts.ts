import { weekdayOf } from '../../rules/calendar/calendar-day.ts';
import type { Contact } from '../../rules/domain/contact.ts';
import type { ContactRowFact } from '../../rules/numbers/denial-row.ts';
import type { ContactRow } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';

/** Contacts that were opened before: what was said on a call does not change. */
const opened = new WeakMap<Vault, Map<string, { box: Uint8Array; fact: ContactRowFact }>>();
const AT_ONCE = 500;

/** What the numbers need of contacts; what was said stays behind. A damaged one is passed over. */
export async function readContacts(vault: Vault, rows: readonly ContactRow[], dayOf: (ms: number) => { day: number; hour: number }): Promise<ContactRowFact[]> {
  const kept = opened.get(vault) ?? new Map<string, { box: Uint8Array; fact: ContactRowFact }>();
  opened.set(vault, kept);
  const facts: ContactRowFact[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const part = await Promise.all(rows.slice(at, at + AT_ONCE).map(async (row): Promise<ContactRowFact[]> => {
      const known = kept.get(row.id);
      if (known !== undefined && same(known.box, row.sealed.iv)) return [known.fact];
      const content = await vault.open('contacts', row.id, row.sealed).catch(() => null) as { contact?: Contact } | null;
      if (content?.contact === undefined) return [];
      const fact = factOf(row, content.contact, dayOf);
      kept.set(row.id, { box: row.sealed.iv, fact });
      return [fact];
    }));
    facts.push(...part.flat());
  }
  return facts;
}

const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

function factOf(row: ContactRow, contact: Contact, dayOf: (ms: number) => { day: number; hour: number }): ContactRowFact {
  const { day, hour } = dayOf(contact.startedAtMs);
  const seconds = contact.endedAtMs === null ? null : Math.max(0, (contact.endedAtMs - contact.startedAtMs) / 1000);
  const noReferenceReason = contact.noReferenceReason ?? '';
  const dropped = contact.dropped ?? contact.outcome === 'disconnected';
  return {
    id: row.id, caseIds: row.caseIds, payerKey: row.payerKey, userId: row.userId, day, hour, weekday: weekdayOf(day), channel: contact.channel, minutes: seconds === null ? null : Math.round(seconds / 6) / 10,
    holdMinutes: contact.holdSeconds === null ? null : Math.round(contact.holdSeconds / 6) / 10, dropped,
    reference: contact.reference !== null ? 'given' : dropped || noReferenceReason === 'cut-off' || noReferenceReason === 'automated-line' ? 'not-possible' : 'none', noReferenceReason,
  };
}
