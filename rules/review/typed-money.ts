/**
 * Cents of an amount a person typed ("1,234.5", "$80", "(14.10)", "14.10-"), or null where it is not one.
 * Worked on the digits, never through a float.
 */
export function typedCents(text: string): number | null {
  const trimmed = text.replaceAll(/[\s$]/gu, '');
  const negative = /^\(.*\)$/u.test(trimmed) || trimmed.startsWith('-') || trimmed.endsWith('-');
  const digits = trimmed.replaceAll(/[()-]/gu, '');
  const parts = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/u.exec(digits);
  if (parts === null) return null;
  const whole = Number((parts[1] ?? '').replaceAll(',', ''));
  const cents = whole * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return negative ? -cents : cents;
}

/** The amount as a person reads it: `1,234.50`, `-14.10`. */
export function shownCents(cents: number): string {
  const absolute = Math.abs(cents);
  const whole = String(Math.floor(absolute / 100)).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${cents < 0 ? '-' : ''}${whole}.${String(absolute % 100).padStart(2, '0')}`;
}
