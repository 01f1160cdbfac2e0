/** A calendar day as people write it: 2026-11-20 is 20/11/2026 in both languages (E114). */
export function localDate(day: string): string {
  return day.split('-').reverse().join('/');
}
