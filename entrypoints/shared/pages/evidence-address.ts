import { browser } from 'wxt/browser';

/** The page of one look, for reading and printing. The address holds an opaque id and a number, the title nothing. */
export function openEvidencePage(caseId: string, n: number): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/evidence.html#/${caseId}/${n}` as '/') });
}

/** Which look an address names, or null. */
export function lookOfAddress(hash: string): { caseId: string; n: number } | null {
  const found = /^#\/([a-z0-9-]{8,64})\/(\d{1,6})$/u.exec(hash);
  return found === null ? null : { caseId: found[1] ?? '', n: Number(found[2]) };
}
