import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText, documentOf, mergeDocuments, openChoices, shownFields, stampFields, writtenDocument, writtenOf } from '../../../rules/team/case-document.ts';
import type { Addition, CaseDocument, FieldNow } from '../../../rules/team/case-document.ts';
import { canBeTakenOut } from '../../../rules/team/field-policy.ts';
import type { Json } from '../../../rules/team/field-register.ts';
import { NO_DAY } from '../../../rules/domain/day-number.ts';

/**
 * Computers of one practice that edit the same case and hand bundles to each other. Everything that can happen is one of the steps
 * below; the properties must hold whatever the steps are.
 */
const MACHINES = ['machine-a', 'machine-b', 'machine-c'] as const;
const PATHS = ['facts/paid', 'facts/memberId', 'plan/ownerId', 'plan/followUpDay', 'standing', 'overrides/1 user', 'differences/look-1 paid', 'promise/promise-1', 'appeal/appeal-01/submission'] as const;

type Step = { at: number; what: 'edit'; path: string; value: Json; typed: boolean } | { at: number; what: 'add'; id: string } | { at: number; what: 'hand-over'; to: number } | { at: number; what: 'late'; to: number };

const valueFor = (path: string, n: number): Json => {
  if (path === 'standing') return { open: n % 3 !== 0, state: n % 3 === 0 ? 'resolved' : `state-${n % 4}`, resolution: n % 3 === 0 ? { outcome: `ending-${n}` } : null };
  if (path === 'plan/followUpDay') return n % 7 === 0 ? NO_DAY : 20_000 + n;
  if (path === 'promise/promise-1') return { state: n % 2 === 0 ? 'open' : 'kept', how: `words ${n}` };
  return canBeTakenOut(path) && n % 4 === 0 ? null : `value ${n}`;
};

const steps = fc.array(fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: fc.nat(2), what: fc.constant('edit' as const), path: fc.constantFrom(...PATHS), value: fc.nat(40), typed: fc.boolean() }).map((one): Step => ({ ...one, value: valueFor(one.path, one.value) })) },
  { weight: 2, arbitrary: fc.record({ at: fc.nat(2), what: fc.constant('add' as const), id: fc.nat(1_000_000).map((n) => `addition-${n}`) }) },
  { weight: 3, arbitrary: fc.record({ at: fc.nat(2), what: fc.constantFrom('hand-over' as const, 'late' as const), to: fc.nat(2) }) },
), { maxLength: 60 });

type World = { documents: CaseDocument[]; bundles: CaseDocument[]; typed: { machine: number; path: string; value: Json }[] };

const empty = (): CaseDocument => ({ caseId: 'case-0001', createdMs: 10, createdDay: 1, touchedMs: 10, fields: new Map(), additions: new Map() });

function run(all: readonly Step[]): World {
  const world: World = { documents: MACHINES.map(empty), bundles: [], typed: [] };
  all.forEach((step, index) => {
    const mine = world.documents[step.at] ?? empty();
    if (step.what === 'edit') {
      const now = new Map<string, FieldNow>([...shownFields(mine.fields)].filter(([, value]) => value !== null).map(([path, value]) => [path, { value, typed: false }]));
      if (step.value === null) now.delete(step.path);
      else now.set(step.path, { value: step.value, typed: step.typed });
      const fields = stampFields(mine.fields, now, { machine: MACHINES[step.at] ?? '', atMs: 1000 + (index % 11), byUser: `user-${step.at}` });
      world.documents[step.at] = { ...mine, fields, touchedMs: 1000 + index };
      world.typed.push({ machine: step.at, path: step.path, value: step.value });
    } else if (step.what === 'add') {
      const addition: Addition = { kind: 'event', id: `${step.id}-${MACHINES[step.at] ?? ''}`, value: { text: step.id } };
      world.documents[step.at] = { ...mine, additions: new Map([...mine.additions, [`event/${addition.id}`, addition]]) };
    } else if (step.what === 'hand-over') {
      world.bundles.push(mine);
      world.documents[step.to] = mergeDocuments(world.documents[step.to] ?? empty(), mine);
    } else {
      // A bundle that was made long ago turns up now.
      const late = world.bundles[index % Math.max(1, world.bundles.length)];
      if (late !== undefined) world.documents[step.to] = mergeDocuments(world.documents[step.to] ?? empty(), late);
    }
  });
  return world;
}

const RUNS = { numRuns: 400, seed: 20_261_128 };
const [A, B, C] = [0, 1, 2];
const of = (world: World, n: number): CaseDocument => world.documents[n] ?? empty();

describe('merging a case by field', () => {
  test('does not ask who hears of whom first, or how often', () => {
    fc.assert(fc.property(steps, (all) => {
      const world = run(all);
      const [a, b, c] = [of(world, A), of(world, B), of(world, C)];
      expect(documentText(mergeDocuments(a, b)), 'commutative').toBe(documentText(mergeDocuments(b, a)));
      expect(documentText(mergeDocuments(mergeDocuments(a, b), c)), 'associative').toBe(documentText(mergeDocuments(a, mergeDocuments(b, c))));
      expect(documentText(mergeDocuments(a, a)), 'idempotent').toBe(documentText(a));
      const ab = mergeDocuments(a, b);
      expect(documentText(mergeDocuments(ab, b)), 'a bundle taken in twice').toBe(documentText(ab));
      // Old bundles bring nothing back that was settled since.
      const whole = mergeDocuments(ab, c);
      for (const old of world.bundles) expect(documentText(mergeDocuments(whole, old)), 'an old bundle').toBe(documentText(whole));
    }), RUNS);
  });

  test('loses nothing: each last value of a computer is shown, beside the shown one, or was replaced by somebody who had seen it', () => {
    fc.assert(fc.property(steps, (all) => {
      const world = run(all);
      const whole = MACHINES.map((_, n) => of(world, n)).reduce(mergeDocuments);
      world.documents.forEach((document) => {
        for (const key of document.additions.keys()) expect(whole.additions.has(key)).toBe(true);
        for (const [path, register] of document.fields) {
          const end = whole.fields.get(path);
          for (const candidate of register.candidates) {
            const isThere = end?.candidates.some((one) => JSON.stringify(one.dot) === JSON.stringify(candidate.dot)) === true;
            // Gone only where another computer's register knew of that writing and held a newer one.
            const wasSeen = world.documents.some((other) => {
              const theirs = other.fields.get(path);
              return theirs !== undefined && theirs.seen.some(([machine, n]) => machine === candidate.dot[0] && n >= candidate.dot[1]) && !theirs.candidates.some((one) => JSON.stringify(one.dot) === JSON.stringify(candidate.dot));
            });
            expect(isThere || wasSeen, path).toBe(true);
          }
        }
      });
    }), RUNS);
  });

  test('a document read back from its text is the same document', () => {
    fc.assert(fc.property(steps, (all) => {
      const document = of(run(all), A);
      const read = documentOf(writtenDocument.parse(JSON.parse(documentText(document))));
      expect(documentText(read)).toBe(documentText(document));
      expect(writtenOf(read)).toEqual(writtenOf(document));
    }), { ...RUNS, numRuns: 100 });
  });
});

/** Two weeks, two computers, a bundle now and then, in the order the seed says, some of them taken in late, twice or never. */
test('after two weeks apart both computers hold the same, whatever bundles came in which order', () => {
  fc.assert(fc.property(fc.array(steps, { minLength: 10, maxLength: 14 }), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (days, order) => {
    const world = run(days.flat());
    const bundles = [...world.bundles, of(world, A), of(world, B), of(world, C)];
    const shuffled = (salt: number): CaseDocument[] => bundles.map((bundle, n) => ({ bundle, rank: ((order[n % order.length] ?? 0) * (n + 7) * (salt + 3)) % 97 })).sort((one, other) => one.rank - other.rank).map(({ bundle }) => bundle);
    const ends = [1, 2, 3].map((salt) => documentText(shuffled(salt).reduce(mergeDocuments, of(world, salt % 2))));
    expect(ends[1]).toBe(ends[0]);
    expect(ends[2]).toBe(ends[0]);
  }), { numRuns: 60, seed: 7 });
});

describe('what is shown, and what a person decides', () => {
  const write = (document: CaseDocument, machine: string, atMs: number, values: Record<string, FieldNow>): CaseDocument => ({
    ...document, fields: stampFields(document.fields, new Map([...[...shownFields(document.fields)].map(([path, value]): [string, FieldNow] => [path, { value, typed: false }]), ...Object.entries(values)]), { machine, atMs, byUser: machine }),
  });
  const both = (path: string, one: FieldNow, other: FieldNow) => {
    const base = write(empty(), 'machine-a', 1, { [path]: { value: path === 'standing' ? { open: true, state: 'identified', resolution: null } : 'at first', typed: false } });
    const merged = mergeDocuments(write(base, 'machine-a', 5, { [path]: one }), write(base, 'machine-b', 9, { [path]: other }));
    return { shown: shownFields(merged.fields).get(path), choices: openChoices(merged.fields).map(({ choice }) => choice.map(({ value }) => value)), merged };
  };

  test.each(['overrides/1 user', 'submissions/1 user', 'letters/1 user', 'references/Call 7', 'edited/paid', 'setAside/look-1', 'appeal/appeal-01/typedFacts/paid'])('%s that was taken out stays out, also where an old bundle comes later', (path) => {
    const who = { machine: 'machine-a', atMs: 1, byUser: 'user' };
    const state: [string, FieldNow] = ['appeal/appeal-01/state', { value: 'draft', typed: true }];
    const before = { ...empty(), fields: stampFields(new Map(), new Map([state, [path, { value: 'an entry', typed: true }]]), who) };
    const after = { ...before, fields: stampFields(before.fields, new Map([state]), { ...who, atMs: 2 }) };
    expect(shownFields(mergeDocuments(after, before).fields).get(path)).toBeNull();
  });
  test('an appeal that went to another case took its entries along: they are not taken out', () => {
    const who = { machine: 'machine-a', atMs: 1, byUser: 'user' };
    const fields = stampFields(new Map(), new Map<string, FieldNow>([['appeal/appeal-01/state', { value: 'draft', typed: true }], ['appeal/appeal-01/typedFacts/paid', { value: 'an entry', typed: true }]]), who);
    expect(shownFields(stampFields(fields, new Map(), { ...who, atMs: 2 })).get('appeal/appeal-01/typedFacts/paid')).toBe('an entry');
  });
  test('two values typed by two people stand side by side', () => {
    expect(both('facts/memberId', { value: 'W1', typed: true }, { value: 'W2', typed: true })).toMatchObject({ shown: 'W2', choices: [['W1', 'W2']] });
  });
  test('the same value typed twice asks nobody', () => {
    expect(both('facts/memberId', { value: 'W1', typed: true }, { value: 'W1', typed: true })).toMatchObject({ shown: 'W1', choices: [] });
  });
  test('two looks of the portal: the later one holds', () => {
    expect(both('facts/paid', { value: 100, typed: false }, { value: 200, typed: false })).toMatchObject({ shown: 200, choices: [] });
  });
  test('what a person typed is not overruled by a page that was read elsewhere', () => {
    expect(both('facts/paid', { value: 100, typed: true }, { value: 200, typed: false }).choices).toEqual([[100, 200]]);
  });
  test('a case that one closed while another goes on stays in the queue until somebody decides', () => {
    const closed = { open: false, state: 'resolved', resolution: { outcome: 'paid' } };
    const found = both('standing', { value: { open: true, state: 'appeal-sent', resolution: null }, typed: true }, { value: closed, typed: true });
    expect(found.shown).toMatchObject({ open: true, state: 'appeal-sent' });
    expect(found.choices).toHaveLength(1);
  });
  test('closed by one and untouched by the other is closed', () => {
    const base = write(empty(), 'machine-a', 1, { standing: { value: { open: true, state: 'working', resolution: null }, typed: true } });
    const merged = mergeDocuments(base, write(base, 'machine-b', 2, { standing: { value: { open: false, state: 'resolved', resolution: { outcome: 'paid' } }, typed: true } }));
    expect(shownFields(merged.fields).get('standing')).toMatchObject({ open: false });
    expect(openChoices(merged.fields)).toEqual([]);
  });
  test('of two days to look again the earlier one holds, so that no promise passes unseen', () => {
    expect(both('plan/followUpDay', { value: 20_100, typed: true }, { value: 20_050, typed: true })).toMatchObject({ shown: 20_050, choices: [] });
  });
  test('a decision ends the choice everywhere, also where an old bundle comes later', () => {
    const { merged } = both('facts/memberId', { value: 'W1', typed: true }, { value: 'W2', typed: true });
    const decided = write(merged, 'machine-a', 20, { 'facts/memberId': { value: 'W1', typed: true } });
    expect(openChoices(decided.fields)).toEqual([]);
    const again = mergeDocuments(decided, merged);
    expect(openChoices(again.fields)).toEqual([]);
    expect(shownFields(again.fields).get('facts/memberId')).toBe('W1');
  });
});
