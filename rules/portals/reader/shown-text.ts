/** Zero-width and bidirectional controls: they change how a text looks, never what a portal says. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Whether a text is plain ASCII with single blanks between its words: most are, and need no folding. */
function isFolded(text: string): boolean {
  let wasBlank = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126 || wasBlank && code === 32) return false;
    wasBlank = code === 32;
  }
  return !wasBlank || text === '';
}

/** White space of all kinds folded to one blank, invisible controls dropped, ends trimmed. */
export function foldText(text: string): string {
  if (isFolded(text)) return text;
  return text.replace(INVISIBLE, '').replace(/[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g, ' ').trim();
}

/** Marks that portals write where there is no value. Absence is not zero. */
export function isEmptyMark(text: string): boolean {
  return text === '' || /^(?:[-–—_.*/\s]{1,12}|n\/?[ad]|no (?:disponible|aplica)|ningun[oa]|not (?:available|applicable|on file|provided|found|issued|reported|assigned|entered|yet (?:available|assigned|issued))|none(?: (?:given|reported|issued|found|listed|on file))?|no data(?: available)?|unknown|null|undefined|nan|blank|empty|tbd|pending assignment|loading(?:\s?\.{1,3}|…)?|unavailable|no (?:codes?|remarks?|value|check|payment)(?: .{0,40})?|see .{0,40}|\?)\.?$/i.test(text);
}

/** Text cut by the portal itself (`26H0041…`): part of a value is not a value. */
export function isCutOff(text: string): boolean {
  return /(?:…|\.\.\.)$/.test(text);
}
