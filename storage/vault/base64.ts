/** Base64 of bytes, of any length. */
export function toBase64(bytes: Uint8Array): string {
  return bytes.toBase64();
}

/** URL-safe base64 without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** Bytes of a base64 text, or null where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null; // not base64: the caller treats it as absent
  }
}
