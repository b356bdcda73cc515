import { useEffect, useEffectEvent, useState } from 'react';
import { Eye, EyeOff, Printer } from 'lucide-react';
import { EvidenceSheet } from '../../components/evidence/EvidenceSheet.tsx';
import { RevealForm } from '../../components/evidence/RevealForm.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import type { RevealReason } from '../../rules/domain/vocabulary.ts';
import { caseEvidence } from '../../storage/evidence/case-evidence.ts';
import { lookOfAddress } from '../shared/pages/evidence-address.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { UnlockPane } from '../shared/pages/panes/UnlockPane.tsx';
import { useQuery } from '../shared/pages/use-query.ts';
import { useTheme } from '../shared/pages/use-theme.ts';
import { useVault } from '../shared/pages/vault-session.ts';
import { sendCommand } from '../shared/send-command.ts';

/** One look as an exhibit: read, printed, with its identifiers covered until somebody says why not. */
export function EvidencePage() {
  const session = useVault();
  const address = lookOfAddress(location.hash);
  switch (session.status) {
    case 'starting': return <main aria-busy="true" className="h-dvh" />;
    case 'failed': return <main><EmptyState title="Overturn cannot open its store">{errorWords(session.code)}</EmptyState></main>;
    case 'absent': return <main><EmptyState title="Nothing to show">Overturn is not set up here.</EmptyState></main>;
    case 'locked': return <div className="mx-auto max-w-sm pt-24"><UnlockPane db={session.db} /></div>;
    case 'unlocked': return address === null ? <main><EmptyState title="Nothing to show">Open this page from a case.</EmptyState></main> : <OpenSheet session={session} {...address} />;
  }
}

function OpenSheet({ session, caseId, n }: { session: OpenVault; caseId: string; n: number }) {
  useTheme(session.db);
  const [openedMs] = useState(() => Date.now());
  const [isCovered, setCovered] = useState(true);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const answer = useQuery(async () => ({ practice: (await session.db.meta.get('practice'))?.value as { name?: string } | undefined, evidence: await caseEvidence(session.db, session.vault, caseId) }), [session.db, session.vault, caseId]);
  const isThere = answer.state === 'ready' && answer.value.evidence !== null;

  useEffect(() => { if (isThere) void sendCommand('case:viewed', { caseId, revealed: [] }); }, [caseId, isThere]);
  // However the print was asked for: by the button, the browser's menu or its key.
  const printing = useEffectEvent(() => void sendCommand('evidence:printed', { caseId, n, identifiers: isCovered ? 'covered' : 'shown' }));
  useEffect(() => {
    if (!isThere) return undefined;
    const note = () => printing();
    addEventListener('beforeprint', note);
    return () => removeEventListener('beforeprint', note);
  }, [isThere]);

  const reveal = async (reason: RevealReason, words: string) => {
    setBusy(true);
    const reply = await sendCommand('evidence:reveal', { caseId, n, reason, words });
    setBusy(false);
    setAsking(false);
    // Shown only once the trail has its row.
    if (reply.ok) setCovered(false);
    setProblem(reply.ok ? null : errorWords(reply.error.code));
  };

  if (answer.state === 'failed') return <main><EmptyState title="This cannot be shown">{errorWords(answer.code)}</EmptyState></main>;
  if (answer.state !== 'ready') return <main aria-busy="true" className="h-dvh" />;
  const { evidence, practice } = answer.value;
  const look = evidence?.looks.find((one) => one.n === n);
  if (evidence === null || look === undefined) return <main><EmptyState title="This is no longer here">Open this page from a case.</EmptyState></main>;
  return (
    <main className="flex min-h-dvh flex-col gap-3 py-4 print:block print:min-h-0 print:p-0">
      <div className="not-printed mx-auto flex w-full max-w-[46rem] flex-col gap-2 px-2">
        <div className="flex flex-wrap items-center gap-2">
          <Button kind="primary" icon={<Printer aria-hidden className="size-3.5" />} onPress={() => window.print()}>Print</Button>
          {isCovered
            ? <Button icon={<Eye aria-hidden className="size-3.5" />} onPress={() => setAsking(true)}>Show identifiers</Button>
            : <Button icon={<EyeOff aria-hidden className="size-3.5" />} onPress={() => setCovered(true)}>Cover identifiers</Button>}
          <span className="min-w-0 flex-1 text-small text-ink-3">Printing is noted in the audit trail.</span>
        </div>
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        {!evidence.chain.whole && <Notice tone="problem" title="The chain of this case is broken">What stands from entry {evidence.chain.n} on cannot be relied on. Tell whoever looks after the computers.</Notice>}
      </div>
      <EvidenceSheet
        look={look} practice={practice?.name ?? ''} chain={evidence.chain} looks={evidence.looks.length} newestHash={evidence.looks.at(-1)?.hash ?? ''} openedMs={openedMs} isCovered={isCovered}
      />
      {isAsking && <RevealForm isBusy={isBusy} onSave={(reason, words) => void reveal(reason, words)} onClose={() => setAsking(false)} />}
    </main>
  );
}
