/** `$1,234.50`, `-$14.10`. Takes integer cents; worked on the figures, never through a float. */
export function moneyWords(cents: number): string {
  const absolute = Math.abs(cents);
  const whole = String(Math.floor(absolute / 100)).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${cents < 0 ? '-' : ''}$${whole}.${String(absolute % 100).padStart(2, '0')}`;
}

/** `$1.2M`, `$48.3K`, `$912`: for tiles. Cut, not rounded up, so that it never promises more. */
export function shortMoney(cents: number): string {
  const dollars = Math.floor(Math.abs(cents) / 100);
  const sign = cents < 0 ? '-' : '';
  if (dollars >= 1_000_000) return `${sign}$${Math.floor(dollars / 100_000) / 10}M`;
  if (dollars >= 100_000) return `${sign}$${Math.floor(dollars / 1000)}K`;
  if (dollars >= 10_000) return `${sign}$${Math.floor(dollars / 100) / 10}K`;
  return `${sign}$${String(dollars).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')}`;
}
