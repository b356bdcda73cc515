import { createContext } from 'react';

/**
 * Dates of a form that were left half-typed, by the label of their box. What a form holds is a date or none, so the characters of one
 * that is not finished are kept beside it; whoever keeps a form's draft gives this.
 */
export type HalfTyped = { of: (label: string) => string | null; keep: (label: string, text: string | null) => void };
export const HalfTypedContext = createContext<HalfTyped | null>(null);
