import type { LineOfBusiness } from '../../rules/domain/vocabulary.ts';
import { wordOf } from './word-of.ts';

/** Words for payers and plans. */
const lines: Record<LineOfBusiness, string> = {
  commercial: 'Commercial', erisa: 'Employer plan (ERISA)', 'medicare-advantage': 'Medicare Advantage', 'medicare-ffs': 'Medicare', medicaid: 'Medicaid', tricare: 'TRICARE', va: 'VA', 'workers-comp': "Workers' comp",
};
const networks: Record<string, string> = { in: 'In network', out: 'Out of network' };

export const lineOfBusinessWords = (line: string) => wordOf(lines, line);
export const networkWords = (network: string) => wordOf(networks, network);

const listed = <T extends string>(table: Record<T, string>) => (Object.keys(table) as T[]).map((value) => ({ value, label: table[value] }));
export const lineOfBusinessOptions = listed(lines);
export const networkOptions = [{ value: 'in', label: 'In network' }, { value: 'out', label: 'Out of network' }] as const;
