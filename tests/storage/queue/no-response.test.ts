import { expect, test } from 'vitest';
import { isoToDayNumber, NO_DAY } from '../../../rules/domain/day-number.ts';
import { importRemittance } from '../../../storage/imports/import-remittance.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { queuePage } from '../../../storage/queries/queue-page.ts';
import { listNoResponses } from '../../../storage/queue/no-response.ts';
import { savePayer, findPayer } from '../../../storage/payers.ts';
import { fileOf, ownFile, remittance } from '../imports/file-of.ts';
import { openPractice } from '../cases/practice.ts';
import type { Practice } from '../cases/practice.ts';

/** `submitted-claims.edi` sends RB1016 and another claim to Cedar Valley Health on 18 February 2026; the practice gives payers 30 days. */
const cedar = { payer: 'CEDAR VALLEY HEALTH' };
const PAID = 'CLP*RB1016*1*215*215*0*CI*26H0100016~NM1*QC*1*LINDQVIST*ODA****MI*CV100200300~DTM*232*20260210~SVC*HC:99214:25*215*215**1~DTM*472*20260210';
const on = (practice: Practice, today: string, ms = 1) => ({ ...practice.at(ms), today });

async function sentKey(practice: Practice): Promise<string> {
  return (await practice.db.filings.toArray())[0]?.payerKey ?? '';
}

test('a claim nobody answered is listed the day after its answer was due, never on the day, with "check status" next', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, ownFile('submitted-claims.edi'));
  // 18 February and 30 days: due on 20 March.
  expect(await listNoResponses(on(practice, '2026-03-20'))).toEqual({ listed: 0, answered: 0, damaged: 0 });
  expect(await practice.db.cases.count()).toBe(0);
  expect(await listNoResponses(on(practice, '2026-03-21'))).toEqual({ listed: 2, answered: 0, damaged: 0 });
  expect(await listNoResponses(on(practice, '2026-03-22'))).toEqual({ listed: 0, answered: 0, damaged: 0 });
  const { rows } = await queuePage(practice.db, { ownerId: null, sort: 'priority', kind: 'no-response' }, isoToDayNumber('2026-03-21'), 0, 10);
  expect(rows.map(({ nextAction, nextDay, workKind, payerStatus, ownerId }) => ({ nextAction, nextDay, workKind, payerStatus, ownerId }))).toEqual(Array(2).fill({
    nextAction: 'check-status', nextDay: isoToDayNumber('2026-03-21'), workKind: 'no-response', payerStatus: '', ownerId: practice.ctx.userId,
  }));
  const file = await caseFile(practice.db, practice.vault, rows[0]?.id ?? '', '2026-03-21');
  expect(file?.timeline.some(({ detail }) => detail === 'Sent on 2026-02-18; an answer was due by 2026-03-20.')).toBe(true);
  // What we sent is no word of the payer's: not in the evidence, not in the sources of a letter, not among denials.
  expect(file?.observations.map(({ source }) => source)).toEqual(['sent-file']);
});

test('an answer that came in time keeps a claim off the list, whatever the answer; one that comes late ends the waiting', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, ownFile('submitted-claims.edi'));
  await importRemittance(practice.at(1), fileOf(remittance([PAID], cedar)));
  expect(await listNoResponses(on(practice, '2026-03-25', 2))).toEqual({ listed: 1, answered: 1, damaged: 0 });

  const late = await openPractice();
  await importRemittance(late.ctx, ownFile('submitted-claims.edi'));
  await listNoResponses(on(late, '2026-03-25'));
  const denied = PAID.replace('*1*215*215*0', '*4*215*0*0').replace('*215*215**1', '*215*0**1') + '~CAS*CO*29*215';
  await importRemittance({ ...late.at(3), today: '2026-03-26' }, fileOf(remittance([denied], cedar)));
  const rows = await late.db.cases.toArray();
  expect(rows).toHaveLength(2);
  expect(rows.map(({ workKind }) => workKind).sort()).toEqual(['denial', 'no-response']);
});

test('a payer with a time of its own is waited for that long', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, ownFile('submitted-claims.edi'));
  const payer = await findPayer(practice.db, await sentKey(practice));
  if (payer === null) throw new Error('no payer');
  await savePayer(practice.at(1), { ...payer, answersWithinDays: 60 });
  expect((await listNoResponses(on(practice, '2026-03-25'))).listed).toBe(0);
  expect((await listNoResponses(on(practice, '2026-04-19'))).listed).toBe(0);
  expect((await listNoResponses(on(practice, '2026-04-20'))).listed).toBe(2);
});

test('the same file once more does not make a claim wait again', async () => {
  const practice = await openPractice();
  await importRemittance(practice.ctx, ownFile('submitted-claims.edi'));
  await listNoResponses(on(practice, '2026-03-21'));
  await importRemittance(practice.at(1), ownFile('submitted-claims.edi'));
  expect((await practice.db.filings.toArray()).every(({ waits }) => waits === 0)).toBe(true);
  expect((await listNoResponses(on(practice, '2026-05-01'))).listed).toBe(0);
  expect(await practice.db.cases.where('[open+nextDay]').between([1, 0], [1, NO_DAY]).count()).toBe(2);
});
