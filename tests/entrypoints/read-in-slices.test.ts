import { describe, expect, it, vi } from 'vitest';
import { readInSlices } from '../../entrypoints/payer-portal.content/read-in-slices.ts';
import type { FrameReading, ReadingSlices } from '../../rules/portals/reader/read-document.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';

const NOBODY: FrameReading['context'] = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };

/** A reading of so many pieces of 20 ms each, that says which try it was. */
function reading(pieces: number, begun: { times: number }, clock: { ms: number }): () => ReadingSlices {
  return function* () {
    begun.times += 1;
    const own = begun.times;
    for (let at = 0; at < pieces; at += 1) {
      clock.ms += 20;
      yield;
    }
    return { reading: blankReading(`try ${own}`), context: NOBODY };
  };
}

describe('a page read in pieces', () => {
  const clock = { ms: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => clock.ms);

  it('that stays as it is, is read once, and the pauses are not counted as reading', async () => {
    const begun = { times: 0 };
    const { frame, spent } = await readInSlices(reading(5, begun, clock), () => 'same');
    expect([frame.reading.source, begun.times, spent]).toEqual(['try 1', 1, 100]);
  });

  it('that changed in a pause, is read anew from its beginning', async () => {
    const begun = { times: 0 };
    let asked = 0;
    const { frame } = await readInSlices(reading(3, begun, clock), () => { asked += 1; return asked < 3 ? 'before' : 'after'; });
    expect([frame.reading.source, begun.times]).toEqual(['try 2', 2]);
  });

  it('that never rests, is read in one go in the end', async () => {
    const begun = { times: 0 };
    let changes = 0;
    const { frame } = await readInSlices(reading(4, begun, clock), () => `${changes += 1}`);
    expect([frame.reading.source, begun.times]).toEqual(['try 4', 4]);
  });

  it('that nobody watches, is read in one go', async () => {
    const begun = { times: 0 };
    const { spent } = await readInSlices(reading(4, begun, clock), () => null);
    expect([begun.times, spent]).toEqual([1, 80]);
  });
});
