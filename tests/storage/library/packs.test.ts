import { expect, test } from 'vitest';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import { ABOUT_NOTHING, BLANK_PROFILE } from '../../../rules/library/library-entry.ts';
import { signedText } from '../../../rules/library/pack.ts';
import type { PackFile } from '../../../rules/library/pack.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import { readDating } from '../../../storage/dating.ts';
import { proposeChange } from '../../../storage/library/change-library.ts';
import { exportPack, importPack, lookAtPack, packItems } from '../../../storage/library/packs.ts';
import { previewRedate } from '../../../storage/library/preview-redate.ts';
import { readNotes } from '../../../storage/library/read-entries.ts';
import { readPack } from '../../../storage/library/read-pack.ts';
import { readRules } from '../../../storage/library/rule-set.ts';
import { libraryPayerPage } from '../../../storage/queries/library.ts';
import { COLLEAGUE, openPractice, TODAY } from '../cases/practice.ts';

const RULE: PayerRule = {
  id: 'juniper-appeal', version: 1, payer: 'Juniper Health', payerAliases: ['Juniper'], lineOfBusiness: 'commercial', action: 'appeal-level-1', party: 'provider', limit: { value: 90, unit: 'calendar-days' },
  clockStartsFrom: 'remittance-date', notes: 'From the manual.', source: { title: 'Manual', url: 'https://juniper.example/manual' }, asOf: '2026-10-01', confidence: 'high',
};
const pack = (id: string, rules: PayerRule[]): PackFile => ({ schema: 'overturn-pack/1', id, name: `Pack ${id}`, madeBy: 'Larkspur Billing', madeOn: '2026-03-01', about: '', rules, profiles: [], playbooks: [], notes: [] });
const text = (value: unknown): string => JSON.stringify(value, null, 2);

async function lead() {
  const { ctx } = await openPractice();
  return { ...ctx, userId: COLLEAGUE };
}
const take = (file: string, more: object = {}) => ({ text: file, choices: {}, reason: '', signerName: null, stamp: null, ...more });
const ask = async (ctx: Awaited<ReturnType<typeof lead>>) => answerDeadlineQuery({ payer: 'Juniper Health', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts: { remittanceDate: '2026-03-02' } }, await readDating(ctx.db));

test('two packs that disagree: no date and both sides, until a person takes one away', async () => {
  const ctx = await lead();
  expect((await importPack(ctx, take(text(pack('a', [RULE]))))).ok).toBe(true);
  expect(await ask(ctx)).toMatchObject({ due: '2026-05-31' });
  const second = pack('b', [{ ...RULE, limit: { value: 60, unit: 'calendar-days' } }]);
  const look = await lookAtPack(ctx.db, ctx.vault, text(second));
  if ('problems' in look) throw new Error('sound');
  expect(look).toMatchObject({ signature: 'unsigned', parts: [{ state: 'differs', movesDates: true, choices: ['both', 'keep', 'take'] }] });
  const preview = await previewRedate(ctx.db, ctx.vault, await packItems(ctx.db, ctx.vault, look.pack, {}), { today: TODAY });
  expect(preview.conflicts.map(({ left, right }) => [left.id, right.id])).toEqual([['juniper-appeal', 'b-juniper-appeal']]);

  expect((await importPack(ctx, take(text(second)))).ok).toBe(true);
  expect(await ask(ctx)).toMatchObject({ conflict: [{ rule: 'b-juniper-appeal', due: '2026-05-01' }, { rule: 'juniper-appeal', due: '2026-05-31' }] });
  await proposeChange(ctx, { items: [{ kind: 'rule', entryId: 'juniper-appeal', payerKey: 'juniper-health', body: null }], origin: 'edit', approve: true, stamp: null, content: { title: 'Decided', reason: 'The letter says 60', evidence: 'Letter', pack: null, undoes: null, askId: null } });
  expect(await ask(ctx)).toMatchObject({ due: '2026-05-01', rule: 'b-juniper-appeal' });
});

test('keeping ours leaves a pack out, taking theirs puts it in the place of ours', async () => {
  const ctx = await lead();
  await importPack(ctx, take(text(pack('a', [RULE]))));
  const second = text(pack('b', [{ ...RULE, limit: { value: 60, unit: 'calendar-days' } }]));
  expect(await importPack(ctx, take(second, { choices: { 'rule juniper-appeal': 'keep' } }))).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'choices' } });
  expect((await importPack(ctx, take(second, { choices: { 'rule juniper-appeal': 'take' } }))).ok).toBe(true);
  expect((await readRules(ctx.db)).filter(({ payer }) => payer === 'Juniper Health').map(({ id, limit, version }) => [id, limit.value, version])).toEqual([['juniper-appeal', 60, 2]]);
});

test('the same pack a second time changes nothing', async () => {
  const ctx = await lead();
  await importPack(ctx, take(text(pack('a', [RULE]))));
  const look = await lookAtPack(ctx.db, ctx.vault, text(pack('a', [RULE])));
  expect('parts' in look && look.parts.map(({ state }) => state)).toEqual(['same']);
});

test('a pack made here is signed: known here as our own, elsewhere as by nobody known until somebody is named, and broken once changed', async () => {
  const ours = await lead();
  await proposeChange(ours, {
    items: [
      { kind: 'rule', entryId: RULE.id, payerKey: 'juniper-health', body: { rule: RULE, checkedOn: TODAY } },
      { kind: 'note', entryId: 'note:one', payerKey: 'aetna', body: { kind: 'modifier', title: 'GP', text: 'Needs **GP**.', about: { ...ABOUT_NOTHING, payers: ['aetna'], procedures: ['9711*'] } } },
      { kind: 'profile', entryId: 'profile:aetna', payerKey: 'aetna', body: { ...BLANK_PROFILE, claimsPerCall: 3 } },
    ],
    origin: 'edit', approve: true, stamp: null, content: { title: 'x', reason: '', evidence: '', pack: null, undoes: null, askId: null },
  });
  const made = await exportPack(ours, { name: 'Our rules', about: 'For the sister office', payerKeys: null, withShipped: false, withNotes: true, withPlaybooks: true, withProfiles: true });
  if (!made.ok) throw new Error(made.error.code);
  expect(made.value.fileName).toBe(`our-rules-${TODAY}.overturn-pack.json`);
  expect(await lookAtPack(ours.db, ours.vault, made.value.text)).toMatchObject({ signature: 'own' });
  // White space and the order of the keys are no part of what is signed.
  expect(await lookAtPack(ours.db, ours.vault, JSON.stringify(JSON.parse(made.value.text)))).toMatchObject({ signature: 'own' });

  const theirs = await lead();
  const look = await lookAtPack(theirs.db, theirs.vault, made.value.text);
  expect(look).toMatchObject({ signature: 'unknown', signer: null, pack: { rules: [{ id: 'juniper-appeal' }], notes: [{ payer: 'Aetna' }], profiles: [{ payer: 'Aetna' }] } });
  expect((await importPack(theirs, take(made.value.text, { signerName: 'Riverbend, sister office' }))).ok).toBe(true);
  expect((await readNotes(theirs.db, theirs.vault)).map(({ body }) => body.title)).toEqual(['GP']);
  expect((await libraryPayerPage(theirs.db, theirs.vault, 'aetna', 20_515, 365))?.profile?.body.claimsPerCall).toBe(3);
  expect(await lookAtPack(theirs.db, theirs.vault, made.value.text)).toMatchObject({ signature: 'known', signer: 'Riverbend, sister office' });

  const forged = made.value.text.replace('"value": 90', '"value": 900');
  expect(await lookAtPack(theirs.db, theirs.vault, forged)).toMatchObject({ signature: 'broken' });
  expect(await importPack(theirs, take(forged))).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(JSON.stringify(await ours.db.meta.get('pack-key'))).not.toContain('MC4CAQ'); // the private half is sealed
});

test('a signature covers the pack without itself, keys in order, no white space', () => {
  expect(signedText({ b: [1, { d: 'x', c: null }], a: 'ü', signature: { alg: 'Ed25519' } })).toBe('{"a":"ü","b":[1,{"c":null,"d":"x"}]}');
});

test('every problem of a pack is told with its line', () => {
  const problems = (file: string) => {
    const read = readPack(file);
    return 'problems' in read ? read.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`) : [];
  };
  expect(problems(text(pack('a', [RULE])))).toEqual([]);
  expect(problems('{\n  "schema": "overturn-pack/1",\n  "id": "a"\n  "name": "x"\n}')).toEqual([expect.stringMatching(/^4 .*comma/u)]);
  expect(problems('{\n "schema": "overturn-pack/1", // mine\n "id": "a" }').join()).toMatch(/^2 : JSON has no comments/u);
  const lines = text(pack('a', [RULE])).split('\n');
  const unit = lines.findIndex((line) => line.includes('"unit"'));
  lines[unit] = '        "unit": "weeks"';
  expect(problems(lines.join('\n'))).toEqual([expect.stringMatching(new RegExp(`^${unit + 1} rules\\.0\\.limit\\.unit: `, 'u'))]);
  const extra = text({ ...pack('a', [RULE]), colour: 'red' });
  expect(problems(extra)).toEqual([expect.stringMatching(new RegExp(`^${extra.split('\n').findIndex((line) => line.includes('colour')) + 1} colour: colour is not a field`, 'u'))]);
  expect(problems(text(pack('a', [RULE, RULE]))).join()).toMatch(/rules\.1\.id: juniper-appeal is there twice/u);
  expect(problems('{\n "id": "a",\n "id": "b"\n}').join('\n')).toMatch(/^3 id: id is there twice/mu);
  expect(problems('')).toEqual([expect.stringMatching(/^1 /u)]);
  expect(problems('null').length).toBeGreaterThan(0);
  expect(problems(`{"__proto__": {"polluted": true}}`).length).toBeGreaterThan(0);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a pack made for a newer Overturn is said to be that, in one sentence, whatever else it has or lacks', () => {
  expect(readPack('{\n  "schema": "overturn-pack/2",\n  "contents": []\n}')).toEqual({ problems: [{ line: 2, column: expect.any(Number) as number, path: 'schema', message: 'This pack was made for a newer Overturn (overturn-pack/2). Update the extension, then try again.' }] });
});

test('a file of brackets alone is refused with an answer', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(readPack(deep)).toEqual({ problems: [{ line: 1, column: 1, path: '', message: 'The file is nested too deeply for a pack.' }] });
  expect(readPack(JSON.stringify({ schema: `${'['.repeat(100)}"\\${'{'.repeat(100)}` }))).not.toMatchObject({ problems: [{ message: 'The file is nested too deeply for a pack.' }] });
});

test.each([
  ['%PDF-1.7\n%âãÏÓ', 'This is a PDF'], ['PK\u0003\u0004', 'a workbook or an archive'], ['<!DOCTYPE html><p>', 'a web page'], ['ISA*00*', 'under Remittances'], ['  ', 'The file is empty.'], ['payer;window', 'begins with {'],
])('a file that is no pack at all is named for what it is: %j', (text, words) => {
  const read = readPack(text);
  expect('problems' in read && read.problems).toEqual([{ line: 1, column: 1, path: '', message: expect.stringContaining(words) as string }]);
});
