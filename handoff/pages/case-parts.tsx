import type { ReactElement } from 'react';
import type { Guide } from '#contract/content-pack.ts';
import { isShowable } from '#domain/fact.ts';
import { AskDesk, Aged, When } from './facts.tsx';
import { SpriteIcon } from './icon.tsx';
import { Local, Say } from './local.tsx';
import { onThePhone } from './on-the-phone.ts';

type PartProps = { readonly guide: Guide; readonly today: string };

/** The kiosk's questions, asked again here; only of use with the script, so hidden until it runs. */
export function Questions({ guide }: { readonly guide: Guide }): ReactElement | null {
  if (guide.questions.length === 0) return null;
  return (
    <section className="questions" aria-labelledby="h-questions" data-questions hidden>
      <h2 id="h-questions">
        <Say word="questions" />
      </h2>
      <p className="lead">
        <Say word="questionsLead" />
      </p>
      {guide.questions.map((question) => (
        <fieldset key={question.id} data-question={question.id} data-when={question.when === undefined ? undefined : JSON.stringify(question.when)}>
          <legend>
            <Local text={question.text} />
          </legend>
          {question.why === undefined ? null : (
            <p className="small">
              <Local text={question.why} />
            </p>
          )}
          {question.options.map((option) => (
            <label className="choice" key={option.id}>
              <input type="radio" name={`q-${question.id}`} value={option.id} autoComplete="off" />
              <span>
                <Local text={option.text} />
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}

function PaperList({ guide }: { readonly guide: Guide }): ReactElement {
  return (
    <ul className="papers">
      {guide.papers.list.map((paper) => (
        <li key={paper.id} data-part="paper" data-when={paper.when === undefined ? undefined : JSON.stringify(paper.when)}>
          <label>
            <input type="checkbox" data-tick={`p-${paper.id}`} autoComplete="off" />
            <span>
              <span className="paper">
                <Local text={paper.text} />
              </span>
              {paper.note === undefined ? null : (
                <span className="note">
                  <Local text={paper.note} />
                </span>
              )}
            </span>
          </label>
          <When questions={guide.questions} when={paper.when} />
        </li>
      ))}
    </ul>
  );
}

export function Papers({ guide, today }: PartProps): ReactElement {
  return (
    <section aria-labelledby="h-papers">
      <h2 id="h-papers">
        <SpriteIcon name="document" />
        <Say word="papers" />
        <span className="count" data-count="paper" />
      </h2>
      {isShowable(guide.papers.provenance, today) ? (
        <p className="lead">
          <Say word="papersLead" />
        </p>
      ) : null}
      {isShowable(guide.papers.provenance, today) ? (
        <Aged provenance={guide.papers.provenance} today={today}>
          <PaperList guide={guide} />
        </Aged>
      ) : (
        <AskDesk />
      )}
    </section>
  );
}

type StepsProps = { readonly guide: Guide; readonly scenes: Readonly<Record<string, string>> };

export function Steps({ guide, scenes }: StepsProps): ReactElement {
  return (
    <section aria-labelledby="h-steps">
      <h2 id="h-steps">
        <SpriteIcon name="touch" />
        <Say word="steps" />
        <span className="count" data-count="step" />
      </h2>
      <ol className="steps">
        {guide.steps.map((step, index) => (
          <li key={step.id} id={`b-${step.id}`} data-part="step" data-step={step.id} data-when={step.when === undefined ? undefined : JSON.stringify(step.when)}>
            <p className="station">
              <span className="number">{index + 1}</span>
              <Local text={step.name} />
            </p>
            <h3>
              <Local text={step.title} />
            </h3>
            <When questions={guide.questions} when={step.when} />
            <StepPicture address={scenes[step.scene]} plates={step.plates} />
            <p>
              <Local text={onThePhone(step.text)} />
            </p>
            {step.stuck === undefined ? null : (
              <div className="stuck">
                <p className="stuck-title">
                  <SpriteIcon name="warning" />
                  <Say word="stuck" />
                </p>
                <p>
                  <Local text={step.stuck} />
                </p>
              </div>
            )}
            <label className="done">
              <input type="checkbox" data-tick={`s-${step.id}`} autoComplete="off" />
              <span>
                <Say word="stepDone" />
              </span>
            </label>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepPicture({ address, plates }: { readonly address: string | undefined; readonly plates: Guide['steps'][number]['plates'] }): ReactElement | null {
  if (address === undefined && plates === undefined) return null;
  return (
    <div className="scene">
      {address === undefined ? null : <img src={address} alt="" width={1080} height={520} loading="lazy" decoding="async" />}
      {plates === undefined ? null : (
        <p className="plates">
          <span className="right">
            <SpriteIcon name="check" />
            <Local text={plates.right} />
          </span>
          <span className="wrong">
            <SpriteIcon name="cross" />
            <Local text={plates.wrong} />
          </span>
        </p>
      )}
    </div>
  );
}
