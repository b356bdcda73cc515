/**
 * What could tell one claim or person apart in text that people typed and that is shown to many: dates written in full, numbers of
 * six digits and more (claims, accounts, members, telephones), mixed numbers such as `ACC1024-77`, and addresses of mail.
 * Procedure and reason codes are shorter and stay. A name cannot be told from a word, so forms ask for none.
 */
const TELLING = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b/gu,
  /\b\d{4}-\d{2}-\d{2}\b/gu,
  /\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b/gu,
  /\b(?=[A-Z0-9-]*(?:\d-?){5})(?=[A-Z0-9-]{6,})[A-Z]{1,6}-?[A-Z0-9]+(?:-[A-Z0-9]+)*\b/gu,
  /\b\d(?:-?\d){5,}[A-Z]?\b/gu,
] as const;

const LEFT_OUT = '[left out]';

/** The text with everything that could be an identifier left out. */
export function withoutIdentifiers(text: string): string {
  return TELLING.reduce((left, shape) => left.replaceAll(shape, LEFT_OUT), text);
}

/** Whether something in it would be left out: for a word while typing. */
export const hasIdentifiers = (text: string): boolean => withoutIdentifiers(text) !== text;
