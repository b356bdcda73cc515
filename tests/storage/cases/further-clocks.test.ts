import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../rules/work/case-file.ts';
import { isoToDayNumber, NO_DAY } from '../../../rules/domain/day-number.ts';
import type { ClaimFacts } from '../../../rules/domain/denial-case.ts';
import type { CommandRequest } from '../../../rules/protocol/commands.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { answerLetter, nameNextPayer, recordLetter } from '../../../storage/cases/record-letter.ts';
import { recordSubmission } from '../../../storage/cases/record-submission.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { savePayer } from '../../../storage/payers.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { capture, deniedFacts, openPractice, TODAY } from './practice.ts';
import type { Practice } from './practice.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await openPractice();
  await savePayer(practice.ctx, { key: 'medicare', name: 'Noridian', libraryPayer: null, lineOfBusiness: 'medicare-ffs', state: null, network: null, aliases: [] });
});

async function newCase(facts: Partial<ClaimFacts> = {}, payerKey = 'medicare'): Promise<string> {
  const saved = await saveCapture(practice.ctx, capture(deniedFacts(facts), {}, payerKey), null, 'portal.example');
  return saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
}
async function file(id: string, today = TODAY): Promise<CaseFile> {
  const found = await caseFile(practice.db, practice.vault, id, today);
  if (found === null) throw new Error('no case');
  return found;
}
const clock = (of: CaseFile, action: string): CaseFile['clocks'][number] | undefined => of.clocks.find((one) => one.action === action);
const letter = (caseId: string, more: Partial<CommandRequest<'case:record-letter'>>): CommandRequest<'case:record-letter'> => ({ caseId, kind: 'records-request', on: '2026-03-05', receivedOn: null, lastDay: null, evidence: 'Portal inbox', ...more });
const sent = (caseId: string, more: Partial<CommandRequest<'case:record-submission'>>): CommandRequest<'case:record-submission'> => ({ caseId, action: 'appeal-level-1', on: TODAY, channel: 'portal', confirmation: 'C-1', noConfirmationReason: null, followUpOn: '2026-04-30', ...more });

describe('a records request of Medicare', () => {
  test('gives 45 days, presses before the appeal, and is written into the history', async () => {
    const id = await newCase();
    expect(await recordLetter(practice.at(1), letter(id, {}))).toEqual({ ok: true, value: {} });
    const seen = await file(id);
    expect(clock(seen, 'records-request')).toMatchObject({ kind: 'dated', due: '2026-04-19', safe: '2026-04-17', rule: 'letter-medicare-records', confidence: 'medium' });
    expect(clock(seen, 'records-request')?.warnings.join(' ')).toContain('30');
    expect(seen.item.nextDay).toBe(isoToDayNumber('2026-04-17'));
    expect(seen.item.nextKind).toBe('records-request');
    expect(seen.timeline.map(({ title }) => title)).toContain('Letter recorded: records asked for');
  });
  test('ends by the day printed in it, whatever the rule says', async () => {
    const id = await newCase();
    await recordLetter(practice.at(1), letter(id, { lastDay: '2026-04-04' }));
    expect(clock(await file(id), 'records-request')).toMatchObject({ due: '2026-04-04', safe: '2026-04-03', source: { title: 'Portal inbox', url: '' } });
  });
  test('is answered by records that went out, and the appeal presses again', async () => {
    const id = await newCase();
    const before = (await file(id)).item.nextDay;
    await recordLetter(practice.at(1), letter(id, {}));
    await recordSubmission(practice.at(2), sent(id, { action: 'records' }));
    const seen = await file(id);
    expect(clock(seen, 'records-request')).toMatchObject({ kind: 'stopped', why: 'Sent in time.' });
    expect(seen.item.safeDay).toBe(before);
  });
  test('of another payer has no rule: the letter has to say', async () => {
    const id = await newCase({}, 'aetna');
    await recordLetter(practice.at(1), letter(id, {}));
    expect(clock(await file(id), 'records-request')).toMatchObject({ kind: 'unknown', due: null });
  });
});

test('an appeal by the 30th day after the demand holds recoupment, as the contractor prints it', async () => {
  const id = await newCase();
  await recordLetter(practice.at(1), letter(id, { kind: 'recoupment-demand' }));
  expect(clock(await file(id), 'recoupment-demand')).toMatchObject({ kind: 'dated', due: '2026-04-04', safe: '2026-04-03', confidence: 'medium', source: { citation: '42 CFR 405.379' } });
});

test('an overpayment found is reported within 60 days', async () => {
  const id = await newCase();
  await recordLetter(practice.at(1), letter(id, { kind: 'overpayment-found', on: '2026-03-02' }));
  expect(clock(await file(id), 'overpayment-found')).toMatchObject({ due: '2026-05-01', source: { citation: '42 CFR 401.305' } });
});

test('a refund request of a payer whose library rule speaks of overpayments is dated by it, from its receipt', async () => {
  await savePayer(practice.ctx, { key: 'bcbstx', name: 'Blue Cross and Blue Shield of Texas', libraryPayer: null, lineOfBusiness: 'commercial', state: 'TX', network: 'in', aliases: [] });
  const id = await newCase({}, 'bcbstx');
  await recordLetter(practice.at(1), letter(id, { kind: 'refund-request', on: '2026-03-02', receivedOn: '2026-03-06' }));
  expect(clock(await file(id), 'refund-request')).toMatchObject({ rule: 'bcbstx-overpayment', due: '2026-04-20' });
});

describe('a letter that was answered', () => {
  const answer = (caseId: string, more: Partial<CommandRequest<'case:answer-letter'>> = {}): CommandRequest<'case:answer-letter'> => ({ caseId, kind: 'overpayment-found', letterOn: '2026-03-02', answeredOn: TODAY, words: 'Reported and returned, number 5512', ...more });
  test.each(['overpayment-found', 'refund-request', 'records-request', 'recoupment-demand'] as const)('of the kind %s stops its clock, says what was done, and no longer presses', async (kind) => {
    const id = await newCase();
    const before = (await file(id)).item.nextDay;
    await recordLetter(practice.at(1), letter(id, { kind, on: '2026-03-02', lastDay: '2026-03-20' }));
    expect((await file(id)).item).toMatchObject({ nextKind: kind, nextDay: isoToDayNumber('2026-03-20') });
    expect(await answerLetter(practice.at(2), answer(id, { kind }))).toEqual({ ok: true, value: {} });
    const seen = await file(id);
    expect(clock(seen, kind)).toMatchObject({ kind: 'stopped', why: `Answered on ${TODAY}: Reported and returned, number 5512` });
    expect(seen.item.nextDay).toBe(before);
    expect(seen.timeline.at(-1)).toMatchObject({ title: expect.stringContaining('Letter answered') as string, detail: `letter dated 2026-03-02; ${TODAY}; Reported and returned, number 5512` });
    expect(await practice.db.clocks.where('caseId').equals(id).filter(({ action }) => action === kind).count()).toBe(0);
  });
  test('is not answered twice, before its day, in the future, without words, or where there is none', async () => {
    const id = await newCase();
    expect(await answerLetter(practice.ctx, answer(id))).toMatchObject({ ok: false, error: { code: 'not-found', field: 'kind' } });
    await recordLetter(practice.at(1), letter(id, { kind: 'overpayment-found', on: '2026-03-02' }));
    expect(await answerLetter(practice.ctx, answer(id, { answeredOn: '2026-03-01' }))).toMatchObject({ ok: false, error: { field: 'answeredOn' } });
    expect(await answerLetter(practice.ctx, answer(id, { answeredOn: '2026-03-11' }))).toMatchObject({ ok: false, error: { field: 'answeredOn' } });
    expect(await answerLetter(practice.ctx, answer(id, { words: '  ' }))).toMatchObject({ ok: false, error: { field: 'words' } });
    expect((await answerLetter(practice.at(2), answer(id))).ok).toBe(true);
    expect(await answerLetter(practice.at(3), answer(id))).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
  test('runs anew where the payer writes again later', async () => {
    const id = await newCase();
    await recordLetter(practice.at(1), letter(id, { kind: 'overpayment-found', on: '2026-03-02' }));
    await answerLetter(practice.at(2), answer(id));
    await recordLetter(practice.at(3), letter(id, { kind: 'overpayment-found', on: '2026-03-09' }));
    expect(clock(await file(id), 'overpayment-found')).toMatchObject({ kind: 'dated', due: '2026-05-08' });
  });
});

test('two demands for money are two clocks, each pressing and each answered by itself', async () => {
  const id = await newCase();
  await recordLetter(practice.at(1), letter(id, { kind: 'refund-request', on: '2026-02-20', lastDay: '2026-03-24' }));
  await recordLetter(practice.at(2), letter(id, { kind: 'refund-request', on: '2026-03-02', lastDay: '2026-04-03' }));
  const seen = await file(id);
  expect(seen.clocks.filter(({ action }) => action === 'refund-request').map(({ name, due, letterOn }) => ({ name, due, letterOn }))).toEqual([
    { name: 'Answer to a refund request, letter of 2026-02-20', due: '2026-03-24', letterOn: '2026-02-20' }, { name: 'Answer to a refund request, letter of 2026-03-02', due: '2026-04-03', letterOn: '2026-03-02' },
  ]);
  expect(seen.item).toMatchObject({ nextKind: 'refund-request', nextDay: isoToDayNumber('2026-03-24') });
  const kept = async () => (await practice.db.clocks.where('caseId').equals(id).toArray()).filter(({ action }) => action === 'refund-request').map(({ dueDay }) => dueDay).sort();
  expect(await kept()).toEqual([isoToDayNumber('2026-03-24'), isoToDayNumber('2026-04-03')]);
  expect((await answerLetter(practice.at(3), { caseId: id, kind: 'refund-request', letterOn: '2026-02-20', answeredOn: TODAY, words: 'Disputed in writing' })).ok).toBe(true);
  expect(await kept()).toEqual([isoToDayNumber('2026-04-03')]);
  expect((await file(id)).item).toMatchObject({ nextKind: 'refund-request', nextDay: isoToDayNumber('2026-04-03') });
});

test('a letter of a day to come, or with a last day before it, is refused', async () => {
  const id = await newCase();
  expect(await recordLetter(practice.ctx, letter(id, { on: '2026-03-11' }))).toMatchObject({ ok: false, error: { field: 'on' } });
  expect(await recordLetter(practice.ctx, letter(id, { lastDay: '2026-03-01' }))).toMatchObject({ ok: false, error: { field: 'lastDay' } });
  expect(await recordLetter(practice.ctx, letter(id, { receivedOn: '2026-03-04' }))).toMatchObject({ ok: false, error: { field: 'receivedOn' } });
});

describe('the payer after this one', () => {
  test('brings its filing limit, counted from this decision where its rule says so', async () => {
    await savePayer(practice.ctx, { key: 'florida', name: 'Florida Blue', libraryPayer: null, lineOfBusiness: 'commercial', state: 'FL', network: 'in', aliases: [] });
    const id = await newCase({ remittanceOn: '2026-03-02' }, 'aetna');
    expect(await nameNextPayer(practice.at(1), { caseId: id, payerKey: 'florida' })).toEqual({ ok: true, value: {} });
    const seen = await file(id);
    expect(clock(seen, 'next-payer')).toMatchObject({ kind: 'dated', rule: 'fl-statute-secondary', due: '2026-05-31' });
    expect(seen.item.nextKind).toBe('next-payer');
  });
  test('is asked for where the money lies with another payer, never guessed', async () => {
    const id = await newCase({ adjustments: [{ groupCode: 'CO', carc: '22', cents: 45_000 }] }, 'aetna');
    expect(clock(await file(id), 'next-payer')).toMatchObject({ kind: 'needs', needs: ['nextPayer'] });
    expect(await nameNextPayer(practice.ctx, { caseId: id, payerKey: 'aetna' })).toMatchObject({ ok: false });
  });
});

describe('a claim the payer has not decided', () => {
  const pending: Partial<ClaimFacts> = { status: 'pending', remittanceOn: null, adjustments: [], paid: null };
  test('presses before its filing limit while nobody says it was received', async () => {
    const seen = await file(await newCase(pending));
    expect(clock(seen, 'timely-filing')).toMatchObject({ kind: 'dated', due: '2027-02-03' });
    expect(seen.item.safeDay).toBe(isoToDayNumber('2027-02-03'));
    expect(seen.item.followUpDay).not.toBe(NO_DAY);
  });
  test('and that was received does not, but its limit stays in sight', async () => {
    const seen = await file(await newCase({ ...pending, receivedOn: '2026-02-10' }));
    expect(clock(seen, 'timely-filing')?.kind).toBe('dated');
    expect(seen.item.safeDay).toBe(NO_DAY);
  });
  test('is no overdue matter once that limit has passed', async () => {
    const seen = await file(await newCase({ ...pending, serviceFrom: '2024-01-02', serviceTo: '2024-01-02' }));
    expect(seen.item.safeDay).toBe(NO_DAY);
  });
});

describe('what others are to do', () => {
  test('a redetermination is answered within 60 days: not chased before, overdue after', async () => {
    const id = await newCase();
    await recordSubmission(practice.at(1), sent(id, {}));
    expect((await file(id)).expected.find(({ kind }) => kind === 'payer-answer')).toMatchObject({ day: '2026-05-09', isPast: false, why: expect.stringContaining('Do not chase it before') as string });
    const later = await file(id, '2026-05-12');
    expect(later.traps.join(' ')).toContain('is overdue: ask for the decision');
  });
  test('of a payer whose time to answer nobody wrote down, none is made up', async () => {
    const id = await newCase({}, 'cigna');
    await recordSubmission(practice.at(1), sent(id, {}));
    expect((await file(id)).expected.map(({ kind }) => kind)).toEqual(['follow-up']);
  });
  describe('by state prompt-pay law', () => {
    const insured = async (key: string, state: string): Promise<unknown> => savePayer(practice.ctx, { key, name: `${key} Health`, libraryPayer: null, lineOfBusiness: 'commercial', state, network: 'in', aliases: [] });
    const law = async (id: string, today = TODAY): Promise<CaseFile['expected'][number] | undefined> => (await file(id, today)).expected.find(({ kind }) => kind === 'prompt-pay');
    const waiting: Partial<ClaimFacts> = { status: 'pending', remittanceOn: null, adjustments: [], paid: null, receivedOn: '2026-02-10' };
    test('the payer acts within the days of the state, and is overdue for sure only after the longer of two', async () => {
      await insured('everglade', 'FL');
      const id = await newCase(waiting, 'everglade');
      // 10 February + 20 days, + 40 days.
      expect(await law(id)).toMatchObject({ day: '2026-03-22', isPast: false, source: { citation: 'Fla. Stat. 627.6131(4), (5), (7)' }, why: expect.stringContaining('20 days if it was sent electronically (2026-03-02), 40 on paper (2026-03-22)') as string });
      expect(await law(id, '2026-03-23')).toMatchObject({ isPast: true, why: expect.stringMatching(/^Overdue: ask for the decision, and for interest/u) as string });
      expect((await file(id, '2026-03-23')).traps.join(' ')).toContain('Payer to pay, deny or contest (FL prompt-pay law) was due on 2026-03-22');
    });
    test('a late payment carries its interest, counted to the cent', async () => {
      await insured('everglade', 'FL');
      // Paper: due 22 March; paid 21 May is 60 days late; 365.00 x 12% x 60 / 365 = 7.20.
      const id = await newCase({ receivedOn: '2026-02-10', status: 'partially-denied', paid: 36_500, remittanceOn: '2026-05-21', paymentOn: '2026-05-21' }, 'everglade');
      expect(await law(id, '2026-06-01')).toMatchObject({ title: 'Paid 60 days late (FL prompt-pay law)', isOver: true, why: expect.stringContaining('Interest: $7.20 (12% simple a year on the payment, 60 days).') as string });
    });
    const texas: Partial<ClaimFacts> = { receivedOn: '2026-02-10', status: 'paid', paid: 30_000, charge: 45_000, allowed: 30_000, adjustments: [], paymentOn: '2026-09-20' };
    test('a claim denied in time and paid after an appeal is not late', async () => {
      await insured('lonestar', 'TX');
      expect(await law(await newCase({ ...texas, remittanceOn: '2026-03-01' }, 'lonestar'), '2026-10-01')).toBeUndefined();
    });
    test('a payment is late for sure only while nothing says that the claim was decided before', async () => {
      await insured('lonestar', 'TX');
      // Nobody knows the day of the first word any more, only that there was one.
      const id = await newCase({ ...texas, claimControlNumber: 'C-5', remittanceOn: '2026-09-20' }, 'lonestar');
      expect(await law(id, '2026-10-01')).toMatchObject({ title: 'Paid 177 days late (TX prompt-pay law)', why: expect.stringContaining('Penalty: $150.00') as string });
      await recordSubmission(practice.at(1), sent(id, {}));
      expect(await law(id, '2026-10-01')).toBeUndefined();
    });
    test('the first word of a claim stays known when the payment overwrites its day', async () => {
      await insured('lonestar', 'TX');
      const id = await newCase({ receivedOn: '2026-02-10', charge: 45_000 }, 'lonestar');
      await saveCapture(practice.at(5, '2026-09-21'), capture(deniedFacts({ ...texas, remittanceOn: '2026-09-20' }), {}, 'lonestar'), null, 'portal.example');
      const seen = await file(id, '2026-10-01');
      expect(seen.sealed.facts).toMatchObject({ paymentOn: '2026-09-20', paid: 30_000 });
      expect(await law(id, '2026-10-01')).toBeUndefined();
    });
    test('Texas law is for contracted providers: where nobody knows that, it is said, with no amount and no overdue', async () => {
      await savePayer(practice.ctx, { key: 'alamo', name: 'Alamo Health', libraryPayer: null, lineOfBusiness: 'commercial', state: 'TX', network: null, aliases: [] });
      const paid = await law(await newCase({ ...texas, network: null, remittanceOn: '2026-09-20' }, 'alamo'), '2026-10-01');
      expect(paid).toMatchObject({ title: 'Paid 177 days late (TX prompt-pay law, if you are contracted)', why: expect.stringContaining('No penalty is counted') as string });
      expect(paid?.why).not.toContain('$');
    });
    test('and a claim that waits there is not said to be overdue', async () => {
      await savePayer(practice.ctx, { key: 'alamo', name: 'Alamo Health', libraryPayer: null, lineOfBusiness: 'commercial', state: 'TX', network: null, aliases: [] });
      const id = await newCase({ ...waiting, network: null, claimControlNumber: 'C-6' }, 'alamo');
      expect(await law(id, '2026-10-01')).toMatchObject({ isPast: false, isOver: true, why: expect.stringContaining('whether you are one is not on file') as string });
      expect((await file(id, '2026-10-01')).traps.join(' ')).not.toContain('overdue');
    });
    test('a decided claim whose status word was not read is not asked for', async () => {
      await insured('lonestar', 'TX');
      const id = await newCase({ receivedOn: '2026-02-10', status: null, remittanceOn: '2026-03-01', paid: 0 }, 'lonestar');
      expect(await law(id, '2026-10-01')).toBeUndefined();
      expect((await file(id, '2026-10-01')).traps.join(' ')).not.toContain('overdue');
    });
    test('of a federal employee plan is none', async () => {
      await savePayer(practice.ctx, { key: 'geha', name: 'GEHA', libraryPayer: null, lineOfBusiness: 'commercial', state: 'FL', network: 'in', aliases: [] });
      expect(await law(await newCase(waiting, 'geha'), '2026-10-01')).toBeUndefined();
    });
    test('is not made up where the library has no law, the claim no day of receipt, or the payment was in time', async () => {
      await insured('lakeside', 'OH');
      await insured('everglade', 'FL');
      expect(await law(await newCase(waiting, 'lakeside'))).toBeUndefined();
      expect(await law(await newCase({ ...waiting, receivedOn: null, claimControlNumber: 'C-2' }, 'everglade'))).toBeUndefined();
      expect(await law(await newCase({ receivedOn: '2026-02-10', status: 'partially-denied', paid: 36_500, paymentOn: '2026-03-20', claimControlNumber: 'C-3' }, 'everglade'))).toBeUndefined();
      expect(await law(await newCase({ ...waiting, claimControlNumber: 'C-4' }))).toBeUndefined(); // Medicare
    });
  });
  test('a promise is held until the day is there, and settled by a later contact', async () => {
    const id = await newCase();
    const call = (more: object): CommandRequest<'contact:log'> => ({
      caseIds: [id], outcome: 'in-process', followUpOn: '2026-04-01', nextAction: 'wait-for-payer',
      contact: { channel: 'phone', numberDialled: '', representative: 'Kim', reference: 'R1', noReferenceReason: null, outcome: 'in-process', promise: 'Sends it back for review', promisedFor: '2026-03-17', note: '', startedAtMs: 1, endedAtMs: null, holdSeconds: null, ...more },
    });
    await logContact(practice.at(1), call({}));
    expect((await file(id)).expected.find(({ kind }) => kind === 'promise')).toMatchObject({ day: '2026-03-17', isPast: false, why: 'Sends it back for review' });
    expect((await file(id, '2026-03-19')).expected.find(({ kind }) => kind === 'promise')?.why).toContain('hold them to it');
    await logContact(practice.at(60 * 24 * 9, '2026-03-19'), call({ promise: '', promisedFor: null }));
    expect((await file(id, '2026-03-19')).expected.find(({ kind }) => kind === 'promise')).toBeUndefined();
  });
});

test('what went out after its last day is kept with its good cause, never refused', async () => {
  const id = await newCase({ remittanceOn: '2025-06-02', serviceFrom: '2025-05-01', serviceTo: '2025-05-01' });
  await recordSubmission(practice.at(1), sent(id, { lateReason: 'Flood closed the office' }));
  const late = clock(await file(id), 'appeal-level-1');
  expect(late).toMatchObject({ kind: 'stopped', why: 'Sent after its last day, with good cause: Flood closed the office' });
});

describe('what the practice knows of a payer', () => {
  const cigna = { key: 'cigna', name: 'Cigna', libraryPayer: 'Cigna Healthcare', lineOfBusiness: 'commercial', state: null, network: 'in', aliases: [] } as const;
  test('paper is sent ahead, and the counting says by how much', async () => {
    const id = await newCase({}, 'cigna');
    const before = clock(await file(id), 'appeal-level-1');
    await savePayer(practice.ctx, { ...cigna, aliases: [], filesBy: 'mail' });
    const after = clock(await file(id), 'appeal-level-1');
    expect(after?.due).toBe(before?.due);
    expect((after?.safe ?? '') < (before?.safe ?? '')).toBe(true);
    expect(after?.steps.join(' ')).toContain('5 calendar days for the mail');
  });
  test('its cut-off is told with the date; where nobody knows it, five o\'clock is said to be assumed', async () => {
    const id = await newCase({}, 'cigna');
    expect(clock(await file(id), 'appeal-level-1')?.steps.at(-1)).toContain('not on file: take 5:00 PM');
    await savePayer(practice.ctx, { ...cigna, aliases: [], cutOff: { minute: 1080, timeZone: 'America/New_York' } });
    expect(clock(await file(id), 'appeal-level-1')?.steps.at(-1)).toContain('6:00 PM America/New York');
  });
  test('a window from the contract beats the library and keeps who typed it, why and on what evidence', async () => {
    const window = { action: 'appeal-level-1', value: 60, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Contract, section 4.2' } as const;
    await practice.db.users.update(practice.ctx.userId, { role: 'lead' });
    await savePayer(practice.ctx, { ...cigna, aliases: [], contractWindows: [window] });
    const id = await newCase({}, 'cigna');
    const own = clock(await file(id), 'appeal-level-1');
    expect(own).toMatchObject({ due: '2026-05-01', rule: null, overriddenBy: { evidence: 'Contract, section 4.2', userName: 'Ada Fernhill', reason: '60 calendar days from remittance date by contract' } });
    expect(own?.steps[0]).toBe('Day 0 is the remittance date, 2026-03-02 (Monday); 60 calendar days on is 2026-05-01 (Friday). The window is as the practice typed it from its contract; nobody else checked it.');
    expect(own?.warnings.join(' ')).toContain("The library's own date");
    // Saved again by somebody else with another network, the window is still the first one's word.
    await savePayer({ ...practice.at(5), userId: 'user-bo-00002' }, { ...cigna, aliases: [], network: 'out', contractWindows: [window] });
    expect(clock(await file(id), 'appeal-level-1')?.overriddenBy?.userName).toBe('Ada Fernhill');
  });
});
