import type { Found, Reading, ReadingClaim } from '../../reading/reading.ts';
import { blankReading } from '../../reading/blank-reading.ts';
import { looksLikeEdi } from '../../remittance/read-file.ts';
import { readDocument } from '../reader/read-document.ts';
import { foldText } from '../reader/shown-text.ts';
import { MOST_TEXT } from './pasted-lines.ts';
import { readText } from './read-text.ts';

/**
 * A copied page. `text` is the clipboard's plain flavour; `page` its HTML flavour, parsed by the caller into a document that is
 * never shown (`DOMParser`), or null; `sheet` an empty document of the same kind to lay text out in (it is written to).
 */
export type Pasted = { text: string; page: Document | null; sheet: Document };

/**
 * Reads a copied page: no layout, no portal, no script. Same promise as the page reader: a value is right or absent.
 * The HTML flavour goes first because it keeps tables; nothing of it counts that the plain text does not show too.
 * Never throws; time is linear in the text, which is cut at `MOST_TEXT` characters.
 * Warnings: `looks-like-edi` (an X12 file was pasted: it belongs in the import), `page-too-large`, `too-many-claims`, and
 * `claims-not-parted` (several claims in a text that does not say where one ends: they are left out).
 */
export function readPasted(pasted: Pasted, source: string): Reading {
  if (looksLikeEdi(foldText(pasted.text.slice(0, 2000)))) return { ...blankReading(source), warnings: [{ code: 'looks-like-edi', place: null }] };
  if (pasted.page !== null) hideUnseen(pasted.page);
  const fromPage = pasted.page === null ? null : readDocument(pasted.page, { source });
  if (fromPage !== null && fromPage.kind !== 'none') return pasted.text.trim() === '' ? fromPage : onlyShown(fromPage, pasted.text);
  return readText(pasted.text, pasted.sheet, source);
}

const UNSEEN = /(?:^|;)\s*(?:opacity:\s*0(?:\.0\d*)?\s*(?:;|$)|visibility:\s*(?:hidden|collapse)|font-size:\s*0(?:px)?\s*(?:;|$)|clip-path:\s*inset\((?:50|100)%|clip:\s*rect\((?:0|1)px|(?:left|top):\s*-\d{4,}px|text-indent:\s*-\d{4,}px)/i;

/** A copy carries its styles with it, and with them what nobody could see on the page: the view that was left, faded out. */
function hideUnseen(page: Document): void {
  for (const el of page.querySelectorAll('[style]')) if (UNSEEN.test((el.getAttribute('style') ?? '').slice(0, 4000))) el.setAttribute('hidden', '');
}

/** The reading without values that the text flavour does not hold: hidden markup travels with a copy, hidden text does not. */
function onlyShown(reading: Reading, text: string): Reading {
  const wordsOf = (raw: string): string[] => foldText(raw).split(' ');
  const shown = new Set<string>();
  for (let from = 0; from < Math.min(text.length, MOST_TEXT); from += 100_000) for (const word of wordsOf(text.slice(Math.max(0, from - 200), from + 100_000))) shown.add(word);
  // Copies run neighbours together (`Paid$0.00`), so a word may stand inside a longer one; that is asked only of words not found whole.
  const all = foldText(text.slice(0, MOST_TEXT));
  let asked = 0;
  const isShown = (raw: string): boolean => wordsOf(raw).every((word) => {
    if (shown.has(word)) return true;
    asked += 1;
    return asked <= 400 && all.includes(word);
  });
  const keep = <T,>(value: Found<T> | null): Found<T> | null => (value === null || isShown(value.raw) ? value : null);
  const claims = reading.claims.map((claim): ReadingClaim => ({
    ...claim,
    claimControlNumber: keep(claim.claimControlNumber), patientControlNumber: keep(claim.patientControlNumber), patientName: keep(claim.patientName), memberId: keep(claim.memberId),
    serviceFrom: keep(claim.serviceFrom), serviceTo: keep(claim.serviceTo), receivedOn: keep(claim.receivedOn), finalizedOn: keep(claim.finalizedOn), remittanceOn: keep(claim.remittanceOn), paymentOn: keep(claim.paymentOn),
    charge: keep(claim.charge), allowed: keep(claim.allowed), paid: keep(claim.paid), patientResponsibility: keep(claim.patientResponsibility), paymentNumber: keep(claim.paymentNumber), status: keep(claim.status),
  }));
  return { ...reading, payer: keep(reading.payer), claims };
}
