import { flushSync } from 'react-dom';

/**
 * Hands are faster than a page: who presses `c` to log a call has half a name typed before the form stands, and who opens the popup by its
 * shortcut types `/` and a name before the first row does. While a page draws what a key asked for, the keys that follow are held back,
 * so that none acts on what is about to go away or is lost, and then played in their order into what came. In memory only.
 */
const HELD_MS = 5000;
const MOST = 200;
const typing = 'input:not([type="checkbox"], [type="radio"], [type="file"], [readonly]), textarea:not([readonly])';

const HELD_BY_NAME: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete', 'Tab', 'ArrowDown', 'ArrowUp']);
const reached = 'input, textarea, select, button, a[href], [tabindex]';

type HeldKey = { key: string; isSaving: boolean; isShifted: boolean };
let held: HeldKey[] | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
/** They were pressed for a field that is to come: nothing else that has come in the meantime may have them. */
let isForField = false;
let isListening = false;

function isHeld(event: KeyboardEvent): boolean {
  // Our own playing is not trusted by the browser and must not be held again.
  if (held === null || !event.isTrusted || event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return event.key === 'Enter';
  return event.key.length === 1 || HELD_BY_NAME.has(event.key);
}

function onKeyDown(event: KeyboardEvent): void {
  // Whoever goes back wants nothing more of it.
  if (held !== null && event.key === 'Escape') dropKeys();
  if (!isHeld(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (held !== null && held.length < MOST) held.push({ key: event.key, isSaving: event.ctrlKey || event.metaKey, isShifted: event.shiftKey });
}

/** A field that takes the focus while keys are held is what they were meant for. */
function onFocusIn(event: FocusEvent): void {
  if (held !== null && event.target instanceof Element && event.target.matches(typing)) {
    isForField = false;
    letKeysGo();
  }
}

/** From now on keys are held, until `letKeysGo`, until a field takes the focus, or for five seconds, after which they are let fall. */
export function holdKeys(): void {
  if (!isListening) {
    isListening = true;
    addEventListener('keydown', onKeyDown, true);
    addEventListener('focusin', onFocusIn, true);
  }
  held ??= [];
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(dropKeys, HELD_MS); // what they were meant for did not come: none may act on what is still there
}

/** The same for a field that takes the focus when it comes, as the one of the palette: what else is drawn until then does not let them go. */
export function holdKeysForField(): void {
  holdKeys();
  isForField = true;
}

/** What keys were pressed for stands: they are played once this drawing is over. */
export function letKeysGo(): void {
  if (isForField) return;
  queueMicrotask(playHeld);
}

/** What keys were pressed for does not come: none of them acts on what stays. */
export function dropKeys(): void {
  held = null;
  isForField = false;
  if (timer !== null) clearTimeout(timer);
  timer = null;
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
  const isTaking = key === 'Backspace' || key === 'Delete';
  const end = field.selectionEnd ?? field.value.length;
  const start = field.selectionStart ?? end;
  const isBare = isTaking && start === end;
  field.setRangeText(isTaking ? '' : key, isBare && key === 'Backspace' ? Math.max(0, start - 1) : start, isBare && key === 'Delete' ? Math.min(field.value.length, end + 1) : end, 'end');
  const inputType = key === 'Backspace' ? 'deleteContentBackward' : key === 'Delete' ? 'deleteContentForward' : 'insertText';
  flushSync(() => field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: isTaking ? null : key })));
}

/** To the next thing Tab reaches: a played Tab moves nothing by itself. */
function moveOn(from: Element, isBack: boolean): void {
  const stops = [...document.querySelectorAll<HTMLElement>(reached)].filter((one) => one === from || (one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility()));
  const at = stops.findIndex((one) => one === from);
  flushSync(() => stops[at + (isBack ? -1 : 1)]?.focus());
}

function play({ key, isSaving, isShifted }: HeldKey): void {
  const target = document.activeElement ?? document.body;
  const isField = (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.matches(typing);
  if (isField && (key.length === 1 || key === 'Backspace' || key === 'Delete')) {
    typeInto(target, key);
    return;
  }
  const isLeft = flushSync(() => target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: isSaving, shiftKey: isShifted, bubbles: true, cancelable: true, composed: true })));
  if (!isLeft) return;
  if (key === 'Tab') moveOn(target, isShifted);
  // What the browser itself would do with a real Enter in a line of a form.
  else if (key === 'Enter' && !isSaving && target instanceof HTMLInputElement) target.form?.requestSubmit();
}
