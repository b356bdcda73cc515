import type { Resolution } from '../domain/vocabulary.ts';

/** A service line of an invented claim. Amounts in cents; codes as the invented payer prints them. */
export type TrainingLine = { procedure: string; charge: number; allowed: number; paid: number; patientShare: number; adjustments: { code: string; cents: number }[]; remarks: string[] };
/** What the payer says at one time. Dates are days before the day the practice runs on. */
export type TrainingState = { status: string; finalizedAgo: number; payment: { number: string; ago: number } | null; lines: TrainingLine[] };
export type TrainingClaim = {
  claimNumber: string; accountNumber: string; patient: string; memberId: string; servedAgo: number; receivedAgo: number; now: TrainingState;
  /** The same claim three weeks on, once the right thing was done; null where the portal goes on saying the same. */
  later: TrainingState | null;
};
export type TrainingPortalId = 'osprey' | 'fernbrook' | 'larkmoor';
/** One denial to close: what it is about, what to do in order, and how it ends. */
export type Exercise = { id: string; portal: TrainingPortalId; claimNumber: string; title: string; steps: string[]; endsAs: readonly Resolution[] };

export const TRAINING_MINUTES = 30;

const denied = (procedure: string, charge: number, code: string, remarks: string[]): TrainingLine => ({ procedure, charge, allowed: 0, paid: 0, patientShare: 0, adjustments: [{ code, cents: charge }], remarks });
const settled = (procedure: string, charge: number, allowed: number, patientShare: number): TrainingLine => ({
  procedure, charge, allowed, paid: allowed - patientShare, patientShare, adjustments: [{ code: 'CO-45', cents: charge - allowed }, ...(patientShare === 0 ? [] : [{ code: 'PR-2', cents: patientShare }])], remarks: [],
});

type Short = Omit<TrainingClaim, 'now' | 'later'>;
const claim = (who: Short, now: TrainingLine[], later: TrainingLine[] | null, number: string): TrainingClaim => ({
  ...who, now: { status: 'Denied', finalizedAgo: 12, payment: { number: `${number}1`, ago: 10 }, lines: now },
  later: later === null ? null : { status: 'Paid', finalizedAgo: 2, payment: { number: `${number}2`, ago: 1 }, lines: later },
});

export const TRAINING_CLAIMS: Readonly<Record<TrainingPortalId, readonly TrainingClaim[]>> = {
  osprey: [
    claim({ claimNumber: 'OM2641180073', accountNumber: 'WB-50211', patient: 'ABERNATHY, CLEO', memberId: 'OSP884120', servedAgo: 40, receivedAgo: 36 }, [denied('99213', 16_200, 'CO-16', ['N382'])], [settled('99213', 16_200, 11_400, 2000)], '55102'),
    claim({ claimNumber: 'OM2641180944', accountNumber: 'WB-50240', patient: 'DRUMMOND, FELIX', memberId: 'OSP771936', servedAgo: 130, receivedAgo: 20 }, [denied('97110', 12_000, 'CO-29', []), denied('97140', 9600, 'CO-29', [])], [settled('97110', 12_000, 8200, 0), settled('97140', 9600, 6900, 0)], '55117'),
  ],
  fernbrook: [
    claim({ claimNumber: 'FB-7702-41186', accountNumber: 'WB-50263', patient: 'OYELARAN, INES', memberId: 'FHP2204417', servedAgo: 34, receivedAgo: 31 }, [denied('72148', 142_000, 'CO-197', ['M62'])], [settled('72148', 142_000, 98_500, 9850)], '80077'),
    claim({ claimNumber: 'FB-7702-42090', accountNumber: 'WB-50277', patient: 'PELLETIER, HUGO', memberId: 'FHP2209150', servedAgo: 29, receivedAgo: 27 }, [denied('99214', 22_800, 'CO-22', ['N479'])], null, '80081'),
  ],
  larkmoor: [
    claim({ claimNumber: '260914-LK-3318', accountNumber: 'WB-50290', patient: 'TAMSIN, RUTH', memberId: 'LBF60032', servedAgo: 45, receivedAgo: 18 }, [denied('90834', 14_500, 'CO-18', ['N522'])], null, '3390'),
  ],
};

export const EXERCISES: readonly Exercise[] = [
  {
    id: 'missing-identifier', portal: 'osprey', claimNumber: 'OM2641180073', title: 'A patient identifier was missing', endsAs: ['corrected-paid', 'paid'],
    steps: ['Open the claim on the portal. Press the mark at the edge of the page, check the card, save.', 'Read in the case why it was denied. Under More, record that a corrected claim was sent.', 'Look at the portal three weeks later, save again, and close the case as paid after correction.'],
  },
  {
    id: 'filed-late', portal: 'osprey', claimNumber: 'OM2641180944', title: 'The payer says it was filed late', endsAs: ['overturned', 'paid'],
    steps: ['Capture the claim. The clearinghouse report (in your hands, say) proves that it was filed in time.', 'Record an appeal with the confirmation number OM-A-118.', 'Look three weeks later, save, and close as overturned on appeal.'],
  },
  {
    id: 'no-authorization', portal: 'fernbrook', claimNumber: 'FB-7702-41186', title: 'No authorization on file', endsAs: ['overturned', 'paid'],
    steps: ['Capture the claim. The approval is AUTH-90117.', 'Log a call: who you spoke to and the reference number 4471. Then record the appeal.', 'Look three weeks later, save, and close as overturned on appeal.'],
  },
  {
    id: 'other-payer-first', portal: 'fernbrook', claimNumber: 'FB-7702-42090', title: 'Another payer comes first', endsAs: ['closed'],
    steps: ['Capture the claim and see what the case says to do first.', 'Add a note: the other payer was billed today.', 'Close the case as closed, with that reason.'],
  },
  {
    id: 'duplicate', portal: 'larkmoor', claimNumber: '260914-LK-3318', title: 'Denied as a duplicate', endsAs: ['closed'],
    steps: ['Capture the claim.', 'The first claim was paid: nothing is owed on this one.', 'Close the case as closed, with that reason.'],
  },
];
