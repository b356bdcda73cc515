/** What status a page's word and amounts mean together, written from the contract's prose and not from the reader. */
import type { ClaimStatus } from '../../../rules/reading/reading.ts';
import type { TruthAdjustment } from '../truth.ts';

const WORDS: readonly (readonly [RegExp, ClaimStatus])[] = [
  [/partially (paid|denied)/i, 'partially-denied'], [/den(y|ied)|not covered/i, 'denied'], [/reject|returned to provider|unprocessable/i, 'rejected'],
  [/pend|process$|progress|suspended|under review|received|developing|action required/i, 'pending'], [/finalized\/payment|paid|^pay$|approved/i, 'paid'],
];
/** Words that only say that something was decided. */
const DECIDED = /^(finalized|processed|adjudicated|completed|closed|f0)$/i;

const harmless = ({ groupCode, carc }: TruthAdjustment): boolean => groupCode === 'PR' || ((groupCode === null || groupCode === 'CO') && (carc === '45' || carc === '253')) || (groupCode === null && ['1', '2', '3'].includes(carc));

/** The status that follows, or several where a fair reader may decide either way. */
export function statusFrom(word: string | null, shown: { charge: number | null; paid: number | null; adjustments: TruthAdjustment[]; lines: { charge: number | null; paid: number | null; adjustments: TruthAdjustment[]; status: ClaimStatus | null }[] }): { status: ClaimStatus | null; also: ClaimStatus[] } {
  if (word !== null && !DECIDED.test(word)) {
    const known = WORDS.find(([pattern]) => pattern.test(word));
    return { status: known ? known[1] : null, also: [] };
  }
  const all = [...shown.adjustments, ...shown.lines.flatMap(({ adjustments }) => adjustments)];
  const harmful = all.some((one) => !harmless(one));
  const byAmounts = ((): { status: ClaimStatus; also: ClaimStatus[] } => {
    if (shown.paid === null) return { status: 'finalized', also: shown.lines.some(({ paid }) => paid !== null) || all.length > 0 ? ['denied', 'partially-denied', 'paid'] : [] };
    if (shown.paid === 0) {
      if (harmful) return { status: 'denied', also: [] };
      // Nothing paid of an unknown charge: nobody can tell, so nothing is held against a reader.
      if (all.length === 0) return (shown.charge ?? 0) > 0 ? { status: 'denied', also: [] } : { status: 'finalized', also: ['denied', 'paid'] };
      return { status: 'paid', also: [] };
    }
    const lineDenied = shown.lines.some((line) => line.status === 'denied');
    if (harmful || lineDenied) return { status: 'partially-denied', also: [] };
    const silent = shown.lines.some((line) => line.paid === 0 && line.adjustments.length === 0);
    return { status: silent ? 'partially-denied' : 'paid', also: silent ? ['paid'] : [] };
  })();
  // Without a word the page does not say it; deriving it is allowed, and only rightly.
  return word === null ? { status: null, also: [byAmounts.status, ...byAmounts.also] } : byAmounts;
}
