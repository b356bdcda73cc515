import { askedQuestions } from '../../rules/calls/question-list.ts';
import type { ListedQuestion, QuestionList } from '../../rules/calls/question-list.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { typedCents } from '../../rules/review/typed-money.ts';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

const yesNo = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }] as const;
/** So many choices stand in sight; more go into a list. */
const IN_SIGHT = 4;

export type QuestionFieldsProps = { list: QuestionList; answers: Readonly<Record<string, string>>; today: DayNumber; onAnswer: (question: ListedQuestion, value: string) => void };

/** The questions for what came of the contact, each shown once the answer before it asks for it. */
export function QuestionFields({ list, answers, today, onAnswer }: QuestionFieldsProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5 rounded-md border border-line px-2.5 py-2">
      <legend className="px-1 text-small font-semibold text-ink-2">Ask: {list.title.toLowerCase()}</legend>
      {askedQuestions(list, answers).map((question) => <Answer key={question.key} question={question} value={answers[question.key] ?? ''} today={today} onChange={(value) => onAnswer(question, value)} />)}
    </fieldset>
  );
}

function Answer({ question, value, today, onChange }: { question: ListedQuestion; value: string; today: DayNumber; onChange: (value: string) => void }) {
  const { ask, kind, choices = [], hint } = question;
  const more = hint === undefined ? {} : { hint };
  if (kind === 'yes-no') return <Choice label={ask} options={yesNo} value={value === 'yes' || value === 'no' ? value : null} onChange={onChange} {...more} />;
  if (kind === 'choice' && choices.length <= IN_SIGHT) return <Choice label={ask} options={choices} value={choices.some((one) => one.value === value) ? value : null} onChange={onChange} {...more} />;
  if (kind === 'choice') return <SelectField label={ask} options={choices} value={choices.some((one) => one.value === value) ? value : null} onChange={onChange} {...more} />;
  if (kind === 'date') return <DateField label={ask} value={value === '' ? null : value} onChange={(iso) => onChange(iso ?? '')} today={today} {...more} />;
  if (kind === 'amount') return <AmountAnswer ask={ask} value={value} onChange={onChange} />;
  return <TextField label={ask} value={value} onChange={onChange} autoComplete="off" maxLength={2000} {...(kind === 'number' ? { inputMode: 'numeric' as const } : {})} {...more} />;
}

/** Kept in cents where it reads as an amount, else as it was typed: nothing is thrown away. */
function AmountAnswer({ ask, value, onChange }: { ask: string; value: string; onChange: (value: string) => void }) {
  const shown = /^\d+$/u.test(value) ? `${Math.floor(Number(value) / 100)}.${String(Number(value) % 100).padStart(2, '0')}` : value;
  return <TextField key={ask} label={ask} defaultValue={shown} onChange={(text) => { const cents = typedCents(text); onChange(text.trim() === '' ? '' : cents === null ? text : String(cents)); }} inputMode="decimal" autoComplete="off" isIdentifier maxLength={40} />;
}
