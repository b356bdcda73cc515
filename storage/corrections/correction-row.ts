import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { correction as correctionSchema, OPEN_CORRECTION_STATES } from '../../rules/domain/correction.ts';
import type { Correction, CorrectionState } from '../../rules/domain/correction.ts';
import type { CorrectionRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** A correction that is opened. */
export type CorrectionView = Omit<CorrectionRow, 'sealed' | 'state'> & { state: CorrectionState; content: Correction };

/** The row of a correction, its columns worked out from its content. `day` stands in for the newest step where there is none. */
export async function rowOfCorrection(vault: Vault, head: Pick<CorrectionRow, 'id' | 'caseId' | 'payerKey' | 'madeMs' | 'userId' | 'rev'>, content: Correction, today: string): Promise<CorrectionRow> {
  const last = content.steps.at(-1);
  const state = last?.state ?? 'draft';
  const sent = content.steps.findLast((one) => one.state === 'sent');
  const paid = content.steps.findLast(({ paidCents }) => paidCents !== null);
  return {
    ...head, kind: content.kind, state, open: OPEN_CORRECTION_STATES.includes(state) ? 1 : 0, sentDay: sent === undefined ? null : isoToDayNumber(sent.on), stepDay: isoToDayNumber(last?.on ?? today),
    paidCents: paid?.paidCents ?? null, sealed: await vault.seal('corrections', head.id, content),
  };
}

/** Null where the record is damaged. */
export async function openCorrection(vault: Vault, { sealed, ...row }: CorrectionRow): Promise<CorrectionView | null> {
  try {
    const parsed = correctionSchema.safeParse(await vault.open('corrections', row.id, sealed));
    return parsed.success ? { ...row, state: parsed.data.steps.at(-1)?.state ?? 'draft', content: parsed.data } : null;
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}
