import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { TrainingBanner } from '../../../components/training/TrainingBanner.tsx';
import { isTraining, onTrainingChange } from '../training-mode.ts';

/** The exercises: in this tab on the desk, in a new one from anywhere else. */
function openExercises(): void {
  if (location.pathname === '/desk.html') location.hash = '#/training';
  else void browser.tabs.create({ url: browser.runtime.getURL('/desk.html#/training' as '/') });
}

/** Puts the banner of practice mode above a page while that is on. Opens no store: it also frames the card in a portal. */
export function TrainingFrame({ children }: { children: ReactNode }) {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const ask = () => void isTraining().then(setOn);
    ask();
    return onTrainingChange(ask);
  }, []);
  useEffect(() => {
    // The pages that fill the window make room by this mark (theme.css).
    if (isOn) document.documentElement.dataset['training'] = '';
    else delete document.documentElement.dataset['training'];
  }, [isOn]);
  return <>{isOn && <TrainingBanner onOpen={openExercises} />}{children}</>;
}
