import { typedCents } from '../review/typed-money.ts';

/**
 * Cents of an amount as practice systems write it into a list: `$1,234.50`, `USD 80`, `(14.10)`, `14.10 CR` (a credit, so negative),
 * `80.00 DR`, `80.0000`, `1.234,50`, and a spreadsheet's own `0.30000000000000004`. Null where it is not one: half a cent
 * or a comma that could be either kind is left to the person.
 */
export function listedCents(text: string): number | null {
  const upper = text.normalize('NFKC').toUpperCase().trim();
  const isCredit = /CR\.?$/u.test(upper);
  const plain = upper.replace(/^(?:USD|US\$)\s*/u, '').replace(/\s*(?:USD|CR|DR|DOLLARS?)\.?$/u, '').trim();
  const cents = typedCents(withPoint(plain));
  return cents === null ? null : isCredit ? -Math.abs(cents) : cents;
}

/** The number with a point and at most two places, where that changes nothing of its value. */
function withPoint(text: string): string {
  // Points between thousands and a comma before two places: written nowhere in another sense.
  if (/^[($-]*\d{1,3}(?:\.\d{3})+,\d{2}[)-]*$/u.test(text)) return text.replaceAll('.', '').replace(',', '.');
  const long = /^(.*\.\d{2})(\d+)([)-]*)$/u.exec(text);
  if (long === null) return text;
  const [, kept = '', rest = '', end = ''] = long;
  // One zero more may be thousands in the European way: `2.000`.
  if (/^0{2,}$/u.test(rest)) return kept + end;
  // What a spreadsheet's binary numbers leave behind: ten places and more, off by less than a millionth of a cent.
  const bare = text.replaceAll(/[($,)\s-]/gu, '');
  const nearest = Math.round(Number(bare) * 100);
  return rest.length >= 8 && Math.abs(Number(bare) * 100 - nearest) < 1e-6 ? text.replace(/[\d,]+\.\d+/u, (nearest / 100).toFixed(2)) : text;
}
