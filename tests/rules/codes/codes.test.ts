import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inUsSpelling } from '../us-spelling.ts';
import carcTable from '../../../rules/codes/carc.json' with { type: 'json' };
import rarcTable from '../../../rules/codes/rarc.json' with { type: 'json' };
import categoryTable from '../../../rules/codes/status-categories.json' with { type: 'json' };
import statusTable from '../../../rules/codes/status-codes.json' with { type: 'json' };
import { carcTableSchema, rarcTableSchema, statusCategoryTableSchema, statusCodeTableSchema } from '../../../rules/codes/code-schema.ts';
import { explainEntity } from '../../../rules/codes/entity-codes.ts';
import { explainCarc, explainRarc, explainStatusCategory, explainStatusCode } from '../../../rules/codes/explain.ts';
import { explainGroup } from '../../../rules/codes/group-codes.ts';
import { isCarc, isRarc, normalizeCarc, normalizeRarc } from '../../../rules/codes/membership.ts';

describe('the code tables', () => {
  test('hold to their schema', () => {
    for (const [schema, table] of [[carcTableSchema, carcTable], [rarcTableSchema, rarcTable], [statusCategoryTableSchema, categoryTable], [statusCodeTableSchema, statusTable]] as const) {
      expect(schema.safeParse(table).error?.issues ?? []).toEqual([]);
    }
  });

  test('the schema catches a wrong category, flag and key', () => {
    expect(carcTableSchema.safeParse({ 1: ['Some meaning', 'no-such-category', 'none', ''] }).success).toBe(false);
    expect(carcTableSchema.safeParse({ 1: ['Some meaning', 'coding', 'none', 'maybe'] }).success).toBe(false);
    expect(carcTableSchema.safeParse({ Q9: ['Some meaning', 'coding', 'none', ''] }).success).toBe(false);
  });

  test('are complete', () => {
    expect(Object.keys(carcTable)).toHaveLength(407);
    expect(Object.keys(rarcTable)).toHaveLength(1216);
    expect(Object.keys(categoryTable)).toHaveLength(56);
    expect(Object.keys(statusTable)).toHaveLength(220);
  });

  const shared = new URL('../../../../shared/data/', import.meta.url);
  test.skipIf(!existsSync(shared))('say what the common reference data says', () => {
    const read = (name: string): unknown => inUsSpelling(JSON.parse(readFileSync(new URL(name, shared), 'utf8')));
    for (const row of read('carc.json') as { code: string; meaning: string; category: string; typicalAction: string; usuallyPreventable: boolean; deactivated?: boolean }[]) {
      expect(explainCarc(row.code)).toEqual({ code: row.code, meaning: row.meaning, category: row.category, action: row.typicalAction, preventable: row.usuallyPreventable, retired: Boolean(row.deactivated) });
    }
    for (const row of read('rarc.json') as { code: string; meaning: string; category: string; alert?: boolean; deactivated?: boolean; appealable?: boolean; resubmit?: boolean }[]) {
      expect(explainRarc(row.code)).toEqual({ code: row.code, meaning: row.meaning, category: row.category, alert: Boolean(row.alert), retired: Boolean(row.deactivated), appeal: row.appealable ?? null, resend: row.resubmit ?? null });
    }
    const status = read('claim-status-codes.json') as { categoryMapping: Record<string, string>; statusCodes: { code: string; topic: string; meaning: string }[] };
    for (const [code, outcome] of Object.entries(status.categoryMapping)) expect(explainStatusCategory(code)?.outcome).toBe(outcome);
    for (const row of status.statusCodes) expect(explainStatusCode(row.code)).toMatchObject({ code: row.code, meaning: row.meaning, topic: row.topic });
  });
});

describe('membership without the tables', () => {
  test('is exactly the tables', () => {
    const spellings = [
      ...Array.from({ length: 1100 }, (_, n) => String(n)),
      ...Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at)).flatMap((letter) => Array.from({ length: 110 }, (_, n) => `${letter}${n}`)),
    ];
    expect(spellings.filter(isCarc).sort()).toEqual(Object.keys(carcTable).sort());
    const remarks = [
      ...Array.from({ length: 1100 }, (_, n) => [`M${n}`, `N${n}`, `L${n}`, `MB${n}`]).flat(),
      ...Array.from({ length: 1100 }, (_, n) => `MA${String(n).padStart(2, '0')}`),
    ];
    expect(remarks.filter(isRarc).sort()).toEqual(Object.keys(rarcTable).sort());
  });

  test.each([['045', '45'], ['45', '45'], [' b07 ', 'B7'], ['a0', 'A0'], ['P12', 'P12'], ['00016', '16']])('reason code %j is %s', (text, code) => expect(normalizeCarc(text)).toBe(code));
  test.each([['ma1', 'MA01'], ['MA001', 'MA01'], ['MA130', 'MA130'], ['n0290', 'N290'], ['M051', 'M51']])('remark %j is %s', (text, code) => expect(normalizeRarc(text)).toBe(code));
  test.each(['', '0', '309', '1.5', '-4', 'CO45', 'B0', 'B24', 'A9', '4 5', 'constructor', '__proto__', '1e2'])('%j is no reason code', (text) => {
    expect(isCarc(text)).toBe(false);
    expect(explainCarc(text)).toBeNull();
  });
  test.each(['', 'M0', 'M145', 'MA0', 'MA135', 'N941', 'N813', 'N814', 'M54.16', 'N', 'toString'])('%j is no remark code', (text) => {
    expect(isRarc(text)).toBe(false);
    expect(explainRarc(text)).toBeNull();
  });
});

describe('look-ups', () => {
  test('read a code in any spelling', () => {
    expect(explainCarc('045')).toMatchObject({ code: '45', category: 'contractual', action: 'write-off' });
    expect(explainRarc('ma130')).toMatchObject({ code: 'MA130', appeal: false, resend: true });
    expect(explainStatusCategory('a7')).toMatchObject({ outcome: 'rejected' });
    expect(explainStatusCategory('A4')).toMatchObject({ outcome: 'not-found' });
    expect(explainStatusCategory('F0')?.outcome).toBe('finalized-outcome-by-amounts');
    expect(explainStatusCode('0562')).toMatchObject({ code: '562', needsEntity: true });
    expect(explainStatusCode('0')).toMatchObject({ code: '0' });
    expect(explainEntity('qc')).toBe('patient');
  });

  test('unknown texts are null, never a guess', () => {
    expect(explainStatusCategory('Z9')).toBeNull();
    expect(explainStatusCategory('hasOwnProperty')).toBeNull();
    expect(explainStatusCode('999')).toBeNull();
    expect(explainEntity('constructor')).toBeNull();
    expect(explainGroup('XX')).toBeNull();
  });

  test('the group says who bears the amount', () => {
    expect(explainGroup('co')?.billPatient).toBe('no');
    expect(explainGroup('PR')?.billPatient).toBe('yes');
    expect(explainGroup('PI')?.billPatient).toBe('no');
    expect(explainGroup('OA')?.billPatient).toBe('not-said');
  });
});
