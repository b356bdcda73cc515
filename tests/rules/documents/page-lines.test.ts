import { expect, test } from 'vitest';
import { linesOfPage } from '../../../rules/documents/page-lines.ts';
import type { PlacedText } from '../../../rules/documents/page-lines.ts';

const at = (x: number, top: number, text: string, more: Partial<PlacedText> = {}): PlacedText => ({ text, x, y: 800 - top, width: text.length * 5, height: 10, ...more });

test('pieces on one base line are a line, from left to right, whatever order the file has them in', () => {
  expect(linesOfPage([at(200, 20, '26H1'), at(40, 20, 'Claim number'), at(40, 34, 'Paid'), at(200, 34.8, '$0.00')])).toEqual(['Claim number\t26H1', 'Paid\t$0.00']);
});
test('words of one cell are joined, by a blank where there is one', () => {
  expect(linesOfPage([at(40, 20, 'Total'), at(68, 20, 'charge'), at(98, 20, 'd')])).toEqual(['Total charged']);
});
test('an empty cell of a table stays empty, so that no value slides under another heading', () => {
  const head = [at(40, 20, 'Line'), at(100, 20, 'Modifier'), at(200, 20, 'Charge'), at(300, 20, 'Paid')];
  const row = [at(40, 34, '1'), at(205, 34, '$12.00'), at(305, 34, '$0.00')];
  expect(linesOfPage([...head, ...row])).toEqual(['Line\tModifier\tCharge\tPaid', '1\t\t$12.00\t$0.00']);
});
test('columns that cannot be told apart make no table', () => {
  const lines = linesOfPage([at(40, 20, 'A'), at(100, 20, 'B'), at(200, 20, 'C'), at(40, 34, 'one'), at(90, 34, 'spanning all of the columns there are'), at(300, 34, 'x')]);
  expect(lines.every((line) => !line.includes('\t'))).toBe(true);
});
test('lines that stand apart get an empty line between them, and what is too small to read is left out', () => {
  expect(linesOfPage([at(40, 20, 'One'), at(40, 34, 'Two'), at(40, 90, 'Three'), at(40, 104, 'hidden', { height: 1 })])).toEqual(['One', 'Two', '', 'Three']);
});
test('an empty page has no line, and twenty thousand pieces are laid out in little time', () => {
  expect(linesOfPage([])).toEqual([]);
  const many = Array.from({ length: 30_000 }, (_, n) => at((n % 40) * 60, Math.floor(n / 40) * 12, 'x'));
  const from = performance.now();
  expect(linesOfPage(many).length).toBeGreaterThan(100);
  expect(performance.now() - from).toBeLessThan(4000);
});
