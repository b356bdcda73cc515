import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

const tables: Readonly<Record<string, string>> = {
  cases: 'Cases', clocks: 'Clocks', observations: 'Looks at claims', contacts: 'Calls', events: 'History', reminders: 'Reminders told', remittanceClaims: 'Claims of remittances', promises: 'Promises', corrections: 'Corrections', appeals: 'Appeals',
  caseNotes: 'Notes to post', documents: 'Documents', imports: 'Imports', payers: 'Payers', users: 'People', audit: 'Audit trail', drafts: 'Drafts', payerNotes: 'Notes on payers', portalGrants: 'Portals', memberRecords: 'Records of members', filings: 'Filings', savedViews: 'Views',
};

export type Damage = { columns: readonly { table: string; rows: number }[]; sealedCases: number | null; cases: readonly string[] };

/** What of the store is damaged, once somebody looked. A damaged row breaks no list; here it is counted, and what can be mended is. */
export function DamageView({ damage, isBusy, mayMend, onLook, onMend }: { damage: Damage | null; isBusy: boolean; mayMend: boolean; onLook: () => void; onMend: () => void }) {
  const isSound = damage !== null && damage.columns.length === 0 && (damage.sealedCases ?? 0) === 0;
  return (
    <div className="flex max-w-2xl flex-col gap-3">
      <p className="text-ink-2">A disk that fails can damage single records. They are set aside in every list, and the others go on working.</p>
      {isSound && <div role="status"><Notice>Every record is sound.</Notice></div>}
      {damage !== null && !isSound && (
        <Notice tone="caution" title="Some records are damaged">
          <ul aria-label="Damaged records" className="flex flex-col gap-1">
            {damage.columns.map(({ table, rows }) => <li key={table}>{tables[table] ?? table}: {rows.toLocaleString('en-US')} with a value that cannot be true</li>)}
            {(damage.sealedCases ?? 0) > 0 && <li>Cases that do not open: {damage.sealedCases?.toLocaleString('en-US')}. Only a backup brings them back.</li>}
          </ul>
        </Notice>
      )}
      <div className="flex gap-2">
        <Button isPending={isBusy} onPress={onLook}>{damage === null ? 'Look for damage' : 'Look again'}</Button>
        {damage !== null && damage.cases.length > 0 && mayMend && <Button isDisabled={isBusy} onPress={onMend}>Work {damage.cases.length === 1 ? 'this case' : `these ${damage.cases.length} cases`} out anew</Button>}
      </div>
    </div>
  );
}
