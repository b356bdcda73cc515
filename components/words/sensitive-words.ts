import { SENSITIVE_KINDS } from '../../rules/domain/sensitive.ts';
import type { SensitiveKind } from '../../rules/domain/sensitive.ts';
import { wordOf } from './word-of.ts';

const kinds: Record<SensitiveKind, string> = { 'substance-use': 'Substance use treatment', psychotherapy: 'Psychotherapy notes', other: "The practice's own reason" };

export const sensitiveWords = (kind: string) => wordOf(kinds, kind);
export const sensitiveOptions = [{ value: 'no' as const, label: 'Not sensitive' }, ...SENSITIVE_KINDS.map((value) => ({ value, label: kinds[value] }))];
