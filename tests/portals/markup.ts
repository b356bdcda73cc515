/** HTML with every inserted value escaped, because demo names and codes are hostile on purpose. */
export class Markup {
  readonly text: string;
  constructor(text: string) { this.text = text; }
  toString(): string { return this.text; }
}
type Part = string | number | Markup | null | undefined | false | readonly Part[];

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escape(String(part));
}

/** Tagged template: `html\`<td>${name}</td>\``. Arrays are joined, null and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, piece, index) => text + piece + (index < parts.length ? written(parts[index]) : ''), ''));
}

/** Markup that is already written: styles and scripts of our own. */
export function raw(text: string): Markup { return new Markup(text); }
