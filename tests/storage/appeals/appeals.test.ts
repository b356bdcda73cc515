import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandRequest } from '../../../rules/protocol/commands.ts';
import { DOCUMENT_PART_BYTES } from '../../../rules/protocol/appeal-commands.ts';
import { templateFor } from '../../../rules/appeals/letter-template.ts';
import { appealFile } from '../../../storage/appeals/appeal-file.ts';
import type { AppealFile } from '../../../storage/appeals/appeal-file.ts';
import { appealItems } from '../../../storage/appeals/appeal-list.ts';
import { decideAppeal, escalateAppeal, recordPeerTalk, stopAppeal } from '../../../storage/appeals/decide-appeal.ts';
import { beginDocument, documentBytes, finishDocument, putDocumentPart, removeDocument } from '../../../storage/appeals/documents.ts';
import { editPacket } from '../../../storage/appeals/edit-packet.ts';
import { exportPacket } from '../../../storage/appeals/export-packet.ts';
import { saveLetterText, templateHistory } from '../../../storage/appeals/letter-texts.ts';
import { checkAppeal, moveAppeal, sendAppeal } from '../../../storage/appeals/move-appeal.ts';
import { startAppeal, startBatch } from '../../../storage/appeals/start-appeal.ts';
import { answerCase } from '../../../storage/cases/answer-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { verifyAudit } from '../../../storage/audit.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { capture, COLLEAGUE, deniedFacts, openPractice, OWNER, TODAY } from '../cases/practice.ts';

let practice: Awaited<ReturnType<typeof openPractice>>;
let ctx: WriteContext;
let colleague: WriteContext;
let caseId: string;

async function save(claimControlNumber: string, more = {}): Promise<string> {
  const request = capture(deniedFacts({ claimControlNumber, ...more }));
  const saved = await saveCapture(ctx, request, null, 'portal.example');
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.saved[0]?.caseId ?? '';
}
const file = async (id: string, today = TODAY): Promise<AppealFile> => {
  const found = await appealFile(ctx.db, ctx.vault, id, today);
  if (found === null) throw new Error('no appeal');
  return found;
};
async function start(level: CommandRequest<'appeal:start'>['level'] = 'reconsideration', of = caseId): Promise<string> {
  const started = await startAppeal(ctx, { caseId: of, level });
  if (!started.ok) throw new Error(`${started.error.code} ${started.error.field ?? ''}`);
  return started.value.appealId;
}
const edit = async (id: string, change: CommandRequest<'appeal:edit'>['edit'], who = ctx) => editPacket(who, { appealId: id, rev: (await file(id)).rev, edit: change });

async function document(id: string, content: Uint8Array<ArrayBuffer>, name = 'Thistlewood approval.pdf'): Promise<string> {
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', content)).toHex();
  const begun = await beginDocument(ctx, { appealId: id, name, type: 'application/pdf', bytes: content.length, pages: 2, sha256 });
  if (!begun.ok) throw new Error(begun.error.field ?? begun.error.code);
  for (let n = 0; n < begun.value.parts; n += 1) {
    const put = await putDocumentPart(ctx, { documentId: begun.value.documentId, n, data: content.subarray(n * DOCUMENT_PART_BYTES, (n + 1) * DOCUMENT_PART_BYTES).toBase64() });
    expect(put.ok).toBe(true);
  }
  const done = await finishDocument(ctx, { documentId: begun.value.documentId });
  if (!done.ok) throw new Error(done.error.field ?? done.error.code);
  return begun.value.documentId;
}
const pdf = (words: string, size = 600): Uint8Array<ArrayBuffer> => { const bytes = new Uint8Array(size).fill(32); bytes.set(new TextEncoder().encode(`%PDF-1.7 ${words}`)); return bytes; };

/** A packet in which nothing is missing. */
async function whole(id: string): Promise<void> {
  const typed: [string, string][] = [['payer-address', 'PO Box 12, Elm City'], ['authorization-number', 'AU-5512'], ['approved-services', '97110']];
  for (const [field, value] of typed) expect((await edit(id, { kind: 'fact', field, value, source: 'Approval letter' })).ok, field).toBe(true);
  const [remittance, authorization] = [await document(id, pdf('remittance')), await document(id, pdf('authorization'))];
  const { appeal, previousId } = await file(id);
  const prior = previousId === null ? [] : [{ id: 'part-prior-0001', kind: 'prior-decision' as const, title: 'Decision', why: 'Shows it.', documentId: await document(id, pdf('prior')) }];
  const parts = [...appeal.parts, { id: 'part-remit-0001', kind: 'remittance' as const, title: 'Remittance', why: 'Shows it.', documentId: remittance }, { id: 'part-auth-00001', kind: 'authorization' as const, title: 'Approval', why: 'Shows it.', documentId: authorization }, ...prior];
  expect((await edit(id, { kind: 'parts', parts })).ok).toBe(true);
  expect((await file(id)).checklist.faults).toEqual([]);
}
const move = (id: string, to: CommandRequest<'appeal:move'>['to'], followUpOn: string | null = null, reference: string | null = null) => moveAppeal(ctx, { appealId: id, to, on: TODAY, note: '', reference, followUpOn });
const yes = { claimNumber: true, member: true, dates: true, requestedOutcome: true } as const;
async function ready(id: string): Promise<void> {
  await whole(id);
  expect((await move(id, 'in-review')).ok).toBe(true);
  expect(await checkAppeal(colleague, { appealId: id, hash: (await file(id)).hash, ...yes })).toMatchObject({ ok: true });
}
const sending = (id: string, more: Partial<CommandRequest<'appeal:send'>> = {}): CommandRequest<'appeal:send'> => ({ appealId: id, on: TODAY, channel: 'fax', to: '800-555-0100', what: 'Letter and two documents', tracking: 'FAX-778', noTrackingReason: null, proof: 'Fax report', lateReason: null, followUpOn: '2026-03-13', ...more });
const decision = (id: string, outcome: CommandRequest<'appeal:decide'>['outcome'], recoveredCents: number | null): CommandRequest<'appeal:decide'> => ({ appealId: id, outcome, on: TODAY, source: 'letter', reference: 'D-1', reason: 'As before', recoveredCents, stillDeniedCents: null, followUpOn: '2026-03-20' });

beforeEach(async () => {
  practice = await openPractice();
  ctx = practice.ctx;
  colleague = { ...ctx, userId: COLLEAGUE };
  await ctx.db.meta.put({ key: 'practice', value: { name: 'Fernhill Therapy' } });
  caseId = await save('E26061234500');
});

describe('an appeal', () => {
  it('begins with a letter whose facts come from the look at the claim, each with its source', async () => {
    const id = await start();
    const { letter, facts, state } = await file(id);
    expect(state).toBe('draft');
    expect(facts.get('claim-number')).toMatchObject({ value: 'E26061234500', source: expect.stringContaining('look 1') as string });
    expect(facts.get('denied-amount')?.value).toBe('$450.00');
    expect(facts.get('denial-codes')?.value).toBe('CO-197');
    expect(letter.blanks).toEqual(expect.arrayContaining(['authorization-number', 'payer-address']));
  });
  it('a second one of the same level, or one while another is open, is refused', async () => {
    await start();
    expect(await startAppeal(ctx, { caseId, level: 'reconsideration' })).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'level' } });
    expect(await startAppeal(ctx, { caseId, level: 'appeal-level-1' })).toMatchObject({ ok: false, error: { field: 'level' } });
  });
  it('what tells the claim apart cannot be typed into a letter, and no fact is taken without its source', async () => {
    const id = await start();
    expect((await edit(id, { kind: 'fact', field: 'claim-number', value: 'X1', source: 'Me' })).ok).toBe(false);
    expect((await edit(id, { kind: 'fact', field: 'authorization-number', value: 'AU-1', source: ' ' })).ok).toBe(false);
    expect((await edit(id, { kind: 'fact', field: 'authorization-number', value: 'AU-1', source: 'Letter' })).ok).toBe(true);
  });
  it('two people who change the same packet do not overwrite each other', async () => {
    const id = await start();
    const { rev } = await file(id);
    expect((await editPacket(ctx, { appealId: id, rev, edit: { kind: 'about', signerTitle: 'Billing' } })).ok).toBe(true);
    expect(await editPacket(colleague, { appealId: id, rev, edit: { kind: 'about', signerTitle: 'Lead' } })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
  });
  it('is not ready while anything is missing, whoever checks it', async () => {
    const id = await start();
    await move(id, 'in-review');
    expect(await checkAppeal(colleague, { appealId: id, hash: (await file(id)).hash, ...yes })).toMatchObject({ ok: false, error: { field: 'packet' } });
    expect((await sendAppeal(ctx, sending(id))).ok).toBe(false);
  });
  it('nobody checks their own work, and only the version that was looked at', async () => {
    const id = await start();
    await whole(id);
    await move(id, 'in-review');
    const { hash } = await file(id);
    expect(await checkAppeal(ctx, { appealId: id, hash, ...yes })).toMatchObject({ ok: false, error: { code: 'role-forbids' } });
    expect(await checkAppeal(colleague, { appealId: id, hash: '0'.repeat(64), ...yes })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect((await checkAppeal(colleague, { appealId: id, hash, ...yes })).ok).toBe(true);
    expect((await file(id)).check).toMatchObject({ kind: 'valid', byName: 'Bo Larkspur' });
  });
  it('a change voids the check and takes the packet back to draft; so does whoever changed it lose the check', async () => {
    const id = await start();
    await ready(id);
    const before = (await file(id)).hash;
    expect((await edit(id, { kind: 'about', requestedCents: 44_000 }, colleague)).ok).toBe(true);
    const after = await file(id);
    expect(after.hash).not.toBe(before);
    expect([after.state, after.check.kind]).toEqual(['draft', 'none']);
    await move(id, 'in-review');
    expect(await checkAppeal(colleague, { appealId: id, hash: after.hash, ...yes })).toMatchObject({ ok: false, error: { code: 'role-forbids' } });
  });
  it('a change of the claim itself voids the check too, and the packet does not go out', async () => {
    const id = await start();
    await ready(id);
    expect((await answerCase(ctx, { caseId, facts: { memberId: 'W000000001' } })).ok).toBe(true);
    expect((await file(id)).check.kind).toBe('void');
    expect(await sendAppeal(ctx, sending(id))).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
  });
  it('the order of the documents is part of the version', async () => {
    const id = await start();
    await whole(id);
    const { appeal, hash } = await file(id);
    await edit(id, { kind: 'parts', parts: appeal.parts.toReversed() });
    expect((await file(id)).hash).not.toBe(hash);
  });
  it('alone in a practice the author may check, and it is marked', async () => {
    await ctx.db.users.delete(COLLEAGUE);
    const id = await start();
    await whole(id);
    await move(id, 'in-review');
    expect((await checkAppeal(ctx, { appealId: id, hash: (await file(id)).hash, ...yes })).ok).toBe(true);
    expect((await file(id)).check).toMatchObject({ kind: 'valid', isAlone: true });
  });
});

describe('an appeal that was sent', () => {
  it('keeps what, how and to whom, sets the day to ask, and stops the clock of its level', async () => {
    const id = await start();
    await ready(id);
    expect(await sendAppeal(ctx, sending(id, { tracking: null }))).toMatchObject({ ok: false, error: { field: 'noTrackingReason' } });
    expect(await sendAppeal(ctx, sending(id))).toMatchObject({ ok: true });
    const sent = await file(id);
    expect(sent.appeal.submission).toMatchObject({ channel: 'fax', tracking: 'FAX-778', isLate: false, packetHash: sent.hash });
    expect(sent.appeal.sentLetter?.join(' ')).toContain('E26061234500');
    expect(sent.file.sealed.submissions.at(-1)).toMatchObject({ action: 'reconsideration', confirmation: 'FAX-778' });
    expect(sent.file.clocks.find(({ action }) => action === 'reconsideration')?.kind).toBe('stopped');
    expect((await ctx.db.cases.get(caseId))).toMatchObject({ state: 'appeal-sent', nextAction: 'wait-for-payer' });
    expect((await edit(id, { kind: 'about', signer: 'Else' })).ok).toBe(false);
  });
  it('late needs good cause', async () => {
    const id = await start();
    await ready(id);
    const late = practice.at(60, '2027-03-01');
    const { hash } = await file(id);
    // The dates are counted from the remittance, so another day does not change the letter until its due line goes.
    const again = await appealFile(ctx.db, ctx.vault, id, '2027-03-01');
    expect(again?.hash).toBe(hash);
    expect(await sendAppeal(late, sending(id, { on: '2027-03-01', followUpOn: '2027-03-10' }))).toMatchObject({ ok: false, error: { field: 'lateReason' } });
    expect(await sendAppeal(late, sending(id, { on: '2027-03-01', followUpOn: '2027-03-10', lateReason: 'The portal was down.' }))).toMatchObject({ ok: true });
    expect((await ctx.db.appeals.get(id))?.isLate).toBe(1);
  });
  it('goes through receipt, a request for more and the decision, with allowed steps only', async () => {
    const id = await start();
    await ready(id);
    await sendAppeal(ctx, sending(id));
    expect((await move(id, 'closed')).ok).toBe(false);
    expect(await move(id, 'receipt-confirmed')).toMatchObject({ ok: false, error: { field: 'followUpOn' } });
    expect((await move(id, 'receipt-confirmed', '2026-05-01', 'APL-9001')).ok).toBe(true);
    expect((await file(id)).appeal.payerNumber).toBe('APL-9001');
    expect((await move(id, 'information-requested', '2026-03-20')).ok).toBe(true);
    expect((await ctx.db.cases.get(caseId))?.nextAction).toBe('send-records');
    expect((await move(id, 'in-payer-review', '2026-04-20')).ok).toBe(true);
    expect(await decideAppeal(ctx, decision(id, 'overturned', null))).toMatchObject({ ok: false, error: { field: 'recoveredCents' } });
    expect((await decideAppeal(ctx, decision(id, 'overturned', 45_000))).ok).toBe(true);
    expect(await ctx.db.appeals.get(id)).toMatchObject({ state: 'overturned', recoveredCents: 45_000, open: 1 });
    expect((await move(id, 'closed')).ok).toBe(true);
  });
  it('lost: the next level opens with its own clock and closes the one before; or a written stop ends it', async () => {
    const id = await start();
    await ready(id);
    await sendAppeal(ctx, sending(id));
    expect((await decideAppeal(ctx, decision(id, 'upheld', null))).ok).toBe(true);
    expect((await move(id, 'closed')).ok).toBe(false);
    const next = await start('appeal-level-1');
    expect(await ctx.db.appeals.get(id)).toMatchObject({ state: 'closed', open: 0 });
    const second = await file(next);
    expect(second.previousId).toBe(id);
    expect(second.facts.get('previous-decision')?.value).toContain('upheld on 03/10/2026');
    expect(second.checklist.faults.some((one) => one.code === 'missing-part' && one.kind === 'prior-decision')).toBe(true);
    await ready(next);
    await sendAppeal(ctx, sending(next));
    await decideAppeal(ctx, decision(next, 'upheld', null));
    expect((await stopAppeal(ctx, { appealId: next, reason: 'Costs more than it could bring.' })).ok).toBe(true);
    expect((await file(next)).appeal.stop?.reason).toContain('Costs more');
    expect(await ctx.db.appeals.get(next)).toMatchObject({ state: 'closed', open: 0 });
  });
  it('escalation and the talk between physicians are kept and set the next day', async () => {
    const id = await start();
    await ready(id);
    expect((await recordPeerTalk(ctx, { appealId: id, talk: { state: 'booked', on: '2026-03-12', at: null, timeZone: 'ET', ownDoctor: 'Dr Sorrel', payerDoctor: '', phone: '', reference: null, note: '' } })).ok).toBe(false);
    expect((await recordPeerTalk(ctx, { appealId: id, talk: { state: 'booked', on: '2026-03-12', at: '14:30', timeZone: 'ET', ownDoctor: 'Dr Sorrel', payerDoctor: '', phone: '', reference: null, note: '' } })).ok).toBe(true);
    await sendAppeal(ctx, sending(id));
    expect((await escalateAppeal(ctx, { appealId: id, step: 'supervisor', on: TODAY, to: 'Appeals', reference: null, answerBy: '2026-03-17', note: '' })).ok).toBe(true);
    const after = await file(id);
    expect(after.escalation?.step.step).toBe('payer-representative');
    expect(after.escalation?.from).toBe('2026-03-17');
  });
  it('stands in the list with its day, under its owner', async () => {
    const id = await start();
    const { items } = await appealItems(ctx.db, ctx.vault, { open: true });
    expect(items.map((one) => [one.id, one.state, one.ownerName, one.patientName])).toEqual([[id, 'draft', 'Ada Fernhill', 'Thistlewood, Marguerite']]);
    expect(items[0]?.dueDay).toBe((await ctx.db.clocks.get(`${caseId}:reconsideration`))?.dueDay);
  });
});

describe('documents', () => {
  it('of several pieces come back byte for byte; in the store no word of them or of their name is in clear', async () => {
    const id = await start();
    const content = pdf('MARGUERITE-THISTLEWOOD-CHART', DOCUMENT_PART_BYTES * 2 + 77);
    const documentId = await document(id, content);
    const row = await ctx.db.documents.get(documentId);
    expect(row).toMatchObject({ parts: 3, done: 1 });
    if (row === undefined) throw new Error('no document');
    expect(await documentBytes(ctx.db, ctx.vault, row)).toEqual(content);
    const raw = async () => (await Promise.all(ctx.db.tables.map(async (table) => table.toArray()))).map((rows) => JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value))).join('\n');
    const stored = await raw();
    for (const planted of ['MARGUERITE-THISTLEWOOD-CHART', btoa('%PDF-1.7 MARGUERITE-THI'), 'Thistlewood approval', 'E26061234500']) expect(stored).not.toContain(planted);
    await ctx.db.meta.put({ key: 'control', value: 'MARGUERITE-THISTLEWOOD-CHART' });
    expect(await raw()).toContain('MARGUERITE-THISTLEWOOD-CHART'); // the search finds what is there
  });
  it('a changed, missing or exchanged piece is found', async () => {
    const id = await start();
    const documentId = await document(id, pdf('one', DOCUMENT_PART_BYTES + 5));
    const row = await ctx.db.documents.get(documentId);
    const [first, second] = await ctx.db.documentParts.where('documentId').equals(documentId).toArray();
    if (row === undefined || first === undefined || second === undefined) throw new Error('no document');
    await ctx.db.documentParts.put({ ...first, sealed: second.sealed });
    await expect(documentBytes(ctx.db, ctx.vault, row)).rejects.toMatchObject({ code: 'damaged-record' });
    await ctx.db.documentParts.put(first);
    await ctx.db.documentParts.delete(second.id);
    await expect(documentBytes(ctx.db, ctx.vault, row)).rejects.toMatchObject({ code: 'damaged-record' });
  });
  it('what is not the kind it says, came twice, or is still named by the packet is refused', async () => {
    const id = await start();
    const content = new TextEncoder().encode('<html>not a PDF</html>');
    await expect(document(id, content)).rejects.toThrow('type');
    const documentId = await document(id, pdf('same'));
    await expect(document(id, pdf('same'))).rejects.toThrow('sha256');
    const { appeal } = await file(id);
    await edit(id, { kind: 'parts', parts: [...appeal.parts, { id: 'part-remit-0001', kind: 'remittance', title: 'R', why: 'W', documentId }] });
    expect((await removeDocument(ctx, { documentId })).ok).toBe(false);
    await edit(id, { kind: 'parts', parts: appeal.parts });
    expect((await removeDocument(ctx, { documentId })).ok).toBe(true);
    expect(await ctx.db.documentParts.where('documentId').equals(documentId).count()).toBe(0);
  });
});

describe('letters out and templates', () => {
  it('a file that leaves has a row in the trail and a name without a person; before it is ready it is a draft', async () => {
    const id = await start();
    const draft = await exportPacket(ctx, { appealId: id, form: 'pdf', hash: (await file(id)).hash });
    expect(draft).toMatchObject({ ok: true, value: { isDraft: true } });
    await ready(id);
    const { hash } = await file(id);
    const out = await exportPacket(ctx, { appealId: id, form: 'docx', hash });
    expect(out).toMatchObject({ ok: true, value: { isDraft: false, fileName: `reconsideration-${TODAY}-${hash.slice(0, 8)}.docx` } });
    expect(await exportPacket(ctx, { appealId: id, form: 'pdf', hash: 'f'.repeat(64) })).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    const trail = await ctx.db.audit.toArray();
    expect(trail.filter(({ command }) => command.startsWith('appeal:export')).map(({ subject }) => subject.split(' ')[0])).toEqual([id, id]);
    expect(JSON.stringify(trail)).not.toMatch(/Thistlewood|E26061234500/u);
    expect(await verifyAudit(ctx.db, ctx.vault)).toMatchObject({ ok: true });
  });
  it('a lead changes a template with its history, for all payers or one, and goes back to the shipped one', async () => {
    const shipped = templateFor('prior-authorization', 'aetna', []).template;
    const own = { ...shipped, argument: [{ text: 'Our own words about {{authorization-number}}.', optional: false }] };
    expect((await saveLetterText(colleague, { category: 'prior-authorization', payerKey: 'aetna', template: own, reason: 'Shorter' })).ok).toBe(true);
    const id = await start();
    expect((await file(id)).template).toMatchObject({ version: 1, payerKey: 'aetna' });
    expect((await saveLetterText(colleague, { category: 'prior-authorization', payerKey: 'aetna', template: null, reason: 'Back' })).ok).toBe(true);
    expect((await file(id)).template.version).toBe(0);
    expect((await templateHistory(ctx.db, ctx.vault, 'appeal-letter:prior-authorization:aetna')).map(({ n, isShipped, reason }) => [n, isShipped, reason])).toEqual([[2, true, 'Back'], [1, false, 'Shorter']]);
  });
  it('one pattern: several claims get an appeal each, with the same own paragraph; those the guard refuses are told', async () => {
    const other = await save('E26061239999', { patientControlNumber: 'ACC-2', patientName: 'Furze, Odile', memberId: 'W5' });
    await start();
    const batch = await startBatch(ctx, { caseIds: [caseId, other], paragraph: 'All of these visits were approved together.', source: 'Approval list' });
    if (!batch.ok) throw new Error(batch.error.code);
    expect(batch.value.started.map((one) => one.caseId)).toEqual([other]);
    expect(batch.value.refused).toEqual([{ caseId, reason: expect.stringContaining('being prepared') as string }]);
    const made = await file(batch.value.started[0]?.appealId ?? '');
    expect(made.letter.blocks.filter(({ from }) => from === 'own')).toHaveLength(1);
    expect(made.facts.get('claim-number')?.value).toBe('E26061239999');
    expect(made.appeal.editors).toEqual([OWNER]);
  });
});
