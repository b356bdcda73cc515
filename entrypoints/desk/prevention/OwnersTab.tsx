import { OwnerTable } from '../../../components/prevention/OwnerTable.tsx';
import { recurringReasons } from '../../../rules/prevention/recurring.ts';
import type { PreventionPage } from './prevention-page.ts';

/** One person who answers for each reason that keeps coming. */
export function OwnersTab({ page }: { page: PreventionPage }) {
  const open = page.records.of('log').filter(({ record }) => record.state === 'open');
  return (
    <div className="px-3 py-4">
      <OwnerTable
        lines={recurringReasons(page.view.numbers.rows, page.today).map((one) => ({ ...one, ownerId: page.owners.get(one.category) ?? null, openLines: open.filter(({ record }) => record.category === one.category).length }))}
        people={page.choices.people} personOf={page.personOf} mayWork={page.mayWork} onOwner={(category, ownerId) => void page.records.save({ id: null, rev: 0, record: { kind: 'owner', category, ownerId, state: 'current' } })}
      />
    </div>
  );
}
