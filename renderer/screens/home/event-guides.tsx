import type { ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { useEventView } from '../../session/use-views.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { Paged } from '../../ui/content/paged.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { gluePhrases } from '../../ui/phrases.ts';
import { LookFigure, lookOf } from '../guide/event-look.tsx';
import { Tile } from './tile.tsx';
import './event-guides.css';

/** The guides and cards of one life event. */
export function EventGuides({ event }: { readonly event: string }): ReactElement | null {
  const { t, local } = useWords();
  const send = useSend();
  const view = useEventView(event);
  if (view === null) return null;
  const look = lookOf(view.event);
  const controls =
    view.guides.length === 0 ? (
      <p className="event-none">{t('events.none')}</p>
    ) : (
      <Paged label={local(view.event.title)} pageKey={event}>
        <div className="tiles is-list">
          {view.guides.map((guide) => (
            <Tile
              key={guide.slug}
              picture={<Icon name={guide.kind === 'guide' ? 'document' : 'info'} />}
              note={guide.kind === 'guide' ? undefined : t('events.short')}
              onPress={() => send({ kind: 'open-guide', slug: guide.slug })}
            >
              {gluePhrases(local(guide.title))}
            </Tile>
          ))}
        </div>
      </Paged>
    );
  return (
    <ScreenFrame name="event" floor="choose" ground={look.ground} controls={controls}>
      <div className="event-head">
        <Heading className="event-title">{local(view.event.title)}</Heading>
        <p className="event-count">{t('events.guides', { count: view.guides.length })}</p>
      </div>
      <LookFigure figure={look.figure} className="event-picture" />
    </ScreenFrame>
  );
}
