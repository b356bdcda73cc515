import { numericDay } from '../../../components/words/day-words.ts';
import { reportWords } from '../../../components/words/report-words.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import type { Dimension } from '../../../rules/numbers/dimensions.ts';
import { REPORT_HEADINGS, reportCells } from '../../../rules/numbers/report-text.ts';
import type { WeeklyReport } from '../../../rules/numbers/weekly-report.ts';
import { xlsxFile } from '../../../storage/exports/list-file.ts';

/** The weekly report as a file. Its name says what it is and the day, nothing of a practice or a patient. */
export async function writeReport(report: WeeklyReport, form: 'pdf' | 'xlsx', about: { practice: string; nameOf: (dimension: Dimension, value: string) => string; todayIso: string }): Promise<File> {
  const text = reportWords(report, { practice: about.practice, nameOf: about.nameOf, made: `Made ${numericDay(isoToDayNumber(about.todayIso))}` });
  const name = `overturn-weekly-report-${about.todayIso}.${form}`;
  if (form === 'pdf') {
    const { reportPdf } = await import('../../../storage/reports/report-pdf.ts');
    return new File([await reportPdf(text)], name, { type: 'application/pdf' });
  }
  const head = [text.title, text.practice, text.span, text.made, ...text.notes].map((item) => ({ section: 'About', item, figure: '', counts: '', before: '', definition: '' }));
  return new File([await xlsxFile(REPORT_HEADINGS, inTurn([...head, ...text.rows].map(reportCells)))], name, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

/** A list as the writer of sheets takes rows: one after the other. */
async function* inTurn<T>(list: readonly T[]): AsyncGenerator<T> {
  for (const one of list) yield await Promise.resolve(one);
}
