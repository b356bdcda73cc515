import { Notice } from '../../../components/ui/Notice.tsx';
import { keptKey, keyMark } from '../../../storage/library/pack-key.ts';
import { listPeople } from '../../../storage/people.ts';
import { readPools } from '../../../storage/staff/pools.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { DecideSection } from './DecideSection.tsx';
import { GiveSection } from './GiveSection.tsx';
import { TakeSection } from './TakeSection.tsx';

/** Work between computers of the practice: given away in a locked and signed file, taken in, and joined with what was done meanwhile. */
export function HandoverPane({ session }: { session: OpenVault }) {
  const { db, vault, userId } = session;
  const state = useQuery(async () => ({ people: await listPeople(db), pools: await readPools(db), key: await keptKey({ db, vault }) }), [db, vault]);
  if (state.state !== 'ready') return null;
  const { people, pools, key } = state.value;
  const role = people.find(({ id }) => id === userId)?.role ?? 'auditor';
  const mayWork = role !== 'auditor';
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <div>
        <h1 className="text-title font-semibold">Hand-over files</h1>
        <p className="mt-1 max-w-2xl text-ink-2">Cases go to another computer of the practice in a file that only its passphrase opens, signed so that the other side sees whose it is. Both may go on working: what each did joins when files come back, in any order.</p>
        {key !== null && <p className="mt-1 text-small text-ink-2">Key of this practice here: <span className="figures">{keyMark(key.key)}</span></p>}
      </div>
      {!mayWork && <Notice>An auditor sees what waits for a decision; billers and leads give cases away and take them in.</Notice>}
      {mayWork && (
        <section aria-labelledby="give-away" className="flex flex-col gap-3">
          <h2 id="give-away" className="text-lead font-semibold">Give cases away</h2>
          <GiveSection session={session} people={people} pools={pools} isLead={role === 'lead'} />
        </section>
      )}
      {mayWork && (
        <section aria-labelledby="take-in" className="flex flex-col gap-3 border-t border-line pt-5">
          <h2 id="take-in" className="text-lead font-semibold">Take a file in</h2>
          <TakeSection session={session} people={people} pools={pools} />
        </section>
      )}
      <DecideSection session={session} mayDecide={mayWork} />
    </div>
  );
}
