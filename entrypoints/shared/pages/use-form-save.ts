import { useState } from 'react';
import { flushSync } from 'react-dom';
import { dropKeys, holdKeys, letKeysGo } from '../../../components/ui/held-keys.ts';
import type { CommandName, CommandRequest } from '../../../rules/protocol/commands.ts';
import type { Draft } from './use-draft.ts';

/** Sends a command and says how it went; true where it was done. */
export type Send = <N extends CommandName>(command: N, request: CommandRequest<N>, done: string) => Promise<boolean>;

/**
 * Saves a form as one command: busy until it is answered; once it was done the kept draft goes and the form closes. A refusal
 * leaves both as they are.
 */
export function useFormSave(send: Send, draft: Draft<unknown> | null, onClose: () => void): { isBusy: boolean; save: <N extends CommandName>(command: N, request: CommandRequest<N>, done: string) => void } {
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    save: (command, request, done) => {
      setBusy(true);
      holdKeys(); // what is typed on is meant for the page behind
      const ask = async () => {
        if (!(await send(command, request, done))) {
          dropKeys();
          return;
        }
        // The draft goes before the form does: a form that closes hands on what it still holds.
        await draft?.drop();
        flushSync(onClose);
      };
      void ask().finally(() => {
        setBusy(false);
        letKeysGo();
      });
    },
  };
}
