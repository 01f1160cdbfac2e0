import type { ReactElement } from 'react';
import { OUTCOMES } from '#domain/outcome.ts';
import { SCORES } from '#domain/score.ts';
import type { PackHead } from '#contract/content-pack.ts';
import { isShowable } from '#domain/fact.ts';
import { SpriteIcon } from './icon.tsx';
import { Say } from './local.tsx';
import type { PageIcon } from './art.ts';

const OUTCOME_ICONS: Readonly<Record<(typeof OUTCOMES)[number], PageIcon>> = { managed: 'check', 'needs-help': 'help', 'not-yet': 'clock' };

type AnswerProps = {
  /** Score → address of its face. */
  readonly faces: Readonly<Record<string, string>>;
  readonly helpLine: PackHead['helpLine'];
  readonly today: string;
};

/** How far the citizen came, and how the guide was: asked once each, of everybody who comes to the end (E157). */
export function Answer({ faces, helpLine, today }: AnswerProps): ReactElement {
  return (
    <section className="answer" aria-labelledby="h-answer" data-answer hidden>
      <h2 id="h-answer">
        <Say word="outcomeAsked" />
      </h2>
      <div className="outcomes" role="group" aria-labelledby="h-answer" data-ask="outcome">
        {OUTCOMES.map((outcome) => (
          <button type="button" key={outcome} data-value={outcome}>
            <SpriteIcon name={OUTCOME_ICONS[outcome]} />
            <span data-words>
              <Say word={`outcome-${outcome}`} />
            </span>
          </button>
        ))}
      </div>
      <Thanks asked="outcome" />
      <Help helpLine={helpLine} today={today} />
      <h3 id="h-faces">
        <Say word="facesAsked" />
      </h3>
      <div className="faces" role="group" aria-labelledby="h-faces" data-ask="score">
        {SCORES.map((score) => (
          <button type="button" key={score} data-value={score}>
            {faces[score] === undefined ? null : <img src={faces[score]} alt="" width={56} height={56} loading="lazy" decoding="async" />}
            <span data-words>
              <Say word={`face-${score}`} />
            </span>
          </button>
        ))}
      </div>
      <Thanks asked="score" />
      <p role="status">
        <span data-waiting hidden>
          <Say word="answerWaiting" />
        </span>
      </p>
      <p className="small">
        <Say word="answerPrivacy" />
      </p>
    </section>
  );
}

function Thanks({ asked }: { readonly asked: 'outcome' | 'score' }): ReactElement {
  return (
    <div className="thanks" data-thanks={asked} tabIndex={-1} hidden>
      <p>
        <SpriteIcon name="check" />
        <span>
          <strong>
            <Say word="thanks" />
          </strong>{' '}
          <span data-said-value />
        </span>
      </p>
      <button type="button" data-again={asked} hidden>
        <SpriteIcon name="undo" />
        <Say word="chooseAgain" />
      </button>
    </div>
  );
}

function Help({ helpLine, today }: Pick<AnswerProps, 'helpLine' | 'today'>): ReactElement {
  const { number, provenance } = helpLine;
  return (
    <div className="help" data-help role="status" hidden>
      <p>
        <Say word="helpDesk" />
      </p>
      {isShowable(provenance, today) ? (
        <p className="call" data-until={provenance.expiresOn}>
          <span data-fact>
            <Say word="helpLine" /> <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>
          </span>
        </p>
      ) : null}
    </div>
  );
}
