import Dexie from 'dexie';
import type { Table } from 'dexie';
import { currentStoreName } from './current-store.ts';
import { MIGRATION_STEPS } from './migrations/steps.ts';
import { copyBeforeUpdate, isCopied } from './migrations/copy-before.ts';
import type { MigrationStep } from './migrations/steps.ts';
import type {
  AuditRow, ClockRow, ContactRow, DraftRow, EventRow, FaultRow, ImportRow, MetaRow, ObservationRow, PayerNoteRow, PayerRow, PortalGrantRow,
  ReminderRow, SettingRow, WrapRow,
} from './schema/v1.ts';
import type { CaptureHealthRow, LibraryChangeRow, LibraryEntryRow, LibraryVersionRow, PortalMapRow, RadarAskRow, RegroupingRow, WorklistMappingRow } from './schema/v2.ts';
import type { AppealRow, CaseNoteRow, CaseRow, CaseVersionRow, CorrectionRow, DocumentPartRow, DocumentRow, MemberRecordRow, PersonRow, PromiseRow, SavedViewRow, WorkTextRow } from './schema/v3.ts';
import type { AnsweredClaimRow, WaitingFilingRow } from './schema/v3.ts';
import type { CountedImportRow, MonthFigureRow, NumberBlockRow, NumbersDueRow, PreventionRow, QueueBlockRow, QueueDueRow } from './schema/v3.ts';
import { CLEAR_COLUMNS, soundReader } from './sound-rows.ts';
import { StorageFault, storageErrorCode } from './storage-fault.ts';
import { withLock } from './write.ts';

/** The tables of the newest schema, typed. */
export class OverturnDatabase extends Dexie {
  declare meta: Table<MetaRow, string>;
  declare wraps: Table<WrapRow, string>;
  declare users: Table<PersonRow, string>;
  declare payers: Table<PayerRow, string>;
  declare cases: Table<CaseRow, string>;
  declare clocks: Table<ClockRow, string>;
  declare observations: Table<ObservationRow, string>;
  declare contacts: Table<ContactRow, string>;
  declare events: Table<EventRow, string>;
  declare remittanceClaims: Table<AnsweredClaimRow, string>;
  declare imports: Table<ImportRow, string>;
  declare faults: Table<FaultRow, string>;
  declare reminders: Table<ReminderRow, string>;
  declare drafts: Table<DraftRow, string>;
  declare payerNotes: Table<PayerNoteRow, string>;
  declare settings: Table<SettingRow, string>;
  declare portalGrants: Table<PortalGrantRow, string>;
  declare filings: Table<WaitingFilingRow, string>;
  declare worklistMappings: Table<WorklistMappingRow, string>;
  declare regroupings: Table<RegroupingRow, string>;
  declare audit: Table<AuditRow, number>;
  declare libraryEntries: Table<LibraryEntryRow, string>;
  declare libraryVersions: Table<LibraryVersionRow, string>;
  declare libraryChanges: Table<LibraryChangeRow, string>;
  declare radarAsks: Table<RadarAskRow, string>;
  declare portalMaps: Table<PortalMapRow, string>;
  declare captureHealth: Table<CaptureHealthRow, string>;
  declare promises: Table<PromiseRow, string>;
  declare appeals: Table<AppealRow, string>;
  declare documents: Table<DocumentRow, string>;
  declare documentParts: Table<DocumentPartRow, string>;
  declare corrections: Table<CorrectionRow, string>;
  declare caseNotes: Table<CaseNoteRow, string>;
  declare workTexts: Table<WorkTextRow, string>;
  declare numberBlocks: Table<NumberBlockRow, string>;
  declare numbersDue: Table<NumbersDueRow, string>;
  declare countedImports: Table<CountedImportRow, string>;
  declare monthFigures: Table<MonthFigureRow, string>;
  declare preventionRecords: Table<PreventionRow, string>;
  declare memberRecords: Table<MemberRecordRow, string>;
  declare savedViews: Table<SavedViewRow, string>;
  declare queueBlocks: Table<QueueBlockRow, string>;
  declare queueDue: Table<QueueDueRow, string>;
  declare caseVersions: Table<CaseVersionRow, string>;

  constructor(name: string, steps: readonly MigrationStep[]) {
    super(name, { chromeTransactionDurability: 'strict' });
    for (const step of steps) {
      const version = this.version(step.version).stores(step.tables);
      const { upgrade } = step;
      version.upgrade(async (transaction) => {
        if (upgrade !== undefined) await upgrade(transaction);
        await transaction.table('meta').put({ key: 'schema', value: step.version });
      });
    }
    // A row that was damaged on the disk must not break the list it stands in.
    for (const { name: table } of this.tables) if (Object.hasOwn(CLEAR_COLUMNS, table)) this.table(table).hook('reading', soundReader(table));
    const newest = newestVersion(steps);
    this.on('populate', (transaction) => {
      void transaction.table('meta').add({ key: 'schema', value: newest });
    });
  }
}

function newestVersion(steps: readonly MigrationStep[]): number {
  return Math.max(...steps.map((step) => step.version));
}

/** Deletes a database whole. Other pages of ours let go of it by themselves. */
export async function deleteDatabase(name: string): Promise<void> {
  await Dexie.delete(name);
}

/** Row of `meta` of an update that went without a copy of what was before it. */
export const UPDATED_WITHOUT_COPY = 'updated-without-copy';

/** How long an upgrade waits for other pages of ours to let go before it says so. */
const BLOCKED_AFTER_MS = 4000;

export type OpenOptions = {
  /** Called when another context upgrades the database and ours had to close: the page asks to be reopened. */
  onClosed?: () => void;
  /** A backup that is being restored has its file: no copy is kept before it is upgraded. */
  withoutCopy?: boolean;
  /** Only for tests of migrations. */
  steps?: readonly MigrationStep[];
};

/**
 * Opens the practice's database (`name` absent: the one in use, see current-store.ts), creating or upgrading it as needed.
 *
 * @throws StorageFault `storage-newer` when a newer Overturn wrote it (Dexie 4 would open it and say nothing:
 *   dexie/Dexie.js/issues/2097), `storage-blocked` when another page holds an upgrade up, `storage-failed` where the
 *   browser gives no database (Firefox with "never remember history": dexie/Dexie.js/issues/883), `storage-full`.
 */
export async function openDatabase(wanted?: string, options: OpenOptions = {}): Promise<OverturnDatabase> {
  const name = wanted ?? await currentStoreName().catch((error: unknown) => { throw new StorageFault(storageErrorCode(error) ?? 'storage-failed'); });
  const steps = options.steps ?? MIGRATION_STEPS;
  const from = await versionOf(name);
  const isUpgraded = from !== null && from < newestVersion(steps) && isCopied(name) && options.withoutCopy !== true;
  // One context copies and upgrades; the others wait and find it done.
  return isUpgraded ? withLock(`overturn-update:${name}`, async () => open(name, steps, options, await copied(name, steps))) : open(name, steps, options, null);
}

/** What is to be noted of an update: null where there was none (any more), or a copy stands; otherwise from where to where it went without one. */
async function copied(name: string, steps: readonly MigrationStep[]): Promise<{ from: number; to: number } | null> {
  const [from, to] = [await versionOf(name), newestVersion(steps)];
  if (from === null || from >= to) return null;
  try {
    await copyBeforeUpdate(name, from, to, steps);
    return null;
  } catch {
    return { from, to }; // no room, most likely: nobody may be locked out of the practice for that. It is said at the next sign-in.
  }
}

async function open(name: string, steps: readonly MigrationStep[], options: OpenOptions, uncopied: { from: number; to: number } | null): Promise<OverturnDatabase> {
  const db = new OverturnDatabase(name, steps);
  db.on('versionchange', () => {
    db.close();
    options.onClosed?.();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    db.on('blocked', () => {
      timer = setTimeout(() => reject(new StorageFault('storage-blocked')), BLOCKED_AFTER_MS);
    });
  });
  try {
    await refuseNewerUnopened(name, newestVersion(steps));
    await Promise.race([db.open(), blocked]);
    await refuseNewer(db, newestVersion(steps));
    if (uncopied !== null) await db.meta.put({ key: UPDATED_WITHOUT_COPY, value: uncopied });
    return db;
  } catch (error) {
    db.close();
    throw error instanceof StorageFault ? error : new StorageFault(storageErrorCode(error) ?? 'storage-failed');
  } finally {
    clearTimeout(timer);
  }
}

/** The version a database is at, null where there is none. Dexie multiplies its version by ten in the browser's own number. */
async function versionOf(name: string): Promise<number | null> {
  const found = (await Dexie.dependencies.indexedDB.databases()).find((database) => database.name === name);
  return found === undefined ? null : Math.floor((found.version ?? 0) / 10);
}

/** Looks before Dexie opens, because Dexie would add the tables it misses to the newer database. */
async function refuseNewerUnopened(name: string, known: number): Promise<void> {
  const found = await versionOf(name);
  if (found !== null && found > known) throw new StorageFault('storage-newer');
}

async function refuseNewer(db: OverturnDatabase, known: number): Promise<void> {
  // Dexie multiplies its version by ten in the browser's own number.
  const native = Math.floor(db.backendDB().version / 10);
  const row = await db.meta.get('schema');
  const stored = typeof row?.value === 'number' ? row.value : native;
  if (native > known || stored > known) throw new StorageFault('storage-newer');
}
