import type { Reading } from '../../reading/reading.ts';
import { valueOf } from '../maps/hook-values.ts';
import type { ClaimField } from '../maps/map-fields.ts';

/** What every claim page says sooner or later; whatever else it says may rightly be absent. */
const CORE: readonly ClaimField[] = ['claimControlNumber', 'status', 'patientName', 'serviceFrom', 'charge', 'paid'];

/** `page`: the page itself was known and nothing could be read from it; `sums`: lines and totals. */
export type HealthField = ClaimField | 'page' | 'sums';

/**
 * How one use of the reader on a portal went, by names of fields only: what was read, what was looked for and not found, and
 * (of those) what the map promised. Nothing of the page itself is in it.
 */
export type ReadingHealth = { kind: Reading['kind']; good: HealthField[]; missing: HealthField[]; fallen: HealthField[] };

/**
 * The self-test of one reading: labels there, shapes right, sums adding up. Null where there was nothing to test. A page known by its
 * marks that says no claim has fallen; one known only by labels that are left of the map's is missing, and counts with those after it.
 */
export function healthOfReading(reading: Reading): ReadingHealth | null {
  const { map, claims } = reading;
  if (reading.kind === 'none' || claims.length === 0) {
    if (map === undefined || map.page === null) return null;
    if (map.fell.includes('page')) return { kind: map.page, good: [], missing: ['page'], fallen: ['page'] };
    return map.doubtful.includes('page') ? { kind: map.page, good: [], missing: ['page'], fallen: [] } : null;
  }
  if (reading.kind === 'confirmation' || reading.kind === 'appeal-status') return { kind: reading.kind, good: ['page'], missing: [], fallen: [] };
  const good: HealthField[] = ['page'];
  const missing: HealthField[] = [];
  const fallen: HealthField[] = (map?.fell ?? []).filter(isHealthField);
  for (const field of CORE) {
    // In a list most rows count: one row without an amount is a row, all of them are a column that moved.
    const present = claims.filter((claim) => valueOf(claim, field) !== null).length;
    if (present * 2 > claims.length) good.push(field);
    else missing.push(field);
  }
  const sums = sumsOf(reading);
  if (sums !== null) (sums ? good : missing).push('sums');
  for (const field of [...fallen, ...(map?.doubtful ?? []).filter(isHealthField)]) {
    if (!missing.includes(field)) missing.push(field);
    const at = good.indexOf(field);
    if (at !== -1) good.splice(at, 1);
  }
  return { kind: reading.kind, good, missing, fallen };
}

const KNOWN: ReadonlySet<string> = new Set<HealthField>([...CORE, 'memberId', 'patientControlNumber', 'serviceTo', 'receivedOn', 'finalizedOn', 'remittanceOn', 'paymentOn', 'allowed', 'patientResponsibility', 'paymentNumber', 'page', 'sums']);

function isHealthField(name: string): name is HealthField {
  return KNOWN.has(name);
}

/** Whether amounts of lines and of the claim agree; null where no claim shows both. */
function sumsOf(reading: Reading): boolean | null {
  if (reading.warnings.some(({ code }) => code === 'values-disagree')) return false;
  let seen = false;
  for (const { charge, lines } of reading.claims) {
    if (charge === null || lines.length === 0 || lines.some((line) => line.charge === null)) continue;
    seen = true;
    if (lines.reduce((sum, line) => sum + (line.charge?.value ?? 0), 0) !== charge.value) return false;
  }
  return seen ? true : null;
}
