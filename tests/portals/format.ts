/** How portals write money, dates and names. Money in cents, dates YYYY-MM-DD. */
export type MoneyStyle = 'dollar' | 'plain' | 'thousands' | 'spaced' | 'trailing';
export type DateStyle = 'us' | 'us-short' | 'dashes' | 'iso' | 'compact' | 'month' | 'month-long';
export type NameStyle = 'last-first-m' | 'last-first' | 'first-last' | 'title-last-first' | 'upper-no-comma';

export function money(cents: number, style: MoneyStyle = 'dollar'): string {
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100));
  const rest = String(size % 100).padStart(2, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const minus = cents < 0;
  switch (style) {
    case 'dollar': return minus ? `($${grouped}.${rest})` : `$${grouped}.${rest}`;
    case 'plain': return `${minus ? '-' : ''}${whole}.${rest}`;
    case 'thousands': return `${minus ? '-' : ''}${grouped}.${rest}`;
    case 'spaced': return `${minus ? '-' : ''}$ ${grouped}.${rest}`;
    case 'trailing': return `${grouped}.${rest}${minus ? '-' : ''}`;
  }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function date(day: string, style: DateStyle = 'us'): string {
  const [y = '', m = '', d = ''] = day.split('-');
  switch (style) {
    case 'us': return `${m}/${d}/${y}`;
    case 'us-short': return `${Number(m)}/${Number(d)}/${y.slice(2)}`;
    case 'dashes': return `${m}-${d}-${y}`;
    case 'iso': return day;
    case 'compact': return `${y}${m}${d}`;
    case 'month': return `${(MONTHS[Number(m) - 1] ?? '').slice(0, 3)} ${Number(d)}, ${y}`;
    case 'month-long': return `${MONTHS[Number(m) - 1] ?? ''} ${Number(d)}, ${y}`;
  }
}

function capital(word: string): string { return word.charAt(0) + word.slice(1).toLowerCase(); }

export function name(person: { last: string; first: string; middle: string }, style: NameStyle = 'last-first-m'): string {
  const { last, first, middle } = person;
  switch (style) {
    case 'last-first-m': return `${last}, ${first}${middle ? ` ${middle}` : ''}`;
    case 'last-first': return `${last}, ${first}`;
    case 'first-last': return `${capital(first)} ${capital(last)}`;
    case 'title-last-first': return `${capital(last)}, ${capital(first)}`;
    case 'upper-no-comma': return `${last} ${first}${middle ? ` ${middle}` : ''}`;
  }
}
