import type { ReactElement } from 'react';
import { channelOrder } from '#domain/guide-order.ts';
import type { GuideView, OverviewView } from '../../session/guide-view.ts';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { useAtPostOffice } from '../../session/use-views.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { PageButtons, ScrollPages } from '../../ui/content/scroll-pages.tsx';
import { useScrollPages } from '../../ui/content/use-scroll-pages.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { useShape } from '../../ui/use-shape.ts';
import { gluePhrases } from '../../ui/phrases.ts';
import { LookFigure, eventLook } from './event-look.tsx';
import { Exempt, PlainFact, TimeAndFee } from './facts.tsx';
import { localDate } from './local-date.ts';
import { PostNote } from './post-note.tsx';
import './overview.css';

/** What it takes: papers, time, fee, result, who decides, the law, where this comes from and how old it is. */
export function Overview({ view }: { readonly view: GuideView }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const pack = useSession((state) => state.kiosk.pack);
  const { guide, overview } = view;
  const look = eventLook(pack, guide);
  const pages = useScrollPages(guide.slug);
  const tablet = useShape() === 'tablet';
  const begin = overview.questionsLeft > 0 ? t('guide.seeSteps') : t('guide.seeStepsOf', { count: view.stations.length });
  const controls = (
    <>
      <div className="go-on">
        <Button kind="primary" iconAfter="forward" className="go-on-primary" onPress={() => send({ kind: 'begin' })}>
          {gluePhrases(begin)}
        </Button>
        <PageButtons pages={pages} />
      </div>
      <Button icon="qr" onPress={() => send({ kind: 'open-handoff' })}>
        {gluePhrases(t(tablet ? 'guide.lastStep' : 'guide.handoff'))}
      </Button>
    </>
  );
  return (
    <ScreenFrame name="overview" pageKey={guide.slug} floor="read" ground={look.ground} controls={controls}>
      <div className="guide-head">
        <div className="guide-head-words">
          {look.event === null ? null : <p className="guide-event">{local(look.event.title)}</p>}
          <Heading className="guide-title">{local(guide.title)}</Heading>
        </div>
        <LookFigure figure={look.figure} className="guide-figure" />
      </div>
      <ScrollPages pages={pages} label={t('guide.overview')} className="overview-facts">
        <PostNote guide={guide} place="first" />
        <TimeAndFee time={overview.time} fee={overview.fee} />
        <Exempt exempt={overview.exempt} />
        <Papers overview={overview} />
        <Details view={view} />
      </ScrollPages>
    </ScreenFrame>
  );
}

function Papers({ overview }: { readonly overview: OverviewView }): ReactElement {
  const { t, local } = useWords();
  const { papers, questionsLeft } = overview;
  return (
    <section className="papers">
      <h2 className="fact-label" data-block="keep">
        <Icon name="document" className="fact-icon" />
        {t('guide.papers')}
      </h2>
      {papers.kind === 'hidden' ? <p className="paper-name">{t('common.askDesk')}</p> : null}
      <ol className="paper-list">
        {(papers.kind === 'shown' ? papers.value : []).map((paper, index) => (
          <li key={paper.id} className="paper" data-block>
            <span className="paper-number">{index + 1}</span>
            <span>
              <span className="paper-name">{local(paper.text)}</span>
              {paper.note === undefined ? null : <span className="paper-note">{local(paper.note)}</span>}
            </span>
          </li>
        ))}
      </ol>
      {questionsLeft > 0 ? (
        <p className="papers-later" data-block>
          {t('guide.papersLater', { count: questionsLeft })}
        </p>
      ) : null}
    </section>
  );
}

function Details({ view }: { readonly view: GuideView }): ReactElement {
  const { t, local } = useWords();
  const { guide, overview } = view;
  const atPostOffice = useAtPostOffice();
  const { result, decidedBy, law } = overview;
  return (
    <>
      <PlainFact icon="certificate" label={t('guide.result')} text={result.kind === 'shown' ? local(result.value) : null} />
      <PlainFact icon="office" label={t('guide.decidedBy')} text={decidedBy.kind === 'shown' ? local(decidedBy.value) : null} />
      <PlainFact icon="post" label={t('guide.channels')} text={channelOrder(guide.channels, atPostOffice).map((channel) => t(`guide.channel.${channel}`)).join(' · ')} />
      <PostNote guide={guide} place="last" />
      <PlainFact icon="bank" label={t('guide.law')} text={law.kind === 'shown' ? law.value.join('; ') : null} />
      {decidedBy.kind === 'shown' ? (
        <p className="guide-source" data-block>
          {t('guide.source', { source: decidedBy.provenance.source })}.{' '}
          {t('guide.checkedOn', { date: localDate(overview.checkedOn ?? decidedBy.provenance.checkedOn) })}.{' '}
          {t('guide.validUntil', { date: localDate(decidedBy.provenance.expiresOn) })}.
        </p>
      ) : null}
    </>
  );
}
