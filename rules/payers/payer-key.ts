/** The key under which a practice files a payer: its name in lower case and hyphens, at most 60 characters; `payer` where nothing is left. */
export function payerKeyOf(name: string): string {
  const key = name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '').slice(0, 60).replace(/-+$/u, '');
  return key === '' ? 'payer' : key;
}
