import { useRef, useState } from 'react';
import type { CaseRevealReason } from '../../../rules/domain/vocabulary.ts';
import { sendCommand } from '../send-command.ts';

type Wanted = { fields: readonly string[]; how: 'shown' | 'copied' };

/**
 * Covered identifiers of a case: shown or copied only after the background has noted it with a reason. The reason is asked for
 * once per case and then remembered there until the vault is locked.
 */
export function useReveal(caseId: string) {
  const [isShown, setShown] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const waiting = useRef<{ wanted: Wanted; settle: (may: boolean) => void } | null>(null);

  const ask = async (wanted: Wanted, reason: CaseRevealReason | null) => sendCommand('case:reveal', { caseId, fields: [...wanted.fields], how: wanted.how, reason });
  /** Whether these may be shown or copied now; asks why where nobody said so yet. */
  const may = async (wanted: Wanted): Promise<boolean> => {
    const reply = await ask(wanted, null);
    if (reply.ok) return true;
    if (reply.error.code !== 'reason-first') return false;
    return new Promise<boolean>((settle) => {
      waiting.current?.settle(false);
      waiting.current = { wanted, settle };
      setAsking(true);
    });
  };
  const end = (answer: boolean) => {
    setAsking(false);
    waiting.current?.settle(answer);
    waiting.current = null;
  };
  return {
    isShown, isAsking, isBusy, may,
    show: async (fields: readonly string[], on: boolean) => {
      if (!on) setShown(false);
      else if (fields.length === 0 || await may({ fields, how: 'shown' })) setShown(true);
    },
    choose: async (reason: CaseRevealReason) => {
      const asked = waiting.current;
      if (asked === null) return;
      setBusy(true);
      const reply = await ask(asked.wanted, reason);
      setBusy(false);
      end(reply.ok);
    },
    close: () => end(false),
  };
}
