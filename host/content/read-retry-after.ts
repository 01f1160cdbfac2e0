/** No server may hold a kiosk back for longer, ms. */
const LONGEST = 60 * 60_000;

/** `Retry-After` in ms: seconds or a date (RFC 9110, 10.2.3); null when absent or unreadable. */
export function readRetryAfter(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  const wait = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(LONGEST, Math.max(0, wait));
}
