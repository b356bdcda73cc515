import { useState } from 'react';
import type { ReactNode } from 'react';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PayerPicker, payersAreComplete } from '../practice/PayerPicker.tsx';
import type { LibraryPayer } from '../practice/PayerPicker.tsx';
import { PortalPicker } from '../practice/PortalPicker.tsx';
import type { PortalChoice } from '../practice/PortalPicker.tsx';
import { PassphraseMeter } from './PassphraseMeter.tsx';
import { WhatIsKept } from './WhatIsKept.tsx';

export type FirstRunAnswers = { userName: string; practiceName: string; passphrase: string; payers: PracticePayer[]; portals: string[] };
export type Strength = { score: number; acceptable: boolean };

const STEPS = ['You', 'Payers', 'Portals'] as const;

/** The first two minutes: who you are, a passphrase, whom you bill, and in plain words what is kept where. */
export function WelcomeFlow({ library, portals, strengthOf, problem, isBusy, timeZone, beside, onFinish, onRestore }: {
  library: readonly LibraryPayer[]; portals: readonly PortalChoice[]; strengthOf: (passphrase: string, ownWords: string[]) => Strength; problem: string | null; isBusy: boolean; /** The zone of this computer, by which days are counted until Settings say otherwise. */ timeZone: string; /** Another way to begin, below the first step. */ beside?: ReactNode; onFinish: (answers: FirstRunAnswers) => void;
  /** Somebody has a backup and wants that instead. */
  onRestore: () => void;
}) {
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState<FirstRunAnswers>({ userName: '', practiceName: '', passphrase: '', payers: [], portals: [] });
  const [again, setAgain] = useState('');
  const [understood, setUnderstood] = useState(false);
  const set = (change: Partial<FirstRunAnswers>) => setAnswers((before) => ({ ...before, ...change }));

  const strength = answers.passphrase === '' ? null : strengthOf(answers.passphrase, [answers.userName, answers.practiceName]);

  const missing = step === 0
    ? [
      answers.userName.trim() === '' && 'your name', answers.practiceName.trim() === '' && 'the practice', strength === null ? 'a passphrase' : !strength.acceptable && 'a stronger passphrase',
      strength?.acceptable === true && again !== answers.passphrase && 'the passphrase again', !understood && 'the box about the passphrase',
    ].filter((one): one is string => typeof one === 'string')
    : step === 1 && !payersAreComplete(answers.payers) ? ['the marked fields of the payers'] : [];

  return (
    <main className="mx-auto w-full max-w-3xl px-6 py-10">
      <p className="text-small font-medium text-ink-3">Overturn</p>
      <h1 className="mt-1 text-display font-semibold">Set up in two minutes</h1>
      <ol className="mt-4 flex gap-6 border-b border-line" aria-label="Steps">
        {STEPS.map((name, index) => (
          <li key={name} aria-current={index === step ? 'step' : undefined} className={index === step ? 'border-b-2 border-accent pb-2 font-semibold' : 'pb-2 text-ink-3'}>
            {index + 1}. {name}{index < step ? ' (done)' : ''}
          </li>
        ))}
      </ol>

      <form
        className="mt-6 flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (step < 2) setStep(step + 1);
          else onFinish(answers);
        }}
      >
        {step === 0 && (
          <>
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField label="Your name" maxLength={120} hint="Stands beside everything you save" value={answers.userName} onChange={(userName) => set({ userName })} isRequired autoFocus autoComplete="off" />
              <TextField label="Practice" maxLength={120} value={answers.practiceName} onChange={(practiceName) => set({ practiceName })} isRequired autoComplete="off" />
            </div>
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <div>
                <TextField label="Passphrase" type="password" hint="Several words are best. It is the only key." value={answers.passphrase} onChange={(passphrase) => set({ passphrase })} isRequired autoComplete="new-password" />
                <PassphraseMeter strength={strength} />
              </div>
              <TextField label="Passphrase again" type="password" value={again} onChange={setAgain} isRequired autoComplete="new-password" error={again !== '' && again !== answers.passphrase && !answers.passphrase.startsWith(again) ? 'Not the same as the first.' : null} />
            </div>
            <p className="text-ink-2">Days are counted in the time zone of this computer, <span className="font-medium text-ink">{timeZone.replaceAll('_', ' ')}</span>. Settings can change it.</p>
            <WhatIsKept />
            <label className="flex items-start gap-2">
              <input type="checkbox" className="mt-0.5 size-4 accent-accent" checked={understood} onChange={(event) => setUnderstood(event.target.checked)} />
              <span>I have understood: without this passphrase nobody, not even Overturn, can open what is kept here.</span>
            </label>
          </>
        )}
        {step === 1 && (
          <>
            <p className="text-ink-2">Whom do you bill? The kind of plan and the state decide which appeal windows hold. Leave open what you do not know: Overturn asks later, and never guesses.</p>
            <PayerPicker library={library} payers={answers.payers} onChange={(payers) => set({ payers })} />
          </>
        )}
        {step === 2 && (
          <>
            <p className="text-ink-2">Which portals do you sign in to? No permission is asked for now. The browser asks you once, portal by portal, when you first use Overturn there. <em>Reads beside you</em>: a mark appears on claim pages. <em>On your press only</em>: the page is read when you press the toolbar button. <em>Hands off</em>: nothing of ours runs there; you copy and paste.</p>
            <PortalPicker portals={portals} chosen={answers.portals} onChange={(chosen) => set({ portals: chosen })} />
          </>
        )}
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        <div className="flex items-center justify-between border-t border-line pt-4">
          {step > 0 ? <Button kind="quiet" onPress={() => setStep(step - 1)}>Back</Button> : <span />}
          <div className="flex items-center gap-3">
            {missing.length > 0 && <p id="still-missing" className="text-small text-ink-2">Still missing: {missing.join(', ')}.</p>}
            <Button kind="primary" size="large" type="submit" isPending={isBusy} isDisabled={isBusy || missing.length > 0} {...(missing.length > 0 ? { 'aria-describedby': 'still-missing' } : {})}>
              {step < 2 ? 'Next' : 'Start working'}
            </Button>
          </div>
        </div>
      </form>
      {step === 0 && <div className="mt-4 flex items-center gap-2 text-ink-3">Set up before on another computer?<Button kind="quiet" onPress={onRestore}>Restore from a backup instead</Button></div>}
      {step === 0 && beside !== undefined && (
        <section aria-labelledby="look-first" className="mt-8 border-t border-line pt-5">
          <h2 id="look-first" className="mb-2 text-lead font-semibold">Rather look around first?</h2>
          {beside}
        </section>
      )}
    </main>
  );
}
