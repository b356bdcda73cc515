import type { ContractWindow } from '../../rules/domain/practice.ts';
import { Notice } from '../ui/Notice.tsx';
import { clockWords } from '../words/clock-words.ts';
import { startWords, windowWords } from '../words/library-words.ts';

type Foreign = { payerName: string; cases: number; windows: readonly ContractWindow[] };

/** Cases of a file whose dates rest on windows that only the other computer knows: said before they are taken in, and after. */
export function ForeignWindowsNotice({ payers }: { payers: readonly Foreign[] }) {
  if (payers.length === 0) return null;
  const cases = payers.reduce((sum, one) => sum + one.cases, 0);
  return (
    <Notice tone="caution" title={cases === 1 ? '1 case may have another last day here' : `${cases} cases may have another last day here, or none`}>
      The other computer dates them by windows of your contract that are not known here. A lead enters them under Payers; then the dates agree.
      <ul className="mt-1 list-disc pl-4">
        {payers.flatMap(({ payerName, windows }) => windows.map((window) => (
          <li key={`${payerName} ${JSON.stringify(window)}`} className="wrap-anywhere"><span className="foreign">{payerName}</span>: {clockWords(window.action).toLowerCase()}, {windowWords(window)} from {startWords(window.startsFrom)} (<span className="foreign">{window.evidence}</span>)</li>
        )))}
      </ul>
    </Notice>
  );
}
