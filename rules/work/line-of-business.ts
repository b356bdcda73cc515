import type { LineOfBusiness } from '../domain/vocabulary.ts';

/** Claim filing indicators of CLP06 and SBR09 that name one line of business. The others (auto, liability, unknown, mutually defined) are asked for. */
const BY_INDICATOR: ReadonlyMap<string, LineOfBusiness> = new Map([
  ['MA', 'medicare-ffs'], ['MB', 'medicare-ffs'], ['16', 'medicare-advantage'], ['MC', 'medicaid'], ['CH', 'tricare'], ['VA', 'va'], ['WC', 'workers-comp'],
  ['CI', 'commercial'], ['12', 'commercial'], ['13', 'commercial'], ['14', 'commercial'], ['15', 'commercial'], ['HM', 'commercial'], ['BL', 'commercial'],
]);

/** Line of business of a claim filing indicator; null where it says none for certain. */
export function lineOfBusinessOf(filingIndicator: string | null): LineOfBusiness | null {
  return BY_INDICATOR.get((filingIndicator ?? '').trim().toUpperCase()) ?? null;
}
