import { errorWords } from './error-words.ts';

export type BackupFailureView = { code: string; place: { from: number; to: number; table: string | null; rows: number } | null };

const sentences: Partial<Record<string, string>> = {
  'not-a-backup': 'This file is not a backup of Overturn.',
  'newer-form': 'A newer Overturn wrote this backup. Update the extension, then try again.',
  'newer-schema': 'A newer Overturn wrote this backup. Update the extension, then try again.',
  'wrong-passphrase': 'That is not the passphrase of this backup. The file itself is not damaged as far as can be seen.',
  'cut-off': 'The end of this backup is missing. It was probably not copied to its end.',
  appended: 'Something stands after the end of this backup. It was changed after it was made.',
  damaged: 'This backup is damaged: some of its bytes are not those that were written.',
  incomplete: 'This backup does not hold what it says. Make a new one.',
  'not-found': 'The file could not be read to its end; it may have been moved or changed. Choose it again.',
  'context-gone': 'Stopped. No file was made.',
};

/** What is wrong with a backup file, where, and that nothing was touched. */
export function backupFailureWords({ code, place }: BackupFailureView, isRestore: boolean): string {
  const says = sentences[code] ?? errorWords(code);
  const where = place === null || place.to === 0 ? '' : ` Bytes ${place.from.toLocaleString('en-US')} to ${place.to.toLocaleString('en-US')} of the file${place.table === null ? '' : `; sound up to ${place.rows.toLocaleString('en-US')} rows of "${place.table}"`}.`;
  return `${says}${where}${isRestore ? ' Nothing was restored; what is here is as it was.' : ''}`;
}

const tableNames: Partial<Record<string, string>> = {
  cases: 'Cases', contacts: 'Calls and messages', observations: 'Looks at claims', events: 'Timeline entries', clocks: 'Deadlines', payers: 'Payers', payerNotes: 'Notes on payers', users: 'People',
  imports: 'Files read', remittanceClaims: 'Claims of remittances', filings: 'Claims sent', audit: 'Rows of the audit trail', drafts: 'Drafts', libraryEntries: 'Library entries',
};

/** The tables a person asks about, in order, with their counts; the rest as one figure. */
export function tableCounts(tables: Readonly<Record<string, number>>): { label: string; count: number }[] {
  const named = Object.entries(tableNames).flatMap(([table, label]) => (tables[table] === undefined || label === undefined ? [] : [{ label, count: tables[table] }]));
  const rest = Object.entries(tables).reduce((sum, [table, count]) => (tableNames[table] === undefined ? sum + count : sum), 0);
  return [...named.filter(({ count }) => count > 0), { label: 'Everything else', count: rest }];
}
