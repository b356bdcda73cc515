/** What a page shows. Opaque ids only: nothing of a person is ever in an address or in the kept place. */
export type View =
  | { name: 'queue' }
  | { name: 'case'; caseId: string }
  | { name: 'call'; caseId: string }
  | { name: 'payer'; payerKey: string; from: View }
  | { name: 'manual' }
  | { name: 'trainer'; tabId: number }
  | { name: 'review'; captureId: string };

export const queueView: View = { name: 'queue' };

/** A case or a call that is fetched first: it says itself once it can take keys. */
export const isDrawnLater = (next: View, now: View): boolean => (next.name === 'case' || next.name === 'call') && !(now.name === next.name && now.caseId === next.caseId);

/** Where Escape leads. */
export function viewBefore(view: View): View {
  if (view.name === 'call') return { name: 'case', caseId: view.caseId };
  return view.name === 'payer' ? view.from : queueView;
}
