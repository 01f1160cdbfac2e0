import type { ReactElement } from 'react';
import type { GuideOrCard } from '#contract/content-pack.ts';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useAtPostOffice } from '../../session/use-views.ts';

/**
 * At a post office only: whether it takes this file. It says so only where a source lists the way by post;
 * otherwise it sends to the clerk, for a way that is not listed is unknown, not impossible.
 */
export function PostNote({ guide }: { readonly guide: Pick<GuideOrCard, 'channels'> }): ReactElement | null {
  const { t } = useWords();
  if (!useAtPostOffice()) return null;
  return (
    <p className="post-note" data-block>
      <Icon name="post" className="fact-icon" />
      <span>{t(guide.channels.includes('post') ? 'guide.postTakes' : 'guide.postUnknown')}</span>
    </p>
  );
}
