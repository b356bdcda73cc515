/** What a payer asks before it answers, in the order in which it asks. */
export const CALLER_FIELDS = ['npi', 'tax-id', 'member-id', 'birth-date', 'patient-name', 'service-dates', 'charge', 'claim-number', 'account-number'] as const;
export type CallerField = (typeof CALLER_FIELDS)[number];

/** A form in which a value is wanted: as printed, for a field of a portal, or typed on a phone's keys. */
export type ValueForm = { id: string; label: string; text: string };

const INVISIBLE = /[\s\u00A0\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** No blanks of any kind and nothing invisible: a stray blank makes a portal say that the patient is not valid. */
export function bare(value: string): string {
  return value.replaceAll(INVISIBLE, '');
}

/** One blank between words, none around them, nothing invisible. */
export function plainWords(value: string): string {
  return value.replaceAll(/[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '').replaceAll(/[\s\u00A0]+/gu, ' ').trim();
}

const forms = (...all: ValueForm[]): ValueForm[] => all.filter((one, index) => one.text !== '' && all.findIndex(({ text }) => text === one.text) === index);
const digits = (text: string): string => text.replaceAll(/\D/gu, '');

function dateForms(iso: string, name = ''): ValueForm[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  return forms(
    { id: `us${name}`, label: 'mm/dd/yyyy', text: `${month}/${day}/${year}` }, { id: `keys${name}`, label: 'mmddyyyy', text: `${month}${day}${year}` },
    { id: `short-year${name}`, label: 'mm/dd/yy', text: `${month}/${day}/${year.slice(2)}` }, { id: `iso${name}`, label: 'yyyy-mm-dd', text: iso },
  );
}

function identifierForms(value: string): ValueForm[] {
  const whole = bare(value);
  const keyed = whole.replaceAll(/[^A-Za-z0-9]/gu, '').toUpperCase();
  return forms(
    { id: 'whole', label: 'As printed', text: whole }, { id: 'keyed', label: 'Letters and digits only', text: keyed },
    // A plan's letters before the number (as of Blue plans) are left out on a phone's keys.
    { id: 'digits', label: 'Digits only', text: digits(whole) }, { id: 'end', label: 'Last 4', text: keyed.length > 4 ? keyed.slice(-4) : '' },
  );
}

/**
 * The forms in which portals and phone menus want a value, the usual one first; none where there is no value.
 * @param value as kept: dates `YYYY-MM-DD` (`from/to` for a range), amounts in cents.
 */
export function valueForms(field: CallerField, value: string | null): ValueForm[] {
  if (value === null || bare(value) === '') return [];
  switch (field) {
    case 'npi': return forms({ id: 'whole', label: 'As printed', text: digits(value) }, { id: 'end', label: 'Last 4', text: digits(value).slice(-4) });
    case 'tax-id': return forms({ id: 'dashed', label: '12-3456789', text: `${digits(value).slice(0, 2)}-${digits(value).slice(2)}` }, { id: 'digits', label: 'Digits only', text: digits(value) }, { id: 'end', label: 'Last 4', text: digits(value).slice(-4) });
    case 'member-id': case 'claim-number': case 'account-number': return identifierForms(value);
    case 'birth-date': return dateForms(value);
    case 'service-dates': {
      const [from = '', to = from] = value.split('/');
      return to === from ? dateForms(from) : forms(...dateForms(from).map((one) => ({ ...one, label: `From, ${one.label}` })), ...dateForms(to, '-to').map((one) => ({ ...one, label: `To, ${one.label}` })));
    }
    case 'charge': {
      const cents = Math.abs(Number(value));
      const plain = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      return forms({ id: 'plain', label: '1234.56', text: plain }, { id: 'keys', label: 'Digits, with cents', text: String(cents) }, { id: 'dollars', label: 'Whole dollars', text: cents % 100 === 0 ? String(cents / 100) : '' });
    }
    case 'patient-name': {
      const name = plainWords(value);
      const [last = '', first = ''] = name.split(',').map((part) => part.trim());
      return first === '' ? [{ id: 'whole', label: 'As on the claim', text: name }] : forms({ id: 'whole', label: 'Last, first', text: `${last}, ${first}` }, { id: 'spoken', label: 'First last', text: `${first} ${last}` }, { id: 'last', label: 'Last name', text: last }, { id: 'first', label: 'First name', text: first });
    }
  }
}

/** Covered until somebody asks. Fields that name a person or open an account. */
export const COVERED_FIELDS: ReadonlySet<CallerField> = new Set(['tax-id', 'member-id', 'birth-date', 'patient-name', 'account-number']);

/**
 * Whether ten digits are a National Provider Identifier: its last digit is the Luhn check over 80840 and the first nine
 * (45 CFR 162.406; CMS, NPI check digit).
 */
export function isNpi(value: string): boolean {
  if (!/^[12]\d{9}$/u.test(value)) return false;
  const sum = Array.from(`80840${value}`).reverse().reduce((total, digit, index) => {
    const times = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (times > 9 ? times - 9 : times);
  }, 0);
  return sum % 10 === 0;
}
