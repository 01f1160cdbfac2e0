import type { ReactElement } from 'react';
import { EventIcon } from '../../art/icon.tsx';
import { EVENT_DRAWINGS } from '../../art/pack-drawings.ts';
import { HomeCrowd } from '../../art/scenes/crowd.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { useEventChoices } from '../../session/use-views.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { Paged } from '../../ui/content/paged.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { gluePhrases } from '../../ui/phrases.ts';
import { Tile } from './tile.tsx';
import './home.css';

/** All life events of the pack. */
export function Events(): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const choices = useEventChoices();
  const controls = (
    <Paged label={t('home.events')} pageKey="events">
      <div className="tiles">
        {choices.map(({ event }) => (
          <Tile key={event.id} picture={<EventIcon name={EVENT_DRAWINGS[event.icon]} />} onPress={() => send({ kind: 'open-event', event: event.id })}>
            {gluePhrases(local(event.title))}
          </Tile>
        ))}
      </div>
    </Paged>
  );
  return (
    <ScreenFrame name="events" floor="choose" ground="leaf" controls={controls}>
      <Heading className="home-question">{t('events.title')}</Heading>
      <HomeCrowd className="home-crowd" />
    </ScreenFrame>
  );
}
