import { moneyWords } from '../words/money-words.ts';

/** An amount in integer cents, in equal-width figures; a dash where it is not known. */
export function Money({ cents }: { cents: number | null }) {
  if (cents === null) return <span className="text-ink-3"><span aria-hidden>–</span><span className="sr-only">amount not known</span></span>;
  return <data value={cents} className="figures whitespace-nowrap">{moneyWords(cents)}</data>;
}
