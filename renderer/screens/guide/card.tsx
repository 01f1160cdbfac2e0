import type { ReactElement } from 'react';
import { channelOrder } from '#domain/guide-order.ts';
import type { CardView } from '../../session/guide-view.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { useAtPostOffice, useCardView } from '../../session/use-views.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { PageButtons, ScrollPages } from '../../ui/content/scroll-pages.tsx';
import { useScrollPages } from '../../ui/content/use-scroll-pages.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { gluePhrases } from '../../ui/phrases.ts';
import { LookFigure, eventLook } from './event-look.tsx';
import { Exempt, PlainFact, TimeAndFee } from './facts.tsx';
import { localDate } from './local-date.ts';
import { PostNote } from './post-note.tsx';
import './overview.css';
import './card.css';

/** A procedure without a guide of ours: what it is, what to know before, who decides, and the way to the portal. */
export function CardPage({ slug }: { readonly slug: string }): ReactElement | null {
  const view = useCardView(slug);
  return view === null ? null : <CardBody view={view} />;
}

function CardBody({ view }: { readonly view: CardView }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const pack = useSession((state) => state.kiosk.pack);
  const { card } = view;
  const atPostOffice = useAtPostOffice();
  const look = eventLook(pack, card);
  const pages = useScrollPages(card.slug);
  const controls = (
    <div className="go-on">
      <Button kind="primary" icon="qr" className="go-on-primary" onPress={() => send({ kind: 'open-handoff' })}>
        {gluePhrases(t('card.handoff'))}
      </Button>
      <PageButtons pages={pages} />
    </div>
  );
  return (
    <ScreenFrame name="card" pageKey={card.slug} floor="read" ground={look.ground} controls={controls}>
      <div className="guide-head">
        <div className="guide-head-words">
          <p className="guide-event">{look.event === null ? t('card.title') : local(look.event.title)}</p>
          <Heading className="guide-title is-long">{local(card.title)}</Heading>
        </div>
        <LookFigure figure={look.figure} className="guide-figure" />
      </div>
      <ScrollPages pages={pages} label={local(card.title)} className="overview-facts">
        <PostNote guide={card} place="first" />
        <p className="card-summary" data-block>
          {local(card.summary)}
        </p>
        {(card.hints ?? []).map((hint) => (
          <p key={hint.vi} className="card-hint" data-block>
            {local(hint)}
          </p>
        ))}
        {card.time === undefined && card.fee === undefined ? null : <TimeAndFee time={view.time} fee={view.fee} />}
        <Exempt exempt={view.exempt} />
        <PlainFact icon="office" label={t('guide.decidedBy')} text={view.decidedBy.kind === 'shown' ? local(view.decidedBy.value) : null} />
        <PlainFact icon="post" label={t('guide.channels')} text={channelOrder(card.channels, atPostOffice).map((channel) => t(`guide.channel.${channel}`)).join(' · ')} />
        <PostNote guide={card} place="last" />
        <p className="card-more" data-block>
          {t('card.more')}
        </p>
        {view.decidedBy.kind === 'shown' ? (
          <p className="guide-source" data-block>
            {card.code === undefined ? null : `${t('guide.code', { code: card.code })}. `}
            {t('guide.source', { source: view.decidedBy.provenance.source })}.{' '}
            {t('guide.checkedOn', { date: localDate(view.checkedOn ?? view.decidedBy.provenance.checkedOn) })}.
          </p>
        ) : null}
      </ScrollPages>
    </ScreenFrame>
  );
}
