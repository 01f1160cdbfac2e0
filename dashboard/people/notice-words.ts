import type { NoticeKind } from '#contract/people.ts';
import type { WordKey } from '../i18n/words.ts';

/** What each kind of notice is called. */
export const KIND_WORDS: Readonly<Record<NoticeKind, WordKey>> = {
  satisfaction: 'kindSatisfaction',
  'flagged-share': 'kindFlagged',
  'kiosk-silent': 'kindSilent',
  'picture-still': 'kindStill',
  'taps-missing': 'kindMissing',
  'taps-waiting': 'kindWaiting',
  'content-old': 'kindOld',
};
