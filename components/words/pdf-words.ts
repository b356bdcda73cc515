/** What stood in the way of reading a PDF, as a title and what to do. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  'no-text': ['This PDF is a picture', 'It was scanned and holds no text, and Overturn does not guess at pictures. Ask the payer for the electronic remittance, or enter the claim by hand.'],
  encrypted: ['This PDF is locked with a password', 'Open it in the program it came with, save a copy without the password, and drop that.'],
  damaged: ['This PDF is damaged', 'It could not be read to its end, so nothing of it was taken. Download it once more.'],
  'not-a-pdf': ['This is not a PDF', 'Remittance files (835) go under Remittances, tables under Worklists.'],
  'too-large': ['This PDF is larger than 40 MB', 'Print the pages of the claim alone to a new PDF, and drop that.'],
  'too-long': ['This PDF took too long', 'Reading it was stopped. Print the pages of the claim alone to a new PDF, and drop that.'],
};

export function pdfWords(kind: string): { title: string; text: string } {
  const [title, text] = words[kind] ?? words['damaged'] ?? ['', ''];
  return { title, text };
}
