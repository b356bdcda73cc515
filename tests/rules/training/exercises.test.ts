import { describe, expect, it } from 'vitest';
import { practicePayer } from '../../../rules/domain/practice.ts';
import { EXERCISES, TRAINING_CLAIMS } from '../../../rules/training/exercises.ts';
import { TRAINING_PASSPHRASE, TRAINING_PAYERS, TRAINING_PRACTICE, TRAINING_USER } from '../../../rules/training/training-practice.ts';
import { passphraseStrength } from '../../../storage/vault/passphrase-strength.ts';

describe('practice mode', () => {
  it('has five denials to close, each with a claim on its portal, steps and a way to end', () => {
    expect(EXERCISES).toHaveLength(5);
    expect(new Set(EXERCISES.map(({ id }) => id)).size).toBe(5);
    for (const { portal, claimNumber, steps, endsAs } of EXERCISES) {
      const claim = TRAINING_CLAIMS[portal].find((one) => one.claimNumber === claimNumber);
      expect(claim?.now.status, claimNumber).toBe('Denied');
      expect(steps.length, claimNumber).toBeGreaterThan(1);
      expect(endsAs.length, claimNumber).toBeGreaterThan(0);
      // A step that speaks of three weeks later needs a page that says something else then.
      expect(claim?.later !== null, claimNumber).toBe(steps.join(' ').includes('three weeks later'));
    }
  });

  it('has amounts that add up on every page', () => {
    for (const claim of Object.values(TRAINING_CLAIMS).flat()) {
      for (const state of [claim.now, ...(claim.later === null ? [] : [claim.later])]) {
        for (const line of state.lines) {
          const taken = line.adjustments.reduce((sum, { cents }) => sum + cents, 0);
          expect(line.charge - taken, claim.claimNumber).toBe(line.paid);
        }
      }
    }
  });

  it('opens the way a real practice does: payers that hold, a passphrase that is accepted', () => {
    for (const payer of TRAINING_PAYERS) expect(practicePayer.safeParse(payer).success, payer.key).toBe(true);
    expect(passphraseStrength(TRAINING_PASSPHRASE, [TRAINING_USER, TRAINING_PRACTICE]).acceptable).toBe(true);
  });
});
