import { explainCarc, explainRarc } from '../codes/explain.ts';
import { explainGroup } from '../codes/group-codes.ts';
import type { Reason } from './reasons.ts';

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** "CO-16", or "16" when the page shows no group. */
export function reasonLabel(reason: Pick<Reason, 'groupCode' | 'carc'>): string {
  return reason.groupCode === null ? reason.carc : `${reason.groupCode}-${reason.carc}`;
}

/**
 * Group, reason and remarks read together, in our own words. The remark that decided is named first, other remarks
 * follow; alerts come last because they only inform.
 */
export function explainReason(reason: Reason): string {
  const carc = explainCarc(reason.carc);
  const decided = reason.decision.decidingRarc;
  const remarks = reason.rarcs.flatMap((code) => explainRarc(code) ?? []).sort((a, b) => Number(b.code === decided) - Number(a.code === decided) || Number(a.alert) - Number(b.alert));
  const parts = [carc === null ? `Code ${reason.carc} is not on the standard list.` : `${carc.meaning} (${reasonLabel(reason)}).`];
  if (remarks.length > 0) parts.push(`${remarks.length === 1 ? 'Remark' : 'Remarks'}: ${remarks.map((remark) => `${lowerFirst(remark.meaning)} (${remark.code})`).join('; ')}.`);
  const group = reason.groupCode === null ? null : explainGroup(reason.groupCode);
  parts.push(group === null ? 'No group code is shown, so it is not said who bears the amount.' : group.meaning);
  if (carc?.retired === true) parts.push('The code is retired; it may come from an old remittance.');
  return parts.join(' ');
}
