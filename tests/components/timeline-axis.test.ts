import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTicks, placeOnAxis } from '../../components/denial/timeline-axis.ts';

const span = fc.integer({ min: 1, max: 1500 });

test('a later day never lies left of an earlier one, today is the left end and the last day the right', () => {
  fc.assert(fc.property(span, fc.nat(1500), fc.nat(1500), (length, one, other) => {
    const [near, far] = one < other ? [one, other] : [other, one];
    return placeOnAxis(near, length) <= placeOnAxis(far, length) && placeOnAxis(0, length) === 0 && placeOnAxis(length, length) === 1;
  }));
});

test('the words on the axis are in order and never meet', () => {
  fc.assert(fc.property(span, (length) => {
    const places = axisTicks(length).map(({ days }) => placeOnAxis(days, length));
    return places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) >= 0.2);
  }));
  expect(axisTicks(400).map(({ word }) => word)).toContain('1 yr');
});
