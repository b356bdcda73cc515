import { useState } from 'react';
import { ContactList } from '../../../components/numbers/ContactList.tsx';
import type { Dimension } from '../../../rules/numbers/dimensions.ts';
import type { ContactBehind } from '../../../rules/numbers/figure.ts';
import type { Metric } from '../../../rules/numbers/metric.ts';
import { openItems } from '../../../storage/queries/open-items.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';

const PAGE = 50;

/** The calls or promises behind a figure; names of claims are opened only for the ones on screen. */
export function ContactsBehind({ session, metric, behind, nameOf, onOpen }: { session: OpenVault; metric: Metric; behind: readonly ContactBehind[]; nameOf: (dimension: Dimension, value: string) => string; onOpen: (caseId: string) => void }) {
  const { db, vault } = session;
  const [shown, setShown] = useState(PAGE);
  const page = behind.slice(0, shown);
  const ids = [...new Set(page.flatMap(({ caseIds }) => caseIds))].sort();
  const names = useQuery(async () => {
    const found = (await db.cases.bulkGet(ids)).filter((row) => row !== undefined);
    return new Map((await openItems(db, vault, found)).map((item) => [item.id, item.patientName ?? item.claimControlNumber]));
  }, [db, vault, ids.join(' ')]);
  if (names.state !== 'ready') return <div aria-busy="true" className="h-40" />;
  const arePromises = metric.measure.kind === 'promises';
  return (
    <ContactList
      what={arePromises ? 'promise' : 'contact'} dayWords={arePromises ? 'Due on' : 'On'} total={behind.length} onOpen={onOpen} onMore={() => setShown(shown + PAGE)}
      lines={page.map(({ key, day, payerKey, userId, caseIds, isTop }) => ({
        key, day, payer: nameOf('payer', payerKey), person: nameOf('owner', userId), countsAs: isTop === null ? 'Not looked into yet' : isTop ? metric.numerator : '',
        claims: caseIds.filter((id) => names.value.has(id)).map((id) => ({ id, name: names.value.get(id) ?? null })),
      }))}
    />
  );
}
