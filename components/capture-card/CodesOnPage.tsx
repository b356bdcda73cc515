import { explainCarc } from '../../rules/codes/explain.ts';
import { explainRarc } from '../../rules/codes/explain.ts';
import type { ReadingClaim } from '../../rules/reading/reading.ts';
import { moneyWords } from '../words/money-words.ts';

/** The codes the page gives for a claim and its lines, with our words for them. Read only: a code is corrected on the case, with a reason. */
export function CodesOnPage({ claim }: { claim: ReadingClaim }) {
  const rows = [
    ...claim.adjustments.map((adjustment) => ({ where: 'Claim', ...adjustment })),
    ...claim.lines.flatMap((line) => line.adjustments.map((adjustment) => ({ where: `Line ${line.line}`, ...adjustment }))),
  ];
  const rarcs = [...new Set([...claim.rarcs, ...claim.lines.flatMap((line) => line.rarcs)])];
  const payerCodes = [...claim.payerCodes, ...claim.lines.flatMap((line) => line.payerCodes)];
  if (rows.length + rarcs.length + payerCodes.length + claim.statusCodes.length === 0) return <p className="text-ink-3">The page shows no codes. If its lines can be opened, open them: the card reads again.</p>;
  return (
    <ul className="flex flex-col gap-1">
      {rows.map((row, index) => (
        <li key={`${row.where}-${row.carc}-${index}`} className="flex gap-2">
          <span className="w-12 shrink-0 text-small text-ink-3">{row.where}</span>
          <span className="figures w-14 shrink-0 font-medium">{row.groupCode === null ? row.carc : `${row.groupCode}-${row.carc}`}</span>
          <span className="min-w-0 flex-1">{explainCarc(row.carc)?.meaning ?? 'No words of ours for this code yet'}</span>
          <span className="figures shrink-0">{row.cents === null ? '' : moneyWords(row.cents)}</span>
        </li>
      ))}
      {rarcs.map((rarc) => (
        <li key={rarc} className="flex gap-2"><span className="w-12 shrink-0 text-small text-ink-3">Remark</span><span className="figures w-14 shrink-0 font-medium">{rarc}</span><span className="min-w-0 flex-1">{explainRarc(rarc)?.meaning ?? 'No words of ours for this code yet'}</span></li>
      ))}
      {claim.statusCodes.map((code, index) => (
        <li key={`${code.category}-${index}`} className="flex gap-2"><span className="w-12 shrink-0 text-small text-ink-3">Status</span><span className="figures font-medium">{[code.category, code.status, code.entity].filter((part) => part !== null).join(':')}</span></li>
      ))}
      {payerCodes.map((code, index) => (
        <li key={`${code.code}-${index}`} className="flex gap-2"><span className="w-12 shrink-0 text-small text-ink-3">Payer</span><span className="figures w-14 shrink-0 font-medium foreign">{code.code}</span><span className="foreign min-w-0 flex-1">{code.text ?? ''}</span></li>
      ))}
    </ul>
  );
}
