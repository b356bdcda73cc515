import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { possible, questionList } from '../../rules/calls/question-list.ts';
import type { ListedQuestion, QuestionList } from '../../rules/calls/question-list.ts';
import { ANSWER_KINDS } from '../../rules/domain/contact.ts';
import type { AnswerKind } from '../../rules/domain/contact.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

const kinds: Record<AnswerKind, string> = { text: 'Words', 'yes-no': 'Yes or no', choice: 'One of several', date: 'A day', amount: 'An amount', number: 'A number' };
const faults: Record<string, string> = {
  'twice-the-same-key': 'Two questions are the same one.', 'choices-for-choice-alone': 'A question with several answers needs at least two of them.', 'only-a-date-sets-a-day': 'Only a day can set a day.',
  'condition-on-no-earlier-question': 'A question hangs on one that comes after it, or is gone.', 'condition-that-never-holds': 'A question hangs on an answer that cannot be given.',
};
const keyOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '').slice(0, 50);

/** What is wrong with a list in words, or null where it is sound. */
export function questionListFault(list: QuestionList): string | null {
  const parsed = questionList.safeParse(list);
  if (parsed.success) return null;
  const [issue] = parsed.error.issues;
  return faults[issue?.message ?? ''] ?? 'Each question needs words, and each answer to choose needs a name.';
}

/** The questions of one outcome: their words, what answers them, and after which answer each is asked. */
export function QuestionListEditor({ list, onChange }: { list: QuestionList; onChange: (list: QuestionList) => void }) {
  const { questions } = list;
  const set = (index: number, part: Partial<ListedQuestion>) => onChange({ ...list, questions: questions.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const move = (index: number, by: -1 | 1) => {
    const next = [...questions];
    const [one] = next.splice(index, 1);
    if (one !== undefined) next.splice(index + by, 0, one);
    onChange({ ...list, questions: next });
  };
  const add = () => {
    const n = questions.length + 1;
    const free = Array.from({ length: 60 }, (_, at) => `own-${n + at}`).find((key) => !questions.some((one) => one.key === key)) ?? `own-${n}`;
    onChange({ ...list, questions: [...questions, { key: free, ask: '', kind: 'text' }] });
  };
  const fault = questionListFault(list);
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col gap-2">
        {questions.map((question, index) => (
          <li key={question.key} className="flex flex-col gap-1.5 rounded-md border border-line p-2">
            <div className="flex items-end gap-1">
              <div className="min-w-0 flex-1"><TextField label={`Question ${index + 1}`} value={question.ask} onChange={(ask) => set(index, { ask })} maxLength={300} /></div>
              <IconButton label={`Move question ${index + 1} up`} isDisabled={index === 0} icon={<ArrowUp aria-hidden className="size-3.5" />} onPress={() => move(index, -1)} />
              <IconButton label={`Move question ${index + 1} down`} isDisabled={index === questions.length - 1} icon={<ArrowDown aria-hidden className="size-3.5" />} onPress={() => move(index, 1)} />
              <IconButton label={`Take question ${index + 1} out`} isDisabled={questions.length === 1} icon={<X aria-hidden className="size-3.5" />} onPress={() => onChange({ ...list, questions: questions.filter((_one, at) => at !== index) })} />
            </div>
            <div className="grid grid-cols-2 gap-2">
              <SelectField label="Answered by" options={ANSWER_KINDS.map((value) => ({ value, label: kinds[value] }))} value={question.kind} onChange={(kind) => onChange({ ...list, questions: questions.map((one, at) => (at === index ? ofKind(one, kind) : one)) })} />
              <Condition question={question} before={questions.slice(0, index)} onChange={(when) => onChange({ ...list, questions: questions.map((one, at) => (at === index ? askedWhen(one, when) : one)) })} />
            </div>
            {question.kind === 'choice' && <TextField label="Answers to choose from, one a line" rows={4} value={(question.choices ?? []).map(({ label }) => label).join('\n')} onChange={(text) => set(index, { choices: text.split('\n').map((label, at) => ({ value: question.choices?.find((one) => one.label === label)?.value ?? (keyOf(label) || `answer-${at + 1}`), label })) })} />}
          </li>
        ))}
      </ol>
      <div><Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onPress={add}>Add a question</Button></div>
      {fault !== null && <Notice tone="caution">{fault}</Notice>}
    </div>
  );
}

function ofKind({ choices, sets, ...rest }: ListedQuestion, kind: AnswerKind): ListedQuestion {
  return { ...rest, kind, ...(kind === 'choice' ? { choices: choices ?? [{ value: 'first', label: 'First' }, { value: 'second', label: 'Second' }] } : {}), ...(kind === 'date' && sets !== undefined ? { sets } : {}) };
}

function askedWhen(question: ListedQuestion, when: { key: string; is: string[] } | null): ListedQuestion {
  const asked = { ...question };
  delete asked.when;
  return when === null ? asked : { ...asked, when };
}

const ALWAYS = 'always';

/** After which answer it is asked. Several answers of one question are kept as they are; the choice here is among single ones. */
function Condition({ question, before, onChange }: { question: ListedQuestion; before: readonly ListedQuestion[]; onChange: (when: { key: string; is: string[] } | null) => void }) {
  const current = question.when === undefined ? ALWAYS : `${question.when.key}=${question.when.is.join('|')}`;
  const labelOf = (asked: ListedQuestion, value: string) => asked.choices?.find((one) => one.value === value)?.label ?? (value === 'yes' ? 'Yes' : value === 'no' ? 'No' : value);
  const single = before.flatMap((asked) => possible(asked).map((value) => ({ value: `${asked.key}=${value}`, label: `${asked.ask} ${labelOf(asked, value)}`, when: { key: asked.key, is: [value] } })));
  const several = question.when === undefined || single.some(({ value }) => value === current) ? [] : [{ value: current, label: `${before.find(({ key }) => key === question.when?.key)?.ask ?? 'A question that is gone'} ${question.when.is.map((value) => labelOf(before.find(({ key }) => key === question.when?.key) ?? question, value)).join(' or ')}`, when: question.when }];
  const options = [{ value: ALWAYS, label: 'Always', when: null }, ...single, ...several];
  return <SelectField label="Asked" options={options.map(({ value, label }) => ({ value, label }))} value={current} onChange={(value) => onChange(options.find((one) => one.value === value)?.when ?? null)} />;
}
