import { describe, expect, test } from 'vitest';
import { perfectReading } from '../perfect-reading.ts';
import { score } from '../score.ts';
import { examPages } from './exam-pages.ts';

const pages = examPages(import.meta.dirname);

describe('the exam pages', () => {
  test('have each a truth that a faultless reading meets, and at least two decoys', () => {
    for (const { truth } of pages) {
      expect(score(truth, perfectReading(truth)).misses, truth.id).toEqual([]);
      expect(truth.decoys.length, truth.id).toBeGreaterThanOrEqual(2);
      expect(truth.settled, truth.id).not.toBe('');
    }
  });

  test('keep their truth out of the page', () => {
    for (const { html } of pages) expect(html).not.toContain('"decoys"');
  });

  test('say nothing of claims where there is none', () => {
    for (const { truth } of pages) if (truth.kind === 'none') expect(truth.claims, truth.id).toEqual([]);
    expect(pages.some(({ truth }) => truth.kind === 'none')).toBe(true);
  });
});
