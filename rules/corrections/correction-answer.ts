import type { Correction, CorrectionChange, CorrectionField, CorrectionState } from '../domain/correction.ts';
import type { ClaimFacts } from '../domain/denial-case.ts';
import type { FilingView } from '../work/filing-proof.ts';
import type { Checked, CheckRow } from '../work/mismatch-list.ts';
import { plainNumber } from '../work/same-claim.ts';

/** What a file or page seems to answer to a correction that is on its way; a person records it, or does not. */
export type CorrectionAnswer = { state: CorrectionState; on: string; newClaimNumber: string | null; paidCents: number | null; from: 'remittance' | 'portal' | 'acceptance' };

const WAITING: readonly CorrectionState[] = ['sent', 'accepted', 'in-process'];

/**
 * The answer to a correction among what came in after it was sent, or null. A decision counts only by its own day: one that is older than
 * the sending is the denial that was corrected. An acceptance counts where it names the claim that was replaced, or a number that is not that claim's.
 * @param looks when and from what the claim was looked at, any order
 */
export function correctionAnswer({ kind, originalClaimNumber, steps }: Pick<Correction, 'kind' | 'originalClaimNumber' | 'steps'>, facts: ClaimFacts, looks: readonly { source: string; atMs: number }[], filings: readonly FilingView[]): CorrectionAnswer | null {
  const sent = steps.findLast(({ state }) => state === 'sent');
  const state = steps.at(-1)?.state ?? 'draft';
  if (sent === undefined || kind === 'records' || !WAITING.includes(state)) return null;
  const since = looks.filter(({ source, atMs }) => atMs > sent.atMs && (source === 'remittance' || source === 'portal')).sort((a, b) => b.atMs - a.atMs)[0];
  const decidedOn = facts.remittanceOn ?? facts.paymentOn ?? facts.finalizedOn;
  const number = facts.claimControlNumber !== null && plainNumber(facts.claimControlNumber) !== plainNumber(originalClaimNumber) ? facts.claimControlNumber : null;
  if (since !== undefined && decidedOn !== null && decidedOn >= sent.on) {
    const from = since.source === 'portal' ? 'portal' as const : 'remittance' as const;
    const decided = { on: decidedOn, newClaimNumber: number, from };
    if (kind === 'void') return facts.status === 'reversed' ? { ...decided, state: 'voided', paidCents: null } : null;
    if ((facts.status === 'paid' || facts.status === 'partially-denied') && facts.paid !== null && facts.paid > 0) return { ...decided, state: 'paid', paidCents: facts.paid };
    if (facts.status === 'denied') return { ...decided, state: 'denied', paidCents: null };
  }
  if (state !== 'sent') return null;
  const answers = filings.filter(({ step, on, isSure, claimControlNumber, replaces }) => (step === 'accepted' || step === 'rejected') && isSure && on !== null && on >= sent.on
    && (replaces !== null && plainNumber(replaces) === plainNumber(originalClaimNumber) || claimControlNumber !== null && plainNumber(claimControlNumber) !== plainNumber(originalClaimNumber)));
  const last = answers.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0];
  return last === undefined ? null : { state: last.step === 'accepted' ? 'accepted' : 'rejected', on: last.on ?? sent.on, newClaimNumber: last.claimControlNumber, paidCents: null, from: 'acceptance' };
}

const FIELDS: Readonly<Record<Checked, CorrectionField>> = { name: 'patient-name', 'birth-date': 'birth-date', 'member-id': 'member-id', plan: 'plan', dates: 'service-dates', codes: 'procedure', modifiers: 'modifier', units: 'units', place: 'place-of-service', provider: 'rendering-provider' };

/** What differs from the claim as it was sent, as the first draft of "what changed": of each thing what was sent, and what our record or, without one, the portal says. */
export function changesFromChecks(checks: readonly CheckRow[]): CorrectionChange[] {
  return checks.flatMap(({ what, said, verdict }): CorrectionChange[] => {
    const by = (sayer: string): string | null => said.find((one) => one.by === sayer)?.value ?? null;
    const [was, now] = [by('sent'), by('record') ?? by('portal')];
    return verdict !== 'differs' || was === null || now === null || was === now ? [] : [{ field: FIELDS[what], was: was.slice(0, 300), now: now.slice(0, 300), why: '' }];
  });
}
