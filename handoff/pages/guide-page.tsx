import type { ReactElement } from 'react';
import type { Card, Guide, GuideOrCard, PackHead } from '#contract/content-pack.ts';
import { isShowable } from '#domain/fact.ts';
import type { PageArt, PageIcon } from './art.ts';
import { Papers, Questions, Steps } from './case-parts.tsx';
import { Answer } from './answer.tsx';
import { Aged, AskDesk, Facts } from './facts.tsx';
import { Frame, type PageFiles } from './frame.tsx';
import { SpriteIcon } from './icon.tsx';
import { dayText, Local, Say } from './local.tsx';
import { Keep, Portal, Safety } from './portal.tsx';
import { DeadlineReminder, ResultReminder } from './reminder.tsx';
import type { Word } from './words.ts';

export type GuidePageProps = {
  readonly guide: GuideOrCard;
  readonly head: PackHead;
  readonly art: PageArt;
  readonly files: PageFiles;
  /** The day of the build; facts that are stale by then are left out. */
  readonly today: string;
  /** Names the guide's text: another one tells the phone that what was ticked may have changed. */
  readonly edition: string;
};

const CHANNEL_WORDS: Readonly<Record<Guide['channels'][number], { readonly word: Word; readonly icon: PageIcon }>> = {
  online: { word: 'channelOnline', icon: 'phone' },
  counter: { word: 'channelCounter', icon: 'office' },
  post: { word: 'channelPost', icon: 'send' },
};

/** The page of one guide or card: everything readable as it is, the script only shortens and remembers. */
export function GuidePage({ guide, head, art, files, today, edition }: GuidePageProps): ReactElement {
  return (
    <Frame title={guide.title} description={guide.summary} files={files} art={art} slug={guide.slug} edition={edition}>
      <main id="main" tabIndex={-1}>
        <Opening guide={guide} art={art} />
        <Notices />
        <Here />
        <Facts guide={guide} today={today} />
        {guide.kind === 'guide' && guide.deadline !== undefined ? <DeadlineReminder slug={guide.slug} deadline={guide.deadline} today={today} /> : null}
        {guide.kind === 'guide' ? <GuideBody guide={guide} art={art} today={today} /> : <CardBody card={guide} />}
        <ResultReminder slug={guide.slug} />
        <Safety guide={guide} head={head} today={today} />
        <Answer faces={art.faces} helpLine={head.helpLine} today={today} />
        <More guide={guide} today={today} />
        <Keep />
      </main>
      <Portal guide={guide} />
    </Frame>
  );
}

function Opening({ guide, art }: { readonly guide: GuideOrCard; readonly art: PageArt }): ReactElement {
  return (
    <div className="opening" data-ground={guide.events[0]}>
      <span className="event" dangerouslySetInnerHTML={{ __html: art.event }} />
      <h1>
        <Local text={guide.title} />
      </h1>
      <p>
        <Local text={guide.summary} />
      </p>
      <ul className="channels">
        {guide.channels.map((channel) => (
          <li key={channel}>
            <SpriteIcon name={CHANNEL_WORDS[channel].icon} />
            <Say word={CHANNEL_WORDS[channel].word} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the script may have to say about this copy and this browser. */
function Notices(): ReactElement {
  return (
    <>
      <p className="notice" data-kept hidden>
        <Say word="kept" /> <time className="date" data-stamp />
      </p>
      <div className="notice" data-newer role="status" hidden>
        <p>
          <Say word="newer" />
        </p>
        <button type="button" data-reload>
          <Say word="reload" />
        </button>
      </div>
      <p className="notice" data-changed hidden>
        <Say word="changed" />
      </p>
      <div className="notice" data-in-app hidden>
        <p>
          <Say word="inApp" />
        </p>
        <button type="button" data-copy>
          <SpriteIcon name="link" />
          <Say word="copy" />
        </button>
        <p className="said" role="status" data-said />
      </div>
    </>
  );
}

/** Filled by the script when the fragment names a step. */
function Here(): ReactElement {
  return (
    <p className="here" data-here hidden>
      <span>
        <strong>
          <Say word="here" />
        </strong>
        <span>
          <Say word="step" /> <span data-here-number />. <span data-here-title />
        </span>
      </span>
      <a href="#main" data-here-link>
        <Say word="goThere" />
      </a>
    </p>
  );
}

function GuideBody({ guide, art, today }: { readonly guide: Guide; readonly art: PageArt; readonly today: string }): ReactElement {
  return (
    <>
      <Questions guide={guide} />
      <Papers guide={guide} today={today} />
      <Steps guide={guide} scenes={art.scenes} />
    </>
  );
}

function CardBody({ card }: { readonly card: Card }): ReactElement {
  const hints = card.hints ?? [];
  return (
    <section aria-labelledby="h-hints">
      <h2 id="h-hints">
        <SpriteIcon name="info" />
        <Say word="hints" />
      </h2>
      {hints.length === 0 ? null : (
        <ul className="hints">
          {hints.map((hint) => (
            <li key={hint.vi}>
              <Local text={hint} />
            </li>
          ))}
        </ul>
      )}
      <p className="lead">
        <Say word="cardLead" />
      </p>
    </section>
  );
}

function More({ guide, today }: { readonly guide: GuideOrCard; readonly today: string }): ReactElement {
  return (
    <section aria-labelledby="h-more" className="more">
      <h2 id="h-more">
        <SpriteIcon name="certificate" />
        <Say word="more" />
      </h2>
      <dl>
        {guide.kind === 'guide' ? (
          <div>
            <dt>
              <Say word="result" />
            </dt>
            <dd>
              <Aged provenance={guide.result.provenance} today={today}>
                <p>
                  <Local text={guide.result.text} />
                </p>
              </Aged>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>
            <Say word="decides" />
          </dt>
          <dd>
            <Aged provenance={guide.decidedBy.provenance} today={today}>
              <p>
                <Local text={guide.decidedBy.text} />
              </p>
            </Aged>
          </dd>
        </div>
        <div>
          <dt>
            <Say word="official" />
          </dt>
          <dd>
            <p lang="vi">{guide.officialName}</p>
            {guide.code === undefined ? null : (
              <p className="small">
                <Say word="code" /> <span className="date">{guide.code}</span>
              </p>
            )}
          </dd>
        </div>
        {guide.kind === 'guide' ? <Law law={guide.law} today={today} /> : null}
        <Sources guide={guide} today={today} />
      </dl>
    </section>
  );
}

function Law({ law, today }: { readonly law: Guide['law']; readonly today: string }): ReactElement {
  return (
    <div>
      <dt>
        <Say word="law" />
      </dt>
      <dd>
        {isShowable(law.provenance, today) ? (
          <Aged provenance={law.provenance} today={today}>
            <ul lang="vi" className="law">
              {law.list.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </Aged>
        ) : (
          <AskDesk />
        )}
      </dd>
    </div>
  );
}

function Sources({ guide, today }: { readonly guide: GuideOrCard; readonly today: string }): ReactElement | null {
  const facts = [guide.decidedBy, ...(guide.time ?? []), ...(guide.fee ?? []), ...(guide.exempt === undefined ? [] : [guide.exempt])];
  const aged = guide.kind === 'guide' ? [...facts, guide.papers, guide.result, guide.law] : facts;
  const shown = aged.map((fact) => fact.provenance).filter((provenance) => isShowable(provenance, today));
  const sources = [...new Map(shown.map((provenance) => [provenance.source, provenance])).values()];
  if (sources.length === 0) return null;
  return (
    <div>
      <dt>
        <Say word="source" />
      </dt>
      <dd>
        <ul lang="vi" className="law">
          {sources.map((provenance) => (
            <li key={provenance.source}>
              {provenance.source} ({dayText(provenance.checkedOn)})
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
