import { beforeEach, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../../storage/audit.ts';
import { answerCase } from '../../../storage/cases/answer-case.ts';
import { addNote } from '../../../storage/cases/add-note.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { openCase } from '../../../storage/cases/open-case.ts';
import { overrideDeadline } from '../../../storage/cases/override-deadline.ts';
import { planCase } from '../../../storage/cases/plan-case.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { settlePromise } from '../../../storage/calls/promises.ts';
import { startAppeal } from '../../../storage/appeals/start-appeal.ts';
import { editPacket } from '../../../storage/appeals/edit-packet.ts';
import { beginDocument, documentBytes, finishDocument, putDocumentPart } from '../../../storage/appeals/documents.ts';
import { caseEvidence } from '../../../storage/evidence/case-evidence.ts';
import { listUsers } from '../../../storage/people.ts';
import { BundleFault } from '../../../storage/team/bundle-fault.ts';
import { readBundle } from '../../../storage/team/bundle-file.ts';
import { casesToDecide, decideChoice } from '../../../storage/team/decide-choice.ts';
import { lookAtBundle } from '../../../storage/team/look-at-bundle.ts';
import { beginBundle } from '../../../storage/team/make-bundle.ts';
import { readMachine } from '../../../storage/team/machine.ts';
import { readWholeCase } from '../../../storage/team/read-document.ts';
import { beginTaking, takeCase } from '../../../storage/team/take-bundle.ts';
import { commitChange } from '../../../storage/write.ts';
import { canonicalJson } from '../../../rules/evidence/canonical-json.ts';
import { fieldsOf } from '../../../rules/team/case-fields.ts';
import { changeCase } from '../../../storage/cases/change-case.ts';
import { findPlanted } from '../../e2e/raw-store.ts';
import { capture, deniedFacts } from '../cases/practice.ts';
import { bundleOf, computer, takeIn, throwIf, WORDS } from './two-computers.ts';
import type { Computer } from './two-computers.ts';

let ada: Computer;
let bo: Computer;
const HOST = 'portal.example';

beforeEach(async () => {
  ada = await computer('ada', 'Ada Fernhill', 1);
  bo = await computer('bo', 'Bo Larkspur', 2);
});

async function aCase(on: Computer, more: Parameters<typeof deniedFacts>[0] = {}): Promise<string> {
  const saved = await throwIf(saveCapture(on.ctx, capture(deniedFacts(more)), null, HOST));
  return saved.saved[0]?.caseId ?? '';
}
const call = (caseId: string, words: string, promisedFor: string | null = null): Parameters<typeof logContact>[1] => ({
  caseIds: [caseId], outcome: 'in-process', followUpOn: '2026-03-20', nextAction: 'check-status',
  contact: { channel: 'phone', numberDialled: '800 555 0100', representative: words, reference: `REF-${words}`, noReferenceReason: null, outcome: 'in-process', promise: promisedFor === null ? '' : 'will pay', promisedFor, note: `${words} said so`, startedAtMs: 1, endedAtMs: 2, holdSeconds: 3 },
});
const factOf = async (on: Computer, caseId: string) => {
  const row = await on.ctx.db.cases.get(caseId);
  if (row === undefined) throw new Error('no such case');
  return (await openCase(on.ctx.vault, row)).facts;
};

/** Everything of a case but what is this computer's own: for telling whether two hold the same. */
async function whole(on: Computer, caseId: string): Promise<string> {
  const read = await readWholeCase(on.ctx, caseId);
  if (read === null) throw new Error('no such case');
  const fields = [...fieldsOf(read.fields)].filter(([path]) => !path.endsWith('ownerId')).sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, { value }]) => [path, value]);
  return canonicalJson({ fields, additions: [...read.additions.keys()].sort() });
}

describe('a hand-over file', () => {
  test('brings a case with its history, contacts, promises, notes, dates set by hand and its appeal; the chain of evidence holds on the other side', async () => {
    const id = await aCase(ada);
    await throwIf(logContact(ada.at(1), call(id, 'Perpetua', '2026-03-18')));
    await throwIf(addNote(ada.at(2), { caseId: id, text: 'Ask for the supervisor' }));
    await throwIf(overrideDeadline(ada.at(3), { caseId: id, action: 'appeal-level-1', date: '2026-06-30', reason: 'Printed in the letter', evidence: 'Letter of March 2' }));
    await throwIf(startAppeal(ada.at(4), { caseId: id, level: 'appeal-level-1' }));

    const file = await bundleOf(ada, [id], { minutes: 5 });
    expect(await takeIn(bo, file, { minutes: 10 })).toMatchObject({ fresh: 1, choices: 0 });
    expect(await whole(bo, id)).toBe(await whole(ada, id));
    const row = await bo.ctx.db.cases.get(id);
    expect(row).toMatchObject({ ownerId: bo.ctx.userId, open: 1 });
    const clock = (await bo.ctx.db.clocks.where('caseId').equals(id).toArray()).find(({ action }) => action === 'appeal-level-1');
    expect(clock?.overridden, 'the date set by hand rules the clock here too').toBe(1);
    expect(await bo.ctx.db.contacts.count()).toBe(1);
    expect(await bo.ctx.db.appeals.count()).toBe(1);
    expect((await bo.ctx.db.promises.toArray())[0]).toMatchObject({ caseId: id, state: 'open' });
    expect((await caseEvidence(bo.ctx.db, bo.ctx.vault, id))?.chain).toMatchObject({ whole: true, looks: 1 });
    expect(await verifyAudit(bo.ctx.db, bo.ctx.vault)).toMatchObject({ ok: true });
    // Ada's name stands on what she did; she cannot sign in there.
    expect((await bo.ctx.db.users.get(ada.ctx.userId))?.name).toBe('Ada Fernhill');
    expect((await listUsers(bo.ctx.db)).map(({ id: user }) => user)).toEqual([bo.ctx.userId]);
  });

  test('taken in twice changes nothing the second time', async () => {
    const id = await aCase(ada);
    const file = await bundleOf(ada, [id]);
    await takeIn(bo, file, { minutes: 1 });
    const before = await whole(bo, id);
    const events = await bo.ctx.db.events.count();
    expect(await takeIn(bo, file, { minutes: 2 })).toMatchObject({ fresh: 0, merged: 0, same: 1 });
    expect(await whole(bo, id)).toBe(before);
    expect(await bo.ctx.db.events.count()).toBe(events);
  });

  test('two people work on one case apart: additions of both are there, and a fact both typed stands side by side until one decides', async () => {
    const id = await aCase(ada);
    await takeIn(bo, await bundleOf(ada, [id]), { minutes: 1 });
    await throwIf(answerCase(ada.at(10), { caseId: id, facts: { memberId: 'W111111111' } }));
    await throwIf(logContact(ada.at(11), call(id, 'Perpetua')));
    await throwIf(answerCase(bo.at(12), { caseId: id, facts: { memberId: 'W222222222' } }));
    await throwIf(logContact(bo.at(13), call(id, 'Cornelius', '2026-03-15')));

    const [fromAda, fromBo] = [await bundleOf(ada, [id], { minutes: 20 }), await bundleOf(bo, [id], { minutes: 20 })];
    const look = await lookAtBundle({ ...bo.ctx, userId: bo.ctx.userId }, fromAda, WORDS);
    expect(look.cases[0]?.choices.map(({ path }) => path)).toEqual(['facts/memberId']);
    expect(await takeIn(bo, fromAda, { minutes: 21 })).toMatchObject({ merged: 1, choices: 1 });
    expect(await takeIn(ada, fromBo, { minutes: 22 })).toMatchObject({ merged: 1, choices: 1 });
    expect(await whole(ada, id)).toBe(await whole(bo, id));
    expect(await ada.ctx.db.contacts.count()).toBe(2);

    const [waiting] = (await casesToDecide(ada.ctx.db, ada.ctx.vault, 10)).cases;
    expect(waiting?.choices[0]?.choice.map(({ value }) => value)).toEqual(['W111111111', 'W222222222']);
    const dot = waiting?.choices[0]?.choice[0]?.dot ?? ['', 0];
    await throwIf(decideChoice(ada.at(30), { caseId: id, path: 'facts/memberId', dot: [dot[0], dot[1]] }));
    expect((await factOf(ada, id)).memberId).toBe('W111111111');
    expect((await casesToDecide(ada.ctx.db, ada.ctx.vault, 10)).total).toBe(0);
    // The decision goes over, and what was not taken is still to be read in the timeline.
    await takeIn(bo, await bundleOf(ada, [id], { minutes: 31 }), { minutes: 32 });
    expect((await factOf(bo, id)).memberId).toBe('W111111111');
    expect((await casesToDecide(bo.ctx.db, bo.ctx.vault, 10)).total).toBe(0);
    const read = await readWholeCase(bo.ctx, id);
    expect(canonicalJson([...(read?.additions.values() ?? [])].filter(({ kind }) => kind === 'event'))).toContain('W222222222');
    // Bo's old file comes once more: it does not bring the question back.
    expect(await takeIn(ada, fromBo, { minutes: 40 })).toMatchObject({ same: 1, choices: 0 });
  });

  test('what one closed while the other went on stays in the queue until somebody decides', async () => {
    const id = await aCase(ada);
    await takeIn(bo, await bundleOf(ada, [id]), { minutes: 1 });
    await throwIf(resolveCase(ada.at(5), { caseId: id, outcome: 'written-off', reason: 'Too small', recoveredCents: null }));
    await throwIf(planCase(bo.at(6), { caseId: id, state: 'waiting-on-payer', followUpOn: '2026-03-25' }));
    await takeIn(ada, await bundleOf(bo, [id], { minutes: 7 }), { minutes: 8 });
    expect(await ada.ctx.db.cases.get(id)).toMatchObject({ open: 1, state: 'waiting-on-payer' });
    const [waiting] = (await casesToDecide(ada.ctx.db, ada.ctx.vault, 10)).cases;
    expect(waiting?.choices.map(({ path }) => path)).toContain('standing');
    const closed = waiting?.choices.find(({ path }) => path === 'standing')?.choice.find(({ value }) => (value as { open?: boolean }).open === false);
    await throwIf(decideChoice(ada.at(9), { caseId: id, path: 'standing', dot: [closed?.dot[0] ?? '', closed?.dot[1] ?? 0] }));
    expect(await ada.ctx.db.cases.get(id)).toMatchObject({ open: 0, state: 'resolved' });
  });

  test('a promise that one settled is settled on both', async () => {
    const id = await aCase(ada);
    await throwIf(logContact(ada.at(1), call(id, 'Perpetua', '2026-03-18')));
    await takeIn(bo, await bundleOf(ada, [id], { minutes: 2 }), { minutes: 3 });
    const [promise] = await bo.ctx.db.promises.toArray();
    await throwIf(settlePromise(bo.at(4), { promiseId: promise?.id ?? '', state: 'kept', how: 'Paid on March 17' }));
    await takeIn(ada, await bundleOf(bo, [id], { minutes: 5 }), { minutes: 6 });
    expect(await ada.ctx.db.promises.get(promise?.id ?? '')).toMatchObject({ state: 'kept', settledBy: bo.ctx.userId });
  });

  test('documents come along where that was chosen, and otherwise keep their place', async () => {
    const id = await aCase(ada);
    const { appealId } = await throwIf(startAppeal(ada.at(1), { caseId: id, level: 'appeal-level-1' }));
    const bytes = new TextEncoder().encode(`%PDF-1.4 ${'records of the visit '.repeat(20_000)}`);
    const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
    const { documentId, parts } = await throwIf(beginDocument(ada.at(2), { appealId, name: 'chart.pdf', type: 'application/pdf', bytes: bytes.length, pages: 3, sha256 }));
    expect(parts).toBeGreaterThan(1);
    for (let n = 0; n < parts; n += 1) await throwIf(putDocumentPart(ada.at(2), { documentId, n, data: bytes.slice(n * 192 * 1024, (n + 1) * 192 * 1024).toBase64() }));
    await throwIf(finishDocument(ada.at(3), { documentId }));
    await takeIn(bo, await bundleOf(ada, [id], { minutes: 4 }), { minutes: 5 });
    expect(await bo.ctx.db.documents.get(documentId)).toMatchObject({ done: 0, parts });
    const file = await bundleOf(ada, [id], { minutes: 6, withDocuments: true });
    await takeIn(bo, file, { minutes: 7 });
    const row = await bo.ctx.db.documents.get(documentId);
    expect(row?.done).toBe(1);
    if (row !== undefined) expect(await documentBytes(bo.ctx.db, bo.ctx.vault, row)).toEqual(bytes);
    // And an appeal that both go on with joins as well.
    await throwIf(editPacket(bo.at(8), { appealId, rev: (await bo.ctx.db.appeals.get(appealId))?.rev ?? 0, edit: { kind: 'about', signer: 'Dr. Hartwell' } }));
    await takeIn(ada, await bundleOf(bo, [id], { minutes: 9 }), { minutes: 10 });
    expect(await whole(ada, id)).toBe(await whole(bo, id));
  });
});

/** Everything a store holds as one text of bytes, as somebody with the disk reads it. */
async function rawText(on: Computer): Promise<string> {
  const parts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') parts.push(value, Buffer.from(value, 'utf8').toString('latin1'));
    else if (value instanceof Uint8Array) parts.push(Buffer.from(value).toString('latin1'));
    else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) {
      parts.push(name);
      walk(inner);
    }
  };
  for (const table of on.ctx.db.tables) walk(await table.toArray());
  return parts.join('\n');
}

test('whoever reads the stores of several users without a passphrase finds no patient, nothing of what came in a file, and no signing key', async () => {
  await ada.ctx.db.users.put({ id: 'user-cy-0001', name: 'Cy Alder', role: 'biller', createdMs: 3 });
  const id = await aCase(ada);
  await throwIf(addNote({ ...ada.at(1), userId: 'user-cy-0001' }, { caseId: id, text: 'Ask Wenceslas about the referral' }));
  await throwIf(logContact(ada.at(2), call(id, 'Perpetua', '2026-03-18')));
  await takeIn(bo, await bundleOf(ada, [id], { minutes: 3, words: 'mind the gap' }), { minutes: 4 });
  await throwIf(answerCase(bo.at(5), { caseId: id, facts: { memberId: 'W222222222' } }));
  await throwIf(answerCase(ada.at(5), { caseId: id, facts: { memberId: 'W111111111' } }));
  await takeIn(ada, await bundleOf(bo, [id], { minutes: 6 }), { minutes: 7 });
  for (const on of [ada, bo]) {
    const kept = (await on.ctx.db.meta.get('pack-key'))?.value as { sealed: Parameters<typeof on.ctx.vault.open>[2] };
    const pkcs8 = String(await on.ctx.vault.open('meta', 'pack-key', kept.sealed));
    const raw = await rawText(on);
    expect(raw, 'the search finds what is there in clear').toContain('Cy Alder');
    expect(raw).not.toContain(pkcs8);
    expect(raw, 'nor its 32 secret bytes').not.toContain(Buffer.from(pkcs8, 'base64').subarray(-32).toString('latin1'));
    expect(await findPlanted(raw, { name: 'Thistlewood', claim: 'E26061234500', account: 'ACC-77120', member: 'W998877665', mine: 'W111111111', theirs: 'W222222222', note: 'Wenceslas', representative: 'Perpetua', words: 'mind the gap', passphrase: WORDS })).toEqual([]);
  }
});

describe('what does not leave, and what does not come in', () => {
  test('a sensitive case stays here and is counted; of a call about two claims only the chosen one leaves', async () => {
    const [one, two] = [await aCase(ada), await aCase(ada, { claimControlNumber: 'E26061299999', patientControlNumber: 'ACC-99999', patientName: 'Brackenridge, Ottoline' })];
    await throwIf(logContact(ada.at(1), { ...call(one, 'Perpetua'), caseIds: [one, two], contact: { ...call(one, 'Perpetua').contact, claims: [one, two].map((caseId) => ({ caseId, outcome: 'in-process' as const, followUpOn: '2026-03-20', nextAction: 'check-status' as const, answers: [], note: `about ${caseId}`, promise: '', promisedFor: null, reference: null })) } }));
    const file = await bundleOf(ada, [one], { minutes: 2 });
    for await (const part of readBundle(file, WORDS)) if (part.kind === 'case') expect(part.signed.text).not.toContain(`about ${two}`);
    await takeIn(bo, file, { minutes: 3 });
    expect((await bo.ctx.db.contacts.toArray())[0]?.caseIds).toEqual([one]);
    await takeIn(bo, await bundleOf(ada, [two], { minutes: 4 }), { minutes: 5 });
    expect(new Set((await bo.ctx.db.contacts.toArray())[0]?.caseIds)).toEqual(new Set([one, two]));

    await throwIf(changeCase(ada.at(6), two, 'case:mark-sensitive', (draft) => ({ draft: { ...draft, sealed: { ...draft.sealed, sensitive: { kind: 'substance-use', reason: '', byUser: ada.ctx.userId, atMs: 1 } } }, events: [] })));
    expect(await beginBundle(ada.at(7), { caseIds: [one, two], passphrase: WORDS })).toMatchObject({ ok: true, value: { caseIds: [one], sensitive: 1 } });
    expect(await beginBundle(ada.at(7), { caseIds: [two], passphrase: WORDS })).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'sensitive' } });
  });

  test('a biller gives away only cases of their own, and a weak passphrase is refused', async () => {
    const id = await aCase(ada);
    await ada.ctx.db.users.put({ id: 'user-cy-0001', name: 'Cy Alder', role: 'biller', createdMs: 3 });
    expect(await beginBundle({ ...ada.ctx, userId: 'user-cy-0001' }, { caseIds: [id], passphrase: WORDS })).toMatchObject({ error: { code: 'role-forbids' } });
    expect(await beginBundle(ada.ctx, { caseIds: [id], passphrase: 'short' })).toMatchObject({ error: { code: 'weak-passphrase' } });
  });

  test('wrong passphrase, cut, appended, changed, another kind of file: each is said as what it is', async () => {
    const file = await bundleOf(ada, [await aCase(ada)]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const codeOf = async (blob: Blob, words = WORDS): Promise<string> => {
      try {
        let cases = 0;
        for await (const part of readBundle(blob, words)) cases += part.kind === 'case' ? 1 : 0;
        return cases === 1 ? 'whole' : 'other';
      } catch (error) {
        return error instanceof BundleFault ? error.code : String(error);
      }
    };
    const changed = bytes.slice();
    changed[bytes.length - 40] = (changed[bytes.length - 40] ?? 0) ^ 1;
    expect(await codeOf(file)).toBe('whole');
    expect(await codeOf(file, 'another passphrase')).toBe('wrong-passphrase');
    expect(await codeOf(new Blob([changed]))).toBe('damaged');
    expect(await codeOf(new Blob([bytes.slice(0, 300)]))).toBe('cut-off');
    expect(await codeOf(new Blob([bytes.slice(0, -1)]))).toBe('damaged');
    expect(await codeOf(new Blob(['hello']))).toBe('not-a-bundle');
    expect(await codeOf(new Blob(['OVERTURN BACKUP\nxxxx']))).toBe('a-backup');
    // No byte of it may be another one unnoticed.
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 200)) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x20;
      expect(await codeOf(new Blob([flipped])), `byte ${at}`).not.toBe('whole');
    }
  });

  test('a case that is not signed by whom it says, or was never announced, is not taken in', async () => {
    const id = await aCase(ada);
    const file = await bundleOf(ada, [id]);
    let head = { text: '', signature: '' };
    let one = { text: '', signature: '' };
    for await (const part of readBundle(file, WORDS)) {
      if (part.kind === 'head') head = part.signed;
      if (part.kind === 'case') one = part.signed;
    }
    expect(await takeCase(bo.ctx, { head, case: one, ownerId: bo.ctx.userId }), 'nobody said whose key it is').toMatchObject({ error: { code: 'not-allowed' } });
    expect(await beginTaking(bo.ctx, { head, signerName: null, samePractice: true }, [])).toMatchObject({ error: { field: 'signerName' } });
    expect(await beginTaking(bo.ctx, { head, signerName: 'Ada', samePractice: false }, [])).toMatchObject({ error: { field: 'practice' } });
    const practiceId = (JSON.parse(head.text) as { practice: { id: string } }).practice.id;
    expect(await beginTaking(bo.ctx, { head, signerName: 'Ada', samePractice: true }, [practiceId]), 'work of another client').toMatchObject({ error: { code: 'not-allowed', field: 'client' } });
    await throwIf(beginTaking(bo.ctx, { head, signerName: 'Ada', samePractice: true }, []));
    expect(await takeCase(bo.ctx, { head, case: { ...one, text: one.text.replace('W998877665', 'W000000000') }, ownerId: bo.ctx.userId })).toMatchObject({ error: { code: 'bad-request', field: 'case' } });
    expect(await takeCase(bo.ctx, { head: { ...head, text: head.text.replace('Ada Fernhill', 'Eve Fernhill') }, case: one, ownerId: bo.ctx.userId })).toMatchObject({ error: { code: 'bad-request', field: 'head' } });
    expect(await bo.ctx.db.cases.count()).toBe(0);
    await throwIf(takeCase(bo.ctx, { head, case: one, ownerId: 'pool' }));
    expect((await bo.ctx.db.cases.get(id))?.ownerId).toBe('pool');
  });

  test('broken off in the middle, what came is whole, and doing it again goes on', async () => {
    const ids = [await aCase(ada), await aCase(ada, { claimControlNumber: 'E26061288888', patientControlNumber: 'ACC-88888', patientName: 'Brackenridge, Ottoline' })];
    const file = await bundleOf(ada, ids);
    let head = { text: '', signature: '' };
    for await (const part of readBundle(file, WORDS)) {
      if (part.kind === 'head') {
        head = part.signed;
        await throwIf(beginTaking(bo.ctx, { head, signerName: 'Ada', samePractice: true }, []));
      } else if (part.kind === 'case') {
        await throwIf(takeCase(bo.ctx, { head, case: part.signed, ownerId: bo.ctx.userId }));
        break;
      }
    }
    expect(await bo.ctx.db.cases.count()).toBe(1);
    expect(await takeIn(bo, file, { minutes: 2 })).toMatchObject({ fresh: 1, same: 1 });
    expect(await bo.ctx.db.cases.count()).toBe(2);
  });

  test('a claim that is here under another id is pointed out and never joined unasked', async () => {
    await aCase(bo);
    const file = await bundleOf(ada, [await aCase(ada)]);
    const look = await lookAtBundle({ ...bo.ctx, userId: bo.ctx.userId }, file, WORDS);
    expect(look.cases[0]).toMatchObject({ isNew: true, twin: { isSure: true } });
    await takeIn(bo, file, { minutes: 1 });
    expect(await bo.ctx.db.cases.count()).toBe(2);
  });

  test('a restored copy of the store gets a name of its own among the computers', async () => {
    const caseId = await aCase(ada);
    await bundleOf(ada, [caseId]);
    const before = await readMachine(ada.ctx.db);
    expect(before).not.toBeNull();
    await bundleOf(ada, [caseId], { minutes: 1 });
    expect(await readMachine(ada.ctx.db)).toBe(before);
    await commitChange(ada.ctx, [], [], async () => ada.ctx.db.meta.put({ key: 'restored', value: { madeMs: 5, schema: 3, rows: 1 } }));
    await bundleOf(ada, [caseId], { minutes: 2 });
    expect(await readMachine(ada.ctx.db)).not.toBe(before);
  });

  test('names of computer and practice and the key are written with the row of the trail, or not at all', async () => {
    const caseId = await aCase(ada);
    const marks = async (): Promise<string[]> => (await ada.ctx.db.meta.toCollection().primaryKeys()).filter((key) => /^(?:team-|pack-key)/u.test(key)).sort();
    const before = await marks();
    const real = ada.ctx.db.caseVersions.bulkPut.bind(ada.ctx.db.caseVersions);
    ada.ctx.db.caseVersions.bulkPut = () => { throw new DOMException('The disk is full', 'QuotaExceededError'); };
    await expect(bundleOf(ada, [caseId])).rejects.toThrow();
    expect(await marks()).toEqual(before);
    ada.ctx.db.caseVersions.bulkPut = real;
    await bundleOf(ada, [caseId]);
    expect(await marks()).toEqual(['pack-key', 'team-machine', 'team-practice']);
  });
});
