/**
 * ISO date of what a person typed in US order ("4/7/26", "04-07-2026", "20260407", "2026-04-07"), or null where there is no such day.
 * Two-digit years are this century; claims are never older.
 */
export function typedDate(text: string): string | null {
  const trimmed = text.trim();
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/u.exec(trimmed);
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(trimmed);
  const [year, month, day] = us !== null ? [us[3], us[1], us[2]] : iso !== null ? [iso[1], iso[2], iso[3]] : [undefined, undefined, undefined];
  if (year === undefined || month === undefined || day === undefined) return null;
  try {
    return Temporal.PlainDate.from({ year: Number(year.length === 2 ? `20${year}` : year), month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString();
  } catch {
    // PlainDate refuses days that do not exist, 30 February among them; to a person that is simply no date.
    return null;
  }
}

/** The date as US billers write it: `04/07/2026`. */
export function shownDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${month ?? ''}/${day ?? ''}/${year ?? ''}`;
}
