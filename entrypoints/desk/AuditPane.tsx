import { useState } from 'react';
import { Button } from '../../components/ui/Button.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { momentWords } from '../../components/words/day-words.ts';
import { verifyAudit } from '../../storage/audit.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';

const SHOWN = 200;
const brokenWords = { altered: 'a row was changed', missing: 'a row is missing', 'cut-off': 'the end was cut off', rebuilt: 'the chain was made anew' } as const;

/** The newest rows of the audit trail, and a check of the whole chain. Who did what, when; never what was in it. */
export function AuditPane({ session }: { session: OpenVault }) {
  const [verdict, setVerdict] = useState<{ isWhole: boolean; text: string } | null>(null);
  const rows = useQuery(async () => ({ newest: await session.db.audit.orderBy('seq').reverse().limit(SHOWN).toArray(), users: await session.db.users.toArray(), count: await session.db.audit.count() }), [session.db]);
  if (rows.state !== 'ready') return null;
  const nameOf = (id: string) => rows.value.users.find((user) => user.id === id)?.name ?? id;
  const check = async () => {
    const result = await verifyAudit(session.db, session.vault);
    setVerdict(result.ok ? { isWhole: true, text: `All ${result.rows.toLocaleString('en-US')} rows stand as they were written.` } : { isWhole: false, text: `The chain is broken at row ${result.seq} (${brokenWords[result.why]}).` });
  };
  return (
    <div className="flex max-w-4xl flex-col gap-3">
      <div className="flex items-center justify-between"><h1 className="text-title font-semibold">Audit trail</h1><Button onPress={() => void check()}>Verify the chain</Button></div>
      {verdict !== null && <Notice tone={verdict.isWhole ? 'note' : 'problem'}>{verdict.text}</Notice>}
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">The newest {rows.value.newest.length} of {rows.value.count} rows</caption>
        <thead><tr className="border-b border-line text-small text-ink-3"><th scope="col" className="py-1.5 font-medium">Row</th><th scope="col" className="font-medium">When</th><th scope="col" className="font-medium">Who</th><th scope="col" className="font-medium">Command</th><th scope="col" className="font-medium">Outcome</th></tr></thead>
        <tbody>
          {rows.value.newest.map((row) => (
            <tr key={row.seq} className="border-b border-line"><td className="figures py-1.5 text-ink-3">{row.seq}</td><td className="figures">{momentWords(row.atMs)}</td><td className="foreign">{nameOf(row.userId)}</td><td>{row.command}</td><td className="text-ink-2">{row.outcome}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
