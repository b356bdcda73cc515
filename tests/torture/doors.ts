import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { readTables } from '../../entrypoints/desk/read-tables.ts';
import { csvCell, textCell } from '../../rules/exports/cell.ts';
import { readPasted } from '../../rules/portals/paste/read-pasted.ts';
import { parsePortalMap } from '../../rules/portals/maps/portal-map-schema.ts';
import { readPolicy } from '../../rules/policy/read-policy.ts';
import { COMMANDS } from '../../rules/protocol/commands.ts';
import { readEdiText } from '../../rules/remittance/read-file.ts';
import { BackupFault } from '../../storage/backup/backup-fault.ts';
import { verifyBackup } from '../../storage/backup/verify-backup.ts';
import { writeBackup } from '../../storage/backup/write-backup.ts';
import { saveCapture } from '../../storage/cases/save-capture.ts';
import { exportEvidence } from '../../storage/evidence/export-evidence.ts';
import { checkEvidence } from '../../storage/evidence/read-evidence.ts';
import { documentText, documentOf as caseDocumentOf, writtenDocument } from '../../rules/team/case-document.ts';
import { readPack } from '../../storage/library/read-pack.ts';
import { openItems } from '../../storage/queries/open-items.ts';
import { queuePage } from '../../storage/queries/queue-page.ts';
import { tiles } from '../../storage/queries/tiles.ts';
import { caseFile } from '../../storage/queries/case-file.ts';
import { StorageFault } from '../../storage/storage-fault.ts';
import { BundleFault } from '../../storage/team/bundle-fault.ts';
import { practicePart } from '../../rules/team/practice-part.ts';
import { holdsThatCome } from '../../storage/retention/legal-hold.ts';
import { putPurged } from '../../storage/retention/purged-cases.ts';
import { readBundle } from '../../storage/team/bundle-file.ts';
import { beginBundle, writeBundle } from '../../storage/team/make-bundle.ts';
import { readWholeCase, stampedDocument } from '../../storage/team/read-document.ts';
import { composeDocument } from '../../storage/team/write-document.ts';
import { COPIES } from '../rules/portals/paste/copies.ts';
import { capture, deniedFacts, openPractice } from '../storage/cases/practice.ts';
import { makeWorkbook } from '../worklists/make-workbook.ts';
import type { Door } from './fuzz.ts';
import { mutateBytes, mutateText, mutateValue } from './mutate.ts';
import { sampleOf } from './sample.ts';

const here = (path: string): URL => new URL(path, import.meta.url);
const texts = (folder: string, ending: string): string[] => readdirSync(here(folder)).filter((name) => name.endsWith(ending)).map((name) => readFileSync(here(`${folder}/${name}`), 'utf8'));

function documentOf(html: string): Document {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const table: object = Object.getPrototypeOf(document.createElement('table')) as object;
  // Browsers have it, this stand-in for them does not.
  if (!('rows' in table)) Object.defineProperty(table, 'rows', { configurable: true, get(this: Element) { return this.getElementsByTagName('tr'); } });
  return document;
}

const ROWS = [['Patient', 'Claim #', 'DOS', 'Billed', 'Payer'], ['Quillfeather, Odalys', 'JX20260311077', '02/19/2026', '$240.00', 'Juniper Health'], ['Sorrel, Amit', 'JX20260311078', '02/20/2026', '(12.50)', 'Juniper Health']];
const POLICY = { portalsAllowed: ['availity', '*.payer.example'], portalsDenied: ['cigna'], portalsReadOnly: [], idleMinutes: 10, caseYears: 12, trailYears: 7, exportsAllowed: ['trail', 'cases:lead'], packs: 'signed', packSigners: ['AbCd EfGh IjKl MnOp QrSt UvWx'], coverIdentifiers: 'numbers' };
const COST = { memoryKiB: 64, iterations: 1, parallelism: 1 };
const PASSPHRASE = 'eleven kites over the mill';

/** What a spreadsheet would run stands behind an apostrophe, whatever was put before it. */
function isLive(cell: string): boolean {
  const shown = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return /^[\s\p{Z}\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/u.test(shown);
}

/** Every way in that takes something from outside, with sound things to damage. */
export async function doors(): Promise<Door[]> {
  const remittances = texts('../remittances', '.edi');
  const maps = texts('../../rules/portals/maps', '.json');
  const pack = JSON.stringify({
    schema: 'overturn-pack/1', id: 'spring', name: 'Spring', madeBy: 'Larkspur Billing', madeOn: '2026-03-01', about: '', profiles: [], playbooks: [], notes: [],
    rules: [{
      id: 'juniper-appeal', payer: 'Juniper Health', payerAliases: ['Juniper'], lineOfBusiness: 'commercial', action: 'appeal-level-1', limit: { value: 90, unit: 'calendar-days' },
      version: 1, party: 'provider', clockStartsFrom: 'remittance-date', notes: 'From the manual.', source: { title: 'Manual', url: 'https://juniper.example/manual' }, asOf: '2026-10-01', confidence: 'high',
    }],
  }, null, 2);
  const workbook = makeWorkbook({ Denials: ROWS });
  const { ctx, db, vault } = await openPractice();
  const [saved] = await Promise.all([saveCapture(ctx, capture(deniedFacts({ claimControlNumber: 'E26061230', patientControlNumber: 'ACC-0' }), {}, 'aetna'), null, 'portal.example')]);
  const caseId = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
  const exported = await exportEvidence(ctx, { caseId });
  const evidence = exported.ok ? new TextEncoder().encode(exported.value.text) : new Uint8Array();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup(ctx, { passphrase: PASSPHRASE, product: '0.1.0', cost: COST }, async (bytes) => { parts.push(bytes); return Promise.resolve(); });
  const backup = new Uint8Array(await new Blob(parts).arrayBuffer());
  const begun = await beginBundle(ctx, { caseIds: [caseId], passphrase: PASSPHRASE });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  if (begun.ok) await writeBundle(ctx, { bundleId: begun.value.bundleId, caseIds: [caseId], withDocuments: false, passphrase: PASSPHRASE, words: '', cost: COST }, async (bytes) => { pieces.push(bytes.slice()); return Promise.resolve(); });
  const bundle = new Uint8Array(await new Blob(pieces).arrayBuffer());
  const read = await readWholeCase(ctx, caseId);
  const handedOver = read === null ? '' : documentText((await stampedDocument(ctx, read, { machine: 'machine-fuzz', userId: ctx.userId })).document);
  const caseRow = await db.cases.get(caseId);
  const requests = Object.entries(COMMANDS).map(([, { request }]) => ({ request: request as z.ZodType, schema: z.toJSONSchema(request, { unrepresentable: 'any', io: 'input' }) as Parameters<typeof sampleOf>[0] }));
  const taken = (is: boolean): 'taken' | 'refused' => (is ? 'taken' : 'refused');

  return [
    { name: 'remittance and status files', try: (random) => taken(readEdiText(mutateText(random.pick(remittances), random), 'fuzz').claims.length > 0) },
    { name: 'pasted text', try: (random) => taken(readPasted({ text: mutateText(random.pick(COPIES).text, random), page: null, sheet: documentOf('') }, 'paste').claims.length > 0) },
    {
      name: 'pasted pages', try: (random) => {
        const html = mutateText('<h2>Claim Details</h2><table><tr><th>Claim Number</th><th>Patient</th><th>Status</th><th>Billed</th></tr><tr><td>V708064950</td><td>MACALLUM, BORIS</td><td>Denied</td><td>$410.00</td></tr></table>', random);
        const page = documentOf(html);
        return taken(readPasted({ text: page.body.textContent, page, sheet: documentOf('') }, 'paste').claims.length > 0);
      },
    },
    { name: 'worklists, text', try: async (random) => taken((await readTables({ kind: 'text', text: mutateText(ROWS.map((row) => row.join('\t')).join('\n'), random) })).kind !== 'fault') },
    { name: 'worklists, files', try: async (random) => taken((await readTables({ kind: 'file', file: new Blob([mutateBytes(random.chance(0.5) ? workbook : new TextEncoder().encode(ROWS.map((row) => row.join(',')).join('\r\n')), random)]), name: 'list' })).kind !== 'fault') },
    { name: 'maps of portals', try: (random) => taken('map' in parsePortalMap(random.chance(0.5) ? mutateText(random.pick(maps), random) : JSON.stringify(mutateValue(JSON.parse(random.pick(maps)), random)) ?? '')) },
    { name: 'rule packs', try: (random) => taken('pack' in readPack(random.chance(0.5) ? mutateText(pack, random) : JSON.stringify(mutateValue(JSON.parse(pack), random)) ?? '')) },
    { name: 'evidence files', try: (random) => taken(checkEvidence(mutateBytes(evidence, random), vault).whole) },
    {
      name: 'backups', try: async (random) => {
        try {
          await verifyBackup(new Blob([mutateBytes(backup, random)]), PASSPHRASE, vault);
          return 'taken';
        } catch (error) {
          if (error instanceof BackupFault) return 'refused';
          throw error;
        }
      },
    },
    {
      name: 'hand-over files', try: async (random) => {
        try {
          let cases = 0;
          for await (const part of readBundle(new Blob([mutateBytes(bundle, random)]), PASSPHRASE)) cases += part.kind === 'case' ? 1 : 0;
          return taken(cases === 1);
        } catch (error) {
          if (error instanceof BundleFault) return 'refused';
          throw error;
        }
      },
    },
    {
      // Signed by somebody whose key is known here, and damaged or made up all the same.
      name: 'cases of a hand-over file', try: async (random) => {
        const parsed = writtenDocument.safeParse(random.chance(0.1) ? JSON.parse(handedOver) : mutateValue(JSON.parse(handedOver), random));
        return taken(parsed.success && (await composeDocument(ctx, null, caseDocumentOf(parsed.data), { machine: 'machine-here' }, { events: [], payers: [] })) !== null);
      },
    },
    {
      name: 'holds and purges of a hand-over file', try: async (random) => {
        const part = { holds: [{ id: 'hold-of-fuzz-1', atMs: 1, byUser: ctx.userId, reason: 'Audit' }], purged: [['0'.repeat(32), 1]] };
        const parsed = practicePart.safeParse(random.chance(0.1) ? part : mutateValue(part, random));
        if (!parsed.success) return 'refused';
        await holdsThatCome(ctx, parsed.data.holds);
        await putPurged(db, parsed.data.purged);
        return 'taken';
      },
    },
    {
      name: 'requests of every command', try: (random) => {
        const { request, schema } = random.pick(requests);
        return taken(request.safeParse(mutateValue(sampleOf(schema, random), random)).success);
      },
    },
    {
      name: 'sealed boxes of the store', try: async (random) => {
        if (caseRow === undefined) throw new Error('no case');
        await db.cases.put({ ...caseRow, sealed: { ...caseRow.sealed, box: random.chance(0.2) ? caseRow.sealed.box : mutateBytes(caseRow.sealed.box, random) } });
        try {
          await caseFile(db, vault, caseId, '2026-03-10');
          return 'taken';
        } catch (error) {
          if (error instanceof StorageFault) return 'refused';
          throw error;
        } finally {
          await db.cases.put(caseRow);
        }
      },
    },
    {
      name: 'policies of an organization', try: (random) => {
        const { problems } = readPolicy(mutateValue(POLICY, random));
        return taken(problems.length === 0);
      },
    },
    {
      // Whatever stands in the columns a list reads: the list is there, and says so or does without.
      name: 'clear columns of the store', try: async (random) => {
        if (caseRow === undefined) throw new Error('no case');
        const row = mutateValue({ ...caseRow, sealed: undefined, blind: [] }, random) as Record<string, unknown> | null;
        const sound = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
        await db.cases.put({ ...sound, id: caseRow.id, sealed: caseRow.sealed } as unknown as typeof caseRow);
        try {
          await openItems(db, vault, (await queuePage(db, { ownerId: null, sort: 'next-day', showSnoozed: true }, 20_522, 0, 20)).rows);
          await tiles(db, null, 20_522);
          const file = await caseFile(db, vault, caseRow.id, '2026-03-10');
          return taken(file !== null);
        } catch (error) {
          if (error instanceof StorageFault) return 'refused';
          throw error;
        } finally {
          await db.cases.put(caseRow);
        }
      },
    },
    {
      name: 'cells of an export', try: (random) => {
        const cell = csvCell(textCell(mutateText(random.pick(['=1+1', '@x', '-3', 'Quillfeather', ' +1']), random)));
        if (isLive(cell)) throw new Error('a formula is live');
        return 'taken';
      },
    },
  ];
}
