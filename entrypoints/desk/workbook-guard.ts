import type { WorklistFault } from './worklist-messages.ts';

/** A workbook is a ZIP: one of 1 MB can unfold to gigabytes. What its directory promises is looked at before anything is unfolded. */
const MOST_UNFOLDED = 100_000_000;
const MOST_RATIO = 200;
/** Below this no ratio does harm; short sheets of one value are dense. */
const SMALL = 5_000_000;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** Null where the workbook may be opened. */
export function workbookFault(bytes: Uint8Array): WorklistFault | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The container of old .xls and of workbooks with a password.
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0) return hasUtf16(bytes, 'EncryptedPackage') ? 'locked-workbook' : 'old-workbook';
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) {
      end = at;
      break;
    }
  }
  if (end < 0) return 'workbook-broken';
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let unfolded = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'workbook-broken';
    const size = view.getUint32(at + 24, true);
    unfolded += size;
    if (size === 0xffffffff || unfolded > MOST_UNFOLDED) return 'workbook-too-large';
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return unfolded > SMALL && unfolded / bytes.length > MOST_RATIO ? 'workbook-too-large' : null;
}

function hasUtf16(bytes: Uint8Array, word: string): boolean {
  const wanted = Array.from({ length: word.length * 2 }, (_byte, at) => (at % 2 === 0 ? word.charCodeAt(at / 2) : 0));
  const limit = Math.min(bytes.length, 100_000) - wanted.length;
  for (let at = 0; at <= limit; at += 2) if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
