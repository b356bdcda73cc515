/** The two-digit places of service that claims name most, in own short words. The list is Medicare's and public; codes not in it are shown as they are. */
const PLACES: Readonly<Record<string, string>> = {
  '02': 'Telehealth, not at home', '10': 'Telehealth at home', '11': 'Office', '12': 'Home', '13': 'Assisted living', '19': 'Off-campus outpatient hospital', '20': 'Urgent care', '21': 'Inpatient hospital',
  '22': 'Outpatient hospital', '23': 'Emergency room', '24': 'Surgery center', '31': 'Skilled nursing facility', '32': 'Nursing facility', '49': 'Independent clinic', '50': 'Federally qualified health center',
  '53': 'Community mental health center', '61': 'Inpatient rehabilitation', '62': 'Outpatient rehabilitation', '65': 'Dialysis center', '72': 'Rural health clinic', '81': 'Laboratory',
};

/** `11 Office`; the code alone where it has no words here. */
export function placeOfServiceWords(code: string): string {
  const words = Object.hasOwn(PLACES, code) ? PLACES[code] : undefined;
  return words === undefined ? code : `${code} ${words}`;
}

/** The code in a text that is one, begins with one, or is one's words ("POS 11", "11 Office", "Office"); null where it is another text ("21st Century Oncology", "24/7 Urgent Care"). */
export function placeOfServiceIn(text: string): string | null {
  const written = /^\s*(?:pos|place of service)?\s*[:#]?\s*(\d{2})(?=$|[\s:,.)\-\u2013\u2014])(?![\s-]*hours?\b)/iu.exec(text)?.[1];
  if (written !== undefined) return written;
  const plain = text.trim().toLowerCase();
  return Object.keys(PLACES).find((code) => PLACES[code]?.toLowerCase() === plain) ?? null;
}
