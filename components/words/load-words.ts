/** `1,204 cases`, `1 case`. */
export function caseCount(cases: number): string {
  return `${countWords(cases)} ${cases === 1 ? 'case' : 'cases'}`;
}

/** `12,408`. */
export function countWords(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** Minutes of work as a person plans it: `45 min`, `3.5 h`, `212 h`. */
export function workTimeWords(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  const hours = minutes / 60;
  return hours < 20 ? `${Math.round(hours * 2) / 2} h` : `${countWords(Math.round(hours))} h`;
}
