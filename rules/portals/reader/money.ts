import { remembering } from './remembered.ts';
import { foldText } from './shown-text.ts';

/** `wrapped`: written in parentheses, which is a reversal under a paid label and often a plain reduction in an adjustment column. */
export type Money = { readonly cents: number; readonly wrapped: boolean; readonly minus: boolean; readonly marked: boolean };

const AMOUNT = /^(\d{1,3}(?:[, ]\d{3})+|\d{1,9})?(?:\.(\d{1,2}))?$/;

/**
 * Reads one US amount, whole text or nothing: `$2,318.40`, `2318.4`, `($14.10)`, `-$14.10`, `14.10-`, `$ 2 318.40`, `14.10 CR` is refused.
 * `cents` is negative for every notation of a negative; `marked` says that a currency sign or decimals were there.
 */
export function readMoney(text: string): Money | null {
  if (text.length > 40 || !/\d/.test(text) || /[a-ce-rtv-z]/i.test(text)) return null;
  return look(text);
}

const look = remembering((text): Money | null => {
  let rest = foldText(text).replace(/^(?:USD|US\$)\s*/i, '$').replace(/\s*USD$/i, '').replace(/[−–]/g, '-');
  let wrapped = false;
  let minus = false;
  let dollar = false;
  const wrap = /^(-?\s*\$?\s*)\((.+)\)$/.exec(rest);
  if (wrap !== null) {
    wrapped = true;
    rest = `${wrap[1] ?? ''}${wrap[2] ?? ''}`.trim();
  }
  for (let turn = 0; turn < 3; turn += 1) {
    if (rest.startsWith('-')) {
      if (minus) return null;
      minus = true;
      rest = rest.slice(1).trim();
    } else if (rest.startsWith('$')) {
      if (dollar) return null;
      dollar = true;
      rest = rest.slice(1).trim();
    }
  }
  if (rest.endsWith('-')) {
    if (minus) return null;
    minus = true;
    rest = rest.slice(0, -1).trim();
  }
  const parts = AMOUNT.exec(rest);
  if (parts === null || rest === '') return null;
  const whole = (parts[1] ?? '').replace(/[, ]/g, '');
  const fraction = parts[2] ?? '';
  if (whole === '' && fraction === '') return null;
  // `0041177` is a number of something; money has no leading zeros.
  if (whole.length > 1 && whole.startsWith('0')) return null;
  const cents = Number(whole === '' ? '0' : whole) * 100 + Number(fraction.padEnd(2, '0'));
  const negative = (wrapped || minus) && cents !== 0;
  return { cents: negative ? -cents : cents, wrapped, minus, marked: dollar || fraction !== '' };
});
