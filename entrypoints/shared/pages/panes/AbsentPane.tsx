import { browser } from 'wxt/browser';
import { Button } from '../../../../components/ui/Button.tsx';
import { EmptyState } from '../../../../components/ui/EmptyState.tsx';

/** Before the first run: one button. */
export function AbsentPane() {
  return (
    <main className="flex h-full flex-col justify-center">
      <h1 className="sr-only">Overturn</h1>
      <EmptyState
        title="Set up Overturn"
        action={<Button kind="primary" size="large" autoFocus onPress={() => void browser.tabs.create({ url: browser.runtime.getURL('/desk.html#/welcome' as '/') }).then(() => window.close())}>Set up</Button>}
      >
        Your name, the practice, a passphrase and the payers you work with. It takes two minutes, and everything stays on this computer.
      </EmptyState>
    </main>
  );
}
