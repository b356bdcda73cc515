import { MONEY_FACTS, valueText } from '../../rules/team/field-name.ts';
import type { Json } from '../../rules/team/field-register.ts';
import { caseStateWords, resolutionWords } from '../words/case-words.ts';
import { usDates } from '../words/day-words.ts';
import { moneyWords } from '../words/money-words.ts';

const textOf = (value: Json): string => (typeof value === 'string' ? value : '');
const partOf = (value: Json, name: string): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? ((value as Readonly<Record<string, Json>>)[name] ?? null) : null);

const NOBODY: ReadonlyMap<string, string> = new Map();

/** What a field holds, as a person reads it. */
export function FieldValue({ path, value, names = NOBODY }: { path: string; value: Json; names?: ReadonlyMap<string, string> }) {
  if (path.endsWith('ownerId')) return <span className="foreign">{names.get(textOf(value)) ?? 'somebody else'}</span>;
  if (path === 'standing') {
    const ending = partOf(value, 'resolution');
    const outcome = partOf(ending, 'outcome');
    const reason = partOf(ending, 'reason');
    return <>{caseStateWords(textOf(partOf(value, 'state')))}{outcome === null ? '' : `: ${resolutionWords(textOf(outcome)).toLowerCase()}`}{typeof reason === 'string' && reason !== '' && <span className="foreign block text-small text-ink-2">{reason}</span>}</>;
  }
  if (typeof value === 'number' && MONEY_FACTS.includes(path)) return <span className="figures">{moneyWords(value)}</span>;
  const text = valueText(path, value);
  return text === null || text === '' ? <span className="text-ink-3">empty</span> : <span className="foreign figures wrap-anywhere">{usDates(text)}</span>;
}
