import { contact as contactSchema } from '../../rules/domain/contact.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import type { CaseFile, ClockView, TimelineEntry } from '../../rules/work/case-file.ts';
import { clockViews, explanationOf, trapsOf } from '../../rules/work/describe-case.ts';
import { classificationOf } from '../../rules/work/case-columns.ts';
import { cutOffWords } from '../../rules/work/cut-off.ts';
import { expectedDays, overdueAnswers } from '../../rules/work/expected-days.ts';
import { dateCase, toDate } from '../../rules/work/date-case.ts';
import type { EventText, ObservationContent } from '../cases/case-history.ts';
import { todayOf } from '../cases/case-row.ts';
import { openCase } from '../cases/open-case.ts';
import { readDating } from '../dating.ts';
import { ownSource, readOwnWindows } from '../library/window-changes.ts';
import type { OwnWindow } from '../library/window-changes.ts';
import type { OverturnDatabase } from '../db.ts';
import { findPayer } from '../payers.ts';
import { userNames } from '../people.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { filingsOfCase } from './filings-of-case.ts';
import { itemOf } from './open-items.ts';

/** The value of a box, or null where it is damaged: the rest of the case must still be readable. */
async function opened<T>(vault: Vault, table: string, row: { id: string; sealed: Parameters<Vault['open']>[2] }): Promise<T | null> {
  try {
    return (await vault.open(table, row.id, row.sealed)) as T;
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}

/** A clock whose rule's window the practice changed: its old source never vouches for it, here or in a letter. */
function withOwnWindow(clock: ClockView, own: ReadonlyMap<string, OwnWindow>): ClockView {
  const conflict = clock.conflict.map((side) => { const one = own.get(side.rule); return one?.isOldSource === true ? { ...side, source: ownSource(one) } : side; });
  const window = clock.rule === null ? undefined : own.get(clock.rule);
  if (window === undefined) return { ...clock, conflict };
  const { rule, change, isOldSource } = window;
  return { ...clock, conflict, ownWindow: { rule, change }, ...(isOldSource ? { source: null, confidence: null } : {}) };
}

/** Everything about one case, opened; null where there is none. `today` is `YYYY-MM-DD`. @throws StorageFault `damaged-record` */
export async function caseFile(db: OverturnDatabase, vault: Vault, id: string, today: string): Promise<CaseFile | null> {
  const row = await db.cases.get(id);
  if (row === undefined) return null;
  const [payer, users, events, contacts, observations] = await Promise.all([
    findPayer(db, row.payerKey), userNames(db), db.events.where('[caseId+atMs]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).toArray(),
    db.contacts.where('caseIds').equals(id).toArray(), db.observations.where('[caseId+n]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).toArray(),
  ]);
  const sealed = await openCase(vault, row);
  const classification = classificationOf(sealed, payer);
  const dating = await readDating(db);
  const dated = dateCase(toDate(sealed, payer, classification), todayOf(today).date, dating);
  const timeline = await Promise.all(events.sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1)).map(async (event): Promise<TimelineEntry> => {
    const text = await opened<EventText>(vault, 'events', event);
    return {
      id: event.id, atMs: event.atMs, userName: users.get(event.userId) ?? '', kind: event.kind, title: text?.title ?? 'This entry is damaged and cannot be shown.', detail: text?.detail ?? null,
      changes: text?.changes ?? [],
    };
  }));
  const said = await Promise.all(contacts.sort((a, b) => b.atMs - a.atMs).map(async (one) => {
    const content = await opened<{ contact: unknown; on?: string }>(vault, 'contacts', one);
    const parsed = contactSchema.safeParse(content?.contact);
    return parsed.success ? [{ ...parsed.data, id: one.id, atMs: one.atMs, userName: users.get(one.userId) ?? '', ...(content?.on === undefined ? {} : { on: content.on }) }] : [];
  }));
  const looks = await Promise.all(observations.map(async (one) => ({
    id: one.id, n: one.n, source: one.source, atMs: one.atMs, userName: users.get(one.userId) ?? '', host: (await opened<ObservationContent>(vault, 'observations', one))?.host ?? null, hash: one.hash,
  })));
  const views = clockViews(dated, sealed, users);
  const own = await readOwnWindows(db, vault, views.flatMap(({ rule, conflict }) => [...(rule === null ? [] : [rule]), ...conflict.map((side) => side.rule)]), users);
  const filings = await filingsOfCase(db, vault, sealed.facts);
  const expected = expectedDays({ sealed, dated, contacts: said.flat(), followUpDay: row.followUpDay, isOpen: row.open === 1, today: todayOf(today).day, payer, isElectronic: filings.some(({ isSure }) => isSure) ? true : null, earlier: timeline.flatMap(({ changes }) => changes) }, dating);
  return {
    item: itemOf(row, payer?.name ?? row.payerKey, sealed), sealed, payer, ownerName: row.ownerId === POOL ? 'The pool' : users.get(row.ownerId) ?? '', explanation: explanationOf(classification, sealed, users),
    filings, clocks: views.map((clock) => withOwnWindow(clock.kind === 'dated' && clock.action !== 'timely-filing' ? { ...clock, steps: [...clock.steps, cutOffWords(payer)] } : clock, own)), traps: [...trapsOf(dated, sealed), ...overdueAnswers(expected)], timeline, expected, contacts: said.flat(), observations: looks,
  };
}
