import { useState } from 'react';
import { GuidanceLinks } from '../../../components/payer/GuidanceLinks.tsx';
import { officialGuidance } from '../../../rules/payers/official-guidance.ts';
import { Chip } from '../../../components/ui/Chip.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { Tabs } from '../../../components/ui/Tabs.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { lineOfBusinessWords, networkWords } from '../../../components/words/payer-words.ts';
import { libraryPayerPage } from '../../../storage/queries/library.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { Asks } from './Asks.tsx';
import { LetterCheck } from './LetterCheck.tsx';
import { PayerNotes, PayerPlaybooks, PayerProfile } from './PayerEntries.tsx';
import { PayerRules } from './PayerRules.tsx';
import type { Reader } from './use-reader.ts';

type Tab = 'rules' | 'reach' | 'playbooks' | 'notes';

/** Everything the library has on one payer. */
export function LibraryPayer({ session, reader, payerKey, nameOf, onDone, onProblem }: { session: OpenVault; reader: Reader; payerKey: string; nameOf: (payerKey: string) => string; onDone: (text: string) => void; onProblem: (text: string) => void }) {
  const [tab, setTab] = useState<Tab>('rules');
  const answer = useQuery(() => libraryPayerPage(session.db, session.vault, payerKey, reader.today, reader.staleAfterDays), [session.db, session.vault, payerKey, reader.today, reader.staleAfterDays]);
  if (answer.state === 'failed') return <EmptyState title="This payer cannot be shown">{errorWords(answer.code)}</EmptyState>;
  if (answer.state !== 'ready') return <div aria-busy="true" />;
  const page = answer.value;
  if (page === null) return <EmptyState title="No such payer">Choose one on the left, or add it under Payers.</EmptyState>;
  const { payer } = page;
  const guidance = officialGuidance(payer?.lineOfBusiness ?? null);
  const shared = { session, reader, page, nameOf, onDone, onProblem };
  return (
    <div className="flex flex-col">
      <header className="px-3 pb-2">
        <h2 className="foreign text-title font-semibold">{page.name}</h2>
        <div className="mt-1 flex flex-wrap gap-1">
          {payer === null && <Chip>Not among your payers</Chip>}
          {payer?.lineOfBusiness != null && <Chip>{lineOfBusinessWords(payer.lineOfBusiness)}</Chip>}
          {payer?.state != null && <Chip>{payer.state}</Chip>}
          {payer?.network != null && <Chip>{networkWords(payer.network)}</Chip>}
          {page.rulePayer !== null && page.rulePayer !== page.name && <Chip>Rules of {page.rulePayer}</Chip>}
        </div>
      </header>
      {page.asks.length > 0 && <section aria-label="Windows stated otherwise" className="flex flex-col gap-2 px-3 pb-3"><Asks session={session} reader={reader} asks={page.asks} onDone={onDone} onProblem={onProblem} /></section>}
      <Tabs<Tab>
        label={`Library of ${page.name}`} selected={tab} onSelect={setTab}
        tabs={[
          {
            id: 'rules', label: 'Rules', count: page.rules.filter(({ isSuperseded }) => !isSuperseded).length,
            content: () => <div className="flex flex-col gap-3 px-3 py-3"><PayerRules session={session} reader={reader} page={page} onDone={onDone} />{reader.mayWork && payer !== null && <LetterCheck session={session} payerKey={page.key} onDone={onDone} onProblem={onProblem} />}{guidance.length > 0 && <section aria-label="Official guidance"><h3 className="mb-1 text-small font-semibold text-ink-2">Official guidance</h3><GuidanceLinks guidance={guidance} /></section>}</div>,
          },
          { id: 'reach', label: 'How to reach it', content: () => <div className="px-3 py-3"><PayerProfile {...shared} /></div> },
          { id: 'playbooks', label: 'Playbooks', count: page.playbooks.length, content: () => <div className="px-3 py-3"><PayerPlaybooks {...shared} /></div> },
          { id: 'notes', label: 'Notes', count: page.notes.length, content: () => <div className="px-3 py-3"><PayerNotes {...shared} /></div> },
        ]}
      />
    </div>
  );
}
