import { foldText } from './shown-text.ts';

const PROCEDURE = '(\\d{5}|\\d{4}[FTUM]|[A-V]\\d{4})';
const MODIFIER = '[A-Z0-9]{2}';
const WITH_MODIFIERS = new RegExp(`^(?:(?:HC|AD|CPT|HCPCS|CDT)\\s?[:#-]?\\s?)?${PROCEDURE}((?:\\s?[-:/,]\\s?${MODIFIER}|\\s${MODIFIER}){0,4})$`, 'i');
const WITH_WORDS = new RegExp(`^(?:(?:HC|AD|CPT|HCPCS|CDT)\\s?[:#-]?\\s?)?${PROCEDURE}((?:[-:]${MODIFIER}){0,4})\\s*(?:[-–:(|]\\s*|\\s)(?=[A-Z]?[A-Za-z]{2,})`, '');
const AFTER_REVENUE = new RegExp(`^0?\\d{3}\\s*[/|-]\\s*${PROCEDURE}((?:\\s?[-:/,]\\s?${MODIFIER}|\\s${MODIFIER}){0,4})$`, 'i');

/** A procedure with the modifiers written behind it: `99214-25`, `99214 25 59`, `HC:99214:25`, `0450 / 99283`. */
export function readProcedure(text: string): { code: string; modifiers: string[] } | null {
  const shown = foldText(text);
  if (shown.length > 160) return null;
  const found = WITH_MODIFIERS.exec(shown) ?? AFTER_REVENUE.exec(shown) ?? WITH_WORDS.exec(shown);
  if (found === null) return null;
  return { code: (found[1] ?? '').toUpperCase(), modifiers: ((found[2] ?? '').toUpperCase().match(/[A-Z0-9]{2}/g) ?? []) };
}

/** Modifiers of one cell: `25`, `25, 59`, `25 59`. Anything else in the cell refuses it. */
export function readModifiers(text: string): string[] | null {
  const shown = foldText(text).toUpperCase();
  return /^[A-Z0-9]{2}(?:[\s,;:/|-]{1,3}[A-Z0-9]{2}){0,3}$/.test(shown) && shown.length < 20 ? shown.match(/[A-Z0-9]{2}/g) : null;
}

/** A count of units: `1`, `2.00`, `15.5`, `1 UN`. */
export function readUnits(text: string): number | null {
  const found = /^(\d{1,5}(?:\.\d{1,3})?)(?:\s?(?:UN|MJ|units?|min|minutes|days?|DA))?$/i.exec(foldText(text));
  if (found === null) return null;
  const count = Number(found[1]);
  return count > 0 ? count : null;
}
