import type { Words } from '../i18n/words.ts';
import type { Bucket } from './span-view.ts';

/** "23/11", "16/11–22/11", "11/2026". */
export function bucketWords({ kind, from, to }: Bucket, { shortDay }: Pick<Words, 'shortDay'>): string {
  if (kind === 'month') return `${from.slice(5, 7)}/${from.slice(0, 4)}`;
  return from === to ? shortDay(from) : `${shortDay(from)}–${shortDay(to)}`;
}

/** The same for a narrow place under a chart: a week by its first day. */
export function bucketShort(bucket: Bucket, words: Pick<Words, 'shortDay'>): string {
  return bucket.kind === 'week' ? words.shortDay(bucket.from) : bucketWords(bucket, words);
}
