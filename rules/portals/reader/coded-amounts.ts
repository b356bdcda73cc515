import { emit } from './findings.ts';
import type { Scanner } from './findings.ts';
import { hasSection } from './grid-kinds.ts';
import { readMoney } from './money.ts';
import { readCodes } from './page-codes.ts';
import type { Box } from './page-tree.ts';
import type { Section } from './sections.ts';

/** `CO-45`, `Adjustment PR-2`, `CO-97 - Part of another service`: a group and a reason where a label would stand. */
const CODED = /^((?:CO|PR|OA|PI)\s?[-–]?\s?0{0,2}(?:[1-9]\d{0,2}|[ABDPWY]\d{1,2}))(?:\s*[-–:(]\s*[A-Za-z].{0,80}|:)?$/;
const LEAD = /^(?:claim |line )?(?:adjustments?|adj\.?|reason|reduction|denial)(?: code)?:?\s+/i;
/** `L6 Interest owed`, `WO - Overpayment recovery`: a reason of an adjustment that belongs to no claim. */
const KEPT_BACK = /^(50|51|72|90|AH|AM|AP|B2|B3|BD|BN|C5|CR|CS|CT|CV|CW|DM|E3|FB|FC|GO|HM|IP|IR|IS|J1|L3|L6|LE|LS|OA|OB|PI|PL|RA|RE|SL|TL|WO|WU)(?:\s*[-–:(]\s*|\s+)[A-Za-z].{1,60}$/;

/** A code in the place of a label with its amount behind it, written down as a pair; true when it was one. */
export function codedAmount(scanner: Scanner, label: Box, value: Box | undefined, sections: readonly Section[]): boolean {
  if (value === undefined || label.kids.length > 0 || label.text.length > 110) return false;
  const money = readMoney(value.text);
  if (money === null || !money.marked) return false;
  if (hasSection(sections, 'plb')) {
    const code = KEPT_BACK.exec(label.text)?.[1];
    if (code === undefined) return false;
    emit(scanner, { key: 'carc', weak: false }, label.text, [label], sections, 'sibling', false, code);
    emit(scanner, { key: 'adjAmount', weak: false }, label.text, [value], sections, 'sibling');
    return true;
  }
  const code = CODED.exec(label.text.replace(LEAD, ''))?.[1];
  if (code === undefined || readCodes(code, 'carc') === null || hasSection(sections, 'legend')) return false;
  emit(scanner, { key: 'carc', weak: false }, label.text, [label, value], sections, 'sibling', false, `${code}: ${value.text}`);
  return true;
}
