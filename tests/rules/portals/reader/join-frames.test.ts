import { describe, expect, test } from 'vitest';
import { joinFrames } from '../../../../rules/portals/reader/join-frames.ts';
import type { FramePart } from '../../../../rules/portals/reader/join-frames.ts';
import { blankClaim, blankReading } from '../../../../rules/reading/blank-reading.ts';
import type { Found, ReadingClaim } from '../../../../rules/reading/reading.ts';

const found = (value: string): Found<string> => ({ value, raw: value, label: null, confidence: 'certain' });
const nothing: FramePart['context'] = { claimControlNumber: null, memberId: null, patientName: null, patientControlNumber: null, payer: null, title: null };
const shell = (patient: string): FramePart => ({ id: 'top', parent: null, reading: blankReading('s'), context: { ...nothing, patientName: found(patient) } });
const frame = (id: string, claim: Partial<ReadingClaim>): FramePart => ({ id, parent: 'top', reading: { ...blankReading('s'), kind: 'claim-detail', claims: [{ ...blankClaim(), ...claim }] }, context: nothing });

describe('the frames of a tab', () => {
  test('a claim names the patient of the frame around it where nobody nearer does', () => {
    const read = joinFrames([shell('LINDQVIST, ODA'), frame('a', { claimControlNumber: found('26H0041177') })], 's');
    expect(read.claims[0]?.patientName).toMatchObject({ value: 'LINDQVIST, ODA', confidence: 'likely' });
  });

  test('what another frame says of the same claim comes before what the frame around both shows', () => {
    const number = found('26H0041177');
    const read = joinFrames([shell('LINDQVIST, ODA'), frame('a', { claimControlNumber: number, receivedOn: found('2026-01-01') }), frame('b', { claimControlNumber: number, patientName: found('MARCHETTI, ILSE') })], 's');
    expect(read.claims).toHaveLength(1);
    expect(read.claims[0]?.patientName).toMatchObject({ value: 'MARCHETTI, ILSE', confidence: 'certain' });
  });

  test('of two claims side by side neither is said to be of the patient around them', () => {
    const read = joinFrames([shell('LINDQVIST, ODA'), frame('a', { claimControlNumber: found('26H0041177') }), frame('b', { claimControlNumber: found('26H0099999') })], 's');
    expect(read.claims.map(({ patientName }) => patientName)).toEqual([null, null]);
    expect(read.warnings.map(({ code }) => code)).toContain('several-frames-with-claims');
  });
});
