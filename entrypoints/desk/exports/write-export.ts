import { browser } from 'wxt/browser';
import type { ExportChoice } from '../../../components/exports/ExportForm.tsx';
import { caseStateWords, claimStatusWords, nextActionWords, resolutionWords } from '../../../components/words/case-words.ts';
import { categoryWords, pathWords } from '../../../components/words/denial-words.ts';
import { exportColumnWords, postingWhat } from '../../../components/words/export-words.ts';
import type { DayNumber } from '../../../rules/domain/day-number.ts';
import type { Cell } from '../../../rules/exports/cell.ts';
import type { QueueFilter } from '../../../rules/domain/queue-filter.ts';
import { sensitiveWithAll } from '../../../storage/cases/mark-sensitive.ts';
import { caseRows } from '../../../storage/exports/case-rows.ts';
import { everythingText } from '../../../storage/exports/everything-text.ts';
import { csvText, xlsxFile } from '../../../storage/exports/list-file.ts';
import { POSTING_HEADINGS, postingRows } from '../../../storage/exports/posting-rows.ts';
import { TRAIL_HEADINGS, trailRows } from '../../../storage/exports/trail-rows.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { memorySink } from '../backup/file-sink.ts';

const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json' } as const;

/** Writes the file of a choice that was begun. Its name tells what kind of list it is and the day, nothing of a practice or a patient. */
export async function writeExport({ db, vault }: OpenVault, choice: ExportChoice, scope: { filter: QueueFilter; today: DayNumber; fromMs: number; nowMs: number; todayIso: string }): Promise<File> {
  const name = `overturn-${choice.kind}-${scope.todayIso}.${choice.format}`;
  const type = types[choice.format];
  const pieces = async (texts: AsyncIterable<string>): Promise<File> => {
    const sink = memorySink();
    const encoder = new TextEncoder();
    try {
      for await (const text of texts) await sink.write(encoder.encode(text));
      return await sink.finish(name, type);
    } catch (error) {
      await sink.drop();
      throw error;
    }
  };
  if (choice.kind === 'everything') {
    const practice = (await db.meta.get('practice'))?.value as { name?: string } | undefined;
    return pieces(everythingText(db, vault, { product: browser.runtime.getManifest().version, nowMs: scope.nowMs, practice: practice?.name ?? '', without: choice.sensitive ? new Set() : await sensitiveWithAll(db, vault) }));
  }
  const list = listOf();
  return choice.format === 'xlsx' ? new File([await xlsxFile(list.headings, list.rows)], name, { type }) : pieces(csvText(list.headings, list.rows));

  function listOf(): { headings: readonly string[]; rows: AsyncIterable<Cell[]> } {
    switch (choice.kind) {
      case 'cases': return {
        headings: choice.columns.map(exportColumnWords),
        rows: caseRows(db, vault, scope.filter, scope.today, choice.columns, { reason: categoryWords, state: caseStateWords, nextAction: nextActionWords, payerStatus: claimStatusWords, path: pathWords, pool: 'The pool' }, choice.sensitive),
      };
      case 'posting': return { headings: POSTING_HEADINGS, rows: postingRows(db, vault, scope.fromMs, { outcome: resolutionWords, what: postingWhat, claim: 'Claim', line: (line) => `Line ${line}`, nothing: 'Nothing known to post' }, choice.sensitive) };
      case 'trail': case 'everything': return { headings: TRAIL_HEADINGS, rows: trailRows(db) };
    }
  }
}
