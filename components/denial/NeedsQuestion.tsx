import { useState } from 'react';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { FactQuestion } from '../words/fact-words.ts';

/** One fact is missing for a date: one question, answered in place. */
export function NeedsQuestion({ question, today, onAnswer }: { question: FactQuestion; today: DayNumber; onAnswer: (facts: Partial<ClaimFacts>) => void | Promise<void> }) {
  const [value, setValue] = useState<string | null>(null);
  const isReady = value !== null && (question.kind !== 'state' || /^[A-Z]{2}$/u.test(value));
  return (
    <form
      noValidate
      className="flex flex-col gap-2 rounded-md border border-line bg-sunken px-2.5 py-2.5"
      onSubmit={(event) => { event.preventDefault(); if (isReady) void onAnswer({ [question.field]: value }); }}
    >
      {question.kind === 'date' && <DateField label={question.question} value={value} onChange={setValue} today={today} hint={question.why} />}
      {question.kind === 'choice' && <Choice label={question.question} options={question.options ?? []} value={value} onChange={setValue} hint={question.why} />}
      {question.kind === 'state' && <TextField label={question.question} hint={question.why} value={value ?? ''} maxLength={2} onChange={(text) => setValue(text.trim().toUpperCase() === '' ? null : text.trim().toUpperCase())} placeholder="CO" />}
      <div><Button type="submit" size="small" isDisabled={!isReady}>Answer</Button></div>
    </form>
  );
}
