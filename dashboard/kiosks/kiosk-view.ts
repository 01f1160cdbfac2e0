import { CLOCK_TOLERANCE } from '#domain/kiosk-trouble.ts';
import type { Words } from '../i18n/words.ts';

/** "3 phút trước": how long ago an instant (ms) was. */
export function agoWords(at: number | null, now: number, { say, number }: Words): string {
  if (at === null) return say('never');
  const minutes = Math.floor(Math.max(0, now - at) / 60_000);
  if (minutes < 2) return say('justNow');
  if (minutes < 120) return say('minutesAgo', { count: number(minutes) });
  if (minutes < 48 * 60) return say('hoursAgo', { count: number(Math.floor(minutes / 60)) });
  return say('daysAgo', { count: number(Math.floor(minutes / 1440)) });
}

/** `offset` is kiosk minus centre, ms. */
export function clockWords(offset: number | null, { say, number }: Words): { readonly text: string; readonly wrong: boolean } {
  if (offset === null) return { text: say('unknown'), wrong: false };
  const size = Math.abs(offset);
  if (size <= CLOCK_TOLERANCE) return { text: say('clockRight'), wrong: false };
  const minutes = Math.round(size / 60_000);
  const time = minutes < 120 ? say('minutes', { count: number(minutes) }) : say('hours', { count: number(Math.round(minutes / 60)) });
  return { text: say(offset > 0 ? 'clockFast' : 'clockSlow', { time }), wrong: true };
}

/** mm:ss until `expiresAt`, or null when it is over. Both in ms. */
export function countdown(expiresAt: number, now: number): string | null {
  const seconds = Math.ceil((expiresAt - now) / 1000);
  if (seconds <= 0) return null;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
