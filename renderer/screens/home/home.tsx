import type { ReactElement } from 'react';
import { EventIcon, Icon } from '../../art/icon.tsx';
import { HomeCrowd } from '../../art/scenes/crowd.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { useHomeView } from '../../session/use-views.ts';
import { Paged } from '../../ui/content/paged.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { eventIcon } from './event-icons.ts';
import { firstServices, fullestEvents } from './home-choices.ts';
import { Tile } from './tile.tsx';
import './home.css';

/** The first question, and every way in: life events, the most used services, search, VNeID. */
export function Home({ offer }: { readonly offer: string | null }): ReactElement {
  const { t } = useWords();
  return (
    <ScreenFrame name="home" floor="choose" ground="leaf" controls={<HomeChoices offer={offer} />}>
      <h1 className="home-question">{t('home.title')}</h1>
      <HomeCrowd className="home-crowd" />
    </ScreenFrame>
  );
}

function HomeChoices({ offer }: { readonly offer: string | null }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const view = useHomeView(offer);
  const groups = useSession((state) => state.kiosk.pack?.events.length ?? 0);
  const vneid = view.vneid;
  return (
    <Paged label={t('home.events')} pageKey="home" className="home-choices">
      <div className="tiles">
        {fullestEvents(view.events).map(({ event }) => (
          <Tile key={event.id} picture={<EventIcon name={eventIcon(event.icon)} />} onPress={() => send({ kind: 'open-event', event: event.id })}>
            {local(event.title)}
          </Tile>
        ))}
        <Tile picture={<Icon name="grid" />} onPress={() => send({ kind: 'open-events' })}>
          {t('home.allEvents', { count: groups })}
        </Tile>
      </div>
      <div className="home-services" data-block>
        <h2 className="home-label">{t('home.mostUsed')}</h2>
        <div className="home-service-row">
          {firstServices(view).map((guide) => (
            <Button key={guide.slug} kind="soft" onPress={() => send({ kind: 'open-guide', slug: guide.slug })}>
              {local(guide.title)}
            </Button>
          ))}
        </div>
      </div>
      <div className="home-ways" data-block>
        <Button icon="search" className="home-search" onPress={() => send({ kind: 'open-search' })}>
          {t('home.search')}
        </Button>
        {vneid === null ? null : (
          <Button kind="help" icon="phone" onPress={() => send({ kind: 'open-guide', slug: vneid.slug })}>
            {t('home.noVneid')}
          </Button>
        )}
      </div>
    </Paged>
  );
}
