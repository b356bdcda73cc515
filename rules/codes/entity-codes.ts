/** Who a 277 status code speaks of, in the words a biller uses. Only those seen on claim status; the rest stay unnamed. */
const entities: Readonly<Record<string, string>> = {
  '1P': 'provider', '1Z': 'home health agency', '36': 'employer', '40': 'receiver', '41': 'submitter', '71': 'attending provider', '72': 'operating provider',
  '73': 'other provider', '74': 'corrected insured', '77': 'service location', '82': 'rendering provider', '85': 'billing provider', '87': 'pay-to provider',
  AY: 'clearinghouse', DK: 'ordering provider', DN: 'referring provider', DQ: 'supervising provider', FA: 'facility', GB: 'other insured', IL: 'subscriber',
  P3: 'primary care provider', PR: 'payer', PRP: 'primary payer', QC: 'patient', SEP: 'secondary payer', TL: 'testing laboratory', TTP: 'tertiary payer',
};

/** The party behind an entity code, or null when it is not in the list. */
export function explainEntity(code: string): string | null {
  const key = code.trim().toUpperCase();
  return Object.hasOwn(entities, key) ? (entities[key] ?? null) : null;
}
