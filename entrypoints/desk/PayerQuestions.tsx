import { useState } from 'react';
import { PayerQuestion } from '../../components/practice/PayerQuestion.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { payersToAsk } from '../../storage/queries/payer-questions.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { sendCommand } from '../shared/send-command.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { libraryPayers } from './library-payers.ts';

const SHOWN = 5;

/** The questions that date the most claims with one answer each. Nothing while there is none. */
export function PayerQuestions({ session, onMessage }: { session: OpenVault; onMessage: (message: StatusMessage) => void }) {
  const asked = useQuery(() => payersToAsk(session.db), [session.db]);
  const [busy, setBusy] = useState<string | null>(null);
  if (asked.state !== 'ready' || asked.value.length === 0) return null;
  const answer = async (payer: PracticePayer) => {
    setBusy(payer.key);
    const reply = await sendCommand('payer:save', payer);
    onMessage(reply.ok ? { tone: 'done', text: `Saved. The open claims of ${payer.name} are being dated.` } : { tone: 'problem', text: errorWords(reply.error.code) });
    setBusy(null);
  };
  const more = asked.value.length - SHOWN;
  return (
    <section aria-labelledby="payer-questions" className="flex flex-col gap-2 px-3 pt-3">
      <h2 id="payer-questions" className="text-lead font-semibold">Answer once, date many</h2>
      {asked.value.slice(0, SHOWN).map(({ payer, openCases }) => (
        <PayerQuestion key={payer.key} payer={payer} openCases={openCases} library={libraryPayers} isBusy={busy !== null} onAnswer={(next) => void answer(next)} onPayer={() => { location.hash = '#/payers'; }} />
      ))}
      {more > 0 && <p className="figures text-small text-ink-3">{more} more after these.</p>}
    </section>
  );
}
