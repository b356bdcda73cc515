import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { RecoveryKeyMaker } from '../../../components/recovery/RecoveryKeyMaker.tsx';
import { RecoverySheet } from '../../../components/recovery/RecoverySheet.tsx';
import { WipeForm } from '../../../components/recovery/WipeForm.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { recoveryKeyOf } from '../../../rules/recovery/recovery-key.ts';
import { roleOf } from '../../../storage/people.ts';
import { hasRecoveryKey } from '../../../storage/vault/recovery-state.ts';
import { wipeAfter } from '../../../storage/vault/wipe.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';
import './recovery-print.css';

const newKey = () => recoveryKeyOf(crypto.getRandomValues(new Uint8Array(26)));

/** Whoever was sent here by the notice finds it without looking for it at the end of a long page. */
const comeInSight = (heading: HTMLElement | null) => { if (location.hash.endsWith('/recovery')) heading?.scrollIntoView(); };

/** Settings: the recovery key, and the deleting after many wrong tries. Both are a lead's. */
export function RecoverySection({ session: { db, userId } }: { session: OpenVault }) {
  const [printed, setPrinted] = useState<string | null>(null);
  const state = useQuery(async () => ({ hasKey: await hasRecoveryKey(db), after: await wipeAfter(db), role: await roleOf(db, userId) }), [db, userId]);
  if (state.state !== 'ready') return null;
  const { hasKey, after, role } = state.value;
  const print = (key: string) => {
    flushSync(() => setPrinted(key));
    window.print();
    setPrinted(null);
  };
  return (
    <section aria-labelledby="recovery" className="border-t border-line pt-5">
      <h2 id="recovery" ref={comeInSight} className="mb-3 text-lead font-semibold">Recovery</h2>
      <p className="mb-3 max-w-md text-ink-2">{hasKey ? 'A recovery key is in force. Whoever has its paper can set a new passphrase for a person.' : 'There is no recovery key. If every passphrase is forgotten, nobody can open what is kept here.'}</p>
      {role === 'lead' && (
        <>
          <RecoveryKeyMaker
            isFirst={!hasKey} needsPassphrase newKey={newKey} onPrint={print}
            onSet={async (key, passphrase) => {
              const reply = await sendCommand('recovery:set', { key, passphrase });
              return reply.ok ? null : errorWords(reply.error.code);
            }}
          />
          <h3 className="mt-5 mb-2 font-semibold">Wrong passphrases</h3>
          <WipeForm
            key={after ?? 'never'} after={after}
            onSet={async (tries, passphrase) => {
              const reply = await sendCommand('wipe:set', { after: tries, passphrase });
              return reply.ok ? null : errorWords(reply.error.code);
            }}
          />
        </>
      )}
      {printed !== null && createPortal(<RecoverySheet recoveryKey={printed} madeOn={Temporal.Now.plainDateISO().toLocaleString('en-US')} />, document.body)}
    </section>
  );
}
