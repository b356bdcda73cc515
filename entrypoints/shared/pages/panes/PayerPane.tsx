import { PayerCardView } from '../../../../components/payer/PayerCardView.tsx';
import { EmptyState } from '../../../../components/ui/EmptyState.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { errorWords } from '../../../../components/words/error-words.ts';
import { payerCard } from '../../../../storage/queries/payer-card.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { copyText } from '../copy-text.ts';
import { useDraft } from '../use-draft.ts';
import { useQuery } from '../use-query.ts';
import { openLibrary } from './AboutSection.tsx';

const restored = (kept: unknown) => (typeof kept === 'string' ? kept : null);
const blank = () => '';

/** The payer's windows and the practice's notes on it. */
export function PayerPane({ session, payerKey, onMessage }: { session: OpenVault; payerKey: string; onMessage: (message: StatusMessage) => void }) {
  const { db, vault } = session;
  const card = useQuery(async () => payerCard(db, vault, payerKey), [db, vault, payerKey]);
  const draft = useDraft<string>(session, `payer-note:${payerKey}`, restored, blank);
  if (card.state === 'failed') return <EmptyState title="This payer cannot be shown">{errorWords(card.code)}</EmptyState>;
  if (card.state === 'loading' || draft === null) return <div aria-busy="true" className="flex-1" />;
  if (card.value === null) return <EmptyState title="This payer is not set up">Add it on the desk, under Payers.</EmptyState>;
  const save = async (text: string) => {
    const reply = await sendCommand('payer-note:save', { id: null, payerKey, text, tags: [] });
    if (!reply.ok) {
      onMessage({ tone: 'problem', text: errorWords(reply.error.code) });
      return;
    }
    draft.change('');
    await draft.drop();
    onMessage({ tone: 'done', text: 'Note saved for everybody in the practice.' });
  };
  return <div className="min-h-0 flex-1 overflow-y-auto"><PayerCardView card={card.value} noteDraft={draft.value} onNoteDraft={draft.change} onSaveNote={save} onLibrary={() => openLibrary(payerKey)} onCopy={async (text) => onMessage(await copyText(text) ? { tone: 'done', text: 'Copied.' } : { tone: 'problem', text: 'The browser did not allow copying.' })} /></div>;
}
