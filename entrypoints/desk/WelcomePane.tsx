import { lazy, Suspense, useEffect, useState } from 'react';
import { WelcomeFlow } from '../../components/welcome/WelcomeFlow.tsx';
import type { FirstRunAnswers, Strength } from '../../components/welcome/WelcomeFlow.tsx';
import { TrainingOffer } from '../../components/training/TrainingOffer.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { useTrainingOffer } from '../shared/pages/use-training-offer.ts';
import { sendCommand } from '../shared/send-command.ts';
import { libraryPayers } from './library-payers.ts';
import { portalChoices } from './portal-choices.ts';

const RestorePane = lazy(async () => ({ default: (await import('./backup/RestorePane.tsx')).RestorePane }));

type Judge = (passphrase: string, ownWords: string[]) => Strength;

const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** First run: judges the passphrase here, makes the practice by one command, opens the desk. */
export function WelcomePane() {
  const [judge, setJudge] = useState<Judge | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const training = useTrainingOffer();
  const [isRestoring, setRestoring] = useState(false);

  // The word lists are large and nobody else needs them.
  useEffect(() => {
    void import('../../storage/vault/passphrase-strength.ts').then(({ passphraseStrength }) => setJudge(() => (passphrase: string, own: string[]) => passphraseStrength(passphrase, own)));
  }, []);

  const finish = async (answers: FirstRunAnswers) => {
    setBusy(true);
    setProblem(null);
    const reply = await sendCommand('practice:create', { ...answers, timeZone: zoneHere });
    setBusy(false);
    if (reply.ok) location.hash = '#/import';
    else setProblem(errorWords(reply.error.code));
  };

  if (isRestoring) return <Suspense fallback={<main aria-busy="true" />}><RestorePane onBack={() => setRestoring(false)} /></Suspense>;
  return <WelcomeFlow timeZone={zoneHere} onRestore={() => setRestoring(true)} beside={<TrainingOffer {...training} isOpen={false} />} library={libraryPayers} portals={portalChoices} strengthOf={judge ?? (() => ({ score: 0, acceptable: false }))} problem={problem} isBusy={isBusy} onFinish={(answers) => void finish(answers)} />;
}
