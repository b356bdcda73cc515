/**
 * Keys pressed while the page is still opening. Hands are faster than a browser: who opens the popup by shortcut has `w` or `/` and half
 * a name typed before the first row stands. Kept in memory only, a few seconds, single characters only, and none while a field has the focus.
 */
const KEPT_MS = 3000;
const KEPT_KEYS = 40;

let kept: { key: string; atMs: number }[] = [];

function keep(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || (event.key.length !== 1 && event.key !== 'Enter')) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, button, a') !== null) return;
  if (kept.length < KEPT_KEYS) kept.push({ key: event.key, atMs: performance.now() });
}

/** From now on until `takeEarlyKeys`. Called before anything is drawn. */
export function keepEarlyKeys(): void {
  addEventListener('keydown', keep);
}

/** What was typed so far; ends the keeping. */
export function takeEarlyKeys(): string[] {
  removeEventListener('keydown', keep);
  const now = performance.now();
  const fresh = kept.filter(({ atMs }) => now - atMs < KEPT_MS).map(({ key }) => key);
  kept = [];
  return fresh;
}
