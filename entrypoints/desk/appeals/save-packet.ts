import fontAddress from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url';
import { gradeWords, proofWords } from '../../../components/words/appeal-words.ts';
import { blockText } from '../../../rules/appeals/build-letter.ts';
import { letterDay } from '../../../rules/appeals/letter-facts.ts';
import { documentBytes } from '../../../storage/appeals/documents.ts';
import type { AppealFile } from '../../../storage/appeals/appeal-file.ts';
import { StorageFault } from '../../../storage/storage-fault.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { saveFile } from '../../shared/pages/save-file.ts';
import { sendCommand } from '../../shared/send-command.ts';
import type { PacketInputPart } from './packet-input.ts';
import { runPacketWorker } from './run-packet-worker.ts';

export type SavedFile = { ok: true; fileName: string; bytes: number } | { ok: false; code: string };

/** The letter as it stands, or as it was sent. */
function paragraphsOf({ appeal, letter }: AppealFile): string[] {
  return appeal.sentLetter ?? letter.blocks.map(blockText);
}

async function partsOf(session: OpenVault, file: AppealFile): Promise<PacketInputPart[]> {
  const parts: PacketInputPart[] = [];
  for (const { kind, title, why, documentId } of file.appeal.parts) {
    if (kind === 'cover-letter') parts.push({ kind: 'letter', title, why, paragraphs: paragraphsOf(file) });
    else if (kind === 'filing-proof-list') parts.push({ kind: 'list', title, why, rows: file.proofs.filter(({ grade }) => grade !== 'does-not-count').map((one) => [`${proofWords(one.kind)}${one.on === null ? '' : `, ${letterDay(one.on)}`}`, ...(one.reference === '' ? [] : [`Number: ${one.reference}`]), gradeWords(one.grade) === 'Counts' ? one.why : '']).map((row) => row.filter((line) => line !== '')) });
    else if (documentId !== null) {
      const row = await session.db.documents.get(documentId);
      if (row === undefined) throw new StorageFault('damaged-record');
      parts.push({ kind: 'document', title, why, type: row.type as 'application/pdf', bytes: await documentBytes(session.db, session.vault, row) });
    }
  }
  return parts;
}

/** Writes the packet as one PDF, or the letter as a Word file; the row of the trail comes first. Of a case marked sensitive only where `sensitive` says so. */
export async function savePacket(session: OpenVault, file: AppealFile, form: 'pdf' | 'docx', today: string, sensitive = false): Promise<SavedFile> {
  const begun = await sendCommand('appeal:export', { appealId: file.id, form, hash: file.hash, sensitive });
  if (!begun.ok) return { ok: false, code: begun.error.code };
  const { fileName, isDraft } = begun.value;
  try {
    if (form === 'docx') {
      const { makeLetterDocx } = await import('./letter-docx.ts');
      const blob = await makeLetterDocx(paragraphsOf(file), isDraft);
      saveFile(new File([blob], fileName, { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }));
      return { ok: true, fileName, bytes: blob.size };
    }
    const font = new Uint8Array(await (await fetch(fontAddress)).arrayBuffer());
    const made = await runPacketWorker({ kind: 'make', input: { title: 'Appeal packet', madeOn: today, isDraft, parts: await partsOf(session, file), font } });
    if (made.kind !== 'made') return { ok: false, code: 'storage-failed' };
    saveFile(new File([made.bytes], fileName, { type: 'application/pdf' }));
    return { ok: true, fileName, bytes: made.bytes.length };
  } catch (error) {
    if (error instanceof StorageFault) return { ok: false, code: error.code };
    throw error;
  }
}
