import type { ReactElement } from 'react';
import type { GuideOrCard } from '#contract/content-pack.ts';
import { EventIcon, Icon } from '../../art/icon.tsx';
import { EVENT_DRAWINGS } from '../../art/pack-drawings.ts';
import { HomeCrowd } from '../../art/scenes/crowd.tsx';
import type { HomeView } from '../../session/choice-view.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { useHomeView } from '../../session/use-views.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { Paged } from '../../ui/content/paged.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { useShape } from '../../ui/use-shape.ts';
import { gluePhrases } from '../../ui/phrases.ts';
import { firstEvents, firstServices } from './home-choices.ts';
import { Tile } from './tile.tsx';
import './home.css';

/** The first question, and every way in: life events, the most used services, search, VNeID. */
export function Home({ offer }: { readonly offer: string | null }): ReactElement {
  const { t } = useWords();
  const tablet = useShape() === 'tablet';
  const view = useHomeView(offer);
  return (
    <ScreenFrame name="home" floor="choose" ground="leaf" controls={<HomeChoices view={view} ways={!tablet} />}>
      <Heading className="home-question">{t('home.title')}</Heading>
      {tablet ? <HomeWays vneid={view.vneid} /> : <HomeCrowd className="home-crowd" />}
    </ScreenFrame>
  );
}

/** Search, and the way in for those without an account. On a tablet they stand under the question: all of it is within reach. */
function HomeWays({ vneid }: { readonly vneid: GuideOrCard | null }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  return (
    <div className="home-ways" data-block>
      <Button icon="search" className="home-search" onPress={() => send({ kind: 'open-search' })}>
        {t('home.search')}
      </Button>
      <Button icon="info" className="home-ask" onPress={() => send({ kind: 'open-ask' })}>
        {t('ask.title')}
      </Button>
      {vneid === null ? null : (
        <Button kind="help" icon="phone" onPress={() => send({ kind: 'open-guide', slug: vneid.slug })}>
          {t('home.noVneid')}
        </Button>
      )}
    </div>
  );
}

function HomeChoices({ view, ways }: { readonly view: HomeView; readonly ways: boolean }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const pack = useSession((state) => state.kiosk.pack);
  return (
    <Paged label={t('home.events')} pageKey="home" className="home-choices">
      <div className="tiles">
        {firstEvents(pack).map((event) => (
          <Tile key={event.id} picture={<EventIcon name={EVENT_DRAWINGS[event.icon]} />} onPress={() => send({ kind: 'open-event', event: event.id })}>
            {gluePhrases(local(event.title))}
          </Tile>
        ))}
        <Tile picture={<Icon name="grid" />} onPress={() => send({ kind: 'open-events' })}>
          {gluePhrases(t('home.allEvents', { count: pack?.events.length ?? 0 }))}
        </Tile>
      </div>
      <div className="home-services" data-block>
        <h2 className="home-label">{t('home.mostUsed')}</h2>
        <div className="home-service-row">
          {firstServices(view).map((guide) => (
            <Button key={guide.slug} kind="soft" onPress={() => send({ kind: 'open-guide', slug: guide.slug })}>
              {gluePhrases(local(guide.title))}
            </Button>
          ))}
        </div>
      </div>
      {ways ? <HomeWays vneid={view.vneid} /> : null}
    </Paged>
  );
}
