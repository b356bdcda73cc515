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
  const date = one(['payDate'], readDate) as Payment['date'];
  // On a remittance a bare `Payment amount` above the claims is the whole check.
  const amount = (one(['checkAmount'], (text) => readMoney(text)?.cents ?? null) ?? (facts.remittancePage ? one(['paid'], (text, finding) => (/^(?:total )?(?:payment|net payment)(?: amount)?\W*$/i.test(finding.label.trim()) ? readMoney(text)?.cents ?? null : null)) : null)) as Payment['amount'];
  if (number === null && amount === null || !facts.remittancePage && amount === null) return null;
  const method = (one(['payMethod'], (text) => (/^[A-Za-z][A-Za-z /()-]{1,30}$/.test(text) ? text : null)) as Payment['number'])?.value ?? null;
  return { number, date, amount, method };
}

export function readProviderAdjustments(grid: KnownGrid): Reading['providerAdjustments'] {
  const out: Reading['providerAdjustments'] = [];
  const amountHead = grid.columns.get('adjAmount') ?? grid.columns.get('paid') ?? grid.columns.get('checkAmount');
  const codeHead = grid.columns.get('carc') ?? grid.columns.get('codes') ?? grid.columns.get('code');
  const referenceHead = grid.columns.get('confirmation') ?? grid.columns.get('refLabel') ?? grid.columns.get('ccn');
  if (amountHead === undefined || codeHead === undefined) return out;
  for (const row of grid.rows) {
    if (row.kind !== 'data') continue;
    const money = readMoney(cellTexts(row, amountHead)[0] ?? '');
    const code = /^([A-Z0-9]{2})(?:\s*[-–:(].*|\s[A-Za-z].*)?$/.exec(cellTexts(row, codeHead)[0] ?? '')?.[1];
    if (money === null || code === undefined) continue;
    out.push({ code, cents: money.cents, reference: referenceHead === undefined ? null : readTexts(cellTexts(row, referenceHead), readReference)?.value ?? null });
  }
  return out;
}
