import { expect, test } from 'vitest';
import { canonicalText } from '../../rules/evidence/canonical-json.ts';
import { writeEvidenceFile } from '../../rules/evidence/evidence-file.ts';
import type { EvidenceFile, NewEntry } from '../../rules/evidence/evidence-file.ts';
import type { EvidenceEntry } from '../../rules/evidence/evidence-entry.ts';
import { READER_VERSION } from '../../rules/portals/reader/reader-version.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';
import type { Reading, ReadingClaim } from '../../rules/reading/reading.ts';
import { saveCapture } from '../../storage/cases/save-capture.ts';
import { recordCase } from '../../storage/cases/record-case.ts';
import { caseEvidence } from '../../storage/evidence/case-evidence.ts';
import { evidencePrinted, revealEvidence } from '../../storage/evidence/evidence-trail.ts';
import { exportEvidence } from '../../storage/evidence/export-evidence.ts';
import { plainDigest, practiceKeyOf } from '../../storage/evidence/practice-key.ts';
import { checkEvidence, looksOfFile } from '../../storage/evidence/read-evidence.ts';
import { Vault } from '../../storage/vault/vault.ts';
import { capture, deniedFacts, openPractice } from './cases/practice.ts';
import type { Practice } from './cases/practice.ts';

/** An entry as it is before it is chained. */
const unchained = ({ n, id, source, at, user, content, practice }: EvidenceEntry): NewEntry => ({ n, id, source, at, user, content, practice });

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A page that shows a denied claim, as the reader gives it. */
function readingOf(paid: number): Reading {
  const found = <T>(value: T, raw: string, label: string) => ({ value, raw, label, confidence: 'certain' as const });
  const claim: ReadingClaim = {
    claimControlNumber: found('E26061234500', 'E26061234500', 'Claim Number'), patientControlNumber: null, patientName: found('Thistlewood, Marguerite', 'THISTLEWOOD, MARGUERITE', 'Member'), memberId: null,
    serviceFrom: found('2026-02-03', '02/03/2026', 'Date of Service'), serviceTo: null, receivedOn: null, finalizedOn: null, remittanceOn: null, paymentOn: null, charge: found(45_000, '$450.00', 'Billed'), allowed: null,
    paid: found(paid, paid === 0 ? '$0.00' : '$450.00', 'Paid'), patientResponsibility: null, paymentNumber: null, status: found('denied', 'Denied', 'Status'), statusCodes: [], references: [], adjustments: [], rarcs: [], payerCodes: [], appeal: null, lines: [],
  };
  return { ...blankReading('portal.example'), kind: 'claim-detail', claims: [claim] };
}

/** A case with three looks: the page, the page a week later, and a pasted text. */
async function threeLooks(): Promise<Practice & { caseId: string; text: string }> {
  const practice = await openPractice();
  await saveCapture(practice.ctx, capture(deniedFacts()), readingOf(0), 'portal.example');
  await saveCapture(practice.at(10_000), capture(deniedFacts({ paid: 45_000, status: 'paid', adjustments: [] })), readingOf(45_000), 'portal.example');
  await recordCase(practice.at(10_060), { payerKey: 'aetna', source: 'paste', pasted: 'Claim E26061234500 Größe – paid', claim: { index: -1, facts: deniedFacts({ paid: 45_000, status: 'paid' }), references: [{ label: 'Call', value: 'REF-1' }], edited: [], noReferenceIssued: false } });
  const [row] = await practice.db.cases.toArray();
  const caseId = row?.id ?? '';
  const exported = await exportEvidence(practice.at(10_100), { caseId });
  if (!exported.ok) throw new Error(exported.error.code);
  return { ...practice, caseId, text: exported.value.text };
}

test('each look keeps values, texts, labels, kind of page, host, time, user, reader and map, in order and with what differs', async () => {
  const { db, vault, caseId } = await threeLooks();
  const evidence = await caseEvidence(db, vault, caseId);
  expect(evidence?.chain).toEqual({ whole: true, looks: 3 });
  const [first, second, third] = evidence?.looks ?? [];
  expect(first).toMatchObject({
    n: 1, source: 'portal', userName: 'Ada Fernhill', differences: [],
    content: { host: 'portal.example', page: { kind: 'claim-detail', portal: null, map: null, reader: READER_VERSION }, facts: { paid: 0 }, reading: { paid: { value: 0, raw: '$0.00', label: 'Paid' }, patientName: { raw: 'THISTLEWOOD, MARGUERITE' } } },
  });
  expect(second?.differences).toEqual(expect.arrayContaining([{ field: 'paid', was: '$0.00', now: '$450.00' }, { field: 'status', was: 'denied', now: 'paid' }]));
  expect(third).toMatchObject({ source: 'paste', content: { host: null, pasted: 'Claim E26061234500 Größe – paid' } });
});

test('a map that outranked the general reader is named with its version', async () => {
  const practice = await openPractice();
  const reading = { ...readingOf(0), portal: 'some-portal', map: { id: 'some-portal', version: 3, page: 'claim-detail' as const, fell: [], doubtful: [] } };
  await saveCapture(practice.ctx, capture(deniedFacts()), reading, 'portal.example');
  const [row] = await practice.db.cases.toArray();
  const evidence = await caseEvidence(practice.db, practice.vault, row?.id ?? '');
  expect(evidence?.looks[0]?.content?.page).toEqual({ kind: 'claim-detail', portal: 'some-portal', map: { id: 'some-portal', version: '3' }, reader: READER_VERSION });
});

test('an exported file verifies after it comes back, and says whose key sealed it', async () => {
  const { vault, caseId, text } = await threeLooks();
  const own = checkEvidence(bytesOf(text), vault);
  expect(own).toMatchObject({ whole: true, seal: 'practice', file: { caseId, count: 3 } });
  expect(own.whole && looksOfFile(own.file).map(({ n, source, differences }) => [n, source, differences.length > 0])).toEqual([[1, 'portal', false], [2, 'portal', true], [3, 'paste', true]]);
  // Somebody else, and somebody without any key, can compute the plain chain and are told what that leaves open.
  expect(checkEvidence(bytesOf(text), null)).toMatchObject({ whole: true, seal: 'other-key' });
  expect(checkEvidence(bytesOf(text), await Vault.fromKey(new Uint8Array(32).fill(9)))).toMatchObject({ whole: true, seal: 'other-key' });
});

test('one changed byte anywhere is found, with the practice\'s key and without, and the place is named', async () => {
  const { vault, text } = await threeLooks();
  const bytes = bytesOf(text);
  const found = new Map<string, number>();
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = bytes.slice();
    // A different bit for each place, so that letters become other letters, figures other figures, and some bytes no text at all.
    changed[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    const verdict = checkEvidence(changed, at % 2 === 0 ? vault : null);
    if (verdict.whole) throw new Error(`A changed byte at ${at} of ${bytes.length} was not found.`);
    found.set(verdict.where, (found.get(verdict.where) ?? 0) + 1);
  }
  // All kinds of places come up, or the walk did not reach what it should.
  expect([...found.keys()]).toEqual(expect.arrayContaining(['text', 'form', 'entry', 'head', 'file']));
}, 120_000);

test('a changed value names its look; a look taken out or the end cut off is found', async () => {
  const { text } = await threeLooks();
  const file = JSON.parse(text) as EvidenceFile;
  const changed = text.replace('"raw": "$450.00"', '"raw": "$450.01"');
  expect(changed).not.toBe(text);
  expect(checkEvidence(bytesOf(changed), null)).toMatchObject({ whole: false, where: 'entry', entry: 1 });
  expect(checkEvidence(bytesOf(canonicalText({ ...file, entries: [file.entries[0], file.entries[2]] })), null)).toMatchObject({ whole: false, where: 'entry', entry: 2 });
  expect(checkEvidence(bytesOf(canonicalText({ ...file, entries: file.entries.slice(0, 2) })), null)).toMatchObject({ whole: false, where: 'head' });
  expect(checkEvidence(bytesOf(text.replace('\n', '\n ')), null)).toMatchObject({ whole: false, where: 'form', line: 2 });
  expect(checkEvidence(bytesOf(text.replace('"practice": "', '"practice": "X')), null)).toMatchObject({ whole: false, where: 'file' });
});

test('a chain made anew by somebody without the key is caught by the practice that has it', async () => {
  const { vault, text } = await threeLooks();
  const { entries, caseId, practice, exportedAt, exportedBy, seal } = JSON.parse(text) as EvidenceFile;
  const forgedEntries = entries.map((entry) => ({ ...unchained(entry), content: { ...entry.content, host: 'other.example' } }));
  const head = { caseId, practice, exportedAt, exportedBy };
  // Kept under our key's name, with the old seal: the plain chain holds, the practice's does not.
  const forged = writeEvidenceFile(head, forgedEntries, plainDigest, { ...practiceKeyOf(vault), seal: () => seal?.value ?? '' });
  expect(checkEvidence(bytesOf(forged), null)).toMatchObject({ whole: true, seal: 'other-key' });
  expect(checkEvidence(bytesOf(forged), vault)).toMatchObject({ whole: false, where: 'entry', entry: 1 });
  // The true looks, but fewer of them: every entry is ours, the seal is not.
  const shorter = writeEvidenceFile(head, entries.slice(0, 2).map(unchained), plainDigest, { ...practiceKeyOf(vault), seal: () => seal?.value ?? '' });
  expect(checkEvidence(bytesOf(shorter), vault)).toMatchObject({ whole: false, where: 'seal' });
  // Without any seal nothing more than the plain chain is claimed.
  expect(checkEvidence(bytesOf(writeEvidenceFile(head, forgedEntries, plainDigest, null)), vault)).toMatchObject({ whole: true, seal: 'none' });
});

test('what was altered in the store is named on the case and is not exported', async () => {
  const { db, vault, ctx, caseId } = await threeLooks();
  const last = await db.observations.where('[caseId+n]').between([caseId, 0], [caseId, 99]).last();
  await db.observations.delete(last?.id ?? '');
  expect((await caseEvidence(db, vault, caseId))?.chain).toEqual({ whole: false, n: 3, why: 'cut-off' });
  if (last !== undefined) await db.observations.put({ ...last, atMs: last.atMs + 1 });
  expect((await caseEvidence(db, vault, caseId))?.chain).toEqual({ whole: false, n: 3, why: 'altered' });
  expect(await exportEvidence(ctx, { caseId })).toMatchObject({ ok: false, error: { code: 'damaged-record' } });
  const trail = await db.audit.toArray();
  expect(trail.at(-1)).toMatchObject({ command: 'evidence:export', subject: caseId, outcome: 'damaged-record' });
});

test('export, reveal and print leave their rows; a person\'s own words stand sealed in the timeline and nowhere in clear', async () => {
  const { db, ctx, caseId } = await threeLooks();
  await revealEvidence(ctx, { caseId, n: 2, reason: 'appeal-exhibit', words: 'for Marguerite, second level' });
  await evidencePrinted(ctx, { caseId, n: 2, identifiers: 'shown' });
  const trail = await db.audit.toArray();
  expect(trail.slice(-3).map(({ command, subject }) => [command, subject])).toEqual([['evidence:export', caseId], ['evidence:reveal+appeal-exhibit', caseId], ['evidence:printed+shown', caseId]]);
  expect(JSON.stringify(trail)).not.toContain('Marguerite');
  const exported = await exportEvidence(ctx, { caseId });
  expect(exported.ok && exported.value.fileName).toMatch(/^overturn-evidence-2026-03-10-[a-z0-9-]{8}\.json$/u);
});

test('a hostile file is refused with an answer: brackets without end, a moment no clock can tell', async () => {
  expect(checkEvidence(bytesOf(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), null)).toMatchObject({ whole: false, where: 'text' });
  const { text } = await threeLooks();
  const file = JSON.parse(text) as EvidenceFile;
  const [first] = file.entries;
  if (first === undefined) throw new Error('no entry');
  const { caseId, practice, exportedAt, exportedBy } = file;
  const forged = writeEvidenceFile({ caseId, practice, exportedAt, exportedBy }, [{ ...unchained(first), at: '2026-03-10T15:00:00.1234567890123Z' }], plainDigest, null);
  expect(checkEvidence(bytesOf(forged), null)).toMatchObject({ whole: false, where: 'form' });
});
