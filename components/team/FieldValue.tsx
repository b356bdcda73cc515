import { fieldName, MONEY_FACTS, valueText } from '../../rules/team/field-name.ts';
import type { Json } from '../../rules/team/field-register.ts';
import { maskedValue } from '../denial/masked-value.ts';
import { caseStateWords, resolutionWords } from '../words/case-words.ts';
import { usDates } from '../words/day-words.ts';
import { moneyWords } from '../words/money-words.ts';

const textOf = (value: Json): string => (typeof value === 'string' ? value : '');
const partOf = (value: Json, name: string): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? ((value as Readonly<Record<string, Json>>)[name] ?? null) : null);

const NOBODY: ReadonlyMap<string, string> = new Map();

/** The covered fact a field holds (`memberId`), by the field's path; null for one that is never covered. */
export function coveredFact(path: string, covered: ReadonlySet<string>): string | null {
  const name = path === 'patientBirthDate' ? 'birthDate' : path.startsWith('facts/') ? fieldName(path) : '';
  return covered.has(name) ? name : null;
}

/** What a field holds, as a person reads it. `covered`: facts of which the end alone is shown. */
export function FieldValue({ path, value, covered, names = NOBODY }: { path: string; value: Json; covered: ReadonlySet<string>; names?: ReadonlyMap<string, string> }) {
  if (path.endsWith('ownerId')) return <span className="foreign">{names.get(textOf(value)) ?? 'somebody else'}</span>;
  if (path === 'standing') {
    const ending = partOf(value, 'resolution');
    const outcome = partOf(ending, 'outcome');
    const reason = partOf(ending, 'reason');
    return <>{caseStateWords(textOf(partOf(value, 'state')))}{outcome === null ? '' : `: ${resolutionWords(textOf(outcome)).toLowerCase()}`}{typeof reason === 'string' && reason !== '' && <span className="foreign block text-small text-ink-2">{reason}</span>}</>;
  }
  if (typeof value === 'number' && MONEY_FACTS.includes(path)) return <span className="figures">{moneyWords(value)}</span>;
  const text = valueText(path, value);
  return text === null || text === '' ? <span className="text-ink-3">empty</span> : <span className="foreign figures wrap-anywhere">{coveredFact(path, covered) === null ? usDates(text) : maskedValue(usDates(text))}</span>;
}
