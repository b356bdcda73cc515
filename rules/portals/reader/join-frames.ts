import { blankReading } from '../../reading/blank-reading.ts';
import type { Found, Reading, ReadingClaim, Value } from '../../reading/reading.ts';
import { nameKey } from './claim-fields.ts';
import type { FrameContext } from './frame-context.ts';
import { sameIdentifier } from './identifiers.ts';
import type { FrameReading } from './read-document.ts';

/** One frame of a tab with its place in the tree of frames; `parent` is null for the top document. */
export type FramePart = FrameReading & { id: string; parent: string | null };

const WEIGHT: Readonly<Record<Reading['kind'], number>> = {
  'claim-detail': 6, remittance: 6, 'appeal-status': 5, confirmation: 5, 'claim-list': 3, 'status-file': 0, 'claim-file': 0, 'acknowledgement-file': 0, none: 0,
};

/**
 * Joins what the frames of one tab say. The shell around a claim is no claim; a patient drawn in an outer frame belongs to
 * the claim inside unless anything there contradicts it; two claims are never mixed.
 */
export function joinFrames(parts: readonly FramePart[], source: string): Reading {
  const telling = parts.filter((part) => part.reading.kind !== 'none');
  const blank: Reading = { ...blankReading(source), ...(parts[0] === undefined ? {} : { portal: parts[0].reading.portal, terms: parts[0].reading.terms }) };
  const warnings = parts.flatMap((part) => part.reading.warnings);
  const first = [...telling].sort((a, b) => WEIGHT[b.reading.kind] - WEIGHT[a.reading.kind] || depthOf(b, parts) - depthOf(a, parts) || weight(b.reading) - weight(a.reading))[0];
  if (first === undefined) {
    // A member's record is one frame's alone: two of them in a tab could be of two people.
    const [record, more] = parts.filter((part) => part.reading.member !== undefined);
    return { ...blank, warnings, ...(record?.reading.member === undefined || more !== undefined ? {} : { member: record.reading.member }) };
  }
  const others = telling.filter((part) => part !== first);
  const rivals = others.filter((other) => other.reading.kind === first.reading.kind && !saysTheSame(first.reading, other.reading));
  const reading = structuredClone(first.reading);
  reading.source = source;
  const claim = reading.claims[0];
  if (claim !== undefined && reading.claims.length === 1) {
    for (const other of others) {
      const twin = other.reading.claims.find((candidate) => sameClaim(candidate, claim));
      if (twin !== undefined && other.reading.claims.length === 1) complete(claim, twin);
    }
  }
  const asked = [first, ...rivals];
  if (standsAlone(first, asked)) lendTo(reading, first, parts);
  for (const rival of rivals) {
    const beside = structuredClone(rival.reading);
    if (standsAlone(rival, asked)) lendTo(beside, rival, parts);
    putBeside(reading, beside);
  }
  reading.warnings = [...reading.warnings, ...warnings.filter((warning) => !reading.warnings.some((known) => known.code === warning.code && known.place === warning.place))];
  const stated = [...new Set(telling.flatMap((part) => part.reading.statements ?? []))].slice(0, 24);
  if (stated.length > 0) reading.statements = stated;
  if (rivals.length > 0) reading.warnings.push({ code: 'several-frames-with-claims', place: null });
  return reading;
}

/** Whether no other of these frames hangs in the same frame: of two side by side nobody knows whose the patient around them is. */
const standsAlone = (part: FramePart, asked: readonly FramePart[]): boolean => !asked.some((other) => other !== part && other.parent === part.parent);

/** Adds what the frames around one lend to its one claim; what was said of the claim in frames of its own comes first. */
function lendTo(reading: Reading, part: FramePart, parts: readonly FramePart[]): void {
  const [claim] = reading.claims;
  if (claim === undefined || reading.claims.length > 1) return;
  for (let outer = parentOf(part, parts); outer !== undefined; outer = parentOf(outer, parts)) if (!lend(claim, reading, outer.context)) break;
}

/** Whether all that the second says is about what the first speaks of too. */
function saysTheSame(first: Reading, other: Reading): boolean {
  return other.claims.length > 0 && other.claims.every((claim) => first.claims.some((known) => sameClaim(known, claim)));
}

/** Two frames side by side that speak of different claims: both are offered, and nothing of one is said of the other. */
function putBeside(reading: Reading, rival: Reading): void {
  if (reading.kind === 'claim-detail') reading.kind = 'claim-list';
  rival.claims.forEach((claim, at) => {
    if (reading.claims.some((known) => sameClaim(known, claim))) return;
    const place = reading.claims.push(claim) - 1;
    for (const entry of rival.candidates) if (entry.claim === at) reading.candidates.push({ ...entry, claim: place });
  });
  if (reading.payer?.value !== rival.payer?.value) reading.payer = null;
  if (reading.payment?.number?.value !== rival.payment?.number?.value) {
    reading.payment = null;
    reading.providerAdjustments = [];
  }
  reading.seen = null;
}

function parentOf(part: FramePart, parts: readonly FramePart[]): FramePart | undefined {
  return part.parent === null ? undefined : parts.find((other) => other.id === part.parent && other !== part);
}

function depthOf(part: FramePart, parts: readonly FramePart[]): number {
  let depth = 0;
  for (let at = parentOf(part, parts); at !== undefined && depth < 20; at = parentOf(at, parts)) depth += 1;
  return depth;
}

function weight(reading: Reading): number {
  return reading.claims.reduce((sum, claim) => sum + claim.lines.length + Object.values(claim).filter((value) => value !== null).length, 0);
}

function sameClaim(a: ReadingClaim, b: ReadingClaim): boolean {
  return a.claimControlNumber !== null && b.claimControlNumber !== null && sameIdentifier(a.claimControlNumber.value) === sameIdentifier(b.claimControlNumber.value);
}

/** Fills what one frame left open with what another frame says of the same claim. */
function complete(claim: ReadingClaim, other: ReadingClaim): void {
  for (const key of ['patientControlNumber', 'patientName', 'memberId', 'serviceFrom', 'serviceTo', 'receivedOn', 'finalizedOn', 'remittanceOn', 'paymentOn', 'paymentNumber'] as const) claim[key] ??= other[key];
  for (const key of ['charge', 'allowed', 'paid', 'patientResponsibility'] as const) claim[key] ??= other[key];
  claim.status ??= other.status;
  if (claim.lines.length === 0) claim.lines = other.lines;
  if (claim.adjustments.length === 0) claim.adjustments = other.adjustments;
  if (claim.rarcs.length === 0) claim.rarcs = other.rarcs;
}

/** Lends the patient and payer of an outer frame; false when that frame speaks of another claim or another person. */
function lend(claim: ReadingClaim, reading: Reading, outer: FrameContext): boolean {
  const differs = (mine: Value<string>, theirs: Value<string>, key: (text: string) => string): boolean => mine !== null && theirs !== null && key(mine.value) !== key(theirs.value);
  if (differs(claim.claimControlNumber, outer.claimControlNumber, sameIdentifier) || differs(claim.memberId, outer.memberId, sameIdentifier) || differs(claim.patientName, outer.patientName, nameKey) || differs(claim.patientControlNumber, outer.patientControlNumber, sameIdentifier)) return false;
  const likely = (value: Value<string>): Found<string> | null => (value === null ? null : { ...value, confidence: 'likely' });
  claim.patientName ??= likely(outer.patientName);
  claim.memberId ??= likely(outer.memberId);
  claim.patientControlNumber ??= likely(outer.patientControlNumber);
  reading.payer ??= likely(outer.payer);
  return true;
}
