import type { DeadlineAction, LineOfBusiness } from '../domain/vocabulary.ts';
import type { AdvisedPath, Appealable, CorrectionRoute, Nature } from './vocabulary.ts';

/**
 * Which clocks matter for an advised path, in order. The appeal clock stays in the list as long as an appeal is
 * possible, because correcting or sending records does not stop it.
 */
export function clocksFor(of: {
  nature: Nature; path: AdvisedPath; correction: CorrectionRoute | null; appealable: Appealable; peerTalk: boolean; lineOfBusiness: LineOfBusiness | null;
}): DeadlineAction[] {
  if (of.nature === 'rejection' || of.nature === 'not-found') return ['timely-filing'];
  if (of.nature !== 'denial' && of.nature !== 'partial-denial' && of.nature !== 'patient-share' && of.nature !== 'information-request') return [];
  const clocks: DeadlineAction[] = [];
  if (of.peerTalk) clocks.push('peer-to-peer');
  if (of.path === 'correct-and-resubmit') {
    clocks.push(of.correction === 'reopening' ? 'reopening' : of.correction === 'new-claim' ? 'timely-filing' : 'corrected-claim');
  }
  if (of.path === 'bill-other-payer') clocks.push('timely-filing');
  if (of.nature !== 'information-request' && of.appealable !== 'no') {
    // Original Medicare has no reconsideration before the first appeal: its second level bears that name.
    clocks.push(...(of.lineOfBusiness === 'medicare-ffs' ? (['appeal-level-1'] as const) : (['reconsideration', 'appeal-level-1'] as const)));
  }
  return clocks;
}
