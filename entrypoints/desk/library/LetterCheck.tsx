import { useState } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import { Disclosure } from '../../../components/ui/Disclosure.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useDraft } from '../../shared/pages/use-draft.ts';
import { sendCommand } from '../../shared/send-command.ts';

const restored = (kept: unknown) => (typeof kept === 'string' ? kept : null);
const blank = () => '';

/** A letter's text, held against the library: what it states otherwise is asked about. The letter itself is not kept. */
export function LetterCheck({ session, payerKey, onDone, onProblem }: { session: OpenVault; payerKey: string; onDone: (text: string) => void; onProblem: (text: string) => void }) {
  const draft = useDraft<string>(session, `library-letter:${payerKey}`, restored, blank);
  const [isBusy, setBusy] = useState(false);
  if (draft === null) return null;
  const check = async () => {
    setBusy(true);
    const reply = await sendCommand('radar:check-letter', { payerKey, text: draft.value.slice(0, 20_000) });
    setBusy(false);
    if (!reply.ok) {
      onProblem(errorWords(reply.error.code));
      return;
    }
    draft.change('');
    await draft.drop();
    const { statements, asks } = reply.value;
    onDone(statements === 0 ? 'No window was found in this text.' : asks === 0 ? 'The windows in this text are those of the library, or were asked about before.' : asks === 1 ? 'One window differs from the library. It is asked about above.' : `${asks} windows differ from the library. They are asked about above.`);
  };
  return (
    <Disclosure title="Check a letter against these rules">
      <div className="flex flex-col gap-2">
        <TextField label="Text of the letter" rows={5} value={draft.value} onChange={draft.change} maxLength={20_000} hint="Only a sentence that states another window is kept, sealed." />
        <div><Button isDisabled={draft.value.trim() === ''} isPending={isBusy} onPress={() => void check()}>Check</Button></div>
      </div>
    </Disclosure>
  );
}
