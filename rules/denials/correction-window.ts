import type { ClockView } from '../work/case-file.ts';

/** Steps whose window a corrected claim can go by: a rejected one is filed for the first time. */
export const correctionActions = (isRejection: boolean): readonly string[] => (isRejection ? ['timely-filing'] : ['corrected-claim', 'timely-filing']);

/**
 * Whether the day a corrected claim is due is known. `needs`: one answer is missing for it. Where it is not known the appeal's day must not
 * be taken for it: payers count the two apart.
 */
export function correctionWindow(clocks: readonly Pick<ClockView, 'action' | 'kind'>[], isRejection: boolean): 'known' | 'needs' | 'not-known' {
  const kinds = clocks.filter(({ action }) => correctionActions(isRejection).includes(action)).map(({ kind }) => kind);
  return kinds.some((kind) => kind === 'dated' || kind === 'stopped') ? 'known' : kinds.includes('needs') ? 'needs' : 'not-known';
}
