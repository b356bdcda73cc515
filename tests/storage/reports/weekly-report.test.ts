import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { writeReport } from '../../../entrypoints/desk/numbers/write-report.ts';
import type { Asked } from '../../../rules/numbers/metric.ts';
import { FIRST_NUMBERS_SETTINGS } from '../../../rules/numbers/numbers-settings.ts';
import { drawable } from '../../../rules/numbers/report-text.ts';
import { safeLines, weeklyReport } from '../../../rules/numbers/weekly-report.ts';
import { METRICS } from '../../../rules/numbers/metrics.ts';
import type { GroupFigure } from '../../../rules/numbers/dimensions.ts';
import { day, EXAMPLE_CONTACTS, EXAMPLE_PROMISES, EXAMPLE_ROWS, EXAMPLE_SUBMITTED } from '../../rules/numbers/worked-example.ts';

/** The example five times over, so that figures stand above the limits; Dr names and owners must not come out. */
const asked: Asked = {
  rows: Array.from({ length: 5 }, (_, n) => EXAMPLE_ROWS.map((row) => ({ ...row, id: `secret-${row.id}-${n}`, provider: 'Dr Amit Sorrel', ownerId: 'user-rosa', location: 'Elm Street' }))).flat(),
  contacts: EXAMPLE_CONTACTS, promises: EXAMPLE_PROMISES, submitted: { facts: EXAMPLE_SUBMITTED, unusable: null }, period: { from: day('3/1'), to: day('3/31') }, today: day('4/10'), settings: { ...FIRST_NUMBERS_SETTINGS, minimumN: 10, smallCell: 8 },
};
const report = weeklyReport(asked, [{ fromDay: 0, settings: asked.settings }], []);
const about = { practice: 'Riverbend Billing', nameOf: (_dimension: string, value: string) => `[${value}]`, todayIso: '2026-04-10' };

async function pdfText(file: File): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(await file.arrayBuffer()), isEvalSupported: false } as Parameters<typeof getDocument>[0]).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, n) => (await (await document.getPage(n + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
  return pages.join(' ').replaceAll(/\s+/gu, ' ');
}

test('the PDF reads back with every metric, its definition and its figure, and with nobody in it', async () => {
  const file = await writeReport(report, 'pdf', about);
  expect(file.name).toBe('overturn-weekly-report-2026-04-10.pdf');
  const text = await pdfText(file);
  expect(text).toContain('Weekly denial report');
  expect(text).toContain('Riverbend Billing 03/01/2026 to 03/31/2026');
  for (const { title } of METRICS) expect(text, title).toContain(title);
  // Recovery of claims: 10 of 30, by hand 5 times 2 of 6.
  expect(text).toContain('33.3% 10 of 30');
  expect(text).toContain(drawable('Denied claims later paid in full or part ÷ denied claims with a final outcome × 100'));
  expect(text).not.toMatch(/secret|Sorrel|user-rosa|Elm Street|Dr1/u);
});

test('the sheet reads back the same, as texts', async () => {
  const file = await writeReport(report, 'xlsx', about);
  const sheets = await readExcelFile(Buffer.from(await file.arrayBuffer())) as unknown as { data: (string | null)[][] }[] | (string | null)[][];
  const rows = (Array.isArray(sheets[0]) ? sheets : (sheets[0] as { data: (string | null)[][] }).data) as (string | null)[][];
  expect(rows[0]).toEqual(['Section', 'Item', 'Figure', 'Of how many', 'The time before', 'Definition']);
  expect(rows.find(([, item]) => item === 'Recovery rate, claims')?.slice(2, 4)).toEqual(['33.3%', '10 of 30']);
  expect(rows.filter(([section]) => section === 'Denied dollars by payer').map((row) => row.slice(1, 4))).toEqual([['[A]', '$11,500.00', '20 claims'], ['[B]', '$6,250.00', '15 claims']]);
  expect(JSON.stringify(rows)).not.toMatch(/secret|Sorrel|user-rosa|Elm Street/u);
});

test('small cells are covered, on either side of a share, and cannot be worked out from the total', async () => {
  const text = await pdfText(await writeReport(report, 'pdf', about));
  expect(text).toContain('Promises kept not shown fewer than 8'); // 2 of 3
  const group = (value: string, n: number): GroupFigure => ({ value, figure: { value: n * 100, why: null, top: n * 100, bottom: null, n, mean: null, parts: [], open: null, beside: [], denominator: null } });
  // One small group alone would be the rest of the total: the next larger one goes with it.
  expect(safeLines([group('big', 40), group('middle', 9), group('small', 2)], 5)).toEqual([{ value: 'big', claims: 40, cents: 4000 }, { value: null, claims: 11, cents: 1100 }]);
  expect(safeLines([group('a', 3), group('b', 3), group('c', 30)], 5)).toEqual([{ value: 'c', claims: 30, cents: 3000 }, { value: null, claims: 6, cents: 600 }]);
  expect(safeLines([group('only', 3)], 5)).toEqual([]);
});

test('what a standard font cannot draw loses its marks, never becomes another letter', () => {
  expect(drawable('Łódź Zdrowie — ≥ 5 − ✓')).toBe('?ódz Zdrowie — >= 5 - ?');
});
