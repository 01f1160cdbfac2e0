import type { Completeness } from '#contract/summaries.ts';
import type { Words } from '../i18n/words.ts';

/** "142 đã ghi, 142 đã nhận, thiếu 0": the proof of promise 2. */
export function completenessSentence({ made, received, missing }: Completeness, { say, number }: Words): string {
  if (made === null && (missing ?? 0) > 0) return say('completenessAtLeast', { received: number(received), missing: number(missing ?? 0) });
  if (made === null) return say('completenessNoBeat', { received: number(received) });
  // What has come was made, even when the kiosk's last count is a minute older than its last batch.
  return say('completeness', { made: number(Math.max(made, received)), received: number(received), missing: number(missing ?? 0) });
}

/** `whole` only when all the kiosks have said what they made and nothing of it is missing. */
export function completenessState({ made, missing }: Completeness): 'whole' | 'missing' | 'unknown' {
  if (missing !== null && missing > 0) return 'missing';
  return made === null || missing === null ? 'unknown' : 'whole';
}
