import type { LocalText } from '#contract/content-pack.ts';
import type { QuoteView } from '../../asking/quote-view.ts';
import type { Translate } from '../../i18n/words.ts';

/** "Đăng ký khai sinh: thời gian"; an answer's own question stands as it is. */
export function quoteTitle({ title, aspect }: QuoteView, t: Translate, local: (text: LocalText) => string): string {
  return aspect === null || aspect === 'summary' ? local(title) : `${local(title)}: ${t(`ask.aspect.${aspect}`)}`;
}
