import { Document, Packer, Paragraph, TextRun } from 'docx';

/** The letter as a Word file, paragraph by paragraph, to be finished by hand. Its properties name nobody. */
export async function makeLetterDocx(paragraphs: readonly string[], isDraft: boolean): Promise<Blob> {
  const run = (text: string, index: number): TextRun => new TextRun({ text, ...(index === 0 ? {} : { break: 1 }) });
  const document = new Document({
    creator: 'Overturn', lastModifiedBy: 'Overturn', title: 'Appeal letter', styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [{
      properties: { page: { size: { width: 12_240, height: 15_840 }, margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 } } },
      children: [
        ...(isDraft ? [new Paragraph({ children: [new TextRun('DRAFT: not checked, not to be sent')], spacing: { after: 200 } })] : []),
        ...paragraphs.map((text) => new Paragraph({ children: text.split(/\r?\n/u).map(run), spacing: { after: 200 } })),
      ],
    }],
  });
  return Packer.toBlob(document);
}
