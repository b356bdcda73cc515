import { Notice } from '../ui/Notice.tsx';
import { tableCounts } from '../words/backup-words.ts';
import { momentWords } from '../words/day-words.ts';

export type BackupCheckResult = {
  facts: { madeMs: number; schema: number; product: string; tables: Record<string, number>; rows: number }; trail: { rows: number; brokenAt: number | null }; sealed: { records: number; damaged: number } | null;
};

/** What stands in a checked backup: when it was made, what it holds, whether its records open. */
export function BackupCheckView({ check, currentSchema }: { check: BackupCheckResult; currentSchema: number }) {
  const { facts, trail, sealed } = check;
  const isSound = trail.brokenAt === null && (sealed === null || sealed.damaged === 0);
  return (
    <div aria-live="polite" className="flex max-w-2xl flex-col gap-3">
      <Notice tone={isSound ? 'note' : 'caution'} title={isSound ? 'This backup is whole' : 'The file is whole, but not all in it is sound'}>
        Every byte is as it was written.{' '}
        {trail.brokenAt === null ? `All ${trail.rows.toLocaleString('en-US')} rows of its audit trail follow one another.` : `Its audit trail does not hold from row ${trail.brokenAt.toLocaleString('en-US')} on; it was so when the backup was made.`}{' '}
        {sealed === null ? 'Its sealed records were not opened: that needs somebody signed in to the practice they belong to.' : sealed.damaged === 0 ? `All ${sealed.records.toLocaleString('en-US')} sealed records open.` : `${sealed.damaged.toLocaleString('en-US')} of ${sealed.records.toLocaleString('en-US')} sealed records do not open; they were damaged when the backup was made.`}
      </Notice>
      <dl className="grid grid-cols-[11rem_1fr] gap-y-1">
        <dt className="text-ink-3">Made on</dt><dd className="figures">{momentWords(facts.madeMs)}</dd>
        <dt className="text-ink-3">Form of the data</dt><dd>Version {facts.schema}{facts.schema < currentSchema ? `, brought to version ${currentSchema} when restored` : ''}, by Overturn {facts.product}</dd>
        {tableCounts(facts.tables).map(({ label, count }) => [
          <dt key={`${label}-name`} className="text-ink-3">{label}</dt>, <dd key={label} className="figures">{count.toLocaleString('en-US')}</dd>,
        ])}
      </dl>
    </div>
  );
}
