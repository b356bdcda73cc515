import { PassphraseForm } from '../../components/practice/PassphraseForm.tsx';
import { SettingsForm } from '../../components/practice/SettingsForm.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { readSettings } from '../../storage/settings.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { sendCommand } from '../shared/send-command.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';

/** Settings and the passphrase. */
export function SettingsPane({ session }: { session: OpenVault }) {
  const settings = useQuery(() => readSettings(session.db), [session.db]);
  if (settings.state !== 'ready') return null;
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-title font-semibold">Settings</h1>
      <SettingsForm settings={settings.value} onChange={(change) => void sendCommand('settings:save', change)} />
      <section aria-labelledby="passphrase" className="border-t border-line pt-5">
        <h2 id="passphrase" className="mb-3 text-lead font-semibold">Passphrase</h2>
        <PassphraseForm
          onChange={async (current, next) => {
            const reply = await sendCommand('vault:change-passphrase', { current, next });
            return reply.ok ? null : errorWords(reply.error.code);
          }}
        />
      </section>
    </div>
  );
}
