/**
 * Compares a reading with the truth, field by field: right, absent or wrong. Whatever a reading asserts and the
 * page does not say is wrong; a value the truth calls optional may be given or left.
 */
import type { Reading, ReadingClaim, ReadingLine } from '../../rules/reading/reading.ts';
import type { Expectation, TruthAdjustment, TruthClaim, TruthLine } from './truth.ts';

export type Tally = { right: number; absent: number; wrong: number; /** Wrong although called certain. */ wrongCertain: number };
export type Miss = { field: string; verdict: 'absent' | 'wrong'; expected: string; got: string; certain: boolean };
export type Score = { fields: Map<string, Tally>; misses: Miss[]; claimsOffered: number; claimsExpected: number; kindRight: boolean };

const plainId = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
/** `LINDQVIST, ODA M` and `Oda M Lindqvist` are one person. */
const plainName = (text: string): string => text.toUpperCase().replace(/[^A-Z' -]/g, ' ').split(/\s+/).filter(Boolean).sort().join(' ');
const plainWord = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

type Scalar = string | number;
const FIELDS = [
  ['claimControlNumber', plainId], ['patientControlNumber', plainId], ['patientName', plainName], ['memberId', plainId], ['serviceFrom', String], ['serviceTo', String], ['receivedOn', String], ['finalizedOn', String],
  ['remittanceOn', String], ['paymentOn', String], ['charge', String], ['allowed', String], ['paid', String], ['patientResponsibility', String], ['paymentNumber', plainId], ['status', String],
] as const;
const LINE_FIELDS = [['procedure', plainId], ['units', String], ['charge', String], ['allowed', String], ['paid', String], ['status', String], ['serviceFrom', String]] as const;

class Sheet {
  readonly fields = new Map<string, Tally>();
  readonly misses: Miss[] = [];

  add(field: string, verdict: 'right' | 'absent' | 'wrong', expected: unknown, got: unknown, certain = true): void {
    const tally = this.fields.get(field) ?? { right: 0, absent: 0, wrong: 0, wrongCertain: 0 };
    tally[verdict] += 1;
    if (verdict === 'wrong' && certain) tally.wrongCertain += 1;
    this.fields.set(field, tally);
    if (verdict !== 'right') this.misses.push({ field, verdict, expected: expected === null || expected === undefined ? '(nothing)' : JSON.stringify(expected), got: got === null || got === undefined ? '(nothing)' : JSON.stringify(got), certain });
  }

  /** `optional`: values that are neither right nor wrong. */
  scalar(field: string, expected: Scalar | null | undefined, found: { value: Scalar; confidence: string } | null, same: (text: string) => string, optional: readonly Scalar[] | undefined): void {
    const got = found?.value ?? null;
    if (expected === null || expected === undefined) {
      if (got === null || optional?.some((one) => same(String(one)) === same(String(got)))) return;
      this.add(field, 'wrong', null, got, found?.confidence === 'certain');
    } else if (got === null) this.add(field, 'absent', expected, null);
    else this.add(field, same(String(got)) === same(String(expected)) || optional?.some((one) => same(String(one)) === same(String(got))) ? 'right' : 'wrong', expected, got, found?.confidence === 'certain');
  }

  /** Sets of codes: each expected one is right or absent, each other one is wrong. */
  set(field: string, expected: readonly string[], got: readonly string[], optional: readonly string[] = []): void {
    const left = [...got];
    for (const one of expected) {
      const at = left.indexOf(one);
      if (at >= 0) { left.splice(at, 1); this.add(field, 'right', one, one); } else this.add(field, 'absent', one, null);
    }
    for (const one of left) if (!optional.includes(one)) this.add(field, 'wrong', null, one);
  }
}

/** A code without its amount, or without its group, is less than the page says, but nothing false. */
function adjustments(sheet: Sheet, field: string, expected: readonly TruthAdjustment[], got: readonly TruthAdjustment[], optional: readonly string[] = []): void {
  const wanted = [...expected];
  const left: TruthAdjustment[] = [];
  for (const one of got) {
    const at = wanted.findIndex((other) => adjustmentKey(other) === adjustmentKey(one));
    if (at < 0) left.push(one);
    else { wanted.splice(at, 1); sheet.add(field, 'right', null, null); }
  }
  for (const one of [...left]) {
    const at = wanted.findIndex((other) => bare(other.carc) === bare(one.carc) && (one.groupCode === null || one.groupCode === other.groupCode) && (one.cents === null || one.cents === other.cents));
    const full = wanted[at];
    if (!full) continue;
    wanted.splice(at, 1);
    left.splice(left.indexOf(one), 1);
    sheet.add(field, 'right', null, null);
    if (one.cents === null && full.cents !== null) sheet.add(`${field}.cents`, 'absent', adjustmentKey(full), adjustmentKey(one));
    if (one.groupCode === null && full.groupCode !== null) sheet.add(`${field}.group`, 'absent', adjustmentKey(full), adjustmentKey(one));
  }
  sheet.set(field, wanted.map(adjustmentKey), left.map(adjustmentKey), optional);
}

const bare = (carc: string): string => carc.toUpperCase().replace(/^0+(?=\d)/, '');
const adjustmentKey = ({ groupCode, carc, cents }: TruthAdjustment): string => `${groupCode ?? '?'}-${bare(carc)}:${cents ?? '?'}`;

function line(sheet: Sheet, truth: TruthLine, got: ReadingLine | undefined): void {
  for (const [field, same] of LINE_FIELDS) sheet.scalar(`line.${field}`, truth[field], got?.[field] ?? null, same, undefined);
  // One date on a line is its whole period.
  sheet.scalar('line.serviceTo', truth.serviceTo, got?.serviceTo ?? null, String, truth.serviceFrom ? [truth.serviceFrom] : undefined);
  sheet.set('line.modifiers', truth.modifiers ?? [], got?.modifiers ?? []);
  adjustments(sheet, 'line.adjustments', truth.adjustments ?? [], got?.adjustments ?? []);
  sheet.set('line.rarcs', truth.rarcs ?? [], got?.rarcs ?? []);
  sheet.set('line.payerCodes', (truth.payerCodes ?? []).map(plainId), (got?.payerCodes ?? []).map(({ code }) => plainId(code)));
}

function claim(sheet: Sheet, truth: TruthClaim, got: ReadingClaim | undefined, kind: Expectation['kind']): void {
  const optional = truth.optional ?? {};
  for (const [field, same] of FIELDS) sheet.scalar(field, truth[field], got?.[field] ?? null, same, optional[field]);
  sheet.set('statusCodes', (truth.statusCodes ?? []).map((one) => one.toUpperCase()), (got?.statusCodes ?? []).map(({ category, status, entity }) => [category, status, entity].filter((one) => one !== null && one !== '').join(':').toUpperCase()), (optional['statusCodes'] ?? []).map(String));
  adjustments(sheet, 'adjustments', truth.adjustments ?? [], got?.adjustments ?? [], (optional['adjustments'] ?? []).map(String));
  sheet.set('rarcs', truth.rarcs ?? [], got?.rarcs ?? [], (optional['rarcs'] ?? []).map(String));
  sheet.set('payerCodes', (truth.payerCodes ?? []).map(plainId), (got?.payerCodes ?? []).map(({ code }) => plainId(code)), (optional['payerCodes'] ?? []).map((one) => plainId(String(one))));
  if (kind === 'confirmation') sheet.set('references', (truth.references ?? []).map(plainId), (got?.references ?? []).map(({ value }) => plainId(value)).filter((one) => one !== plainId(truth.claimControlNumber ?? '')));
  const appeal = got?.appeal ?? null;
  if (truth.appeal) {
    for (const field of ['level', 'number', 'receivedOn', 'decidedOn', 'outcome'] as const) {
      const value = appeal?.[field] ?? null;
      sheet.scalar(`appeal.${field}`, truth.appeal[field], value === null ? null : { value, confidence: 'certain' }, plainWord, undefined);
    }
  } else if (appeal && Object.values(appeal).some((one) => one !== null)) sheet.add('appeal', 'wrong', null, appeal.number ?? appeal.level);
  const lines = truth.lines ?? [];
  const found = got?.lines ?? [];
  lines.forEach((one, at) => line(sheet, one, found[at]));
  for (const extra of found.slice(lines.length)) sheet.add('line', 'wrong', null, extra.procedure?.value ?? `line ${extra.line}`, true);
}

/** The claims of a reading in the order of the truth: by number where there is one, then by account, then by place. */
function pair(truths: readonly TruthClaim[], found: readonly ReadingClaim[]): { pairs: (ReadingClaim | undefined)[]; extra: ReadingClaim[] } {
  const left = [...found];
  const take = (test: (one: ReadingClaim) => boolean): ReadingClaim | undefined => {
    const at = left.findIndex(test);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const pairs = truths.map((truth) => truth.claimControlNumber ? take((one) => one.claimControlNumber !== null && plainId(one.claimControlNumber.value) === plainId(truth.claimControlNumber ?? '')) : undefined);
  truths.forEach((truth, at) => {
    pairs[at] ??= truth.patientControlNumber ? take((one) => one.patientControlNumber !== null && plainId(one.patientControlNumber.value) === plainId(truth.patientControlNumber ?? '')) : undefined;
  });
  truths.forEach((_, at) => { pairs[at] ??= left.length && truths.length === found.length ? take(() => true) : undefined; });
  if (truths.length === 1 && !pairs[0] && left.length === 1) pairs[0] = left.pop();
  return { pairs, extra: left };
}

/** Scores one page state. */
export function score(truth: Expectation, reading: Reading): Score {
  const sheet = new Sheet();
  const sure = pair(truth.claims, reading.claims);
  truth.claims.forEach((one, at) => claim(sheet, one, sure.pairs[at], truth.kind));
  const clipped = truth.mayOffer ?? [];
  const { pairs, extra } = clipped.length ? pair(clipped, sure.extra) : { pairs: [], extra: sure.extra };
  clipped.forEach((one, at) => { if (pairs[at]) claim(sheet, one, pairs[at], truth.kind); });
  for (const one of extra) sheet.add('claim', 'wrong', null, one.claimControlNumber?.value ?? 'a claim without a number');
  if (truth.payment) {
    sheet.scalar('payment.number', truth.payment.number, reading.payment?.number ?? null, plainId, undefined);
    sheet.scalar('payment.date', truth.payment.date, reading.payment?.date ?? null, String, undefined);
    sheet.scalar('payment.amount', truth.payment.amount, reading.payment?.amount ?? null, String, undefined);
  }
  if (truth.providerAdjustments) {
    const key = ({ code, cents }: { code: string; cents: number }): string => `${code}:${cents}`;
    sheet.set('providerAdjustments', truth.providerAdjustments.map(key), reading.providerAdjustments.map(key));
  }
  if (truth.seen?.of) sheet.scalar('seen.of', truth.seen.of, reading.seen?.of === undefined || reading.seen.of === null ? null : { value: reading.seen.of, confidence: 'certain' }, String, undefined);
  const kindRight = reading.kind === truth.kind || (truth.alsoKinds ?? []).includes(reading.kind);
  return { fields: sheet.fields, misses: sheet.misses, claimsOffered: reading.claims.length, claimsExpected: truth.claims.length, kindRight };
}

/** Sums of many scores, as a table: field, right, absent, wrong, wrong though certain. */
export function table(scores: readonly { truth: Expectation; score: Score }[]): string {
  const sums = new Map<string, Tally>();
  for (const { score: one } of scores) for (const [field, tally] of one.fields) {
    const sum = sums.get(field) ?? { right: 0, absent: 0, wrong: 0, wrongCertain: 0 };
    for (const key of ['right', 'absent', 'wrong', 'wrongCertain'] as const) sum[key] += tally[key];
    sums.set(field, sum);
  }
  const total: Tally = { right: 0, absent: 0, wrong: 0, wrongCertain: 0 };
  for (const tally of sums.values()) for (const key of ['right', 'absent', 'wrong', 'wrongCertain'] as const) total[key] += tally[key];
  const row = (name: string, { right, absent, wrong, wrongCertain }: Tally): string => `${name.padEnd(26)}${String(right).padStart(8)}${String(absent).padStart(8)}${String(wrong).padStart(8)}${String(wrongCertain).padStart(9)}`;
  const nones = scores.filter(({ truth }) => truth.kind === 'none');
  const offered = nones.filter(({ score: one }) => one.claimsOffered > 0).length;
  const kinds = scores.filter(({ score: one }) => one.kindRight).length;
  return [`${'field'.padEnd(26)}${'right'.padStart(8)}${'absent'.padStart(8)}${'wrong'.padStart(8)}${'certain'.padStart(9)}`, ...[...sums].sort(([a], [b]) => a.localeCompare(b)).map(([name, tally]) => row(name, tally)), row('all', total),
    `pages ${scores.length}, kind right ${kinds}; pages without a claim ${nones.length}, of them with a claim offered ${offered}`].join('\n');
}
