import type { TermsMode } from '../../rules/reading/reading.ts';

const words: Record<TermsMode, string> = { assisted: 'Reads beside you', 'read-only': 'On your press only', 'hands-off': 'Hands off', unknown: 'Not known yet' };
const hints: Record<TermsMode, string> = {
  assisted: 'Recognizes a claim page when you open it, shows a mark at the edge, reads it for your review.',
  'read-only': 'Reads the page only when you press the toolbar button. No mark, nothing stays on the page.',
  'hands-off': "This portal's terms forbid tools. Nothing of ours runs there: copy the page and paste it into the side panel.",
  unknown: 'Read on your press; you may then allow it for good.',
};

/** What Overturn may do on a portal, in two or three words. */
export function portalModeWords(mode: TermsMode): string {
  return words[mode];
}

/** The same in a sentence. */
export function portalModeHint(mode: TermsMode): string {
  return hints[mode];
}
