import { PassphraseForm } from '../practice/PassphraseForm.tsx';
import type { PassphraseFault } from '../practice/PassphraseForm.tsx';

/** What somebody sees who signed in with a passphrase that a lead gave them: nothing else until they have one of their own. */
export function OwnPassphrase({ name, onChange, onLock }: { name: string; onChange: (current: string, next: string) => Promise<PassphraseFault | null>; onLock: () => void }) {
  return (
    <main className="mx-auto flex h-full max-w-md flex-col gap-3 overflow-y-auto px-6 py-10">
      <h1 className="text-title font-semibold">Choose your own passphrase, <span className="foreign">{name}</span></h1>
      <p className="text-ink-2">The one you came in with is known to somebody else. From now on only yours opens Overturn for you, and what you do stands under your name.</p>
      <PassphraseForm onChange={onChange} />
      <button type="button" className="self-start text-accent underline" onClick={onLock}>Lock instead</button>
    </main>
  );
}
