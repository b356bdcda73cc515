import { expect, test } from 'vitest';
import { canonicalJson } from '../../../rules/evidence/canonical-json.ts';
import { fieldsOf } from '../../../rules/team/case-fields.ts';
import { openChoices } from '../../../rules/team/case-document.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { answerCase } from '../../../storage/cases/answer-case.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { overrideDeadline } from '../../../storage/cases/override-deadline.ts';
import { planCase } from '../../../storage/cases/plan-case.ts';
import { recordLetter } from '../../../storage/cases/record-letter.ts';
import { reopenCase } from '../../../storage/cases/reopen-case.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { readVersions, readWholeCase } from '../../../storage/team/read-document.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf } from './two-computers.ts';
import type { Computer } from './two-computers.ts';

/**
 * Two weeks of two computers on the same claims, with the product's own commands in an order the seed says, and files handed over now
 * and then: some at once, some late, some twice. In the end both take in the other's last file, in either order, and hold the same.
 */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** A small generator, so that a failing seed can be run again (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function whole(on: Computer, caseId: string): Promise<string> {
  const read = await readWholeCase(on.ctx, caseId);
  if (read === null) throw new Error('no such case');
  const fields = [...fieldsOf(read.fields)].filter(([path]) => !path.endsWith('ownerId')).sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, { value }]) => [path, value]);
  const choices = openChoices(await readVersions(on.ctx, caseId)).map(({ path, choice }) => [path, choice.map(({ value }) => value)]);
  return canonicalJson({ fields, additions: [...read.additions.keys()].sort(), choices });
}

/** One thing somebody does to a case; what they typed is noted down, to be looked for in the end. */
async function work(on: Computer, caseId: string, minutes: number, below: (n: number) => number, typed: string[]): Promise<void> {
  const ctx = on.at(minutes);
  const words = `${on.name} typed ${minutes}`;
  const isOpen = (await on.ctx.db.cases.get(caseId))?.open === 1;
  const kind = below(8);
  if (kind === 0) {
    await throwIf(addNote(ctx, { caseId, text: words }));
    typed.push(words);
  } else if (kind === 1) {
    await throwIf(logContact(ctx, {
      caseIds: [caseId], outcome: 'in-process', followUpOn: `2026-03-${String(12 + below(15)).padStart(2, '0')}`, nextAction: 'check-status',
      contact: { channel: 'phone', numberDialled: '800 555 0100', representative: words, reference: `R${minutes}`, noReferenceReason: null, outcome: 'in-process', promise: 'will call', promisedFor: below(2) === 0 ? '2026-03-18' : null, note: words, startedAtMs: 1, endedAtMs: 2, holdSeconds: 3 },
    }));
    typed.push(words);
  } else if (kind === 2) {
    await throwIf(answerCase(ctx, { caseId, facts: { memberId: `W${minutes}` } }));
    typed.push(`W${minutes}`);
  } else if (kind === 3) {
    await throwIf(overrideDeadline(ctx, { caseId, action: 'appeal-level-1', date: `2026-07-${String(1 + below(28)).padStart(2, '0')}`, reason: words, evidence: 'a letter' }));
    typed.push(words);
  } else if (kind === 4 && isOpen) {
    await throwIf(recordLetter(ctx, { caseId, kind: 'records-request', on: '2026-03-05', receivedOn: null, lastDay: '2026-05-01', evidence: words }));
    typed.push(words);
  } else if (kind === 5 && isOpen) await throwIf(planCase(ctx, { caseId, state: (['working', 'waiting-on-payer', 'appeal-sent'] as const)[below(3)] ?? 'working', followUpOn: `2026-04-${String(1 + below(28)).padStart(2, '0')}` }));
  else if (kind === 6 && isOpen) {
    await throwIf(resolveCase(ctx, { caseId, outcome: 'written-off', reason: words, recoveredCents: null }));
    typed.push(words);
  } else if (kind === 7 && !isOpen) {
    await throwIf(reopenCase(ctx, { caseId, reason: words }));
    typed.push(words);
  }
}

test.each(SEEDS)('two weeks apart, seed %i: both computers end with the same, and everything typed is to be found on both', async (seed) => {
  const below = chance(seed);
  const [ada, bo] = [await computer('ada', 'Ada Fernhill', 1), await computer('bo', 'Bo Larkspur', 2)];
  const ids: string[] = [];
  for (const [index, number] of ['E26061234500', 'E26061234511'].entries()) {
    const saved = await throwIf(saveCapture(ada.ctx, capture(deniedFacts({ claimControlNumber: number, patientControlNumber: `ACC-1${index}`, patientName: index === 0 ? 'Thistlewood, Marguerite' : 'Brackenridge, Ottoline' })), null, 'portal.example'));
    ids.push(saved.saved[0]?.caseId ?? '');
  }
  await takeIn(bo, await bundleOf(ada, ids, { minutes: 1 }), { minutes: 1 });
  const typed: string[] = [];
  const onTheWay: { to: Computer; file: Blob }[] = [];
  for (let step = 0; step < 36; step += 1) {
    const minutes = 10 + step * 9;
    const on = below(2) === 0 ? ada : bo;
    const id = ids[below(ids.length)] ?? '';
    if (below(6) === 0) onTheWay.push({ to: on === ada ? bo : ada, file: await bundleOf(on, [id], { minutes }) });
    else if (below(6) === 0 && onTheWay.length > 0) {
      const chosen = onTheWay[below(onTheWay.length)]; // left on the pile: it may come again
      if (chosen !== undefined) await takeIn(chosen.to, chosen.file, { minutes });
    } else await work(on, id, minutes, below, typed);
  }
  // The last files of both cross; then everything that is still on the way turns up, in any order. What was assigned on the way goes back and forth once more.
  const [fromAda, fromBo] = [await bundleOf(ada, ids, { minutes: 500 }), await bundleOf(bo, ids, { minutes: 500 })];
  await takeIn(seed % 2 === 0 ? ada : bo, seed % 2 === 0 ? fromBo : fromAda, { minutes: 501 });
  await takeIn(seed % 2 === 0 ? bo : ada, seed % 2 === 0 ? fromAda : fromBo, { minutes: 502 });
  for (const { to, file } of onTheWay.reverse()) await takeIn(to, file, { minutes: 503 });
  expect(typed.length).toBeGreaterThan(8);
  for (const id of ids) expect(await whole(ada, id)).toBe(await whole(bo, id));
  for (const on of [ada, bo]) {
    const all: string[] = [];
    for (const id of ids) {
      const read = await readWholeCase(on.ctx, id);
      all.push(canonicalJson([...(read?.additions.values() ?? [])]), await whole(on, id));
    }
    const text = all.join('\n');
    expect(typed.filter((words) => !text.includes(words)), 'nothing typed is lost').toEqual([]);
  }
}, 60_000);
