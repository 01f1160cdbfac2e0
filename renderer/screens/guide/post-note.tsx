import type { ReactElement } from 'react';
import type { GuideOrCard } from '#contract/content-pack.ts';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useAtPostOffice } from '../../session/use-views.ts';

type NoteProps = { readonly guide: Pick<GuideOrCard, 'channels'>; readonly place: 'first' | 'last' };

/**
 * At a post office only: whether it takes this file. Where a source lists the way by post it says so first; elsewhere
 * it sends to the clerk at the end, for a way that is not listed is unknown, not impossible.
 */
export function PostNote({ guide, place }: NoteProps): ReactElement | null {
  const { t } = useWords();
  const takes = guide.channels.includes('post');
  if (!useAtPostOffice() || takes !== (place === 'first')) return null;
  return (
    <p className="post-note" data-block>
      <Icon name="post" className="fact-icon" />
      <span>{t(takes ? 'guide.postTakes' : 'guide.postUnknown')}</span>
    </p>
  );
}
