import { useState } from 'react';
import { AVOIDABLE, ORIGIN_STEPS } from '../../rules/denials/vocabulary.ts';
import type { Avoidable, OriginStep } from '../../rules/denials/vocabulary.ts';
import { followAnswers } from '../../rules/root-cause/questions.ts';
import type { CauseAnswer } from '../../rules/root-cause/questions.ts';
import { SUB_REASONS, subReason } from '../../rules/root-cause/sub-reasons.ts';
import type { DenialCategory } from '../../rules/codes/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { avoidableWords, categoryOptions, originWords } from '../words/denial-words.ts';
import { DialogForm } from './DialogForm.tsx';

export type FoundCause = { category: DenialCategory; subReason: string; origin: OriginStep; avoidable: Avoidable; overrideReason: string | null; answers: CauseAnswer[]; note: string };

const origins = ORIGIN_STEPS.map((value) => ({ value, label: originWords(value) }));
const avoidables = AVOIDABLE.map((value) => ({ value, label: avoidableWords(value) }));
const asCategory = (value: string): DenialCategory => (Object.hasOwn(SUB_REASONS, value) ? (value as DenialCategory) : 'other');

/** Questions in the order of the work, until the first step that failed; or the cause chosen at once. */
export function RootCauseForm({ category: given, isBusy, onSave, onClose }: { category: string; isBusy: boolean; onSave: (found: FoundCause) => void; onClose: () => void }) {
  const [category, setCategory] = useState(asCategory(given));
  const [answers, setAnswers] = useState<CauseAnswer[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [origin, setOrigin] = useState<OriginStep | null>(null);
  const [avoidable, setAvoidable] = useState<Avoidable | null>(null);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const step = followAnswers(category, answers);
  const id = chosen ?? (step.kind === 'found' ? step.subReason : null);
  const cause = id === null ? null : subReason(category, id);
  const isOverride = cause !== null && avoidable !== null && avoidable !== cause.avoidable;
  const again = () => { setAnswers([]); setChosen(null); setOrigin(null); setAvoidable(null); };
  return (
    <DialogForm
      title="What went wrong first" save="Save" isReady={cause !== null && (!isOverride || reason.trim() !== '')} isBusy={isBusy} onClose={onClose}
      onSave={() => { if (cause !== null) onSave({ category, subReason: cause.id, origin: origin ?? cause.origin, avoidable: avoidable ?? cause.avoidable, overrideReason: isOverride ? reason.trim() : null, answers, note: note.trim() }); }}
    >
      <SelectField<string> label="Kind of denial" options={categoryOptions} value={category} onChange={(next) => { setCategory(asCategory(next)); again(); }} />
      {cause === null && step.kind === 'ask' && (
        <div role="group" aria-label={`Question ${step.n} of at most ${step.of}`} className="rounded-md bg-sunken px-3 py-2">
          <p className="text-small text-ink-3">Question {step.n} of at most {step.of}</p>
          <p role="status" className="pb-2 font-medium">{step.question.text}</p>
          <div className="flex gap-2">
            {(['yes', 'no'] as const).map((answer) => <Button key={answer} onPress={() => setAnswers([...answers, { question: step.question.id, answer }])}>{answer === 'yes' ? 'Yes' : 'No'}</Button>)}
            {answers.length > 0 && <Button kind="quiet" onPress={() => setAnswers(answers.slice(0, -1))}>Back</Button>}
          </div>
        </div>
      )}
      {cause === null && step.kind === 'found' && <p role="status" className="text-ink-2">No step of our own failed as far as these questions go. Choose what fits.</p>}
      <SelectField<string> label={cause === null ? 'Or choose it' : 'First error that could have been prevented'} options={SUB_REASONS[category].map(({ id: value, words }) => ({ value, label: words }))} value={id} onChange={(next) => { setChosen(next); setOrigin(null); setAvoidable(null); }} />
      {cause !== null && (
        <>
          <SelectField label="Where it began" options={origins} value={origin ?? cause.origin} onChange={setOrigin} />
          <Choice label="Could it have been avoided" options={avoidables} value={avoidable ?? cause.avoidable} onChange={setAvoidable} />
          {isOverride && <TextField label="Why you see it otherwise" value={reason} onChange={setReason} maxLength={300} />}
          <TextField label="Note" aside="Optional" value={note} onChange={setNote} maxLength={300} />
          {(answers.length > 0 || chosen !== null) && <div><Button size="small" kind="quiet" onPress={again}>Begin again</Button></div>}
        </>
      )}
    </DialogForm>
  );
}
