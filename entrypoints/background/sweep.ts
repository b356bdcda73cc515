import { browser } from 'wxt/browser';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { badgeWords } from '../../rules/reminders/badge-words.ts';
import type { BadgeState } from '../../rules/reminders/badge-words.ts';
import { listClients } from '../../storage/current-store.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { countDue } from '../../storage/reminders.ts';
import { readSettings } from '../../storage/settings.ts';
import { foldQueue } from '../../storage/queue/queue-blocks.ts';
import { markTold } from '../../storage/telling.ts';
import { planNews } from '../../storage/telling-pass.ts';
import type { Telling } from '../../storage/telling.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import { readSessionVault } from '../shared/session-vault.ts';
import { isTraining } from '../shared/training-mode.ts';
import { watchQuota } from './quota.ts';
import { redateWhereNeeded } from './redate.ts';
import { dateInZone, minuteInZone, openPracticeStore, openStoreNamed } from './services.ts';

const ALARM = 'deadline-sweep';
const EVERY_MINUTES = 30;
/** One fixed id: telling the same thing twice replaces the notification instead of adding one. */
const NOTIFICATION = 'deadline-reminder';
const TONES = { quiet: '#5b6470', soon: '#9a5b00', over: '#b3261e' } as const;

/** Registers the alarm and what a click on a notification does; sweeps once, since this worker may have slept through any number of alarms. */
export function startSweep(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) sweepSoon();
  });
  browser.notifications.onClicked.addListener((id) => {
    if (!id.startsWith(NOTIFICATION)) return;
    void browser.notifications.clear(id);
    void browser.tabs.create({ url: browser.runtime.getURL('/desk.html') });
  });
  void keepAlarm();
  sweepSoon();
}

/** Only where it is missing: making it anew at every start would put it off for ever (duckduckgo-privacy-extension/pull/1241). */
async function keepAlarm(): Promise<void> {
  if ((await browser.alarms.get(ALARM)) === undefined) await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES });
}

export type SweepCounts = { dueSoon: number; overdue: number };

let running: Promise<SweepCounts> | null = null;
let again = false;

/** Sweeps now, or once more after the sweep that runs. */
export function sweepSoon(): void {
  sweep().catch(() => undefined); // the browser is shutting down: there is no button left to say it on
}

/**
 * Reads what is due, sets the badge, tells what has not been told. Everything is rebuilt from the store, so a missed
 * alarm, a stopped worker or a night asleep costs nothing. Reads clear columns only and so works while locked.
 */
export async function sweep(): Promise<SweepCounts> {
  if (running !== null) {
    again = true;
    return running;
  }
  running = sweepOnce();
  try {
    return await running;
  } finally {
    running = null;
    if (again) {
      again = false;
      sweepSoon();
    }
  }
}

async function sweepOnce(): Promise<SweepCounts> {
  try {
    // While practice mode is on the practice's own dates go on running: told and counted as from behind its lock.
    const db = await openPracticeStore();
    const session = (await isTraining()) ? null : await readSessionVault();
    const userId = session?.userId ?? ((await db.meta.get('last-user'))?.value as string | undefined) ?? null;
    const elsewhere = await sweepOtherClients(db.name);
    if (userId === null) {
      await showBadge({ vault: 'absent', ...elsewhere });
      return elsewhere;
    }
    // Dates first, so that badge and reminders speak of today's. A run that fails leaves the stored days, which still serve.
    if (session !== null) await redateWhereNeeded().catch(() => undefined);
    const own = await countAndTell(db, userId, NOTIFICATION, null, async (due) => showBadge({ vault: session === null ? 'locked' : 'unlocked', dueSoon: due.dueSoon + elsewhere.dueSoon, overdue: due.overdue + elsewhere.overdue }));
    await foldQueue(db).catch(() => undefined); // the rows themselves serve meanwhile
    await watchQuota(db).catch(() => undefined); // an estimate nobody gives is no reason to fail a sweep
    return { dueSoon: own.dueSoon + elsewhere.dueSoon, overdue: own.overdue + elsewhere.overdue };
  } catch {
    // The store did not open or failed: the button says so, and the next alarm tries again.
    await showBadge({ vault: 'failed', dueSoon: 0, overdue: 0 });
    return { dueSoon: 0, overdue: 0 };
  }
}

/** What is due in one database for one user, told where it has not been. `client`: its name, where it is another client's than the one in use. */
async function countAndTell(db: OverturnDatabase, userId: string, notification: string, client: string | null, onCounted: (counts: SweepCounts) => Promise<void>): Promise<SweepCounts> {
  const nowMs = Date.now();
  const settings = await readSettings(db);
  const today = isoToDayNumber(dateInZone(settings.timeZone, nowMs));
  // What waits in the pool counts for everybody until somebody takes it.
  const [own, pool] = await Promise.all([countDue(db, userId, today), countDue(db, POOL, today)]);
  const counts: SweepCounts = { dueSoon: own.dueSoon + pool.dueSoon, overdue: own.overdue + pool.overdue };
  await onCounted(counts);
  const { telling, done } = await planNews(db, userId, { day: today, minute: minuteInZone(settings.timeZone, nowMs) }, settings);
  // Where the system shows no notifications now, nothing is marked as told, so the next sweep tries again.
  if (telling === null || (await tell(db, telling, settings.notifications, nowMs, notification, client).then(() => true, () => false))) await done();
  return counts;
}

/** A client that is not in use has deadlines all the same: counted into the badge, told under the client's name. */
async function sweepOtherClients(current: string): Promise<SweepCounts> {
  const sum: SweepCounts = { dueSoon: 0, overdue: 0 };
  for (const client of await listClients()) {
    if (client.database === current) continue;
    try {
      const db = await openStoreNamed(client.database);
      const userId = ((await db.meta.get('last-user'))?.value as string | undefined) ?? null;
      if (userId === null) continue;
      const counts = await countAndTell(db, userId, `${NOTIFICATION}:${client.id}`, client.name, () => Promise.resolve());
      sum.dueSoon += counts.dueSoon;
      sum.overdue += counts.overdue;
    } catch {
      // That client's store does not open now; the one in use must not suffer from it, and it is said when it is switched to.
    }
  }
  return sum;
}

/** Tells, then remembers it. Where the practice wants no notifications the morning's card in the queue says it alone. */
async function tell(db: OverturnDatabase, telling: Telling, isShown: boolean, nowMs: number, notification: string, client: string | null): Promise<void> {
  if (isShown && telling.words !== null) await browser.notifications.create(notification, { type: 'basic', iconUrl: browser.runtime.getURL('/icon/128.png' as '/'), title: client === null ? telling.words.title : `${client}: ${telling.words.title}`, message: telling.words.message });
  await markTold(db, telling, nowMs);
}

async function showBadge(state: BadgeState): Promise<void> {
  const { text, title, tone } = badgeWords(state);
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
  await browser.action.setBadgeBackgroundColor({ color: TONES[tone] });
}
