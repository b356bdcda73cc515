/** That the portal in a tab counts down to a sign-out, noticed at `atMs`; `seconds` as the portal said, null where it did not. */
export type SessionEnding = { atMs: number; seconds: number | null };

/** Where the background keeps it in the session area. */
export const endingKey = (tabId: number): string => `ending:${tabId}`;
