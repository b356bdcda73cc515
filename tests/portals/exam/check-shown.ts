/** Is an exam's truth on the page? Every value of the truth must be visible in some notation, every decoy as it says. */
import type { Page } from 'playwright-core';
import { plain, reach, visibleText } from '../page-state.ts';
import type { TruthClaim, TruthLine } from '../truth.ts';
import type { ExamTruth } from './exam-pages.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATES = ['serviceFrom', 'serviceTo', 'receivedOn', 'finalizedOn', 'remittanceOn', 'paymentOn'] as const;
const MONEY = ['charge', 'allowed', 'paid', 'patientResponsibility'] as const;
const WORDS = ['claimControlNumber', 'patientControlNumber', 'patientName', 'memberId', 'paymentNumber'] as const;

function dateShown(text: string, iso: string): boolean {
  const [year = '', month = '', day = ''] = iso.split('-');
  const [m, d] = [String(Number(month)), String(Number(day))];
  const name = MONTHS[Number(month) - 1] ?? '';
  return [iso, `${year}${month}${day}`, `${month}${day}${year.slice(2)}`, `${month}${day}${year}`, ...['/', '-', '.'].flatMap((mark) => [[m, d, year], [month, day, year], [m, d, year.slice(2)], [month, day, year.slice(2)]].map((one) => one.join(mark)))].some((one) => text.includes(one))
    || new RegExp(`${name}[a-z]*\\.? 0?${d},? ${year}|\\b0?${d}[ -]${name}[a-z]*[ -]${year}`, 'i').test(text);
}

function centsShown(text: string, cents: number): boolean {
  const digits = (Math.abs(cents) / 100).toFixed(2);
  // Blanks part thousands on some pages and columns on others.
  return [text.replace(/(?<=\d),(?=\d{3}\b)/g, ''), text.replace(/(?<=\d)[,\s'](?=\d{3}\b)/g, '')].some((bare) =>
    [digits, digits.replace(/0$/, ''), digits.replace(/\.00$/, ''), digits.replace(/^0(?=\.)/, '')].some((one) => new RegExp(`(?<![\\d.])${one.replace('.', '\\.')}(?!\\d)`).test(bare)));
}

const letters = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

function missing(text: string, claim: TruthClaim): string[] {
  const packed = letters(text);
  const out: string[] = [];
  const dates = (one: TruthClaim | TruthLine): void => { for (const field of DATES) { const value = (one as TruthClaim)[field]; if (value && !dateShown(text, value)) out.push(`${field} ${value}`); } };
  const money = (one: TruthClaim | TruthLine): void => { for (const field of MONEY) { const value = (one as TruthClaim)[field]; if (typeof value === 'number' && !centsShown(text, value)) out.push(`${field} ${String(value)}`); } };
  for (const field of WORDS) {
    const value = claim[field];
    if (value && !packed.includes(letters(value)) && !value.split(/[ ,]+/).every((word) => packed.includes(letters(word)))) out.push(`${field} ${value}`);
  }
  for (const one of [claim, ...(claim.lines ?? [])]) {
    dates(one);
    money(one);
    for (const { carc, cents } of one.adjustments ?? []) { if (!packed.includes(carc)) out.push(`CARC ${carc}`); if (cents !== null && !centsShown(text, cents)) out.push(`adjustment ${String(cents)}`); }
    for (const code of [...(one.rarcs ?? []), ...(one.payerCodes ?? [])]) if (!packed.includes(letters(code))) out.push(`code ${code}`);
  }
  for (const line of claim.lines ?? []) if (line.procedure && !packed.includes(letters(line.procedure))) out.push(`procedure ${line.procedure}`);
  for (const one of claim.references ?? []) if (!packed.includes(letters(one))) out.push(`reference ${one}`);
  if (claim.appeal?.number && !packed.includes(letters(claim.appeal.number))) out.push(`appeal ${claim.appeal.number}`);
  return out;
}

/** What does not hold; empty when all does. Leaves the page in the state the truth describes. */
export async function checkShown(page: Page, origin: string, truth: ExamTruth): Promise<string[]> {
  if (!(await reach(page, origin, truth))) return [`never settled: ${truth.settled}`];
  const text = await visibleText(page);
  const seen = text.toUpperCase();
  return [
    ...truth.claims.flatMap((claim) => missing(text, claim)).map((one) => `not shown: ${one}`),
    ...truth.visible.filter((one) => !seen.includes(plain(one).toUpperCase())).map((one) => `not visible: ${one}`),
    ...truth.decoys.filter(({ hidden, text: decoy }) => seen.includes(plain(decoy).toUpperCase()) === (hidden === true)).map(({ text: decoy, hidden }) => `decoy ${hidden ? 'visible' : 'not visible'}: ${decoy}`),
  ];
}
