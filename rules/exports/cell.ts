/** One cell of a list that leaves as a file. Money in cents, dates as `YYYY-MM-DD`. */
export type Cell = { kind: 'text'; text: string } | { kind: 'cents'; cents: number } | { kind: 'date'; iso: string } | { kind: 'empty' };

export const textCell = (text: string | null | undefined): Cell => (text === null || text === undefined || text === '' ? { kind: 'empty' } : { kind: 'text', text });
export const centsCell = (cents: number | null): Cell => (cents === null ? { kind: 'empty' } : { kind: 'cents', cents });
export const dateCell = (iso: string | null): Cell => (iso === null ? { kind: 'empty' } : { kind: 'date', iso });

/** Signs with which a spreadsheet takes a text for a formula, also their wide forms, after any blanks and quotation marks: whoever pastes the file may lose those. */
const STARTS_FORMULA = /^[\s\p{Z}\p{Cf}"]*[=+\-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20\u2212]/u;
/** What no text of a cell needs: control signs, which programs read differently. Tabs and line ends become blanks. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu;

/**
 * A text as it may stand in a CSV cell: an apostrophe goes before what a spreadsheet would run as a formula (OWASP, "CSV
 * injection"), and the text stays on one line. Numbers and dates we write ourselves do not come here.
 */
export function safeText(text: string): string {
  const isFormula = STARTS_FORMULA.test(text);
  const plain = text.replace(/[\t\r\n]+/gu, ' ').replace(CONTROL, '');
  return isFormula || STARTS_FORMULA.test(plain) ? `'${plain}` : plain;
}

/** Cents as a plain figure with two places: `-12.05`. */
export function plainMoney(cents: number): string {
  const whole = Math.abs(Math.round(cents));
  return `${cents < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** A cell as text of a CSV file. */
export function csvCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text': return safeText(cell.text);
    case 'cents': return plainMoney(cell.cents);
    case 'date': return cell.iso;
    case 'empty': return '';
  }
}
