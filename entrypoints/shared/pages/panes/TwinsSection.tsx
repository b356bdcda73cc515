import { useState } from 'react';
import { TwinList } from '../../../../components/denial/TwinList.tsx';
import { Section } from '../../../../components/ui/Section.tsx';
import { twinsOfCase } from '../../../../storage/queries/twins-of-case.ts';
import type { CommandName, CommandRequest } from '../../../../rules/protocol/commands.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';

/** Other cases of perhaps the same claim, and merges and splits that can be taken back. */
export function TwinsSection({ part, session, caseId, send, onOpen }: {
  /** The open question stands above the clocks; what can be taken back, below. */
  part: 'twins' | 'regroupings'; session: OpenVault; caseId: string; send: <N extends CommandName>(command: N, request: CommandRequest<N>, done: string) => Promise<boolean>; onOpen: (caseId: string) => void;
}) {
  const [isBusy, setBusy] = useState(false);
  const answer = useQuery(() => twinsOfCase(session.db, session.vault, caseId), [session.db, session.vault, caseId]);
  const found = answer.state === 'ready' ? answer.value : null;
  if (found === null || found[part].length === 0) return null;
  const work = <N extends CommandName>(command: N, request: CommandRequest<N>, done: string) => {
    setBusy(true);
    void send(command, request, done).finally(() => setBusy(false));
  };
  return (
    <Section title={part === 'twins' ? 'May be the same claim' : 'Merged and split'}>
      <TwinList
        twins={part === 'twins' ? found.twins : []} regroupings={part === 'twins' ? [] : found.regroupings} isBusy={isBusy} onOpen={onOpen}
        onMerge={(otherId, why) => work('case:merge', { caseId, otherId, reason: why }, 'Merged. You can undo it here.')}
        onKeepApart={(otherId) => work('case:keep-apart', { caseId, otherId }, 'Kept apart. You will not be asked again.')}
        onUndo={(regroupingId) => work('case:undo-regrouping', { regroupingId }, 'Taken back.')}
      />
    </Section>
  );
}
