import { expect, test } from 'vitest';
import { isoOfDay } from '../../../rules/calendar/calendar-day.ts';
import { ABOUT_NOTHING } from '../../../rules/library/library-entry.ts';
import type { LibraryItem, NoteBody } from '../../../rules/library/library-entry.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import { ruleCountWords } from '../../../components/library/PayerIndex.tsx';
import type { PracticePayer } from '../../../rules/domain/practice.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import { redateOpenCases } from '../../../storage/cases/redate-open-cases.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { readDating } from '../../../storage/dating.ts';
import { savePayer } from '../../../storage/payers.ts';
import { decideChange, noteDatesMoved, proposeChange, undoChange } from '../../../storage/library/change-library.ts';
import { previewRedate } from '../../../storage/library/preview-redate.ts';
import { readNotes } from '../../../storage/library/read-entries.ts';
import { readRules } from '../../../storage/library/rule-set.ts';
import { savePayerNote } from '../../../storage/payer-notes.ts';
import { aboutClaim } from '../../../storage/queries/about-claim.ts';
import { changedEntries, entryHistory, libraryChanges } from '../../../storage/queries/library-changes.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { payerCard } from '../../../storage/queries/payer-card.ts';
import { libraryPayerPage, libraryPayerRows } from '../../../storage/queries/library.ts';
import { verifyAudit } from '../../../storage/audit.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { AETNA, capture, COLLEAGUE, deniedFacts, openPractice, OWNER, TODAY } from '../cases/practice.ts';

const content = { title: 'Appeal window', reason: 'New manual', evidence: 'Page 12', pack: null, undoes: null, askId: null };
const shipped = BASE_RULES.find(({ id }) => id === 'aetna-appeal-payment') as PayerRule;
const reconsideration = BASE_RULES.find(({ id }) => id === 'aetna-reconsideration') as PayerRule;
const changedTo = (rule: PayerRule, value: number): LibraryItem => ({ kind: 'rule', entryId: rule.id, payerKey: 'aetna', body: { rule: { ...rule, limit: { value, unit: 'calendar-days' } }, checkedOn: TODAY } });
const change = (items: LibraryItem[], more: object = {}) => ({ items, origin: 'edit' as const, content, approve: true, stamp: null, ...more });
const asLead = (ctx: WriteContext): WriteContext => ({ ...ctx, userId: COLLEAGUE });
const today = 20_515;

async function withCase(facts = deniedFacts()) {
  const practice = await openPractice();
  const saved = await saveCapture(practice.ctx, capture(facts), null, 'portal.example');
  if (!saved.ok) throw new Error(saved.error.code);
  const caseId = saved.value.saved[0]?.caseId ?? '';
  return { ...practice, caseId, due: async () => isoOfDay((await practice.db.cases.get(caseId))?.dueDay ?? 0) };
}

test('a biller proposes, a lead approves, and only then the rule holds and open cases move', async () => {
  const { ctx, db, due } = await withCase();
  const before = await due();
  const proposed = await proposeChange(ctx, change([changedTo(reconsideration, 100), changedTo(shipped, 30)]));
  if (!proposed.ok) throw new Error(proposed.error.code);
  expect(proposed.value.state).toBe('proposed'); // asked to approve, and may not
  expect(await readRules(db)).toEqual(BASE_RULES);
  const [waiting] = await libraryChanges(db, ctx.vault, OWNER, 'waiting');
  expect(waiting).toMatchObject({ id: proposed.value.changeId, content: { title: 'Appeal window', evidence: 'Page 12' }, userName: 'Ada Fernhill' });
  expect((await changedEntries(db, ctx.vault, proposed.value.changeId)).map(({ differences }) => differences.map(({ field, was, now }) => `${field}: ${was ?? ''} -> ${now ?? ''}`)).flat()).toContain('limit: 60 calendar days -> 30 calendar days');

  const preview = await previewRedate(db, ctx.vault, [changedTo(reconsideration, 100), changedTo(shipped, 30)], { today: TODAY });
  expect(preview.looked).toBe(1);
  expect(preview.moved.map(({ was, now }) => [isoOfDay(was.dueDay), isoOfDay(now.dueDay)])[0]?.[0]).toBe(before);

  const approved = await decideChange(asLead(ctx), proposed.value.changeId, true, 'Read it myself', preview.stamp);
  if (!approved.ok) throw new Error(approved.error.code);
  expect(approved.value.payersToDate).toContain('aetna');
  const moved = await redateOpenCases(asLead(ctx), { what: 'all', payerKey: 'aetna' });
  expect(moved.changed).toBe(1);
  await noteDatesMoved(ctx, proposed.value.changeId, moved.changed);
  expect(await due()).toBe(isoOfDay(preview.moved[0]?.now.dueDay ?? 0));
  expect(await due()).not.toBe(before);
  const [fed] = await libraryChanges(db, ctx.vault, OWNER, 'all');
  expect(fed).toMatchObject({ state: 'approved', decidedByName: 'Bo Larkspur', mine: 1, datesMoved: 1, touched: [{ userName: 'Ada Fernhill', cases: 1 }] });
  expect((await db.audit.toArray()).map(({ command }) => command)).toEqual(expect.arrayContaining(['library:propose', 'library:approve', 'case:redate']));
  expect(await verifyAudit(db, ctx.vault)).toMatchObject({ ok: true });
});

const UNITED: PracticePayer = { key: 'uhc', name: 'UnitedHealthcare', libraryPayer: 'UnitedHealthcare', lineOfBusiness: 'commercial', state: null, network: 'in', aliases: [] };
const ruleOf = (id: string): PayerRule => BASE_RULES.find((rule) => rule.id === id) as PayerRule;
const sixMonths = (id: string): LibraryItem => ({ kind: 'rule', entryId: id, payerKey: 'uhc', body: { rule: { ...ruleOf(id), limit: { value: 6, unit: 'months' } }, checkedOn: '2026-11-28' } });

test('the preview names each window that would be past, also one behind which another of the same last day still runs', async () => {
  const { ctx, db } = await openPractice();
  await savePayer(ctx, UNITED);
  const facts = (claimControlNumber: string, remittanceOn: string) => capture(deniedFacts({ payerName: 'UnitedHealthcare', claimControlNumber, patientControlNumber: claimControlNumber, serviceFrom: '2025-12-01', serviceTo: '2025-12-01', remittanceOn, adjustments: [{ groupCode: 'CO', carc: '97', cents: 45_000 }] }), {}, 'uhc');
  // The fresh one is worth the same and was saved first: it is listed last because it loses no window.
  await saveCapture(ctx, facts('FRESH-1', '2026-11-02'), null, 'portal.example');
  await saveCapture(ctx, facts('OLD-1', '2025-12-15'), null, 'portal.example');
  const windowsOf = async (items: LibraryItem[]) => (await previewRedate(db, ctx.vault, items, { today: '2026-11-28' })).moved
    .map(({ claimControlNumber, windows }) => [claimControlNumber, ...windows.map(({ action, wasDay, nowDay, isPast, isLost }) => `${action} ${isoOfDay(wasDay)} -> ${isoOfDay(nowDay)}${isPast ? ' past' : ''}${isLost ? ' lost' : ''}`)]);
  expect(await windowsOf([sixMonths('uhc-reconsideration')])).toEqual([
    ['OLD-1', 'reconsideration 2026-12-15 -> 2026-06-15 past lost'], ['FRESH-1', 'reconsideration 2027-11-02 -> 2027-05-02'],
  ]);
  expect((await windowsOf([sixMonths('uhc-reconsideration'), sixMonths('uhc-appeal')]))[0]).toEqual(['OLD-1', 'reconsideration 2026-12-15 -> 2026-06-15 past lost', 'appeal-level-1 2026-12-15 -> 2026-06-15 past lost']);
});

test('a payer dated by the windows of a contract says so in the list', async () => {
  const { ctx, db } = await openPractice();
  await savePayer(asLead(ctx), { ...UNITED, key: 'cedar-valley', name: 'Cedar Valley Health', libraryPayer: null, contractWindows: [{ action: 'appeal-level-1', value: 90, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Contract, section 4' }] });
  await savePayer(ctx, { ...UNITED, key: 'northgate', name: 'Northgate', libraryPayer: null });
  const rows = await libraryPayerRows(db, today, 365);
  expect(rows.filter(({ key }) => key === 'cedar-valley' || key === 'northgate').map((row) => [row.name, row.windows, ruleCountWords(row)])).toEqual([['Cedar Valley Health', 1, 'your contract'], ['Northgate', 0, 'no rules']]);
});

test('a closed case keeps its date', async () => {
  const { ctx, db, caseId, due } = await withCase();
  const before = await due();
  await resolveCase(ctx, { caseId, outcome: 'closed', reason: 'done', recoveredCents: null });
  const stored = await db.cases.get(caseId);
  expect((await previewRedate(db, ctx.vault, [changedTo(reconsideration, 10)], { today: TODAY })).looked).toBe(0);
  await proposeChange(asLead(ctx), change([changedTo(reconsideration, 10)]));
  expect(await redateOpenCases(ctx, { what: 'all', payerKey: 'aetna' })).toMatchObject({ looked: 0 });
  expect(await db.cases.get(caseId)).toEqual(stored);
  expect(before).not.toBe('');
});

test('what was looked at in the preview is what is approved: other rules since then refuse it', async () => {
  const { ctx, db } = await openPractice();
  const lead = asLead(ctx);
  const { stamp } = await previewRedate(db, ctx.vault, [changedTo(shipped, 30)], { today: TODAY });
  expect((await proposeChange(lead, change([changedTo(reconsideration, 90)]))).ok).toBe(true);
  expect(await proposeChange(lead, change([changedTo(shipped, 30)], { stamp }))).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
  expect((await readRules(db)).find(({ id }) => id === shipped.id)).toEqual(shipped);
});

test('two people who change the same rule: the second is told, not overwritten', async () => {
  const { ctx } = await openPractice();
  const mine = await proposeChange(ctx, change([changedTo(shipped, 30)]));
  await proposeChange(asLead(ctx), change([changedTo(shipped, 45)]));
  if (!mine.ok) throw new Error(mine.error.code);
  expect(await decideChange(asLead(ctx), mine.value.changeId, true, '', null)).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
});

test('a rule gets a new number when its dates may change, and keeps it when it was only looked at', async () => {
  const { ctx, db } = await openPractice();
  const lead = asLead(ctx);
  const version = async () => (await readRules(db)).find(({ id }) => id === shipped.id)?.version;
  await proposeChange(lead, change([{ kind: 'rule', entryId: shipped.id, payerKey: 'aetna', body: { rule: { ...shipped, asOf: TODAY }, checkedOn: TODAY } }]));
  expect(await version()).toBe(1);
  await proposeChange(lead, change([changedTo(shipped, 30)]));
  expect(await version()).toBe(2);
});

test('undo brings back what held before, as a change of its own, and only while nobody built upon it', async () => {
  const { ctx, db } = await openPractice();
  const lead = asLead(ctx);
  const first = await proposeChange(lead, change([changedTo(shipped, 30)]));
  const second = await proposeChange(lead, change([changedTo(shipped, 45)]));
  if (!first.ok || !second.ok) throw new Error('not changed');
  const limit = async () => (await readRules(db)).find(({ id }) => id === shipped.id)?.limit.value;
  expect(await undoChange(lead, first.value.changeId, 'wrong', null)).toMatchObject({ error: { code: 'changed-meanwhile' } });
  expect((await undoChange(lead, second.value.changeId, 'wrong', null)).ok).toBe(true);
  expect(await limit()).toBe(30);
  const history = await entryHistory(db, ctx.vault, shipped.id);
  expect(history.map(({ n, state }) => `${n} ${state}`)).toEqual(['3 approved', '2 approved', '1 approved', '0 shipped']);
  const feed = await libraryChanges(db, ctx.vault, OWNER, 'all');
  const undone = feed.find(({ origin }) => origin === 'undo');
  expect(undone?.content).toMatchObject({ title: 'Undone: Appeal window', undoes: second.value.changeId });
});

test('undo of the first change of a shipped rule brings the shipped one back; of a new rule takes it away', async () => {
  const { ctx, db } = await openPractice();
  const lead = asLead(ctx);
  const own = { ...shipped, id: 'aetna-own', payer: 'Aetna' };
  const made = await proposeChange(lead, change([changedTo(shipped, 30), { kind: 'rule', entryId: own.id, payerKey: 'aetna', body: { rule: own, checkedOn: null } }]));
  if (!made.ok) throw new Error(made.error.code);
  expect(await readRules(db)).toHaveLength(BASE_RULES.length + 1);
  await undoChange(lead, made.value.changeId, 'wrong', null);
  expect(await readRules(db)).toEqual(BASE_RULES);
  expect((await readDating(db)).library).toBeUndefined();
});

test('a note of a biller stands at once, with its history, sealed; one written before notes had kinds is among them', async () => {
  const { ctx, db } = await openPractice();
  const old = crypto.randomUUID();
  await db.payerNotes.add({ id: old, payerKey: 'aetna', atMs: 5, userId: OWNER, tags: [], sealed: await ctx.vault.seal('payerNotes', old, { payerKey: 'aetna', text: 'Ask for the claims supervisor.', tags: ['phone'] }) });
  const body: NoteBody = { kind: 'authorization', title: 'Needs approval', text: 'Call **first**, Thistlewood said.', about: { ...ABOUT_NOTHING, payers: ['aetna'], codes: ['CO-197'] } };
  const saved = await proposeChange(ctx, change([{ kind: 'note', entryId: 'note:one', payerKey: 'aetna', body }]));
  expect(saved).toMatchObject({ ok: true, value: { state: 'approved', payersToDate: [] } });
  expect(JSON.stringify(await db.libraryVersions.toArray())).not.toContain('Thistlewood');
  expect((await readNotes(db, ctx.vault)).map(({ body: { kind, title } }) => `${kind}: ${title}`)).toEqual(['authorization: Needs approval', 'general: phone']);
  await savePayerNote(ctx, { id: old, payerKey: 'aetna', text: 'Ask for the supervisor by name.', tags: ['phone'] });
  const notes = await readNotes(db, ctx.vault);
  expect(notes.filter(({ id }) => id === old).map(({ body: { text } }) => text)).toEqual(['Ask for the supervisor by name.']);
  expect(await db.payerNotes.get(old)).toBeDefined(); // the first text is still there
  const about = await aboutClaim(db, ctx.vault, deniedFacts(), AETNA, 'prior-authorization');
  expect(about.notes[0]).toMatchObject({ title: 'Needs approval', userName: 'Ada Fernhill' });
  expect(about.playbooks[0]?.isOwn).toBe(false);
});

test('the list and the page of a payer tell what is there: rules, provenance, stale, conflicts', async () => {
  const { ctx, db } = await openPractice();
  const lead = asLead(ctx);
  const rival: PayerRule = { ...reconsideration, id: 'pack-x-reconsideration', limit: { value: 90, unit: 'calendar-days' } };
  await proposeChange(lead, change([{ kind: 'rule', entryId: rival.id, payerKey: 'aetna', body: { rule: rival, checkedOn: null } }], { origin: 'pack', content: { ...content, pack: { id: 'x', name: 'Pack X', madeBy: 'Y', madeOn: TODAY, signature: 'unsigned', key: null } } }));
  await proposeChange(lead, change([changedTo(shipped, 30)]));
  const rows = await libraryPayerRows(db, today, 365);
  expect(rows.slice(0, 2).map(({ name, isOwn }) => [name, isOwn])).toEqual([['Aetna', true], ['Cigna', true]]);
  expect(rows[0]).toMatchObject({ conflicts: 1, rules: 5 });
  expect(rows.length).toBeGreaterThan(80);
  const page = await libraryPayerPage(db, ctx.vault, 'aetna', today, 365);
  expect(page?.rules.map(({ rule, from, packName, isStale }) => [rule.id, from, packName, isStale])).toEqual(expect.arrayContaining([
    ['aetna-reconsideration', 'shipped', null, true], ['aetna-appeal-payment', 'changed', null, false], ['pack-x-reconsideration', 'pack', 'Pack X', true],
  ]));
  expect(page?.conflicts).toHaveLength(1);
  expect(await libraryPayerPage(db, ctx.vault, 'nobody', today, 365)).toBeNull();
});

test('taking back the first change of a note that is older than versions brings the note back as it was', async () => {
  const { ctx, db, vault } = await openPractice();
  const old = { payerKey: 'aetna', text: 'Fax before nine', tags: ['fax'] };
  await db.payerNotes.put({ id: 'note-of-old-0001', payerKey: 'aetna', atMs: 1, userId: OWNER, tags: [], sealed: await vault.seal('payerNotes', 'note-of-old-0001', old) });
  await savePayerNote(ctx, { id: 'note-of-old-0001', payerKey: 'aetna', text: 'Never fax', tags: [] });
  const [made] = await libraryChanges(db, vault, OWNER, 'all');
  expect((await undoChange(asLead(ctx), made?.id ?? '', 'wrong', null)).ok).toBe(true);
  expect((await readNotes(db, vault)).map(({ id, body }) => [id, body.text, body.title])).toEqual([['note-of-old-0001', 'Fax before nine', 'fax']]);
});

test('a note saved over a version that somebody changed meanwhile is refused, and both texts are still there', async () => {
  const { ctx, db, vault } = await openPractice();
  const note = (text: string): LibraryItem => ({ kind: 'note', entryId: 'note:fax', payerKey: 'aetna', body: { kind: 'general', title: 'Fax', text, about: ABOUT_NOTHING } });
  expect((await proposeChange(ctx, change([note('Fax 1')], { base: 0 }))).ok).toBe(true);
  expect((await proposeChange(asLead(ctx), change([note('Fax 2, from the lead')], { base: 1 }))).ok).toBe(true);
  expect(await proposeChange(ctx, change([note('Fax 3, begun on version 1')], { base: 1 }))).toMatchObject({ ok: false, error: { code: 'changed-meanwhile', field: 'base' } });
  expect((await readNotes(db, vault)).map(({ body, n }) => [n, body.text])).toEqual([[2, 'Fax 2, from the lead']]);
  expect((await proposeChange(ctx, change([note('Fax 3, over version 2')], { base: 2 }))).ok).toBe(true);
  expect(await proposeChange(ctx, change([note('new, with an id that is taken')], { base: 0 }))).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
});

test('a playbook a biller proposes over an old version is refused at once, not first when a lead approves it', async () => {
  const { ctx } = await openPractice();
  const book = (title: string): LibraryItem => ({ kind: 'playbook', entryId: 'playbook:auth', payerKey: 'aetna', body: { title, about: ABOUT_NOTHING, steps: ['Call'], evidence: [], who: '', typicalResult: '' } });
  expect((await proposeChange(asLead(ctx), change([book('One')], { base: 0 }))).ok).toBe(true);
  expect((await proposeChange(asLead(ctx), change([book('Two')], { base: 1 }))).ok).toBe(true);
  expect(await proposeChange(ctx, change([book('Three')], { base: 1, approve: false }))).toMatchObject({ ok: false, error: { code: 'changed-meanwhile', field: 'base' } });
  expect((await proposeChange(ctx, change([book('Three')], { base: 2, approve: false }))).ok).toBe(true);
});

test('a rule the practice changed says who changed it, when and on what proof, and which window its old source stands for', async () => {
  const { ctx, db, vault, at } = await openPractice();
  await savePayer(ctx, UNITED);
  const { source, notes } = ruleOf('uhc-reconsideration');
  const view = async () => (await libraryPayerPage(db, vault, 'uhc', today, 365))?.rules.find(({ rule }) => rule.id === 'uhc-reconsideration');
  expect((await view())?.windowChange).toBeNull();
  await proposeChange(asLead(at(5)), change([sixMonths('uhc-reconsideration')], { content: { ...content, reason: 'New agreement', evidence: 'p. 12' } }));
  const changed = { userName: 'Bo Larkspur', reason: 'New agreement', evidence: 'p. 12', atMs: at(5).nowMs, before: { limit: { value: 12, unit: 'months' }, source, notes } };
  expect(await view()).toMatchObject({ from: 'changed', rule: { limit: { value: 6 } }, windowChange: changed });
  // A later look at it, in other words, is no other window: who changed the window stays said.
  const body = { rule: { ...ruleOf('uhc-reconsideration'), limit: { value: 6, unit: 'months' as const }, asOf: TODAY }, checkedOn: TODAY };
  await proposeChange(ctx, change([{ kind: 'rule', entryId: 'uhc-reconsideration', payerKey: 'uhc', body }], { content: { ...content, evidence: 'the site' } }));
  await proposeChange(asLead(at(9)), change([{ kind: 'rule', entryId: 'uhc-reconsideration', payerKey: 'uhc', body }], { content: { ...content, evidence: 'the site' } }));
  expect((await view())?.n).toBe(2);
  expect(await view()).toMatchObject({ windowChange: changed });
});

test('the clock of a changed rule rests on the proof of the change, never on the source of the window before', async () => {
  const { ctx, db, vault, caseId } = await withCase();
  const clock = async () => (await caseFile(db, vault, caseId, TODAY))?.clocks.find(({ rule }) => rule === reconsideration.id);
  const { payerKey } = await db.cases.get(caseId) ?? { payerKey: '' };
  const onCard = async () => (await payerCard(db, vault, payerKey))?.rules.find(({ id }) => id === reconsideration.id);
  expect(await clock()).toMatchObject({ source: reconsideration.source, confidence: 'high' });
  expect((await clock())?.ownWindow ?? null).toBeNull();
  await proposeChange(asLead(ctx), change([changedTo(reconsideration, 100)]));
  expect(await clock()).toMatchObject({ source: null, confidence: null, ownWindow: { rule: { limit: { value: 100 } }, change: { userName: 'Bo Larkspur', evidence: 'Page 12', before: { limit: { value: 180 } } } } });
  expect(await onCard()).toMatchObject({ window: '100 calendar days', source: { title: 'Changed here by Bo Larkspur: Page 12', url: '' } });
  // With a source of its own the new window is shown under that one.
  const source = { title: 'Aetna manual 2026', url: 'https://example.org/manual' };
  await proposeChange(asLead(ctx), change([changedTo({ ...reconsideration, source }, 90)]));
  expect(await clock()).toMatchObject({ source, confidence: 'high' });
  expect(await onCard()).toMatchObject({ window: '90 calendar days', source });
});
