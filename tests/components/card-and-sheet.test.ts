import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { FigureCard } from '../../components/numbers/FigureCard.tsx';
import { writeReport } from '../../entrypoints/desk/numbers/write-report.ts';
import type { Asked } from '../../rules/numbers/metric.ts';
import { FIRST_NUMBERS_SETTINGS } from '../../rules/numbers/numbers-settings.ts';
import { mayShow, weeklyReport } from '../../rules/numbers/weekly-report.ts';
import { day, EXAMPLE_CONTACTS, EXAMPLE_PROMISES, EXAMPLE_ROWS, EXAMPLE_SUBMITTED } from '../rules/numbers/worked-example.ts';

const asked: Asked = {
  rows: Array.from({ length: 6 }, (_, n) => EXAMPLE_ROWS.map((row) => ({ ...row, id: `${row.id}-${n}` }))).flat(),
  contacts: EXAMPLE_CONTACTS, promises: EXAMPLE_PROMISES, submitted: { facts: EXAMPLE_SUBMITTED, unusable: null }, period: { from: day('3/1'), to: day('3/31') }, today: day('4/10'), settings: { ...FIRST_NUMBERS_SETTINGS, minimumN: 10, smallCell: 6 },
};

const drawn = (html: string): string => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll(/\s+/gu, ' ');

test('each card as it is drawn says the figure, the count and the definition that the exported sheet has', async () => {
  const report = weeklyReport(asked, [{ fromDay: 0, settings: asked.settings }], []);
  const file = await writeReport(report, 'xlsx', { practice: 'Riverbend Billing', nameOf: (_dimension, value) => value, todayIso: '2026-04-10' });
  const sheets = await readExcelFile(Buffer.from(await file.arrayBuffer())) as unknown as { data: (string | null)[][] }[];
  const rows = sheets[0]?.data ?? [];
  let compared = 0;
  for (const card of report.cards) {
    const text = drawn(renderToStaticMarkup(createElement(FigureCard, { card, onOpen: () => undefined })));
    const [, , figure = '', counts = '', , definition = ''] = rows.find(([, item]) => item === card.metric.title) ?? [];
    expect(definition?.startsWith(`${card.metric.formula}. `), card.metric.title).toBe(true);
    expect(text, card.metric.title).toContain(card.metric.formula);
    if (mayShow(card, report.smallCell) !== 'figure') continue;
    expect(text, card.metric.title).toContain(figure ?? '-');
    expect(text, card.metric.title).toContain(counts ?? '-');
    expect(figure).toMatch(/\d/u);
    compared += 1;
  }
  expect(report.cards.length).toBeGreaterThan(20);
  expect(compared).toBeGreaterThan(12);
});
