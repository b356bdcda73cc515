import { PhoneCall } from 'lucide-react';
import { Button } from '../../../components/ui/Button.tsx';
import { patientWords } from '../../../components/words/queue-words.ts';
import { openItems } from '../../../storage/queries/open-items.ts';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';

/** The way back to calls that were begun and not saved, other than the one in front. */
export function RunningCalls({ session, besides, onOpen }: { session: OpenVault; /** The case in front. */ besides: string | null; onOpen: (caseId: string) => void }) {
  const { db, vault, userId } = session;
  const begun = useQuery(async () => {
    const prefix = `${userId}/contact:`;
    const keys = await db.drafts.where('key').startsWith(prefix).primaryKeys();
    const rows = await db.cases.bulkGet(keys.map((key) => key.slice(prefix.length)));
    return openItems(db, vault, rows.filter((row) => row !== undefined).slice(0, 20));
  }, [db, vault, userId]);
  const others = begun.state === 'ready' ? begun.value.filter(({ id }) => id !== besides) : [];
  const [first] = others;
  if (first === undefined) return null;
  return (
    <section aria-label="Call not saved yet" className="flex items-center gap-2 border-b border-line bg-sunken px-3 py-1.5">
      <PhoneCall aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 flex-1 truncate">A call about <span className="foreign font-medium">{patientWords(first.patientName)}</span> is not saved yet{others.length > 1 && `, and ${others.length - 1} more`}.</p>
      <Button size="small" onPress={() => onOpen(first.id)}>Back to it</Button>
    </section>
  );
}
