import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { findPayer } from '../payers.ts';
import { storageErrorCode } from '../storage-fault.ts';
import type { WriteContext } from '../write.ts';
import { noticeWindows } from './radar-asks.ts';
import type { RadarText } from './radar-asks.ts';

/** What a captured page says that could state a window: the sentences the reader found, and the remarks beside the payer's own codes. */
export function textsOfReading(reading: Reading, host: string): RadarText[] {
  const remarks = reading.claims.slice(0, 50).flatMap((claim) => [...claim.payerCodes, ...claim.lines.flatMap((line) => line.payerCodes)]).flatMap(({ text }) => text ?? []);
  return [
    ...(reading.statements ?? []).map((text): RadarText => ({ text, source: 'page', host })),
    ...[...new Set(remarks)].map((text): RadarText => ({ text, source: 'remark', host })),
  ];
}

/** The same for what a person pasted or typed. */
export function textsOfRecord({ claim, pasted }: CommandRequest<'case:record'>): RadarText[] {
  const remarks = [...claim.facts.payerCodes, ...claim.facts.lines.flatMap((line) => line.payerCodes)].flatMap(({ text }) => text ?? []);
  return [...(pasted === null ? [] : [{ text: pasted, source: 'paste' as const, host: null }]), ...[...new Set(remarks)].map((text): RadarText => ({ text, source: 'remark', host: null }))];
}

/** Notices windows in texts about a payer. A claim that was saved stays saved, whatever becomes of this. */
export async function noticeWindowsOf(ctx: WriteContext, payerKey: string, texts: readonly RadarText[]): Promise<void> {
  if (texts.length === 0) return;
  const payer = await findPayer(ctx.db, payerKey);
  if (payer === null) return;
  try {
    await noticeWindows(ctx, payer, texts);
  } catch (error) {
    if (storageErrorCode(error) === null) throw error; // the store is full or failed: the next look at such a page asks
  }
}
