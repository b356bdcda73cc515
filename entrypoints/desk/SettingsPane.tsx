import { PassphraseForm } from '../../components/practice/PassphraseForm.tsx';
import { ReminderSettings } from '../../components/practice/ReminderSettings.tsx';
import { SettingsForm } from '../../components/practice/SettingsForm.tsx';
import { StoreState } from '../../components/practice/StoreState.tsx';
import { TrainingOffer } from '../../components/training/TrainingOffer.tsx';
import { settingsUnderPolicy } from '../../rules/policy/policy-settings.ts';
import { roleOf } from '../../storage/people.ts';
import { readSettings } from '../../storage/settings.ts';
import { changePassphrase } from '../shared/pages/change-passphrase.ts';
import { useManaged } from '../shared/pages/use-managed.ts';
import { useStoreFigures } from '../shared/pages/use-store-figures.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { TRAINING_DATABASE_NAME } from '../../storage/database-names.ts';
import { useTrainingOffer } from '../shared/pages/use-training-offer.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { sendCommand } from '../shared/send-command.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { CalendarSection } from './CalendarSection.tsx';
import { RecoverySection } from './recovery/RecoverySection.tsx';
import { saveCalendarFile } from './save-calendar-file.ts';

/** Settings, the passphrase, and how the store stands. */
export function SettingsPane({ session }: { session: OpenVault }) {
  const { figures, keep } = useStoreFigures();
  const managed = useManaged();
  const training = useTrainingOffer();
  const today = useToday();
  const state = useQuery(async () => ({ settings: await readSettings(session.db), role: await roleOf(session.db, session.userId) }), [session.db, session.userId]);
  if (state.state !== 'ready' || managed === null) return null;
  const may = state.value.role === 'lead' ? 'all' : state.value.role === 'biller' ? 'own' : 'nothing';
  const settings = settingsUnderPolicy(state.value.settings, managed.policy);
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-title font-semibold">Settings</h1>
      <SettingsForm settings={settings} policy={managed.policy} may={may} onChange={(change) => void sendCommand('settings:save', change)} />
      <section aria-labelledby="reminders" className="border-t border-line pt-5">
        <h2 id="reminders" className="mb-3 text-lead font-semibold">Reminders</h2>
        <ReminderSettings settings={settings} may={may} onChange={(change) => void sendCommand('settings:save', change)} onCalendarFile={() => void saveCalendarFile(session, today)} />
      </section>
      <section aria-labelledby="calendar" className="border-t border-line pt-5">
        <h2 id="calendar" className="mb-3 text-lead font-semibold">How days are counted</h2>
        <CalendarSection session={session} />
      </section>
      <section aria-labelledby="passphrase" className="border-t border-line pt-5">
        <h2 id="passphrase" className="mb-3 text-lead font-semibold">Passphrase</h2>
        <PassphraseForm onChange={changePassphrase} />
      </section>
      {session.db.name !== TRAINING_DATABASE_NAME && (
        <section aria-labelledby="practice-mode" className="border-t border-line pt-5">
          <h2 id="practice-mode" className="mb-3 text-lead font-semibold">Practice mode</h2>
          <TrainingOffer {...training} isOpen />
        </section>
      )}
      {session.db.name !== TRAINING_DATABASE_NAME && <RecoverySection session={session} />}
      {figures !== null && (
        <section aria-labelledby="store" className="border-t border-line pt-5">
          <h2 id="store" className="mb-3 text-lead font-semibold">Store</h2>
          <StoreState figures={figures} onKeep={() => void keep()} />
        </section>
      )}
    </div>
  );
}
