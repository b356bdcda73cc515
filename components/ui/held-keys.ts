import { flushSync } from 'react-dom';

/**
 * Hands are faster than a page: who presses `c` to log a call has half a name typed before the form stands, and who opens the popup by its
 * shortcut types `/` and a name before the first row does. While a page draws what a key asked for, the keys that follow are held back,
 * so that none acts on what is about to go away or is lost, and then played in their order into what came. In memory only.
 */
const HELD_MS = 3000;
const MOST = 200;
const typing = 'input:not([type="checkbox"], [type="radio"], [type="file"], [readonly]), textarea:not([readonly])';

type HeldKey = { key: string; isSaving: boolean };
let held: HeldKey[] | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let isListening = false;

function isHeld(event: KeyboardEvent): boolean {
  // Our own playing is not trusted by the browser and must not be held again.
  if (held === null || !event.isTrusted || event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return event.key === 'Enter';
  return event.key.length === 1 || event.key === 'Enter' || event.key === 'Backspace';
}

function onKeyDown(event: KeyboardEvent): void {
  // Whoever goes back wants nothing more of it.
  if (held !== null && event.key === 'Escape') held = null;
  if (!isHeld(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (held !== null && held.length < MOST) held.push({ key: event.key, isSaving: event.ctrlKey || event.metaKey });
}

/** A field that takes the focus while keys are held is what they were meant for. */
function onFocusIn(event: FocusEvent): void {
  if (held !== null && event.target instanceof Element && event.target.matches(typing)) letKeysGo();
}

/** From now on keys are held, until `letKeysGo`, until a field takes the focus, or for three seconds. */
export function holdKeys(): void {
  if (!isListening) {
    isListening = true;
    addEventListener('keydown', onKeyDown, true);
    addEventListener('focusin', onFocusIn, true);
  }
  held ??= [];
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(letKeysGo, HELD_MS);
}

/** What keys were pressed for stands: they are played once this drawing is over. */
export function letKeysGo(): void {
  queueMicrotask(playHeld);
}

/** A key that asks for the next thing has the rest wait for that. */
function playHeld(): void {
  if (held === null) return;
  const keys = held;
  held = null;
  if (timer !== null) clearTimeout(timer);
  timer = null;
  for (const [index, key] of keys.entries()) {
    play(key);
    // Assigned by what the key did; the compiler cannot see that.
    const again = held as HeldKey[] | null;
    if (again === null) continue;
    again.push(...keys.slice(index + 1));
    return;
  }
}

function typeInto(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  const isBack = key === 'Backspace';
  const end = field.selectionEnd ?? field.value.length;
  const start = field.selectionStart ?? end;
  field.setRangeText(isBack ? '' : key, isBack && start === end ? Math.max(0, start - 1) : start, end, 'end');
  flushSync(() => field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: isBack ? 'deleteContentBackward' : 'insertText', data: isBack ? null : key })));
}

function play({ key, isSaving }: HeldKey): void {
  const target = document.activeElement ?? document.body;
  if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.matches(typing) && key !== 'Enter') {
    typeInto(target, key);
    return;
  }
  flushSync(() => target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: isSaving, bubbles: true, cancelable: true, composed: true })));
}
