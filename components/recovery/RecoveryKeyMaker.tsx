import { useState } from 'react';
import { Printer } from 'lucide-react';
import { readRecoveryKey } from '../../rules/recovery/recovery-key.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { typedKeyWords } from '../words/recovery-words.ts';

/**
 * Makes a recovery key in three steps: shown and printed, typed back from the paper, put in force. Until then an earlier one
 * holds. `newKey` gives a fresh key; `onSet` what stood in the way, or null.
 */
export function RecoveryKeyMaker({ isFirst, needsPassphrase, newKey, onPrint, onSet }: {
  isFirst: boolean; needsPassphrase: boolean; newKey: () => string; onPrint: (key: string) => void; onSet: (key: string, passphrase: string | null) => Promise<string | null>;
}) {
  const [key, setKey] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(false);
  const [typed, setTyped] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);

  if (key === null) {
    return (
      <div className="flex flex-col gap-3">
        {isDone && <Notice title="The recovery key is in force">Keep the paper where your practice keeps its keys, not at this desk.{isFirst ? '' : ' The one before opens nothing any more.'}</Notice>}
        <div><Button kind={isFirst ? 'primary' : 'plain'} onPress={() => { setKey(newKey()); setDone(false); setTyped(''); setTyping(false); setProblem(null); }}>{isFirst ? 'Make a recovery key' : 'Make a new recovery key'}</Button></div>
      </div>
    );
  }
  const read = readRecoveryKey(typed);
  const fits = read.kind === 'whole' && read.key === key && (!needsPassphrase || passphrase !== '');
  return (
    <div className="flex max-w-md flex-col gap-3">
      {!isTyping && (
        <>
          <p className="text-ink-2">Print this sheet or write the key down. Once it is in force, nobody can show it again.</p>
          <p aria-label="Recovery key" className="figures rounded-md border border-edge bg-sunken px-3 py-3 text-center text-lead font-semibold tracking-wide break-words select-all">{key}</p>
          <div className="flex flex-wrap gap-2">
            <Button icon={<Printer aria-hidden className="size-3.5" />} onPress={() => onPrint(key)}>Print the sheet</Button>
            <Button kind="primary" onPress={() => setTyping(true)}>I have it on paper</Button>
            <Button kind="quiet" onPress={() => setKey(null)}>Not now</Button>
          </div>
        </>
      )}
      {isTyping && (
        <form
          noValidate className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (!fits || isBusy) return;
            setBusy(true);
            void onSet(key, needsPassphrase ? passphrase : null).then((stopped) => {
              setBusy(false);
              setProblem(stopped);
              if (stopped !== null) return;
              setPassphrase('');
              setKey(null);
              setDone(true);
            });
          }}
        >
          <TextField
            label="Type the key from the paper" isIdentifier autoFocus autoComplete="off" spellCheck="false" value={typed} onChange={setTyped} maxLength={80} hint="Small letters, spaces and hyphens do not matter."
            error={typedKeyWords(read, key)}
          />
          {needsPassphrase && <TextField label="Your passphrase" type="password" autoComplete="current-password" value={passphrase} onChange={setPassphrase} maxLength={1000} />}
          {problem !== null && <Notice tone="problem">{problem}</Notice>}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" isDisabled={!fits || isBusy}>{isBusy ? 'Putting it in force' : 'Put it in force'}</Button>
            <Button kind="quiet" isDisabled={isBusy} onPress={() => setTyping(false)}>Show it again</Button>
          </div>
        </form>
      )}
    </div>
  );
}
