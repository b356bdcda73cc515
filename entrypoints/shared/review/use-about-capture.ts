import { useEffect, useState } from 'react';
import type { CommandReply } from '../../../rules/protocol/commands.ts';
import { sendCommand } from '../send-command.ts';
import { useOnLock } from './use-on-lock.ts';

type About = CommandReply<'library:about-capture'>;

/** What the practice's library says about the claims of a capture, under the payer chosen; null until it is there, and where it says nothing. Gone with the lock. */
export function useAboutCapture(captureId: string, payerKey: string | null, isWanted: boolean): About | null {
  const [found, setFound] = useState<{ of: string; about: About } | null>(null);
  const of = `${captureId}/${payerKey ?? ''}`;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    void sendCommand('library:about-capture', { captureId, payerKey }).then((reply) => {
      if (!isGone && reply.ok) setFound({ of, about: reply.value });
    });
    return () => { isGone = true; };
  }, [captureId, payerKey, of, isWanted]);
  useOnLock(() => setFound(null));
  return found?.of === of ? found.about : null;
}
