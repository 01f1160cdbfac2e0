import type { ReactElement, ReactNode } from 'react';
import type { Card, Guide, KeyFact, LocalText, Provenance, Question } from '#contract/content-pack.ts';
import { isShowable } from '#domain/fact.ts';
import type { PageIcon } from './art.ts';
import { conditionWords } from './condition-words.ts';
import { SpriteIcon } from './icon.tsx';
import { dayText, Local, Say } from './local.tsx';

/** What stands where a fact is not to be trusted any more (promise 8). */
export function AskDesk({ why = true }: { readonly why?: boolean }): ReactElement {
  return (
    <p className="ask">
      <strong>
        <Say word="askDesk" />
      </strong>
      {why ? (
        <span className="small">
          <Say word="askDeskWhy" />
        </span>
      ) : null}
    </p>
  );
}

type AgedProps = { readonly provenance: Provenance; readonly today: string; readonly children: ReactNode };

/**
 * A fact and its age. One that is stale on the day of the build is left out; one that grows stale
 * later is hidden by the script, and without a script its last day stands beside it.
 */
export function Aged({ provenance, today, children }: AgedProps): ReactElement {
  if (!isShowable(provenance, today)) return <AskDesk />;
  return (
    <div data-until={provenance.expiresOn}>
      <div data-fact>
        {children}
        <p className="age">
          <Say word="checkedOn" /> <span className="date">{dayText(provenance.checkedOn)}</span>, <Say word="usableUntil" />{' '}
          <span className="date">{dayText(provenance.expiresOn)}</span>
        </p>
      </div>
      <div data-stale hidden>
        <AskDesk why={false} />
      </div>
    </div>
  );
}

export function When({ questions, when }: { readonly questions: readonly Question[]; readonly when: KeyFact['when'] }): ReactElement | null {
  if (when === undefined) return null;
  return (
    <p className="when" data-when-words>
      <Local text={conditionWords(questions, when)} />
    </p>
  );
}

type KeyFactsProps = {
  readonly title: 'time' | 'fee';
  readonly icon: PageIcon;
  readonly facts: readonly KeyFact[];
  readonly questions: readonly Question[];
  readonly today: string;
};

function KeyFacts({ title, icon, facts, questions, today }: KeyFactsProps): ReactElement {
  return (
    <section className="key" aria-labelledby={`h-${title}`}>
      <h2 id={`h-${title}`}>
        <SpriteIcon name={icon} />
        <Say word={title} />
      </h2>
      {facts.map((fact, index) => (
        <div className="case" key={index} data-when={fact.when === undefined ? undefined : JSON.stringify(fact.when)} data-part="fact">
          <Aged provenance={fact.provenance} today={today}>
            <p className="sign">
              <Local text={fact.headline} />
            </p>
            {fact.detail === undefined ? null : (
              <p>
                <Local text={fact.detail} />
              </p>
            )}
          </Aged>
          <When questions={questions} when={fact.when} />
        </div>
      ))}
    </section>
  );
}

function Exempt({ exempt, today }: { readonly exempt: { readonly text: LocalText; readonly provenance: Provenance }; readonly today: string }): ReactElement {
  return (
    <section className="exempt" aria-labelledby="h-exempt">
      <h2 id="h-exempt">
        <Say word="exempt" />
      </h2>
      <Aged provenance={exempt.provenance} today={today}>
        <p>
          <Local text={exempt.text} />
        </p>
      </Aged>
    </section>
  );
}

/** Time and fee as large as signs, with who is exempt beside the fee. */
export function Facts({ guide, today }: { readonly guide: Guide | Card; readonly today: string }): ReactElement | null {
  const questions = guide.kind === 'guide' ? guide.questions : [];
  const { time, fee, exempt } = guide;
  if (time === undefined && fee === undefined && exempt === undefined) return null;
  return (
    <div className="keys">
      {time === undefined ? null : <KeyFacts title="time" icon="clock" facts={time} questions={questions} today={today} />}
      {fee === undefined ? null : <KeyFacts title="fee" icon="money" facts={fee} questions={questions} today={today} />}
      {exempt === undefined ? null : <Exempt exempt={exempt} today={today} />}
    </div>
  );
}
