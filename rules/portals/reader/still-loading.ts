const BUSY = '[aria-busy="true"],[class*="skeleton" i],[class*="spinner" i],[role="progressbar"]:not([aria-valuenow])';
const WAITING = /(?:^|\n)\s*(?:loading|please wait|retrieving|one moment|fetching|searching)\b[^\n]{0,80}(?:\n|$)/i;

const HINT = /loading|please wait|retrieving|one moment|fetching|searching/i;

/** Whether a page shows that more is to come: what is read now would be only a part of it. */
export function isStillLoading(root: Document): boolean {
  if (root.readyState !== 'complete') return true;
  const body = root.body;
  if (body === null) return true;
  for (const el of body.querySelectorAll(BUSY)) {
    const box = el.getBoundingClientRect();
    if (box.width > 1 && box.height > 1 && (typeof el.checkVisibility !== 'function' || el.checkVisibility({ visibilityProperty: true, opacityProperty: true }))) return true;
  }
  // What is drawn is dear to ask of a large page: only where its text could say so, or where there is hardly anything.
  const whole = body.textContent ?? '';
  const small = body.getElementsByTagName('*').length < 300;
  if (!small && !HINT.test(whole)) return false;
  const text = whole.length < 400_000 ? body.innerText ?? '' : whole;
  if (text.length < 400_000 && WAITING.test(text)) return true;
  return small && text.trim().length < 30 && body.querySelector('iframe,frame,img,canvas,embed,object') === null && !holdsShadow(body);
}

function holdsShadow(body: Element): boolean {
  let seen = 0;
  for (const el of body.querySelectorAll('*')) {
    if (el.shadowRoot !== null) return true;
    seen += 1;
    if (seen > 2000) break;
  }
  return false;
}
