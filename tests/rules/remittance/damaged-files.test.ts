import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EdiTextDecoder } from '../../../rules/remittance/decode-text.ts';
import type { EdiEvent } from '../../../rules/remittance/edi-events.ts';
import { EdiReader } from '../../../rules/remittance/edi-reader.ts';

/** Files damaged at random, from a fixed seed: what fails here fails again. */
const SEED = 20_261_127;
const FOLDER = new URL('../../remittances/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.edi')).map((name) => readFileSync(new URL(name, FOLDER)));

type Damage = { kind: 'flip' | 'cut' | 'end' | 'double' | 'insert'; at: number; length: number; byte: number; text: string };
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'end', 'double', 'insert'), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 1, max: 300 }), byte: fc.integer({ min: 0, max: 255 }),
  text: fc.constantFrom('~', '*', ':', '\n', '\r\n', '"', '> ', 'ISA*', 'isa|', 'ST*835*1~', 'CLP*X*1*1*1~', 'SE*1*1~', 'IEA*1*1~', '\u0000', '\u00ff', 'GS*HP*', '*'.repeat(50), '~'.repeat(50)),
});

function damaged(bytes: Uint8Array, blows: readonly Damage[]): Uint8Array {
  let now = Buffer.from(bytes);
  for (const { kind, at, length, byte, text } of blows) {
    const place = Math.min(now.length - 1, Math.floor(at * now.length));
    if (place < 0) return now;
    if (kind === 'flip') now[place] = byte;
    else if (kind === 'end') now = now.subarray(0, place);
    else if (kind === 'cut') now = Buffer.concat([now.subarray(0, place), now.subarray(place + length)]);
    else if (kind === 'double') now = Buffer.concat([now.subarray(0, place + length), now.subarray(place)]);
    else now = Buffer.concat([now.subarray(0, place), Buffer.from(text), now.subarray(place)]);
  }
  return now;
}

function run(bytes: Uint8Array, size: number): EdiEvent[] {
  const decoder = new EdiTextDecoder();
  const reader = new EdiReader();
  const events: EdiEvent[] = [];
  for (let at = 0; at < bytes.length; at += size) events.push(...reader.push(decoder.decode(bytes.subarray(at, at + size))));
  events.push(...reader.push(decoder.end()), ...reader.end());
  return events;
}

test('whatever happened to a file: it is read to its end, quickly, and a claim of a remittance has whole cents', () => {
  fc.assert(fc.property(fc.nat(files.length - 1), fc.array(damage, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 700 }), (which, blows, size) => {
    const start = performance.now();
    const bytes = damaged(files[which] ?? new Uint8Array(), blows);
    const events = run(bytes, size);
    expect(performance.now() - start).toBeLessThan(2_000);
    const summaries = events.filter((event) => event.type === 'transaction');
    const claims = events.filter((event) => event.type === 'claim');
    expect(summaries.reduce((total, event) => total + event.summary.claims, 0)).toBe(claims.length);
    for (const { claim, detail } of claims) {
      if (detail.kind === 'remittance') expect(Number.isSafeInteger(claim.charge?.value) && Number.isSafeInteger(claim.paid?.value)).toBe(true);
      for (const adjustment of [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)]) expect(adjustment.cents === null || Number.isSafeInteger(adjustment.cents)).toBe(true);
      for (const date of [claim.serviceFrom, claim.serviceTo, claim.receivedOn, claim.remittanceOn]) if (date !== null) expect(date.value).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    // However the bytes arrive, the same comes out.
    expect(JSON.stringify(run(bytes, bytes.length + 1)) === JSON.stringify(events)).toBe(true);
  }), { seed: SEED, numRuns: 1_500, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });
}, 60_000);

test('what happens inside one transaction leaves the claims of the others as they were', () => {
  const bodyOf = (n: number): string => `BPR*I*10*C*CHK************20261015~TRN*1*T${n}*1~N1*PR*ALPHA~N1*PE*RB~LX*1~CLP*A${n}*1*20*10**12*I${n}~CAS*CO*45*10~NM1*QC*1*DOE*JANE~SVC*HC:99213*20*10~DTM*472*20260101~LQ*HE*N1~`;
  const transactions = [0, 1, 2, 3, 4].map((n) => ({ head: `ST*835*000${n}~`, body: bodyOf(n), tail: `SE*13*000${n}~` }));
  const build = (bodies: readonly Uint8Array[]): Uint8Array => Buffer.concat([
    Buffer.from('ISA*00*          *00*          *ZZ*S              *ZZ*R              *261015*0830*^*00501*000000127*0*T*:~GS*HP*S*R*20261015*0830*127*X*005010X221A1~'),
    ...transactions.flatMap(({ head, tail }, index) => [Buffer.from(head), bodies[index] ?? new Uint8Array(), Buffer.from(tail)]), Buffer.from('GE*5*127~IEA*1*000000127~'),
  ]);
  const whole = transactions.map(({ body }) => Buffer.from(body));
  const claimsOf = (bytes: Uint8Array): Map<string, string> => new Map(run(bytes, 333).flatMap((event) => (event.type === 'claim' ? [[`${event.detail.envelope.transactionControl ?? ''} ${event.claim.patientControlNumber?.value ?? ''}`, JSON.stringify(event.claim)] as const] : [])));
  const sound = claimsOf(build(whole));
  expect(sound.size).toBe(5);
  const gentle = damage.map((one) => ({ ...one, text: /isa|iea|st\*|se\*|gs/i.test(one.text) ? '~' : one.text }));
  fc.assert(fc.property(fc.nat(4), fc.array(gentle, { minLength: 1, maxLength: 6 }), (which, blows) => {
    const bodies = [...whole];
    // Its last sign stays, so that the damage ends where the transaction does.
    bodies[which] = Buffer.concat([damaged(whole[which] ?? new Uint8Array(), blows), Buffer.from('~')]);
    const seen = claimsOf(build(bodies));
    for (const [key, claim] of sound) if (!key.startsWith(`000${which} `)) expect(seen.get(key) === claim).toBe(true);
  }), { seed: SEED, numRuns: 1_500, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false });
}, 40_000);
