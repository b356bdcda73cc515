import { useState } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { momentWords } from '../../../components/words/day-words.ts';
import { roleOf } from '../../../storage/people.ts';
import { hasRecoveryKey, recoveryNotice } from '../../../storage/vault/recovery-state.ts';
import { sendCommand } from '../send-command.ts';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';

/** Put off until this window's session ends; it comes back at the next one until it is done. */
const LATER = 'overturn-recovery-later';

/** Above a page: that the recovery key was used, for everybody until read; and for a lead that there is none yet (`reminds`). */
export function RecoveryNotices({ session: { db, userId }, reminds }: { session: OpenVault; reminds: boolean }) {
  const [isLater, setLater] = useState(() => sessionStorage.getItem(LATER) !== null);
  const state = useQuery(async () => {
    const used = await recoveryNotice(db, userId);
    return { used, name: used === null ? '' : ((await db.users.get(used.userId))?.name ?? ''), hasKey: await hasRecoveryKey(db), role: await roleOf(db, userId) };
  }, [db, userId]);
  if (state.state !== 'ready') return null;
  const { used, name, hasKey, role } = state.value;
  const isReminding = reminds && !hasKey && role === 'lead' && !isLater;
  if (used === null && !isReminding) return null;
  return (
    <section aria-label="Notices" className="flex flex-col gap-2 pb-4 print:hidden">
      {used !== null && (
        <Notice tone="caution" title="The recovery key was used" action={<Button size="small" onPress={() => void sendCommand('recovery:noticed', {})}>I have read this</Button>}>
          On {momentWords(used.atMs)} a new passphrase was set for <span className="foreign">{name}</span> with it. If nobody you know did this, tell your compliance officer. A lead should make a new key under Settings.
        </Notice>
      )}
      {isReminding && (
        <Notice
          title="No recovery key yet"
          action={<span className="flex gap-2"><Button size="small" onPress={() => { location.hash = '#/settings/recovery'; }}>Make it</Button><Button size="small" kind="quiet" onPress={() => { sessionStorage.setItem(LATER, '1'); setLater(true); }}>Later</Button></span>}
        >
          If the passphrase is forgotten, nobody can open what is kept here. A key on paper, made in a minute, can.
        </Notice>
      )}
    </section>
  );
}
