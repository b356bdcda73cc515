import type { Found, Payment, Reading } from '../../reading/reading.ts';
import { cleanLabel } from './claim-fields.ts';
import type { PageFacts } from './claims.ts';
import { readTexts, settle } from './found-values.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import type { KnownGrid } from './grid-kinds.ts';
import { readPayerName, readPaymentNumber, readReference } from './identifiers.ts';
import { readMoney } from './money.ts';
import { readDate } from './page-dates.ts';
import { cellTexts } from './scan-matrix.ts';
import type { Finding } from './findings.ts';

export function readPayer(findings: readonly Finding[]): Reading['payer'] {
  const entries = findings.filter((finding) => (finding.key === 'payer' || finding.key === 'payerAndId') && !isForeign(finding.sections) && !hasSection(finding.sections, 'cob'))
    .flatMap((finding) => {
      const found = readTexts(finding.texts.slice(0, 1), readPayerName);
      return found === null ? [] : [{ found: { value: found.value, raw: found.raw, label: cleanLabel(finding.label), confidence: 'likely' as const }, rank: (finding.weak ? 2 : 4) + (/payer|carrier|insurance company/i.test(finding.label) ? 1 : 0), at: finding.at }];
    });
  const { value } = settle(entries, (a, b) => a.toLowerCase() === b.toLowerCase());
  return value === null ? null : { ...value, confidence: 'likely' };
}

export function readPayment(findings: readonly Finding[], facts: PageFacts): Payment | null {
  const usable = findings.filter((finding) => !isForeign(finding.sections));
  const one = (keys: readonly string[], read: (text: string, finding: Finding) => string | number | null): Found<string | number> | null => settle<string | number>(usable.filter((finding) => keys.includes(finding.key)).flatMap((finding) => {
    const found = readTexts(finding.texts, (text) => read(text, finding));
    return found === null ? [] : [{ found: { value: found.value, raw: found.raw, label: cleanLabel(finding.label), confidence: 'certain' as const }, rank: finding.weak ? 2 : 4, at: finding.at }];
  })).value;
  const number = one(['payNumber'], readPaymentNumber) as Payment['number'];
  const date = (one(['payDate'], readDate) ?? dateBesideNumber(usable)) as Payment['date'];
  // On a remittance a bare `Payment amount` above the claims is the whole check.
  const amount = (one(['checkAmount'], (text) => readMoney(text)?.cents ?? null) ?? (facts.remittancePage ? one(['paid'], (text, finding) => (/^(?:total )?(?:payment|net payment)(?: amount)?\W*$/i.test(finding.label.trim()) ? readMoney(text)?.cents ?? null : null)) : null)) as Payment['amount'];
  if (number === null && amount === null || !facts.remittancePage && amount === null) return null;
  const method = (one(['payMethod'], (text) => (/^[A-Za-z][A-Za-z /()-]{1,30}$/.test(text) ? text : null)) as Payment['number'])?.value ?? null;
  return { number, date, amount, method };
}

/** `Check/EFT No. | 0007719204 | Date | 04/24/2026`: a bare date in the row of the payment's number is the payment's. */
function dateBesideNumber(findings: readonly Finding[]): Found<string> | null {
  const numbers = findings.filter((finding) => finding.key === 'payNumber' && !finding.weak);
  const number = numbers[0];
  const dates = number === undefined ? [] : findings.filter((finding) => finding.key === 'other' && /^date:?$/i.test(finding.label.trim()) && finding.boxes[0]?.parent !== undefined && finding.boxes[0].parent === number.boxes[0]?.parent);
  const only = dates[0];
  const date = only === undefined ? null : readDate(only.texts[0] ?? '');
  return numbers.length === 1 && dates.length === 1 && only !== undefined && date !== null ? { value: date, raw: only.texts[0] ?? '', label: cleanLabel(only.label), confidence: 'likely' } : null;
}

const PLB_CODE = /^(?:PLB[ -]?)?([A-Z][A-Z0-9]|\d{2})(?:\s*[-–:(].*|\s[A-Za-z].*)?$/;

function plbCode(text: string): string | null {
  return PLB_CODE.exec(text)?.[1] ?? null;
}

/** What the payer kept back or added over all claims, one entry a row. Amounts with the sign as shown. */
export function readProviderAdjustments(grid: KnownGrid): Reading['providerAdjustments'] {
  const out: Reading['providerAdjustments'] = [];
  const amountHead = grid.columns.get('adjAmount') ?? grid.columns.get('paid') ?? grid.columns.get('checkAmount') ?? grid.columns.get('charge') ?? grid.heads.find((head) => /\b(?:amount|amt)\b/i.test(head.text));
  const codeHead = grid.columns.get('carc') ?? grid.columns.get('codes') ?? grid.columns.get('code') ?? grid.columns.get('payerCode') ?? grid.heads.find((head) => /\b(?:code|type|reason)\b/i.test(head.text));
  const referenceHead = grid.columns.get('confirmation') ?? grid.columns.get('refLabel') ?? grid.columns.get('ccn') ?? grid.columns.get('pcn') ?? grid.heads.find((head) => head !== codeHead && head !== amountHead && /\b(?:identifier|reference|id|claim|control|account|number|fcn)\b|#/i.test(head.text));
  if (amountHead === undefined || codeHead === undefined) return out;
  for (const row of grid.rows) {
    if (row.kind !== 'data') continue;
    const money = readMoney(cellTexts(row, amountHead)[0] ?? '');
    const code = readTexts(cellTexts(row, codeHead), plbCode)?.value;
    if (money === null || code === undefined) continue;
    out.push({ code, cents: money.cents, reference: referenceHead === undefined ? null : readTexts(cellTexts(row, referenceHead), readReference)?.value ?? null });
  }
  return out;
}

/** The same written as labels with values: each new code opens an entry. */
export function providerAdjustmentPairs(findings: readonly Finding[]): Reading['providerAdjustments'] {
  const out: { code: string; cents: number | null; reference: string | null }[] = [];
  for (const finding of findings) {
    if (!hasSection(finding.sections, 'plb') || finding.via === 'grid') continue;
    const last = out[out.length - 1];
    if (finding.key === 'carc' || finding.key === 'codes' || finding.key === 'code' || finding.key === 'payerCode') {
      const code = readTexts(finding.texts, plbCode)?.value;
      if (code !== undefined) out.push({ code, cents: null, reference: null });
    } else if (last !== undefined && (finding.key === 'adjAmount' || finding.key === 'paid')) last.cents ??= readMoney(finding.texts[0] ?? '')?.cents ?? null;
    else if (last !== undefined && (finding.key === 'refLabel' || finding.key === 'confirmation' || finding.key === 'ccn' || finding.key === 'pcn')) last.reference ??= readTexts(finding.texts, readReference)?.value ?? null;
  }
  return out.flatMap((entry) => (entry.cents === null ? [] : [{ ...entry, cents: entry.cents }]));
}
