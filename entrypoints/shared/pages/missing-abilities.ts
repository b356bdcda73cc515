import { browser } from 'wxt/browser';
import type { BrowserAbility } from '../../../components/computer/BrowserLimits.tsx';

/** What Overturn makes use of where it is there, and this browser has not. Asked of the browser itself, never of its name. */
export function missingAbilities(): BrowserAbility[] {
  const { idle, sidePanel } = browser as unknown as { idle?: { IdleState?: Record<string, string> }; sidePanel?: object };
  const missing: BrowserAbility[] = [];
  if (idle?.IdleState?.['LOCKED'] === undefined) missing.push('screen-lock');
  if (!('isVisible' in IntersectionObserverEntry.prototype)) missing.push('covered-card');
  if (sidePanel === undefined) missing.push('panel-of-a-tab');
  return missing;
}
